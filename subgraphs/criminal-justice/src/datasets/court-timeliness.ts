import {
  type DatasetDefinition,
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
import { type Dimension, dimension, type Dimensions, slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { periodAt } from '@boroughgraph/kit/statistics/periods.ts';
import {
  englandAndWales,
  london,
  oneCrown,
  otherRegions,
  publicationDay,
  publication,
  reshapedCopy,
} from '../criminal-court-statistics.ts';
import { courtDaysBaselines } from '../court-baselines.ts';

const stages: Dimension = dimension('stage', 'Stage', [
  'Offence to charge',
  'Charge to first listing',
  'First listing to completion',
  'Charge to sending',
  'Sending to main hearing',
  'Main hearing to completion',
  'Receipt to completion',
  'Charge to completion',
  'Offence to completion',
]);
const statistics: Dimension = dimension('statistic', 'Statistic', ['Median', 'Mean']);

export const courtTimeliness: IndicatorDefinition = {
  id: 'court-timeliness',
  datasetId: 'court-timeliness',
  name: 'Court timeliness',
  alsoCalled: [
    'court delay',
    'court delays',
    'court waits',
    'how long courts take',
    'how long criminal cases take',
    'length of court cases',
    'time to trial',
    'waiting times at court',
    'days to completion',
    'speed of justice',
    'justice delayed',
    'trial delays',
    'end-to-end times',
    'court times',
  ],
  definition:
    'Days that a stage took for the defendants whose cases were completed in the quarter. It looks back on completed cases only: those still open are not in it, and clearing old cases makes it look worse.',
  unit: 'DAYS',
  valueType: 'MEDIAN',
  multiplier: 1,
  decimals: 0,
  polarity: 'LOW_IS_GOOD',
  additivity: 'NON_ADDITIVE',
  attributionBasis: 'COURT_OF_HEARING',
  areaTypes: ['REGION', 'COUNTRY', 'LOCAL_JUSTICE_AREA', 'LCJB_AREA'],
  grid: { type: 'QUARTER' },
  dimensions: [dimension('tier', 'Tier', ['Crown', 'Magistrates']), stages, statistics],
  headline: { tier: 'crown', stage: 'offence-to-completion', statistic: 'median' },
  baselines: courtDaysBaselines,
  notMeasuredIn: { E92000001: 'Court timeliness is published for England and Wales together, not for England.' },
  breaks: [{ ...oneCrown, appliesTo: ({ dimensions }) => dimensions['tier'] === 'crown' }],
  caveats: [
    reshapedCopy,
    {
      severity: 'CAUTION',
      text: 'No court timeliness is published for a borough: these are days at the courts of the whole area named, wherever the defendants live.',
    },
    {
      severity: 'INFO',
      text: 'London is the region of HM Courts & Tribunals Service.',
      appliesTo: ({ place }) => place === london,
    },
    {
      severity: 'CAUTION',
      text: 'Courts changed to another case system, Common Platform, between 2020 and 2023, each on a day of its own: no one day marks it as a break.',
    },
    {
      severity: 'INFO',
      text: 'All figures follow the "One Crown" definition, to which the release of 12 December 2024 restated the Crown Court back to 2016: earlier releases differ and are not loaded.',
    },
  ],
  typicalRange: [240, 420],
};

/** A column that a file may have: the days of one stage, as median or mean. */
interface Measure {
  readonly column: string;
  readonly dimensions: Dimensions;
}

const measures: readonly Measure[] = stages.choices.flatMap((stage) =>
  statistics.choices.map((statistic) => ({
    column: `${stage.value} ${statistic.value}`,
    dimensions: { tier: 'crown', stage: stage.value, statistic: statistic.value },
  })),
);

/** `offence_to_completion_median`, `Offence to completion median`, with "days" after it or without. */
function headingsOf({ column }: Measure): readonly string[] {
  const words = column.replaceAll('-', ' ');
  return ['_', ' ', '-'].flatMap((space) => [words, `${words} days`].map((text) => text.replaceAll(' ', space)));
}

const table: FileFormat = {
  name: 'the table of Crown Court timeliness by region',
  delimiter: ',',
  columns: {
    end: { headings: ['quarter_end', 'Quarter end', 'quarter_ending', 'Quarter ending'] },
    year: { headings: ['year'], isOptional: true },
    quarter: { headings: ['quarter', 'qtr'], isOptional: true },
    region: { headings: ['region', 'region_name', 'HMCTS region', 'area'] },
    level: { headings: ['geo_level', 'Geo level', 'geographic_level', 'Geographic level', 'level'] },
    ...Object.fromEntries(
      measures.map((measure) => [measure.column, { headings: headingsOf(measure), isOptional: true }]),
    ),
  },
  otherColumns: 'refused',
  open: openTable,
};

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const publishedAt = publicationDay(file);
  const present = measures.filter(({ column }) => file.headings.has(column));
  if (present.length === 0)
    throw new FileProblem(`${file.name} has no column for a stage: expected one such as offence_to_completion_median`);
  const places = new Map<number, Set<string>>();
  draft.atEnd((isWhole) => {
    if (isWhole) requirePlaces(file.name, places);
  });
  return (row) => readRow(row, { present, publishedAt, places }, draft);
}

interface Table {
  readonly present: readonly Measure[];
  readonly publishedAt: string;
  /** The areas that each quarter has a row for, by ordinal. */
  readonly places: Map<number, Set<string>>;
}

/** A table that lacks an area for some quarters was cut off or filtered; one without London is another table. */
function requirePlaces(name: string, places: Table['places']): void {
  for (const place of [london, englandAndWales]) {
    const without = [...places]
      .filter(([, known]) => !known.has(place))
      .map(([ordinal]) => periodAt(courtTimeliness.grid, ordinal).id);
    if (without.length > 0)
      throw new FileProblem(
        `${name} has no row for ${place === london ? 'London' : 'England and Wales'} in ${without.join(', ')}: fetch it again`,
      );
  }
}

function readRow(row: Row, { present, publishedAt, places }: Table, draft: ReleaseDraft) {
  const area = row.oneOf('region', areas);
  const level = row.oneOf('level', { region: 'region', regional: 'region', national: 'national', country: 'national' });
  if ((level === 'national') !== (area === englandAndWales))
    row.reject('level', area === englandAndWales ? 'national' : 'region');
  const ordinal = quarterOf(row, publishedAt);
  const known = places.get(ordinal) ?? new Set();
  places.set(ordinal, known);
  if (area === null) return leftOut('a region outside London');
  for (const { column, dimensions } of present)
    draft.stage({
      indicator: courtTimeliness,
      place: area,
      dimensions,
      cells: [{ ordinal, reading: daysIn(row, column) }],
    });
  known.add(area);
  return loaded;
}

/** The code of each area that a row may be about; null for those that are left out. */
const areas: Readonly<Record<string, string | null>> = {
  London: london,
  'England and Wales': englandAndWales,
  'England & Wales': englandAndWales,
  ...Object.fromEntries(otherRegions.map((name) => [name, null])),
};

function daysIn(row: Row, column: string) {
  const reading = row.reading(column);
  return (reading.value ?? 0) < 0 ? row.reject(column, 'days, zero or more') : reading;
}

/** The ordinal of the quarter, which three columns name and which must have ended when the file was published. */
function quarterOf(row: Row, publishedAt: string): number {
  const day = isoDayOf(row.text('end')) ?? '';
  const [ofYear = 0, month = 0] = day.split('-').map(Number);
  const ordinal = Math.floor((ofYear * 12 + month - 1) / 3);
  const { id, end } = periodAt(courtTimeliness.grid, ordinal);
  if (end !== day) row.reject('end', 'the last day of a quarter, such as 2025-12-31');
  if (end >= publishedAt) row.reject('end', `a quarter that had ended when the file was published on ${publishedAt}`);
  const [year = '', quarter = ''] = id.split('-');
  if (row.has('year') && row.text('year') !== year) row.reject('year', `${year}, the year of ${end}`);
  if (row.has('quarter') && slug(row.text('quarter')).replace(/^q?/, 'q') !== slug(quarter))
    row.reject('quarter', `${quarter}, the quarter of ${end}`);
  return ordinal;
}

export const dataset: DatasetDefinition = {
  ...publication,
  id: 'court-timeliness',
  title: 'Crown Court timeliness by region',
  description:
    'Days from one stage of a case to another at the Crown Court, median and mean, by quarter of completion, for London and for England and Wales. Cut from Criminal court statistics quarterly by a third party.',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [courtTimeliness],
  formats: [table],
};
