import {
  type DatasetDefinition,
  type FileFormat,
  keptOutside,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import { parseNumber } from '@boroughgraph/kit/files/numbers.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import { siteFact } from '@boroughgraph/kit/store/site.ts';
import { type CrownCourt, crownCourtNamed, crownCourts } from '../crown-courts.ts';
import { trajectoryTable } from '../crown-court-trajectory.ts';
import {
  london,
  oneCrown,
  otherRegions,
  publication,
  quarterOfPublication,
  reshapedCopy,
  yearBefore,
} from '../criminal-court-statistics.ts';

export const crownCourtOpenCases: IndicatorDefinition = {
  id: 'crown-court-open-cases',
  datasetId: 'crown-court-open-cases',
  name: 'Crown Court open cases',
  alsoCalled: [
    'Crown Court',
    'Crown Court cases',
    'backlog',
    'court backlog',
    'outstanding cases',
    'open caseload',
    'cases waiting',
    'Crown Court backlog',
    'open cases',
    'pending cases',
    'trial backlog',
  ],
  definition:
    'Cases open at a Crown Court centre, or at all of England and Wales, at the end of the quarter, counted from its records on the last day; cases with a live bench warrant are left out. A case is counted where it is held, not where anyone lives.',
  unit: 'CASES',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'LOW_IS_GOOD',
  additivity: 'ADDITIVE_OVER_AREA_ONLY',
  attributionBasis: 'COURT_OF_HEARING',
  areaTypes: ['COUNTRY'],
  siteKind: 'court',
  grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
  dimensions: [],
  breaks: [oneCrown],
  notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
  caveats: [
    reshapedCopy,
    {
      severity: 'CAUTION',
      text: 'The copy names no quarter: it is inferred from the day of publication, as the last that ended 60 to 110 days before, and the other one as the same quarter a year earlier. The quarters between the two are not in it.',
    },
    {
      severity: 'CAUTION',
      text: 'A Crown Court serves no one borough, and work moves between courts: no source says which borough its cases come from.',
    },
    {
      severity: 'INFO',
      text: 'All figures follow the "One Crown" definition, to which the release of 12 December 2024 restated the Crown Court: earlier releases differ and are not loaded.',
    },
  ],
  typicalRange: [400, 4_500],
};

const table: FileFormat = {
  name: 'the table of open cases by Crown Court',
  delimiter: ',',
  columns: {
    region: { headings: ['region', 'region_name', 'HMCTS region'] },
    court: { headings: ['court', 'court_name', 'Court name', 'Court centre', 'court_centre'] },
    latest: { headings: ['open_latest', 'Open latest', 'open_cases_latest', 'latest'] },
    yearAgo: { headings: ['open_year_ago', 'Open year ago', 'open_cases_year_ago', 'year_ago'] },
    change: { headings: ['change', 'change_on_year'], isOptional: true },
    percentChange: { headings: ['pct_change', 'percent_change', '% change', 'percentage_change'], isOptional: true },
  },
  otherColumns: 'refused',
  open: openTable,
};

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const { end } = quarterOfPublication(file);
  const { grid } = crownCourtOpenCases;
  const ordinals = { latest: ordinalOf(grid, `S${end}`), yearAgo: ordinalOf(grid, `S${yearBefore(end)}`) };
  const seen = new Set<string>();
  draft.atEnd(() => {
    const missing = crownCourts.filter(({ id, name }) => !seen.has(id) && name !== closedCourt);
    if (missing.length > 0)
      draft.notice(`no row for ${missing.map(({ name }) => name).join(', ')}, a Crown Court of London`);
  });
  return (row) => readRow(row, { ordinals, seen }, draft);
}

/** Had no open cases left when figures on today's definition begin to be published. */
const closedCourt = 'Blackfriars';

interface Table {
  readonly ordinals: { readonly latest: number; readonly yearAgo: number };
  readonly seen: Set<string>;
}

function readRow(row: Row, { ordinals, seen }: Table, draft: ReleaseDraft) {
  const region = row.oneOf('region', regions);
  const court = crownCourtNamed(row.text('court'));
  if (region !== 'London') {
    if (court !== null) row.reject('region', `London, where the court ${court.name} lies`);
    return region === 'Unknown' ? keptOutside('court and region unknown') : leftOut('a court outside London');
  }
  const { id, name } = court ?? rejectCourt(row);
  const latest = countOrGap(row, 'latest');
  const yearAgo = countOrGap(row, 'yearAgo');
  checkChange(row, latest, yearAgo);
  const cells = [
    { ordinal: ordinals.yearAgo, reading: yearAgo },
    { ordinal: ordinals.latest, reading: latest },
  ];
  draft.stage({ indicator: crownCourtOpenCases, place: id, cells });
  draft.state(siteFact({ id, name, kind: 'court', within: london }));
  seen.add(id);
  return loaded;
}

const regions = Object.fromEntries(['London', ...otherRegions, 'Unknown'].map((name) => [name, name]));

function rejectCourt(row: Row): CrownCourt {
  const known = crownCourts.map(({ name }) => name);
  return row.reject('court', 'a Crown Court centre of London', known);
}

/** A blank cell: the court had no figure on that day. */
function countOrGap(row: Row, column: string): Reading {
  return row.text(column) === '' ? { value: null, status: 'NOT_AVAILABLE' } : row.count(column);
}

/** Both columns follow from the two counts; where they do not, columns or rows were mixed up. */
function checkChange(row: Row, { value: latest }: Reading, { value: yearAgo }: Reading): void {
  if (latest === null || yearAgo === null) {
    for (const column of ['change', 'percentChange'])
      if (row.text(column) !== '') row.reject(column, 'nothing, because one of the two counts is missing');
    return;
  }
  const change = latest - yearAgo;
  if (row.has('change') && row.number('change') !== change)
    row.reject('change', `${change}, the latest count less the one a year ago`);
  if (row.text('percentChange') === '') return;
  const share = change / yearAgo;
  const stated = parseNumber(row.text('percentChange'));
  if (stated === null || !isShare(stated, share))
    row.reject('percentChange', `${share}, the change as a share of the count a year ago, or the same in percent`);
}

/** A share is written in full, a percentage with one decimal at least. */
const isShare = (stated: number, share: number) =>
  Math.abs(stated - share) < 0.000_5 || Math.abs(stated - share * 100) <= 0.05;

export const dataset: DatasetDefinition = {
  ...publication,
  id: 'crown-court-open-cases',
  title: 'Crown Court open cases by court',
  description:
    'Cases open at each Crown Court centre of London at the end of a quarter, and a year before, and in England and Wales at the end of each quarter from 2016. Cut from Criminal court statistics quarterly by a third party; its quarter follows from the day of publication.',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [crownCourtOpenCases],
  formats: [table, trajectoryTable({ open: crownCourtOpenCases })],
};
