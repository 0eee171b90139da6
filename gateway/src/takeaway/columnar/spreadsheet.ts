import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Cell } from '../table-rows.ts';

/** What a thread that writes a spreadsheet is told. */
export interface SpreadsheetOrder {
  readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly Cell[])[] }[];
}

/** The most cells of a spreadsheet. A thread writes so many within two seconds, and takes some hundred megabytes for it. */
export const maxSheetCells = 500_000;

/** The most characters of a cell. Source: Microsoft, Excel specifications and limits. */
export const maxCellCharacters = 32_767;

let last: Promise<unknown> = Promise.resolve();

/**
 * A spreadsheet in Office Open XML, once those that were asked for before are written. A text is a text in it, and begins no formula when it
 * is edited or saved as CSV either; days and instants are texts, since a spreadsheet knows no time zone.
 */
export function writeSpreadsheet(order: SpreadsheetOrder): Promise<Buffer> {
  const writing = last.then(() => writeOnThread(order));
  last = writing.catch(() => undefined);
  return writing;
}

async function writeOnThread(workerData: SpreadsheetOrder): Promise<Buffer> {
  const worker = new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), { workerData });
  const [bytes] = (await once(worker, 'message')) as [Uint8Array];
  return Buffer.from(bytes);
}

/** Whether so many rows of so many columns, and so many cells of another sheet, are more than a spreadsheet may have. */
export function isTooLongForSheet(rows: number, columns: number, others = 0): boolean {
  return rows * columns + others > maxSheetCells;
}
