import { readdir, readFile } from 'node:fs/promises';

const fieldsUrl = import.meta.resolve('@boroughgraph/web/operations/dataset-fields.graphql');
const onDemandUrl = import.meta.resolve('@boroughgraph/web/operations/on-demand/compare-page.graphql');

/** What the pages of the front page ask, as they send it. Every gateway trusts all of it. */
export interface PageOperations {
  /** Planned before anybody opens a page. */
  readonly planned: readonly string[];
  /** Planned when somebody asks: they name each borough, and planning one takes a second. */
  readonly onDemand: readonly string[];
}

/** What the pages of the front page ask: each a whole document. */
export async function readPageOperations(): Promise<PageOperations> {
  const fields = await readFile(new URL(fieldsUrl), 'utf8');
  const planned = (await readFolder(fieldsUrl)).filter((text) => text !== fields);
  return {
    planned: planned.map((text) => (text.includes('...DatasetFields') ? `${text}\n${fields}` : text)),
    onDemand: await readFolder(onDemandUrl),
  };
}

/** The documents beside one, by the names of their files. */
async function readFolder(beside: string): Promise<readonly string[]> {
  const folder = new URL('./', beside);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).sort();
  return Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
}
