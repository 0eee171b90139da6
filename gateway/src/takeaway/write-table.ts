import { Readable } from 'node:stream';
import { takeTurn } from '@boroughgraph/schema/process/turns.ts';
import { byteOrderMark, writeCsvComments, writeCsvRow } from './csv.ts';
import { describeTable, type DictionaryOf } from './data-dictionary.ts';
import type { TableRequest } from './table-request.ts';
import { type Cell, rowsOf } from './table-rows.ts';

/** Characters that are written at once: a millisecond's work. */
const atOnce = 64 * 1024;

/** A table to be written, and what its dictionary says. */
export type TableToWrite = DictionaryOf & { readonly data: unknown };

/** The text of a table in the form that is asked for, in pieces; rows are made as fast as they are read. */
export function writeTable(table: TableToWrite, asked: TableRequest): Readable {
  return Readable.from(inPieces(linesOf(table, asked)), { objectMode: false });
}

function* linesOf(table: TableToWrite, asked: TableRequest): Generator<string> {
  const { plan, data, synthetic } = table;
  if (asked.format === 'csvw') {
    yield `${JSON.stringify(describeTable(table), null, 2)}\n`;
    return;
  }
  const names = plan.columns.map(({ name }) => name);
  if (asked.format === 'csv') {
    if (asked.hasByteOrderMark) yield byteOrderMark;
    if (asked.hasComments) yield writeCsvComments(sentencesOf(table));
    yield writeCsvRow(names);
  }
  const writeRow = asked.format === 'csv' ? writeCsvRow : jsonWriter(names);
  for (const row of rowsOf(plan, data, synthetic)) yield writeRow(row);
}

function sentencesOf({ attributions, synthetic }: TableToWrite): readonly string[] {
  const madeUp = synthetic.length > 0 ? [`SYNTHETIC: made-up figures of ${synthetic.join(', ')}.`] : [];
  const sources = attributions.map(
    ({ title, publisher, licence, attribution }) => `${publisher}: ${title}. ${attribution} (${licence})`,
  );
  return [...madeUp, ...sources];
}

/** A row as one JSON object on a line, every column in it. */
function jsonWriter(names: readonly string[]) {
  const keys = names.map((name) => `${JSON.stringify(name)}:`);
  return (row: readonly Cell[]): string =>
    `{${keys.map((key, at) => key + JSON.stringify(row[at] ?? null)).join(',')}}\n`;
}

async function* inPieces(lines: Iterable<string>): AsyncGenerator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < atOnce) continue;
    yield piece;
    piece = '';
    await takeTurn();
  }
  if (piece !== '') yield piece;
}
