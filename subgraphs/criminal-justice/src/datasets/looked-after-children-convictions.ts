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
import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/statistics/disclosure.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';

export const lookedAfterChildrenConvicted: IndicatorDefinition = {
  id: 'looked-after-children-convicted',
  datasetId: 'looked-after-children-convictions',
  name: 'Looked-after children convicted or cautioned',
  definition:
    'Of the children aged 10 to 17 who were looked after on 31 March and had been for at least twelve months, the share who were convicted or subject to a youth caution or youth conditional caution during the year. By the authority that is responsible for them, wherever they live.',
  unit: 'PERCENT',
  valueType: 'PROPORTION',
  multiplier: 100,
  decimals: 0,
  polarity: 'LOW_IS_GOOD',
  additivity: 'NON_ADDITIVE',
  attributionBasis: 'RESPONSIBLE_AUTHORITY',
  areaTypes: ['BOROUGH', 'INNER_OUTER', 'REGION', 'COUNTRY'],
  grid: { type: 'FINANCIAL_YEAR' },
  dimensions: [],
  notMeasuredIn: { K04000001: 'The Department for Education publishes for England, not for Wales.' },
  caveats: [
    {
      severity: 'CAUTION',
      text: 'Percentages are rounded to whole numbers and rest on small numbers of children: a change of a point or two may be one or two children.',
    },
    {
      severity: 'INFO',
      text: 'Numbers of regions and of England are rounded to the nearest 10, those of boroughs are not: boroughs do not add up to London.',
    },
  ],
  typicalRange: [1, 9],
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

/** The group of rows that this dataset is about; the health agency serves another of the same file. */
const isOnConvictions = (row: Row) => /^convictions\b/i.test(row.text('group'));

/** The other groups, by how they begin. An unknown one may be ours under a new name. */
const otherGroups =
  /^(development assessments|health assessments|substance misuse|ages 5 to 16 years with sdq score)\b/i;

/** What the rows of the group say, in kebab-case, so that commas and case make no difference. */
const subjects = {
  'convicted-or-subject-to-youth-cautions-or-youth-conditional-cautions-during-the-year': 'convicted',
  'total-ages-10-to-17-years': 'all',
} as const;
const isSubject = (text: string): text is keyof typeof subjects => Object.hasOwn(subjects, text);

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const children = childrenByArea(file);
  const known = new Set<string>();
  draft.atEnd((isWhole) => {
    if (isWhole && known.size === 0)
      throw new FileProblem(
        `${file.name} has no row of London about convictions: check whether the publisher renamed them`,
      );
  });
  return (row) => {
    if (otherGroups.test(row.text('group'))) return leftOut('another outcome than convictions');
    if (!isOnConvictions(row)) return row.reject('group', 'a known group of outcomes, such as "Convictions: …"');
    const characteristic = slug(row.text('characteristic'));
    if (!isSubject(characteristic))
      return row.reject('characteristic', 'children convicted or cautioned, or all aged 10 to 17');
    const of = readEducationRow(row);
    if (of === null) return outsideLondon;
    const key = `${of.area.code} ${of.year} ${characteristic}`;
    if (known.has(key)) return row.reject('characteristic', 'one row for each area, year and characteristic');
    if (subjects[characteristic] === 'all') checkAll(row);
    else stageShare(row, { ...of, children: children.get(keyOf(row)) ?? null }, draft);
    known.add(key);
    return loaded;
  };
}

/** All children are a hundred percent of themselves, unless there are none or their number is withheld. */
function checkAll(row: Row): void {
  const { value } = row.count('number', educationMarkers);
  const share = row.reading('percentage', educationMarkers);
  if (share.value !== 100 && (value ?? 0) > 0) row.reject('percentage', '100, because the row is of all children');
}

/** What the row of the convicted and that of all children have in common. */
const keyOf = (row: Row) =>
  ['period', 'level', 'regionCode', 'authorityCode'].map((column) => row.text(column)).join(' ');

/** All children aged 10 to 17, by year and area, where one row gives their number: another row than that of the convicted. */
function childrenByArea(file: OpenedFile): ReadonlyMap<string, number> {
  const totals = file
    .rows()
    .filter((row) => isOnConvictions(row) && slug(row.text('characteristic')) === 'total-ages-10-to-17-years');
  const numbers = [...Map.groupBy(totals, keyOf)].flatMap(([key, rows]) => {
    const [number = Number.NaN, ...more] = rows.map((row) => parseNumber(row.text('number')) ?? Number.NaN);
    return number > 0 && more.length === 0 ? [[key, number] as const] : [];
  });
  return new Map(numbers);
}

interface Share extends EducationRow {
  /** Null where the number is withheld or nobody is there. */
  readonly children: number | null;
}

function stageShare(row: Row, { area, year, children }: Share, draft: ReleaseDraft): void {
  const ordinal = ordinalOf(lookedAfterChildrenConvicted.grid, `FY${year - 1}-${String(year).slice(2)}`);
  const isRounded = area.type !== 'BOROUGH';
  const reading = shareIn(row, { children, isRounded });
  draft.stage({
    indicator: lookedAfterChildrenConvicted,
    place: area.code,
    cells: [{ ordinal, reading }],
    denominatorSource: 'Children aged 10 to 17 looked after for at least twelve months, in the same table',
  });
}

/** The share as published, with the numbers that it rests on. Where the number is withheld, so is the share, which tells it. */
function shareIn(
  row: Row,
  { children, isRounded }: { readonly children: number | null; readonly isRounded: boolean },
): Reading {
  const number = row.count('number', educationMarkers);
  const share = row.reading('percentage', educationMarkers);
  if (share.value !== null && (share.value < 0 || share.value > 100))
    row.reject('percentage', 'a percentage, 0 to 100');
  const status = number.status === 'PUBLISHED' ? share.status : number.status;
  if (status !== 'PUBLISHED' || share.value === null) return { value: null, status };
  const roundsToZero = number.flags?.includes('ROUNDS_TO_ZERO') === true;
  if (!isRounded && !roundsToZero) checkShare(row, share.value, { number: number.value ?? 0, children });
  return {
    value: share.value,
    status,
    flags: [...(share.flags ?? []), ...(isRounded ? (['ROUNDED'] as const) : [])],
    // A number that rounds to zero is not zero, and is not known.
    numerator: roundsToZero ? null : number.value,
    denominator: children,
  };
}

/** A whole percentage follows from the two numbers: where it does not, rows or columns were mixed up. */
function checkShare(row: Row, share: number, of: { readonly number: number; readonly children: number | null }): void {
  if (of.children === null) return;
  const expected = (of.number / of.children) * 100;
  if (Math.abs(share - expected) > 0.5 + 1e-9)
    row.reject('percentage', `${expected.toFixed(0)}, which is ${of.number} of ${of.children} children`);
}

export const dataset: DatasetDefinition = {
  id: 'looked-after-children-convictions',
  title: 'Convictions of children looked after',
  publisher: 'Department for Education',
  description:
    'Children aged 10 to 17 looked after for at least twelve months who were convicted or cautioned in the year to 31 March, by responsible authority. Each release restates the years that it holds.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Department for Education, Children looked after in England including adoptions.',
  designation: 'ACCREDITED_OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Annual',
  landingPage:
    'https://explore-education-statistics.service.gov.uk/find-statistics/children-looked-after-in-england-including-adoptions',
  disclosurePolicy: disclosurePolicies['dfe-1-5'],
  indicators: [lookedAfterChildrenConvicted],
  formats: [table],
};
