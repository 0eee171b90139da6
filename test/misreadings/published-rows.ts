import { readFileSync } from 'node:fs';
import { delimitedRecords } from '@boroughgraph/kit/inside/files/records.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { publishedFile } from '../support/published-files.ts';

/** A row of a published file: its cells by their headings, a column whose heading is empty or a repeat under its number: `#4`. */
export type FileRow = Readonly<Record<string, string>>;

/**
 * The rows of a published file under its one line of headings, as a spreadsheet shows them.
 *
 * @throws when the file is not at hand.
 */
export function publishedRows(name: string): readonly FileRow[] {
  const path = publishedFile(name);
  if (path === null) throw new Error(`${name} is not at hand`);
  const file = sourceFile(name, readFileSync(path));
  const separator = name.includes('pas-') ? ';' : ',';
  const [headings, ...rows] = [...delimitedRecords(file, { separator, isQuoted: true })];
  const given = (headings?.cells ?? []).map((heading) => heading.replace(/^\uFEFF/u, ''));
  const names = given.map((heading, at) => (heading === '' || given.indexOf(heading) < at ? `#${at}` : heading));
  return rows.map(({ cells }) => Object.fromEntries(names.map((heading, at) => [heading, cells[at] ?? ''])));
}
