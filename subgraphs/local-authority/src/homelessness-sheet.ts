import { leftOut, type OpenedFile, type OtherColumns, type RowOutcome } from '@boroughgraph/kit/datasets/dataset.ts';
import { agreedArea } from '@boroughgraph/kit/files/agreed-area.ts';
import type { Markers } from '@boroughgraph/kit/files/markers.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { SourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { parseTable, type RawTable } from '@boroughgraph/kit/files/table.ts';
import type { AreaRecord } from '@boroughgraph/kit/geography/areas.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';

/*
 * The sheets of the detailed tables of statutory homelessness. Their headings stand in seven nested lines, four of which the workbook
 * hides, and repeat each other, so that columns are told by position, each checked by words that its headings must hold.
 * Source: Ministry of Housing, Communities and Local Government, Statutory homelessness, detailed local authority tables.
 */

/** A column of a sheet: where it stands, and what its headings say. */
export interface SheetColumn {
  readonly position: number;
  readonly says: RegExp;
}

const [codeHeading, nameHeading] = ['Area code', 'Area name'] as const;

/**
 * A sheet as a table with one heading for each of the columns, by their names, from its first area on. The title is
 * the last heading.
 *
 * A file without a row of England stays as it is.
 *
 * @throws {FileProblem} where the headings above a position do not say what is expected there.
 */
export function tabulateSheet(file: SourceFile, columns: Readonly<Record<string, SheetColumn>>): RawTable {
  const { headings, rows } = parseTable(file, ',');
  const all = [...rows];
  const first = all.findIndex(({ cells }) => cells[0] === 'E92000001');
  // Another format of the dataset may be meant: the headings of this one are missing then.
  if (first < 0) return { headings, rows };
  const above = [headings, ...all.slice(0, first).map(({ cells }) => cells)];
  const named = headings.map((_, position) => `column ${position + 1}`);
  for (const [name, { position, says }] of Object.entries(columns)) {
    const said = above
      .map((cells) => cells[position] ?? '')
      .join(' | ')
      .replaceAll(/\s+/g, ' ');
    if (!says.test(said))
      throw new FileProblem(`${file.name} has another column ${position + 1} than ${name}: above it stands "${said}"`);
    named[position] = name;
  }
  return {
    headings: [codeHeading, nameHeading, ...named.slice(2), headings[0] ?? ''],
    rows: all.slice(first).map(withTitle),
  };
}

/** A cell for the title, which is no column of the sheet. */
const withTitle = ({ line, cells }: { readonly line: number; readonly cells: readonly string[] }) => ({
  line,
  cells: [...cells, ''],
});

/** The columns of every sheet. */
export const areaColumns = { code: { headings: [codeHeading] }, name: { headings: [nameHeading] } } as const;

/** All other headings: positions that are not served, and the title, by which `whenIn` tells the period. */
export const titleAndUnserved: OtherColumns = { what: 'the title of the sheet', read: (heading) => heading };

/** Readers of the rows of areas: London stands twice, below England and among the regions. */
export function areaReader(): (row: Row) => AreaRecord | RowOutcome {
  const seen = new Set<string>();
  return (row) => {
    const code = row.text('code');
    if (!/^[A-Z]\d{8}$/.test(code)) return leftOut('a line of no area: empty, a note or the rest of England');
    const area = agreedArea(row, { code: 'code', name: 'name' }, ['BOROUGH', 'REGION', 'COUNTRY']);
    if (area === null) return leftOut('outside London');
    if (seen.has(code) && area.type !== 'BOROUGH') return leftOut('London, which stands among the regions again');
    seen.add(code);
    return area;
  };
}

/** `..` stands in all cells of an authority whose data are missing; a dash, of a breakdown that is withheld. Neither is zero. */
const markers: Markers = {
  '..': { value: null, status: 'NOT_AVAILABLE' },
  '-': { value: null, status: 'CONFIDENTIAL' },
};

/** A count of households or children. Of London and England it is rounded to ten, with estimates for authorities without data. */
export function householdsIn(row: Row, column: string, { type }: AreaRecord): Reading {
  const reading = row.count(column, markers);
  return type === 'BOROUGH' || reading.value === null ? reading : { ...reading, flags: ['ESTIMATED', 'ROUNDED'] };
}

/** A rate of the sheet, as published. */
export function rateOfHouseholds(row: Row, column: string): Reading {
  return row.reading(column, markers);
}

/**
 * What the title of a sheet says of when it is, by a pattern.
 *
 * @throws {FileProblem} where it says nothing of the kind.
 */
export function whenIn({ name, others }: OpenedFile, pattern: RegExp, example: string): RegExpExecArray {
  const found = pattern.exec(others.at(-1)?.meaning ?? '');
  if (found === null)
    throw new FileProblem(`${name} does not say in its title of when it is: expected one with "${example}"`);
  return found;
}
