import {
  type DatasetDefinition,
  type FileFormat,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { resolveAreaName } from '@boroughgraph/kit/geography/area-names.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { ordinalOf, periodAt } from '@boroughgraph/kit/statistics/periods.ts';
import { areaCountOutsideLondon, isAreaOutsideLondon } from '../cps-areas.ts';
import { monthInName } from '../month-in-name.ts';
import { allCategories, type Category, columnOf, convictionCategories, outcomeColumns } from '../principal-offences.ts';

const englandAndWales = 'K04000001';

const outcomes: Omit<IndicatorDefinition, 'id' | 'name' | 'definition' | 'dimensions' | 'typicalRange'> = {
  datasetId: 'cps-outcomes-by-principal-offence',
  unit: 'OUTCOMES',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'ADDITIVE',
  attributionBasis: 'RESPONSIBLE_AUTHORITY',
  areaTypes: ['CPS_AREA', 'COUNTRY'],
  grid: { type: 'MONTH' },
  headline: { category: 'offences-against-the-person' },
  notMeasuredIn: {
    E92000001: 'The Crown Prosecution Service publishes for England and Wales together, not for England.',
  },
  caveats: [
    {
      severity: 'CAUTION',
      text: 'London is one area of the Crown Prosecution Service, with both its police forces: no borough has figures of its own here.',
    },
    {
      severity: 'INFO',
      text: 'A case counts in the month in which it ended, under its most serious offence at that time. What ends before a charge is not in it.',
    },
  ],
};

export const convictions: IndicatorDefinition = {
  ...outcomes,
  id: 'convictions',
  name: 'Convictions',
  alsoCalled: [
    'prosecutions',
    'prosecution outcomes',
    'CPS',
    'convicted',
    'guilty',
    'found guilty',
    'successful prosecutions',
    'Crown Prosecution Service',
    'charged and convicted',
  ],
  definition:
    'Defendants whose prosecution by the Crown Prosecution Service ended in a conviction in the month, by principal offence.',
  dimensions: [convictionCategories],
  typicalRange: [120, 260],
};

export const unsuccessfulOutcomes: IndicatorDefinition = {
  ...outcomes,
  id: 'unsuccessful-outcomes',
  name: 'Unsuccessful outcomes',
  alsoCalled: [
    'acquittals',
    'failed prosecutions',
    'dropped cases',
    'prosecutions that failed',
    'not guilty',
    'discontinued',
    'CPS unsuccessful',
    'unsuccessful prosecutions',
  ],
  definition:
    'Defendants whose prosecution by the Crown Prosecution Service ended in the month without a conviction, by principal offence; among them those finalised administratively, such as when a defendant could not be found.',
  dimensions: [allCategories],
  typicalRange: [30, 70],
};

const table: FileFormat = {
  name: 'the monthly table of prosecution outcomes by principal offence',
  delimiter: ',',
  columns: { area: { headings: ['', 'Area', 'CPS Area', 'CPS area name'] }, ...outcomeColumns },
  otherColumns: 'refused',
  open: openTable,
};

interface Table {
  readonly ordinal: number;
  readonly categories: readonly Category[];
  /** The counts of each row, by the name of its area as written. */
  readonly rows: Map<string, readonly number[]>;
  /** The areas that are loaded: London's and the country. */
  readonly places: Set<string>;
}

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const ordinal = ordinalOf(outcomes.grid, monthInName(file.name));
  const { end } = periodAt(outcomes.grid, ordinal);
  if (file.publishedAt !== null && file.publishedAt <= end)
    throw new FileProblem(
      `${file.name} is named after a month that ended on ${end}, but was published on ${file.publishedAt}: check the name and --published-at`,
    );
  const table: Table = { ordinal, categories: categoriesIn(file), rows: new Map(), places: new Set() };
  draft.atEnd((isWhole) => {
    if (isWhole) requireWhole(file.name, table, draft);
  });
  return (row) => readRow(row, table, draft);
}

/** The categories that the file has a number of outcomes for. */
function categoriesIn({ name, headings }: OpenedFile): readonly Category[] {
  const has = (category: Category, outcome: 'convictions' | 'unsuccessful') =>
    headings.has(columnOf(category, outcome, 'number'));
  const present = allCategories.choices
    .map(({ value }) => value)
    .filter((value) => has(value, 'convictions') || has(value, 'unsuccessful'));
  for (const category of present) {
    const isComplete =
      has(category, 'unsuccessful') && (has(category, 'convictions') || !isConvictionCategory(category));
    if (!isComplete)
      throw new FileProblem(`${name} has convictions or unsuccessful outcomes of ${category} alone: it needs both`);
  }
  if (present.length === 0) throw new FileProblem(`${name} has no column such as "Number of Homicide Convictions"`);
  return present;
}

const isConvictionCategory = (category: Category) =>
  convictionCategories.choices.some(({ value }) => value === category);

function readRow(row: Row, table: Table, draft: ReleaseDraft) {
  const name = row.text('area');
  const place = placeOf(row);
  if (table.rows.has(name)) row.reject('area', 'one row for each area');
  const counts = table.categories.flatMap((category) =>
    readCategory(row, { category, place, ordinal: table.ordinal }, draft),
  );
  table.rows.set(name, counts);
  if (place === null) return leftOut('a CPS area outside London');
  table.places.add(place);
  return loaded;
}

/** The code of London's CPS area or of the country; null for another CPS area. */
function placeOf(row: Row): string | null {
  const name = row.text('area');
  if (/^national$/i.test(name)) return englandAndWales;
  const resolved = resolveAreaName(name, ['CPS_AREA']);
  if (resolved.kind === 'found') return resolved.area.code;
  return isAreaOutsideLondon(name)
    ? null
    : row.reject('area', 'a CPS area, such as Metropolitan and City, or National');
}

interface Cell {
  readonly category: Category;
  readonly place: string | null;
  readonly ordinal: number;
}

/** Stages the two counts of a category, after checking that the percentages follow from them. */
function readCategory(row: Row, { category, place, ordinal }: Cell, draft: ReleaseDraft): readonly number[] {
  const read = isConvictionCategory(category)
    ? ([convictions, unsuccessfulOutcomes] as const)
    : ([unsuccessfulOutcomes] as const);
  const counted = read.map((indicator) => {
    const outcome = indicator === convictions ? 'convictions' : 'unsuccessful';
    const reading = row.count(columnOf(category, outcome, 'number'));
    return { indicator, outcome, reading, count: reading.value ?? 0 } as const;
  });
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  for (const { indicator, outcome, reading, count } of counted) {
    checkPercentage(row, columnOf(category, outcome, 'percentage'), { count, total });
    if (place !== null) draft.stage({ indicator, place, dimensions: { category }, cells: [{ ordinal, reading }] });
  }
  return counted.map(({ count }) => count);
}

/** Percentages have one decimal; one of nothing is written "-" or zero. */
function checkPercentage(
  row: Row,
  column: string,
  { count, total }: { readonly count: number; readonly total: number },
): void {
  if (!row.has(column)) return;
  if (row.text(column) === '-') {
    if (total !== 0) row.reject(column, `a percentage, because there are ${total} outcomes`);
    return;
  }
  const expected = total === 0 ? 0 : (count / total) * 100;
  if (Math.abs(row.number(column) - expected) > 0.05 + Number.EPSILON * 100)
    row.reject(column, `${expected.toFixed(1)}%, which is ${count} of ${total}`);
}

/** The national row is the sum of all areas: where it is not, or London is missing, the file is not whole. */
function requireWhole(name: string, { rows, places, categories }: Table, draft: ReleaseDraft): void {
  if (!places.has('cps-area:metropolitan-and-city'))
    throw new FileProblem(`${name} has no row "Metropolitan and City": fetch it again`);
  const isNational = (area: string) => area.toLowerCase() === 'national';
  const areas = [...rows].filter(([area]) => !isNational(area));
  const national = [...rows].find(([area]) => isNational(area))?.[1];
  if (national === undefined || areas.length !== areaCountOutsideLondon + 1) {
    draft.notice(
      `it has ${areas.length} of ${areaCountOutsideLondon + 1} CPS areas${national === undefined ? ' and no national row' : ''}, so that its sums cannot be checked`,
    );
    return;
  }
  const sums = national.map((_, index) => areas.reduce((sum, [, counts]) => sum + (counts[index] ?? 0), 0));
  const wrong = sums.findIndex((sum, index) => sum !== national[index]);
  if (wrong >= 0)
    throw new FileProblem(
      `${name} does not add up: its areas have ${sums[wrong] ?? 0} outcomes where its national row has ${national[wrong] ?? 0}, in one of ${categories.join(', ')}; fetch it again`,
    );
}

export const dataset: DatasetDefinition = {
  id: 'cps-outcomes-by-principal-offence',
  title: 'Prosecution outcomes by principal offence',
  publisher: 'the Crown Prosecution Service',
  description:
    'Convictions and unsuccessful outcomes by category of principal offence, month and CPS area. One file a month; the month is in its name.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Crown Prosecution Service.',
  designation: 'MANAGEMENT_INFORMATION',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  landingPage: null,
  disclosurePolicy: disclosurePolicies.none,
  indicators: [convictions, unsuccessfulOutcomes],
  formats: [table],
};
