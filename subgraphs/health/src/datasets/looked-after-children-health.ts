import type { DatasetDefinition, FileFormat, OpenedFile, RowReader } from '@boroughgraph/kit/import/dataset.ts';
import { leftOut, loaded } from '@boroughgraph/kit/import/dataset.ts';
import {
  educationColumn,
  educationColumns,
  type EducationRow,
  outsideLondon,
  readEducationRow,
} from '@boroughgraph/kit/import/education-rows.ts';
import { educationMarkers } from '@boroughgraph/kit/import/markers.ts';
import { parseNumber } from '@boroughgraph/kit/import/numbers.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/import/release-draft.ts';
import { FileProblem } from '@boroughgraph/kit/import/row-problem.ts';
import type { Row } from '@boroughgraph/kit/import/row.ts';
import { disclosurePolicies } from '@boroughgraph/kit/statistics/disclosure.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import { financialYearId } from '../financial-year.ts';

export const substanceMisuse: IndicatorDefinition = {
  id: 'looked-after-children-substance-misuse',
  datasetId: 'looked-after-children-health',
  name: 'Looked-after children with a substance misuse problem',
  definition:
    'Children looked after for at least twelve months on 31 March who were identified as having a substance misuse problem in the year, in percent of all of them, by the authority that is responsible for them, wherever they live.',
  unit: 'PERCENT',
  valueType: 'PROPORTION',
  multiplier: 100,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'NON_ADDITIVE',
  attributionBasis: 'RESPONSIBLE_AUTHORITY',
  areaTypes: ['BOROUGH', 'INNER_OUTER', 'REGION', 'COUNTRY'],
  grid: { type: 'FINANCIAL_YEAR' },
  dimensions: [],
  notMeasuredIn: { K04000001: 'The Department for Education publishes for England, not for Wales.' },
  caveats: [
    {
      severity: 'CAUTION',
      text: 'Identified, not every child affected: authorities differ in how they look. Percentages are rounded to whole numbers, and of small groups.',
    },
  ],
  typicalRange: [1, 12],
};

const table: FileFormat = {
  name: 'the Department for Education table of outcomes of children looked after',
  delimiter: ',',
  columns: {
    ...educationColumns,
    group: educationColumn('cla_group'),
    characteristic: educationColumn('characteristic'),
    number: educationColumn('number'),
    percentage: educationColumn('percentage', 'percent'),
  },
  otherColumns: 'refused',
  open: openTable,
};

/** The group of rows that this dataset is about; the criminal justice agency serves another of the same file. */
const isOnSubstances = (row: Row) => /^substance misuse\b/i.test(row.text('group'));

/** What the rows of the group are about: the children identified, all of them, and what the graph does not serve. */
const subjects = {
  'Identified as having a substance misuse problem': 'identified',
  'Total all ages': 'all',
  'Received an intervention for their substance misuse problem': 'intervention',
  'Offered intervention but refused it': 'intervention',
} as const;

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const children = childrenByArea(file);
  let isServed = false;
  draft.atEnd((isWhole) => {
    if (isWhole && !isServed)
      throw new FileProblem(
        `${file.name} has no row of London about substance misuse: check whether the publisher renamed them`,
      );
  });
  return (row) => {
    if (!isOnSubstances(row)) return leftOut('another outcome than substance misuse');
    const subject = row.oneOf('characteristic', subjects);
    if (subject === 'intervention') return leftOut('interventions, which are not served');
    const of = readEducationRow(row);
    if (of === null) return outsideLondon;
    if (subject === 'all') row.count('number', educationMarkers);
    else stageShare(row, { ...of, children: children.get(keyOf(row)) ?? null }, draft);
    isServed ||= subject === 'identified';
    return loaded;
  };
}

/** What the row of the children identified and that of all children have in common. */
const keyOf = (row: Row) =>
  ['period', 'level', 'regionCode', 'authorityCode'].map((column) => row.text(column)).join(' ');

/** All children looked after for twelve months, by year and area, where their number is published: other rows than those identified. */
function childrenByArea(file: OpenedFile): ReadonlyMap<string, number> {
  const totals = file
    .rows()
    .filter((row) => isOnSubstances(row) && row.text('characteristic').toLowerCase() === 'total all ages');
  const numbers = totals.map((row) => [keyOf(row), parseNumber(row.text('number')) ?? 0] as const);
  return new Map(numbers.filter(([, number]) => number > 0));
}

interface Share extends EducationRow {
  /** Null where the number is withheld or nobody is there. */
  readonly children: number | null;
}

function stageShare(row: Row, { area, year, children }: Share, draft: ReleaseDraft): void {
  draft.stage({
    indicator: substanceMisuse,
    place: area.code,
    cells: [
      {
        ordinal: ordinalOf(substanceMisuse.grid, financialYearId(year - 1)),
        reading: shareIn(row, { children, isRounded: area.type !== 'BOROUGH' }),
      },
    ],
    denominatorSource: 'Children looked after for at least twelve months, in the same table',
  });
}

/**
 * The share as published, with the numbers that it rests on; withheld where the number is, which would follow from it. The
 * Department rounds the numbers of regions and of England to the nearest 10, and those of boroughs not.
 */
function shareIn(row: Row, of: { readonly children: number | null; readonly isRounded: boolean }): Reading {
  const number = row.count('number', educationMarkers);
  const share = row.reading('percentage', educationMarkers);
  if (share.value !== null && (share.value < 0 || share.value > substanceMisuse.multiplier))
    row.reject('percentage', 'a percentage from 0 to 100');
  const { status } = number.status === 'PUBLISHED' ? share : number;
  if (status !== 'PUBLISHED' || share.value === null) return { value: null, status };
  // A number that rounds to zero is not zero, and is not known.
  const numerator = number.flags?.includes('ROUNDS_TO_ZERO') === true ? null : number.value;
  if (!of.isRounded && numerator !== null && of.children !== null)
    checkShare(row, share.value, numerator / of.children);
  return {
    value: share.value,
    status,
    flags: [...(share.flags ?? []), ...(of.isRounded ? (['ROUNDED'] as const) : [])],
    numerator,
    denominator: of.children,
  };
}

/** Half a point of rounding, and what is lost in the last digit of a division. */
const roundingPoints = 0.5 + 1e-9;

/** A whole percentage follows from the two numbers: where it does not, rows or columns were mixed up. */
function checkShare(row: Row, share: number, part: number): void {
  const expected = part * substanceMisuse.multiplier;
  if (Math.abs(share - expected) > roundingPoints)
    row.reject('percentage', `${expected.toFixed(0)}, as the numbers of the children say`);
}

export const dataset: DatasetDefinition = {
  id: 'looked-after-children-health',
  title: 'Health of children looked after',
  publisher: 'Department for Education',
  description:
    'Children looked after for at least twelve months who have a substance misuse problem, by responsible authority and year to 31 March. Authorities are not rounded; regions and England are, to the nearest 10, so that they do not add up.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Department for Education, Children looked after in England.',
  designation: 'ACCREDITED_OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Annual',
  landingPage:
    'https://explore-education-statistics.service.gov.uk/find-statistics/children-looked-after-in-england-including-adoptions',
  disclosurePolicy: disclosurePolicies['dfe-1-5'],
  indicators: [substanceMisuse],
  formats: [table],
};
