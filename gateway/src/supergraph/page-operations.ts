import { readdir, readFile } from 'node:fs/promises';

const fieldsUrl = import.meta.resolve('@boroughgraph/web/operations/dataset-fields.graphql');

/** What the pages of the front page ask, as they send it: planned before anybody opens one, and trusted by every gateway. */
export async function readPageOperations(): Promise<readonly string[]> {
  const folder = new URL('./', fieldsUrl);
  const fields = await readFile(new URL(fieldsUrl), 'utf8');
  const files = (await readdir(folder)).filter((file) => !fieldsUrl.endsWith(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
  return texts.map((text) => (text.includes('...DatasetFields') ? `${text}\n${fields}` : text));
}
