import { readFileSync } from 'node:fs';
import { publishedFile } from '../support/published-files.ts';

/*
 * Reads published files without any code of the agencies: what a cell says is told by the file alone, so that a slip of a reader is
 * seen here. A cell that is no plain number has no figure that may be shown.
 */

/** A cell of a published file, and where the graph should answer it. */
export interface FileCell {
  readonly indicator: string;
  /** The code of an area, or the id of a site. */
  readonly place: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly period: string;
  /** What stands in the file, as a number in the indicator's unit; null where it is no number. */
  readonly figure: number | null;
}

/** The cells of a table, quotes and line feeds within them removed. */
export function tableOf(file: string, delimiter = ','): readonly (readonly string[])[] {
  const path = publishedFile(file);
  if (path === null) return [];
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const [rows, row, isQuoted] = [[] as string[][], [] as string[], { now: false }];
  let cell = '';
  for (const sign of `${text}\n`)
    if (sign === '"') {
      isQuoted.now = !isQuoted.now;
    } else if (isQuoted.now || (sign !== delimiter && sign !== '\n')) {
      cell += sign;
    } else {
      row.push(cell.trim());
      cell = '';
      if (sign === '\n') rows.push(row.splice(0));
    }
  return rows;
}

/** The rows of a table by the names of its columns. */
export function recordsOf(file: string, delimiter = ','): readonly Readonly<Record<string, string>>[] {
  const [heads = [], ...rows] = tableOf(file, delimiter);
  return rows
    .filter((row) => row.length > 1)
    .map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])));
}

/** A cell as a number; null for a marker, a dash or a blank. */
export function figureOf(cell: string | undefined, multiplier = 1): number | null {
  const plain = (cell ?? '').replaceAll(',', '').replace(/%$/, '');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) * multiplier : null;
}

/** Boroughs by name, as the mid-year estimates name them; London and England as the tools of the departments do. */
export function codesByName(): ReadonlyMap<string, string> {
  const estimates = tableOf('local-authority/ons-mid-year-population-2011-2024-mye4.csv');
  const boroughs = estimates.flatMap(([code = '', name = '']) =>
    code.startsWith('E09') ? [[name, code] as const] : [],
  );
  return new Map([
    ...boroughs,
    ['City of Westminster', 'E09000033'],
    ['Richmond Upon Thames', 'E09000027'],
    ['London', 'E12000007'],
    ['London (Inner)', 'E13000001'],
    ['London (Outer)', 'E13000002'],
    ['Inner London', 'E13000001'],
    ['Outer London', 'E13000002'],
    ['England', 'E92000001'],
    ['MPS', 'E23000001'],
    ['Metropolitan Police', 'E23000001'],
    ['London, City of', 'E23000034'],
  ]);
}

/** The financial year that ends in a year, by its id: 2024 is FY2023-24. */
export const financialYearTo = (end: number) => `FY${end - 1}-${String(end % 100).padStart(2, '0')}`;

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'];
/** The month of an English name in a year, by its id: 2015-04. */
export const monthOf = (name: string, year: string) =>
  `${year}-${String([...months, 'november', 'december'].indexOf(name.toLowerCase()) + 1).padStart(2, '0')}`;
