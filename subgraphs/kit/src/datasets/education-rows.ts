import { type ColumnDefinition, leftOut, type OpenedFile, type RowOutcome } from './dataset.ts';
import { FileProblem } from '../files/row-problem.ts';
import type { Row } from '../files/row.ts';
import { areaByCode, type AreaRecord } from '../geography/areas.ts';
import { agreedArea } from '../files/agreed-area.ts';

/*
 * The columns that every file of the Department for Education begins with: which year a row is of, and which area.
 * Source: Department for Education, open data standards, and the files of its children in need and children looked after
 * releases.
 */

/** A column of the Department, whose names are written with underscores and, by some, with spaces. */
export function educationColumn(...names: readonly string[]): ColumnDefinition {
  return { headings: names.flatMap((name) => [name, name.replaceAll('_', ' ')]) };
}

const optional = (name: string): ColumnDefinition => ({ ...educationColumn(name), isOptional: true });

/** The columns that say of when and of whom a row is. */
export const educationColumns = {
  period: educationColumn('time_period'),
  periodKind: educationColumn('time_identifier'),
  level: educationColumn('geographic_level'),
  countryCode: educationColumn('country_code'),
  countryName: educationColumn('country_name'),
  regionCode: educationColumn('region_code'),
  regionName: educationColumn('region_name'),
  authorityNumber: optional('old_la_code'),
  authorityCode: educationColumn('new_la_code'),
  authorityName: educationColumn('la_name'),
  category: { headings: ['category'], isOptional: true },
} as const satisfies Readonly<Record<string, ColumnDefinition>>;

/** What becomes of a row of another region or authority. */
export const outsideLondon: RowOutcome = leftOut('outside London');

/** Which area and which year a row is of. */
export interface EducationRow {
  readonly area: AreaRecord;
  readonly year: number;
}

/**
 * Of which area and year a row is; null where the area lies outside London and is not England.
 *
 * Codes and names must agree. `readYear` is `reportingYear` for what is counted in or at the end of a year to 31 March.
 *
 * @throws {RowProblem} that says what was expected.
 */
export function readEducationRow(row: Row, readYear: (row: Row) => number = reportingYear): EducationRow | null {
  const area = areaOf(row);
  const year = readYear(row);
  return area === null ? null : { area, year };
}

/** A year on its own: the Department publishes none before 2000, and a typing error is soon outside the century. */
const plainYear = /^20\d\d$/;
/** A financial year, written 202324, 2023-24 or 2023/24. */
const spannedYear = /^(20\d\d)[-/]?(\d\d)$/;

/**
 * The year on whose 31 March a reporting year ends: 2024 for `Reporting year` 2024 and for `Financial year` 202324.
 *
 * @throws {RowProblem} for another kind of period, or a text that is no year.
 */
function reportingYear(row: Row): number {
  const isFinancial = row.oneOf('periodKind', { 'Reporting year': false, 'Financial year': true });
  if (isFinancial) return yearOf(row.text('period')) ?? row.reject('period', 'a financial year such as 202324');
  return calendarYear(row);
}

/**
 * The calendar year of a row about the middle of a year.
 *
 * @throws {RowProblem} for another kind of period, or a text that is no year.
 */
export function midYear(row: Row): number {
  row.oneOf('periodKind', { 'Reporting year': true, 'Calendar year': true });
  return calendarYear(row);
}

function calendarYear(row: Row): number {
  const text = row.text('period');
  return plainYear.test(text) ? Number(text) : row.reject('period', 'a year such as 2024');
}

/** The year in which a published period ends; null for a text that is none. */
function yearOf(text: string): number | null {
  const [, first = '', second = ''] = spannedYear.exec(text) ?? [];
  const last = Number(first) + 1;
  if (plainYear.test(text)) return Number(text);
  return first !== '' && last % 100 === Number(second) ? last : null;
}

function areaOf(row: Row): AreaRecord | null {
  const level = row.oneOf('level', { National: 'national', Regional: 'regional', 'Local authority': 'authority' });
  switch (level) {
    case 'national':
      return country(row);
    case 'regional':
      return agreedArea(row, { code: 'regionCode', name: 'regionName' }, ['REGION', 'INNER_OUTER']);
    case 'authority':
      return authority(row);
    default:
      return row.reject('level', 'National, Regional or Local authority');
  }
}

function country(row: Row): AreaRecord {
  const area = agreedArea(row, { code: 'countryCode', name: 'countryName' }, ['COUNTRY']);
  return area ?? row.reject('countryCode', 'the code of England, E92000001');
}

/** A borough; null for an authority outside London. What the row says of its region must agree. */
function authority(row: Row): AreaRecord | null {
  const area = agreedArea(row, { code: 'authorityCode', name: 'authorityName' });
  const region = areaByCode(row.text('regionCode'));
  if (area !== null && region?.members.includes(area.code) !== true)
    return row.reject('regionCode', `the code of a region in which ${area.name} lies`);
  if (area === null && region !== null) return row.reject('authorityCode', `the code of a borough of ${region.name}`);
  return area;
}

/** The years that a file's name says it holds: `…_2013_to_2024.csv`. */
const yearsInName = /(?<!\d)(20\d\d)[_ -]to[_ -](20\d\d)(?!\d)/i;

/**
 * Checks what can be said of a file before its rows: that it is the table of the category, and that its name, where it
 * names years, holds those of its rows.
 *
 * @throws {FileProblem} when it is another table, or is saved under a name of other years.
 */
export function requireEducationTable(file: OpenedFile, category: string | null): void {
  // An empty row has no category.
  const others = [...file.distinct('category')].filter((found) => found !== '' && found !== category?.toLowerCase());
  if (category !== null && others.length > 0)
    throw new FileProblem(
      `${file.name} holds "${others[0] ?? ''}", not "${category}": check that it is the table of this dataset`,
    );
  const [, first, last] = yearsInName.exec(file.name) ?? [];
  const years = [...file.distinct('period')].map(yearOf).filter((year) => year !== null);
  const stray = years.find((year) => year < Number(first) || year > Number(last));
  if (stray !== undefined)
    throw new FileProblem(
      `${file.name} says by its name that it holds ${first ?? ''} to ${last ?? ''}, and has rows of ${stray}: check which of the two is right`,
    );
}
