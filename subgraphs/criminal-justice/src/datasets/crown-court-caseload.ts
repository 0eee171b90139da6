import {
  type DatasetDefinition,
  type FileFormat,
  keptOutside,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { inEachKind, placeOnGrid } from '@boroughgraph/kit/statistics/period-kinds.ts';
import { siteFact } from '@boroughgraph/kit/store/site.ts';
import { crownCourtNamed, crownCourts } from '../crown-courts.ts';
import { trajectoryTable } from '../crown-court-trajectory.ts';
import { london, oneCrown, otherRegions, publication, quarterOfPublication } from '../criminal-court-statistics.ts';

const id = 'crown-court-caseload';

const shared = {
  datasetId: id,
  unit: 'CASES',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'ADDITIVE',
  attributionBasis: 'COURT_OF_HEARING',
  areaTypes: ['COUNTRY'],
  grid: { type: 'QUARTER' },
  dimensions: [],
  breaks: [oneCrown],
  notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
  caveats: [
    {
      severity: 'CAUTION',
      text: 'Receipts less disposals are not the change of open cases, which are counted from the records of the last day.',
    },
  ],
} as const satisfies Partial<IndicatorDefinition>;

const receipts: IndicatorDefinition = {
  ...shared,
  id: 'crown-court-receipts',
  name: 'Crown Court receipts',
  alsoCalled: ['Crown Court caseload', 'new Crown Court cases', 'cases received'],
  definition: 'Cases that came to the Crown Court in the quarter: for trial, for sentence and on appeal.',
};

const disposals: IndicatorDefinition = inEachKind(
  {
    ...shared,
    id: 'crown-court-disposals',
    name: 'Crown Court disposals',
    alsoCalled: ['cases completed', 'Crown Court disposals', 'cases disposed'],
    definition:
      'Cases that the Crown Court ended: of England and Wales in the quarter, and of each court centre of London in twelve months.',
    siteKind: 'court',
  },
  [{ type: 'ROLLING_12_MONTHS' }],
);

const byCourt: FileFormat = {
  name: 'the table of open cases and a year of disposals by Crown Court',
  delimiter: ',',
  columns: {
    region: { headings: ['region'] },
    court: { headings: ['court'] },
    open: { headings: ['open_latest'] },
    disposals: { headings: ['annual_disposals'] },
    // What a third party worked out of the two before it: it must be that, and is not served.
    years: { headings: ['years_of_backlog'], isOptional: true },
  },
  otherColumns: 'refused',
  open: openByCourt,
};

const regions = Object.fromEntries(['London', ...otherRegions, 'Unknown'].map((name) => [name, name]));

function openByCourt(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const { end } = quarterOfPublication(file);
  const { indicator, ordinal } = placeOnGrid(disposals, `R12-${end.slice(0, 7)}`);
  draft.covers(indicator, [ordinal]);
  return (row) => {
    const region = row.oneOf('region', regions);
    const court = crownCourtNamed(row.text('court'));
    if (region !== 'London') {
      if (court !== null) row.reject('region', `London, where the court ${court.name} lies`);
      return region === 'Unknown' ? keptOutside('court and region unknown') : leftOut('a court outside London');
    }
    if (court === null) {
      const known = crownCourts.map(({ name }) => name);
      return row.reject('court', 'a Crown Court centre of London', known);
    }
    const reading = row.count('disposals');
    checkYears(row, reading.value);
    draft.stage({ indicator, place: court.id, cells: [{ ordinal, reading }] });
    draft.state(siteFact({ id: court.id, name: court.name, kind: 'court', within: london }));
    return loaded;
  };
}

/** Where the ratio does not follow from the two counts, columns or rows were mixed up. */
function checkYears(row: Row, ended: number | null): void {
  if (row.text('years') === '' || ended === null || ended === 0) return;
  const ratio = (row.count('open').value ?? 0) / ended;
  if (Math.abs(row.number('years') - ratio) > 0.0005)
    row.reject('years', `${ratio}, the open cases over the disposals of a year`);
}

export const dataset: DatasetDefinition = {
  ...publication,
  id,
  title: 'Crown Court receipts and disposals',
  description:
    'Cases that came to the Crown Court in England and Wales and that it ended, by quarter from 2016, and disposals of a year by court centre of London. Cut from Criminal court statistics quarterly by a third party; ratios that it worked out are not served.',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [receipts, disposals],
  formats: [trajectoryTable({ receipts, disposals }), byCourt],
};
