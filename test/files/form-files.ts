import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DatasetDefinition, FileFormat } from '@boroughgraph/kit/datasets/dataset.ts';
import { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { FileProblem, RowProblem } from '@boroughgraph/kit/files/row-problem.ts';
import { Row } from '@boroughgraph/kit/files/row.ts';
import { type SourceFile, sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { delimitedRecords } from '@boroughgraph/kit/inside/files/records.ts';
import { type RecognisedFile, recogniseFormat, readRows } from '@boroughgraph/kit/inside/loading/read-release.ts';
import { agencies } from '@boroughgraph/test/support/all-agencies.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { type BentTable, textOf } from './bends.ts';

/** A small file in one form, of which every row is loaded. */
export interface FormFile {
  readonly dataset: DatasetDefinition;
  readonly form: string;
  readonly name: string;
  readonly publishedAt: string;
  readonly references: Readonly<Record<string, SourceFile>>;
  readonly table: BentTable;
}

interface Entry {
  readonly agency: string;
  readonly dataset: string;
  readonly file: string;
  readonly publishedAt: string;
  readonly reference?: Readonly<Record<string, string>>;
}

/** Rows that are taken of a file: enough that labels, areas and periods differ. */
const rowsTaken = 12;

/** A small file of each published form that separators part, cut from the published files; none where they are not at hand. */
export function readFormFiles(): readonly FormFile[] {
  const seen = new Set<FileFormat>();
  return ['manifest.json', 'manifest-more.json'].flatMap((name) => {
    const manifest = publishedFile(name);
    if (manifest === null) return [];
    const { loads } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly loads: readonly Entry[] };
    return loads.flatMap((entry) => formFile(entry, dirname(manifest), seen) ?? []);
  });
}

function formFile(entry: Entry, folder: string, seen: Set<FileFormat>): FormFile | null {
  const { publishedAt } = entry;
  const datasets = agencies.find(({ name }) => name === entry.agency)?.datasets ?? [];
  const dataset = datasets.find(({ id }) => id === entry.dataset);
  // A dataset of which every form is there already needs no further file.
  if (dataset === undefined || dataset.formats.every((format) => seen.has(format))) return null;
  const read = (path: string) => sourceFile(basename(path), readFileSync(join(folder, path)));
  const references = Object.fromEntries(Object.entries(entry.reference ?? {}).map(([key, path]) => [key, read(path)]));
  const source = read(entry.file);
  const matched = recogniseFormat(dataset, source, { references, publishedAt });
  const { format } = matched;
  if (seen.has(format) || format.tabulate !== undefined || source.sheets !== null) return null;
  seen.add(format);
  const { delimiter: separator, headingLines = 1 } = format;
  const records = delimitedRecords(source, { separator, isQuoted: separator !== '\t' });
  const head = [...records.take(headingLines)].map(({ cells }) => cells);
  const rows = loadedRows(matched);
  // An edition may have nothing that is served.
  if (rows.length === 0) return null;
  const step = Math.max(1, Math.floor(rows.length / rowsTaken));
  const some = rows.filter((_, index) => index % step === 0).slice(0, rowsTaken);
  const file = { dataset, form: format.name, name: source.name, publishedAt, references };
  // Some forms must be whole, as a table in which each age adds up to a total.
  const whole = { ...file, table: { head, rows, separator } };
  const cut = { ...file, table: { head, rows: some, separator } };
  return isRead(cut) ? cut : whole;
}

function loadedRows({ format, opened, table, columns }: RecognisedFile): readonly (readonly string[])[] {
  const draft = new ReleaseDraft();
  const readRow = format.open(opened, draft);
  return [...table.rows].flatMap((raw) => {
    try {
      const outcome = readRow(new Row(raw, columns));
      const hidden = outcome.kind === 'loaded' ? draft.setAsideHidden() : null;
      draft.dropRow();
      return outcome.kind === 'loaded' && hidden === null ? [raw.cells] : [];
    } catch (problem) {
      draft.dropRow();
      if (problem instanceof RowProblem) return [];
      throw problem;
    }
  });
}

function isRead(file: FormFile): boolean {
  try {
    return readForm(file, textOf(file.table)).rejected.length === 0;
  } catch (problem) {
    if (problem instanceof FileProblem) return false;
    throw problem;
  }
}

/**
 * Reads a text in the place of a form's file.
 *
 * @throws {FileProblem} when it is none of its dataset.
 */
export function readForm({ dataset, name, publishedAt, references }: FormFile, text: Uint8Array) {
  const source = sourceFile(name, text);
  return readRows(recogniseFormat(dataset, source, { references, publishedAt }), source);
}
