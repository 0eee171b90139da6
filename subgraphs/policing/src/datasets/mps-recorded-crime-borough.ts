import {
  type DatasetDefinition,
  type FileFormat,
  keptOutside,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { isOutsideAreas } from '@boroughgraph/kit/geography/area-names.ts';
import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { Caveat, IndicatorDefinition, Remark, SeriesBreak } from '@boroughgraph/kit/statistics/indicator.ts';
import { actionFraud, classification2019, conductCrimes2023, connect } from '../breaks.ts';
import { boroughsOfForce, cityOfLondon, cityOfLondonPolice, metropolitanArea } from '../force-areas.ts';
import { offenceGroups, offences } from '../offences.ts';
import {
  asPartsOfForce,
  type MonthColumn,
  monthColumns,
  boroughColumn,
  boroughsMissingIn,
  metropolitanBoroughOf,
  offenceColumns,
  OffenceRows,
  openMonths,
  readCounts,
  readOffence,
  stageOffence,
} from '../recorded-crime-table.ts';
import { offenceWords } from '../offence-words.ts';

const notTheMet =
  'The City of London has a police force of its own, which is not in the Metropolitan Police tables: nothing is recorded for it here.';

/** Days at which the Met counted otherwise, whatever is loaded. Source: the contract, "Recorded crime". */
const breaks: readonly Remark<SeriesBreak>[] = [actionFraud, classification2019, conductCrimes2023, connect];

/** Source: Office for Statistics Regulation, letter of January 2014; Home Office, Crime outcomes, note on data quality. */
const caveats: readonly Remark<Caveat>[] = [
  {
    severity: 'CAUTION',
    text: 'From 2014 on the police recorded more of what they were told, after inspectors had found that crimes went unrecorded: a rise in those years may be one of recording.',
    appliesTo: ({ place }) => place !== cityOfLondon && place !== cityOfLondonPolice,
  },
];

/** Source: the editions of the table, in which figures of the same months differ. */
export const lastMonthsNotFinal: Remark<Caveat> = {
  severity: 'CAUTION',
  text: 'Each edition of the table restates months of the one before: the last months are not final.',
  appliesTo: ({ place }) => place !== cityOfLondon && place !== cityOfLondonPolice,
};

/** Source: the table itself, whose rows of airports and of no known place are counted for the force alone. */
const offencesOutsideBoroughs: Remark<Caveat> = {
  severity: 'INFO',
  text: 'The figure of the force is above the sum of its boroughs: it holds offences that are in no borough, at airports and where the place is not known.',
  appliesTo: ({ place }) => place === metropolitanArea,
};

export const recordedCrime: IndicatorDefinition = {
  id: 'recorded-crime',
  datasetId: 'mps-recorded-crime-borough',
  name: 'Recorded crime',
  alsoCalled: [
    'crime',
    'TNO',
    'total notifiable offences',
    'crime figures',
    'police recorded crime',
    'offences',
    'crime numbers',
    'crime statistics',
    'all crime',
    'crime levels',
    'PRC',
  ],
  definition:
    'Notifiable offences recorded by the Metropolitan Police in the month, by the borough in which they happened. Without fraud reported to the National Fraud Intelligence Bureau. Not every offence is reported or recorded.',
  unit: 'OFFENCES',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'REPORTING_VOLUME',
  additivity: 'ADDITIVE',
  attributionBasis: 'PLACE_OF_OFFENCE',
  areaTypes: ['BOROUGH', 'POLICE_FORCE_AREA'],
  coverageUnit: boroughsOfForce,
  grid: { type: 'MONTH' },
  valuesAlsoCalled: offenceWords,
  dimensions: [offenceGroups, offences],
  breaks,
  hasSeams: true,
  caveats: [...caveats, lastMonthsNotFinal, offencesOutsideBoroughs],
  notMeasuredIn: { [cityOfLondon]: notTheMet, [cityOfLondonPolice]: notTheMet },
  typicalRange: [1_200, 3_600],
};

export const recordedCrimeRate: IndicatorDefinition = {
  ...recordedCrime,
  id: 'recorded-crime-rate',
  name: 'Recorded crime rate',
  alsoCalled: ['crime rate', 'crime per head', 'crimes per 1,000 residents', 'crime per capita', 'offences per 1,000'],
  definition:
    'Notifiable offences recorded by the Metropolitan Police in the month per 1,000 residents of the borough. Many offences happen to people who do not live where they happen, so the rate of a place with many visitors is high.',
  unit: 'PER_1000',
  valueType: 'CRUDE_RATE',
  multiplier: 1000,
  decimals: 2,
  additivity: 'NON_ADDITIVE',
  areaTypes: ['BOROUGH'],
  isComputed: true,
  computedBy: 'Area.crimeRate',
  typicalRange: [5, 20],
};

const table: FileFormat = {
  name: 'the Metropolitan Police table of offences by borough',
  delimiter: ',',
  columns: {
    ...offenceColumns,
    borough: boroughColumn,
    // Some copies carry the ONS code besides; it must then be the one of the name.
    code: { headings: ['Code', 'BoroughCode', 'Borough Code', 'LookUp_BoroughCode'], isOptional: true },
  },
  otherColumns: monthColumns,
  open: openTable,
};

/** What is known of a file before its first row. */
interface TableFile {
  readonly months: readonly MonthColumn[];
  readonly hasHarassment: boolean;
  /** How many boroughs that the force polices have no row. */
  readonly missing: number;
  readonly rows: OffenceRows;
}

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  // Editions from December 2023 on count stalking and harassment apart, even where a small file has no row of it.
  const isNew = file.others.every(({ meaning }) => meaning >= '2023-12');
  const missing = boroughsMissingIn(file);
  if (missing.length > 0) draft.notice(`no row for ${missing.join(', ')}`);
  const opened: TableFile = {
    months: openMonths(file, recordedCrime, draft),
    hasHarassment: isNew || file.distinct('minor').has('stalking and harassment'),
    missing: missing.length,
    rows: new OffenceRows(),
  };
  return (row) => readRow(row, opened, draft);
}

function readRow(row: Row, file: TableFile, draft: ReleaseDraft) {
  const text = row.text('borough');
  const isOutside = isOutsideAreas(text);
  // First, so that where another cell is wrong the totals of this borough alone are known to miss it.
  const borough = isOutside ? null : boroughOf(row);
  row.concerns(metropolitanArea);
  const offence = readOffence(row, file.hasHarassment);
  const cells = readCounts(row, file.months);
  file.rows.note(row, borough ?? slug(text), offence);
  if (borough !== null) stageOffence(draft, { indicator: recordedCrime, place: borough, offence, cells });
  const ofForce = asPartsOfForce(cells, file.missing);
  stageOffence(draft, { indicator: recordedCrime, place: metropolitanArea, offence, cells: ofForce });
  return isOutside ? keptOutside(`${text}: counted for the force, in no borough`) : loaded;
}

function boroughOf(row: Row): string {
  const code = metropolitanBoroughOf(row);
  const given = row.text('code');
  if (given !== '') row.concerns(given);
  return given === '' || given === code ? code : row.reject('code', `${code}, the code of ${row.text('borough')}`);
}

export const dataset: DatasetDefinition = {
  id: 'mps-recorded-crime-borough',
  title: 'Recorded crime by borough',
  publisher: 'the Metropolitan Police Service',
  description:
    'Offences by major and minor class, borough and month. Each edition restates the months that it holds; figures of one month differ between editions.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Metropolitan Police Service, London Datastore.',
  designation: 'MANAGEMENT_INFORMATION',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  landingPage: 'https://data.london.gov.uk/dataset/recorded_crime_summary',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [recordedCrime, recordedCrimeRate],
  formats: [table],
};
