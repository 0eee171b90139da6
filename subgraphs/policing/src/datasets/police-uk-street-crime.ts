import {
  type DatasetDefinition,
  type FileFormat,
  keptOutside,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import { monthIdOf } from '@boroughgraph/kit/files/months.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { dimension, type Dimensions, slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import { cityOfLondon, oneOfTwoForces, policeForces } from '../force-areas.ts';
import { type DistrictsByLsoa, placeOfLsoa, readLsoas } from '../lsoas.ts';
import { countsOnly, monthOfFile, requireNotJoined } from '../police-uk.ts';

/** The fourteen categories of data.police.uk since May 2013. Source: data.police.uk, crime categories. */
const categories = dimension('category', 'Category', [
  'Anti-social behaviour',
  'Bicycle theft',
  'Burglary',
  'Criminal damage and arson',
  'Drugs',
  'Other crime',
  'Other theft',
  'Possession of weapons',
  'Public order',
  'Robbery',
  'Shoplifting',
  'Theft from the person',
  'Vehicle crime',
  'Violence and sexual offences',
]);

/** Before it the categories were fewer, and some of the same name were wider: other theft held theft from the person. */
const firstMonth = '2013-05';

export const streetLevelCrime: IndicatorDefinition = {
  id: 'street-level-crime',
  datasetId: 'police-uk-street-crime',
  name: 'Street-level crime published by City of London Police',
  alsoCalled: ['City of London crime', 'data.police.uk', 'crime in the City', 'City police'],
  valuesAlsoCalled: { 'anti-social-behaviour': ['ASB', 'antisocial behaviour', 'nuisance', 'rowdy behaviour'] },
  definition:
    'Crimes and antisocial behaviour that City of London Police published on data.police.uk for the month, by the borough in which their anonymised point lies. Includes antisocial behaviour: it is not recorded crime. Those without a location are in no borough.',
  unit: 'INCIDENTS',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'REPORTING_VOLUME',
  additivity: 'ADDITIVE',
  attributionBasis: 'PLACE_OF_INCIDENT',
  areaTypes: ['BOROUGH'],
  coverageUnit: policeForces,
  grid: { type: 'MONTH' },
  dimensions: [categories],
  caveats: [
    {
      severity: 'DO_NOT_COMPARE',
      text: 'Only what City of London Police published is counted, so that boroughs other than the City have a handful near its border: what the Metropolitan Police published for them is not here.',
      appliesTo: ({ place }) => place !== cityOfLondon,
    },
    {
      severity: 'CAUTION',
      text: 'Includes antisocial behaviour, leaves out crimes that were published without a location, and places the others at anonymised points: do not set it beside recorded crime.',
    },
  ],
  typicalRange: [600, 900],
};

const table: FileFormat = {
  name: 'a month of street-level crime from data.police.uk',
  delimiter: ',',
  columns: {
    month: { headings: ['Month'] },
    force: { headings: ['Reported by'] },
    lsoa: { headings: ['LSOA code'] },
    lsoaName: { headings: ['LSOA name'] },
    category: { headings: ['Crime type', 'Crime category'] },
  },
  otherColumns: 'ignored',
  open: openTable,
};

const theForce = 'City of London Police';

/** What is known of a file before its first row. */
interface StreetFile {
  readonly month: string;
  readonly districts: DistrictsByLsoa;
  readonly elsewhere: Set<string>;
}

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  requireForce(file);
  requireNotJoined(file);
  const months = new Set([...file.distinct('month')].map(monthIdOf).filter((month) => month !== null));
  const month = monthOfFile(file.name, months);
  if (month < firstMonth)
    throw new FileProblem(
      `${file.name} holds ${month}: before ${firstMonth} data.police.uk had other categories, which are not read`,
    );
  const opened: StreetFile = {
    month,
    districts: readLsoas(file.reference('lsoas')),
    elsewhere: new Set(),
  };
  draft.covers(streetLevelCrime, [ordinalOf(streetLevelCrime.grid, month)]);
  draft.atEnd((isWhole) => {
    if (opened.elsewhere.size > 0) draft.notice(`left out as outside London: ${[...opened.elsewhere].join(', ')}`);
    if (isWhole) stageZeros(draft, month);
  });
  return (row) => readRow(row, opened, draft);
}

function requireForce(file: OpenedFile): void {
  const forces = file.distinct('force');
  if (forces.has(theForce.toLowerCase())) return;
  const found = [...forces].join(', ') || 'nobody';
  throw new FileProblem(`${file.name} was reported by ${found}: this dataset holds what ${theForce} publishes`);
}

/**
 * Each row counts, an exact copy of another with the same Crime ID too: the id is that of an incident, which may hold several offences,
 * and a later snapshot of July and August 2024 shows four of the five such pairs as records apart. A copy without an id is another
 * incident at one anonymised point.
 */
function readRow(row: Row, file: StreetFile, draft: ReleaseDraft) {
  if (monthIdOf(row.text('month')) !== file.month) row.reject('month', `the month of the file, ${file.month}`);
  row.oneOf('force', { [theForce]: true });
  const category = categoryOf(row);
  const place = placeOf(row, file.districts);
  if (place === null) return keptOutside('published without a location');
  if (place.kind === 'elsewhere') {
    file.elsewhere.add(place.name);
    return leftOut('outside London');
  }
  stageCount(draft, { place: place.code, month: file.month, category, count: 1 });
  return loaded;
}

function categoryOf(row: Row): string {
  const value = slug(row.text('category'));
  if (categories.choices.some((choice) => choice.value === value)) return value;
  return row.rejectLabel(
    'category',
    categories.choices.map(({ label }) => label),
  );
}

/** Null where the row has neither code nor name of an LSOA: what happened has no published location. */
function placeOf(row: Row, districts: DistrictsByLsoa) {
  if (row.text('lsoa') === '' && row.text('lsoaName') === '') return null;
  return placeOfLsoa(row, districts, { code: 'lsoa', name: 'lsoaName' });
}

/** Adds to a category of a place and to all its categories. */
function stageCount(
  draft: ReleaseDraft,
  { place, month, category, count }: { place: string; month: string; category: string; count: number },
): void {
  // Elsewhere than in the City another force publishes most of what happens.
  const reading: Reading = {
    value: count,
    status: 'PUBLISHED',
    ...(place === cityOfLondon ? {} : oneOfTwoForces),
  };
  const cells = [{ ordinal: ordinalOf(streetLevelCrime.grid, month), reading }];
  const all: Dimensions = {};
  for (const dimensions of [{ category }, all])
    draft.stage({ indicator: streetLevelCrime, place, cells, combine: 'sum', dimensions });
}

/** The force publishes all that happens in the City, so that a category without a row is a zero there, and only there. */
function stageZeros(draft: ReleaseDraft, month: string): void {
  for (const { value } of categories.choices)
    stageCount(draft, { place: cityOfLondon, month, category: value, count: 0 });
}

export const dataset: DatasetDefinition = {
  id: 'police-uk-street-crime',
  title: 'Street-level crime, City of London Police',
  publisher: 'the City of London Police, through data.police.uk',
  description:
    'Crimes and antisocial behaviour by category, borough and month, counted while the published rows are read. No row is kept.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. City of London Police, data.police.uk.',
  designation: 'MANAGEMENT_INFORMATION',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  landingPage: 'https://data.police.uk/data/',
  disclosurePolicy: countsOnly,
  indicators: [streetLevelCrime],
  formats: [table],
  references: { lsoas: 'the district of each LSOA, such as the Indices of Deprivation 2019' },
};
