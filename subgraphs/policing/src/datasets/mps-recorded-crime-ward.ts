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
import { wardOf2022 } from '@boroughgraph/kit/geography/area-wards.ts';
import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { conductCrimes2023, connect } from '../breaks.ts';
import { cityOfLondon, cityOfLondonWards } from '../force-areas.ts';
import { offenceGroups, offences } from '../offences.ts';
import {
  type MonthColumn,
  monthColumns,
  boroughColumn,
  boroughsMissingIn,
  offenceColumns,
  OffenceRows,
  openMonths,
  readCounts,
  readOffence,
  stageOffence,
} from '../recorded-crime-table.ts';
import { lastMonthsNotFinal } from './mps-recorded-crime-borough.ts';
import { offenceWords } from '../offence-words.ts';

const notTheMet =
  'The ward lies in the City of London, which has a police force of its own: the Metropolitan Police tables have nothing for it.';

export const recordedCrimeWard: IndicatorDefinition = {
  id: 'recorded-crime-ward',
  partOf: [{ indicator: 'recorded-crime' }],
  datasetId: 'mps-recorded-crime-ward',
  name: 'Recorded crime by ward',
  alsoCalled: ['ward crime', 'crime by ward', 'neighbourhood crime', 'local crime'],
  definition:
    'Notifiable offences recorded by the Metropolitan Police in the month, by the ward in which they happened (wards of 2022). Without fraud reported to the National Fraud Intelligence Bureau. Not every offence is reported or recorded.',
  unit: 'OFFENCES',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'REPORTING_VOLUME',
  additivity: 'ADDITIVE',
  attributionBasis: 'PLACE_OF_OFFENCE',
  areaTypes: ['WARD'],
  grid: { type: 'MONTH' },
  valuesAlsoCalled: offenceWords,
  dimensions: [offenceGroups, offences],
  breaks: [conductCrimes2023, connect],
  hasSeams: true,
  caveats: [
    {
      severity: 'CAUTION',
      text: "The wards of a borough do not add up to the borough's own figure: it comes from another edition, and not every offence can be placed in a ward.",
    },
    lastMonthsNotFinal,
  ],
  notMeasuredIn: Object.fromEntries(cityOfLondonWards.map((code) => [code, notTheMet])),
  typicalRange: [20, 300],
};

const table: FileFormat = {
  name: 'the Metropolitan Police table of offences by ward',
  delimiter: ',',
  listsEveryArea: true,
  columns: {
    ...offenceColumns,
    ward: { headings: ['WardName', 'Ward Name', 'Ward'] },
    code: { headings: ['WardCode', 'Ward Code'] },
    borough: boroughColumn,
  },
  otherColumns: monthColumns,
  open: openTable,
};

/** What the rows read so far say of a ward. */
interface KnownWard {
  readonly name: string;
  /** Null while the ward stands only under a command that is no borough, such as aviation security. */
  readonly borough: string | null;
}

/** What is known of a file before its first row. */
interface TableFile {
  readonly months: readonly MonthColumn[];
  readonly hasHarassment: boolean;
  readonly wards: Map<string, KnownWard>;
  readonly rows: OffenceRows;
}

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const missing = boroughsMissingIn(file);
  if (missing.length > 0) draft.notice(`no row for a ward of ${missing.join(', ')}: is the file complete?`);
  const opened: TableFile = {
    months: openMonths(file, recordedCrimeWard, draft),
    hasHarassment: file.distinct('minor').has('stalking and harassment'),
    wards: new Map(),
    rows: new OffenceRows(),
  };
  return (row) => readRow(row, opened, draft);
}

function readRow(row: Row, file: TableFile, draft: ReleaseDraft) {
  // Where another cell is wrong, the totals of this ward alone are known to miss it.
  if (wardOf2022(row.text('code')) !== null) row.concerns(row.text('code'));
  const offence = readOffence(row, file.hasHarassment);
  const cells = readCounts(row, file.months);
  const text = row.text('borough');
  if (isOutsideAreas(text) && row.text('code') === '') return keptOutside(`${text}: in no ward`);
  const place = wardCodeOf(row);
  const ward = wardOf(row, file.wards.get(place));
  // Heathrow Villages stands under its borough and under aviation security; the two are parts of one ward.
  file.rows.note(row, `${place}, ${slug(text)}`, offence);
  file.wards.set(place, ward);
  stageOffence(draft, { indicator: recordedCrimeWard, place, offence, cells });
  return loaded;
}

function wardCodeOf(row: Row): string {
  const code = row.text('code');
  if (!/^E05\d{6}$/.test(code)) return row.reject('code', 'the code of a ward: E05 and six digits');
  if (cityOfLondonWards.includes(code))
    return row.reject('code', 'a ward that the Metropolitan Police polices, not one of the City of London');
  if (wardOf2022(code) === null)
    return row.reject(
      'code',
      'a ward of London since May 2022: wards of other years cannot stand in one series with it',
    );
  return code;
}

/** The ward of a row. Names repeat across boroughs, but one code has one name and lies in one borough. */
function wardOf(row: Row, known: KnownWard | undefined): KnownWard {
  const name = row.text('ward');
  if (name === '') row.reject('ward', 'the name of a ward');
  if (known !== undefined && slug(known.name) !== slug(name))
    row.reject('ward', `${known.name}, as in earlier rows with the code ${row.text('code')}`);
  const borough = boroughOf(row);
  if (borough !== null && known !== undefined && known.borough !== null && known.borough !== borough)
    row.reject('borough', `the borough of earlier rows with the code ${row.text('code')}: a ward lies in one`);
  return { name, borough: borough ?? known?.borough ?? null };
}

function boroughOf(row: Row): string | null {
  if (isOutsideAreas(row.text('borough'))) return null;
  const { code, name } = row.area('borough');
  return code === cityOfLondon
    ? row.reject('borough', `a borough that the Metropolitan Police polices, not ${name}`)
    : code;
}

export const dataset: DatasetDefinition = {
  id: 'mps-recorded-crime-ward',
  title: 'Recorded crime by ward',
  publisher: 'the Metropolitan Police Service',
  description:
    'Offences by major and minor class, ward and month. Each edition restates the months that it holds; wards do not add up to boroughs.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Metropolitan Police Service, London Datastore.',
  designation: 'MANAGEMENT_INFORMATION',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  landingPage: 'https://data.london.gov.uk/dataset/recorded_crime_summary',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [recordedCrimeWard],
  formats: [table],
};
