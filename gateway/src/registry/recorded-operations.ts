import { readdir, readFile } from 'node:fs/promises';
import type { RecordedOperation } from '@boroughgraph/schema/changes/operation-changes.ts';
import { parse } from 'graphql';

const exampleUrl = import.meta.resolve('@boroughgraph/schema/operations/borough-safety.graphql');
const ending = '.graphql';

/** A recorded operation with its text. */
export type RecordedText = RecordedOperation & { readonly text: string };

/** The recorded operations of the repository, those in folders too, in the order of their names: `questions/poverty`. */
export async function readRecordedOperations(folder = new URL('./', exampleUrl)): Promise<readonly RecordedText[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(ending)).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(new URL(file, folder), 'utf8');
      return { name: file.slice(0, -ending.length), text, document: parse(text) };
    }),
  );
}
