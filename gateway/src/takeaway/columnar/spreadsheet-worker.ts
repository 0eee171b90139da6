/*
 * Writes one spreadsheet on a thread of its own: its library builds and packs it without a break, a second for a large one, in which
 * nobody else would be answered. Is told the sheets, answers with the bytes, and ends.
 */
import { parentPort, workerData } from 'node:worker_threads';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { markFormula } from '../csv.ts';
import type { Cell } from '../table-rows.ts';
import type { SpreadsheetOrder } from './spreadsheet.ts';

// What starts this thread gives it nothing else.
const { sheets } = workerData as SpreadsheetOrder;

const written = writeExcelFile(
  sheets.map(({ name, rows }) => ({ sheet: name, data: rows.map((row) => row.map(cellOf)) satisfies SheetData })),
);
const bytes = new Uint8Array(await written.toBuffer());
parentPort?.postMessage(bytes, [bytes.buffer]);

function cellOf(cell: Cell) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  return { value: markFormula(cell), type: String };
}
