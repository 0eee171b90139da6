import {
  type FileFormat,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import { isoDayOf } from '@boroughgraph/kit/files/days.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import type { SourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { type RawTable, recordsOf } from '@boroughgraph/kit/files/table.ts';
import type { Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { ordinalOf, PeriodError } from '@boroughgraph/kit/statistics/periods.ts';
import { cityOfLondonPolice, metropolitanArea } from './force-areas.ts';
import { forceIn, forcesIn } from './force-rows.ts';

/*
 * The tables of Police workforce, England and Wales, each a sheet saved as text: title and notes, a line of heads that are days, a row
 * for each force, region and total, and notes. Source: Home Office, Police workforce, England and Wales, 30 September 2019.
 */

/** Which series a table gives; `indicator` is an id. */
export interface SeriesOfTable {
  readonly indicator: string;
  readonly dimensions?: Dimensions;
}

/** What a table counts, by the beginning of its title: `Police officers by police force area … (headcount)`. */
export type WorkforceTables = Readonly<Record<string, SeriesOfTable>>;

/** The tables of the workforce that a dataset reads. */
export function workforceTable(indicators: readonly IndicatorDefinition[], tables: WorkforceTables): FileFormat {
  return {
    name: 'a table of Police workforce by police force area',
    delimiter: ',',
    tabulate: tabulateSheet,
    columns: { title: { headings: [titleHeading] }, force: { headings: [forceHeading] } },
    otherColumns: { what: 'a day such as 2019-09-30, at which the force was counted', read: isoDayOf },
    open: (file, draft) => openTable(file, draft, { indicators, tables }),
  };
}

const titleHeading = 'table';
const forceHeading = 'force';

/** The rows below the heads, with the days that stand there; changes and percentages beside them are read past. */
function tabulateSheet(file: SourceFile): RawTable {
  const records = [...recordsOf(file, { separator: ',', isQuoted: true })];
  const title = records[0]?.cells[0]?.replaceAll(/\s+/g, ' ').trim() ?? '';
  const heads = records.findIndex(({ cells }) => cells.some((cell) => isoDayOf(cell) !== null));
  const days = (records[heads]?.cells ?? []).flatMap((cell, position) =>
    isoDayOf(cell) === null ? [] : [{ position, heading: cell.trim() }],
  );
  if (!/^table \d+/i.test(title) || days.length === 0)
    throw new FileProblem(
      `${file.name} is no table of Police workforce: expected a title such as "Table 7: …" and heads that are days`,
    );
  const rows = records.slice(heads + 1).map(({ line, cells }) => ({
    line,
    cells: [title, (cells[0] ?? '').trim(), ...days.map(({ position }) => cells[position] ?? '')],
  }));
  return { headings: [titleHeading, forceHeading, ...days.map(({ heading }) => heading)], rows };
}

interface Definitions {
  readonly indicators: readonly IndicatorDefinition[];
  readonly tables: WorkforceTables;
}

function openTable(file: OpenedFile, draft: ReleaseDraft, { indicators, tables }: Definitions): RowReader {
  const [title = ''] = [...file.rows()].map((row) => row.text('title'));
  const { indicator: id, dimensions = {} } = seriesOf(title, tables, file.name);
  const indicator = indicators.find((one) => one.id === id);
  if (indicator === undefined) throw new Error(`the dataset has no indicator "${id}"`);
  const days = file.others.map(({ position, heading, meaning }) => ({
    position,
    heading,
    ordinal: ordinalOn(indicator, meaning, file.name),
  }));
  draft.covers(
    indicator,
    days.map(({ ordinal }) => ordinal),
  );
  noticeMissing(file, draft);
  return (row) => {
    if (days.every(({ position }) => row.at(position) === '')) return leftOut('a note below the table');
    const place = forceIn(row, 'force');
    if (place === null) return leftOut('a force outside London, a region or a total');
    const cells = days.map(({ ordinal, position, heading }) => ({
      ordinal,
      reading: readingIn(row, { position, heading }, indicator),
    }));
    draft.stage({ indicator, place, dimensions, cells });
    return loaded;
  };
}

function noticeMissing(file: OpenedFile, draft: ReleaseDraft): void {
  const found = forcesIn(file, 'force');
  if (!found.has(metropolitanArea)) draft.notice('it has no row of the Metropolitan Police');
  if (!found.has(cityOfLondonPolice)) draft.notice('it has no row of the City of London Police');
}

/** What the title says that the table counts; numbers of footnotes stick to its words. */
function seriesOf(title: string, tables: WorkforceTables, name: string): SeriesOfTable {
  const counted = /^table \d+: (.*)$/i.exec(title)?.[1]?.toLowerCase() ?? '';
  const isFullTime = /\(fte\)/.test(counted);
  const found = Object.entries(tables).find(
    ([what]) =>
      counted.startsWith(`${what.replace(/ \(FTE\)$/, '').toLowerCase()} by police force area`) &&
      what.endsWith('(FTE)') === isFullTime,
  );
  if (found !== undefined) return found[1];
  throw new FileProblem(
    `${name} is "${title}": expected a table of ${Object.keys(tables).join(', ')} by police force area`,
  );
}

function ordinalOn({ grid }: IndicatorDefinition, day: string, name: string): number {
  try {
    return ordinalOf(grid, `S${day}`);
  } catch (problem) {
    if (problem instanceof PeriodError) throw new FileProblem(`${name} counts on ${day}: ${problem.message}`);
    throw problem;
  }
}

/** People are whole; full-time equivalents are not, and have decimals that a spreadsheet left behind. */
function readingIn(
  row: Row,
  { position, heading }: { readonly position: number; readonly heading: string },
  { possible }: IndicatorDefinition,
) {
  return possible?.isWhole === false ? row.readingAt(position, heading) : row.countAt(position, heading);
}

/** What protects people in the tables, and where they come from. */
export const workforceSource = {
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Home Office, Police workforce, England and Wales.',
  landingPage: 'https://www.gov.uk/government/collections/police-workforce-england-and-wales',
  designation: 'OFFICIAL_STATISTICS',
} as const;
