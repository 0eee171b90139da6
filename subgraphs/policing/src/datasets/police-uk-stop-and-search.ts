import {
  type DatasetDefinition,
  type FileFormat,
  keptOutside,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { type Dimension, dimension, type Dimensions, slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import { type BoroughAt, createBoroughAt, isInGreatBritain } from '../borough-at.ts';
import type { Point } from '@boroughgraph/kit/files/area-at.ts';
import { cityOfLondon, metropolitanBoroughs, oneOfTwoForces, policeForces } from '../force-areas.ts';
import { londonMonthOf } from '../london-time.ts';
import { ethnicGroupOf, indicatorsOfPeople, StopsOfPeople } from '../stops-of-people.ts';
import { countsOnly, forceInName, monthOfFile, requireNotJoined } from '../police-uk.ts';

/** What a blank cell is counted as, so that the values of a dimension add up to all stops. */
const notStated = 'Not stated';

/**
 * Outcomes as data.police.uk publishes them: first those of the edition of 2016, then those that later editions have. An arrest
 * differs in spelling alone; of the others it is not known that they mean the same, so that each is a value of its own.
 */
const outcomes = dimension('outcome', 'Outcome', [
  'Nothing found - no further action',
  'Suspect arrested',
  'Offender given drugs possession warning',
  'Offender given penalty notice',
  'Local resolution',
  'Suspect summonsed to court',
  'Offender cautioned',
  'Article found - Detailed outcome unavailable',
  'Suspected psychoactive substances seized - No further action',
  'A no further action disposal',
  'Khat or Cannabis warning',
  'Penalty Notice for Disorder',
  'Community resolution',
  'Summons / charged by post',
  'Caution (simple or conditional)',
  notStated,
]);

/** Objects of search as data.police.uk publishes them. */
const objects = dimension('object-of-search', 'Object of search', [
  'Controlled drugs',
  'Articles for use in criminal damage',
  'Firearms',
  'Offensive weapons',
  'Stolen goods',
  'Article for use in theft',
  'Anything to threaten or harm anyone',
  'Fireworks',
  'Psychoactive substances',
  'Crossbows',
  'Evidence of offences under the Act',
  'Evidence of wildlife offences',
  'Game or poaching equipment',
  'Goods on which duty has not been paid etc.',
  'Seals or hunting equipment',
  'Detailed object of search unavailable',
  notStated,
]);

/** The same values under other labels, by slug. */
const otherLabels: Readonly<Record<string, string>> = { arrest: 'suspect-arrested', '': slug(notStated) };

export const stopAndSearch: IndicatorDefinition = {
  id: 'stop-and-search',
  datasetId: 'police-uk-stop-and-search',
  name: 'Stops and searches by the Metropolitan Police',
  alsoCalled: [
    'stop & search',
    'SUS',
    'searches',
    'stops',
    'S&S',
    'stop and account',
    'section 60',
    's60',
    'people stopped',
  ],
  definition:
    'Stops and searches of people and vehicles by the Metropolitan Police in the month (London time), by the borough in which their published point lies. Outcome and object of search are counted each on its own, and ethnicity in an indicator of its own; nothing is counted by age or gender.',
  unit: 'STOPS',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'ADDITIVE',
  attributionBasis: 'PLACE_OF_INCIDENT',
  areaTypes: ['BOROUGH'],
  coverageUnit: policeForces,
  grid: { type: 'MONTH' },
  dimensions: [outcomes, objects],
  caveats: [
    {
      severity: 'DO_NOT_COMPARE',
      text: 'The City of London has a police force of its own, whose stops are not here: these are the few that the Metropolitan Police made there.',
      appliesTo: ({ place }) => place === cityOfLondon,
    },
    {
      severity: 'CAUTION',
      text: 'Stops that were published without a position are in no borough, and are among those of which the arrest rate of the whole force is. Points are moved to the nearest of a fixed set, so that a stop near a border may stand in the next borough.',
    },
  ],
  typicalRange: [100, 600],
};

const table: FileFormat = {
  name: 'a month of stops and searches from data.police.uk',
  delimiter: ',',
  columns: {
    date: { headings: ['Date', 'Datetime', 'Date and time'] },
    latitude: { headings: ['Latitude', 'Lat'], personal: 'counted' },
    longitude: { headings: ['Longitude', 'Lon', 'Long', 'Lng'], personal: 'counted' },
    object: { headings: ['Object of search', 'Search object'] },
    outcome: { headings: ['Outcome', 'Search outcome'] },
    type: { headings: ['Type'], isOptional: true },
    ethnicity: { headings: ['Self-defined ethnicity'], isOptional: true, personal: 'counted' },
  },
  // What else says who was stopped is read past: age, gender, what the officer took the person for.
  otherColumns: 'ignored',
  open: openTable,
};

/** What is known of a file before its first row. */
interface StopsFile {
  readonly month: string;
  readonly boroughAt: BoroughAt;
  readonly people: StopsOfPeople;
  /** By the text of a cell, what is known to be meant by it: a month has few of them. */
  readonly outcomeOf: ReadLabel;
  readonly objectOf: ReadLabel;
  readonly ethnicityOf: ReadLabel;
}

/** What a label means; null for one that is not known. */
type ReadLabel = (text: string) => string | null;

/** The same, worked out once for each label that is known. */
function remembering(read: ReadLabel): ReadLabel {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (value !== null) known.set(text, value);
    return value;
  };
}

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  requireForce(file, draft);
  requireNotJoined(file);
  const dates = [...file.distinct('date')].map((text) => londonMonthOf(text.toUpperCase()));
  const month = monthOfFile(file.name, new Set(dates.filter((known) => known !== null)));
  const boroughAt = createBoroughAt(file.reference('boundaries'));
  draft.covers(stopAndSearch, [ordinalOf(stopAndSearch.grid, month)]);
  const people = new StopsOfPeople(draft, month, file.headings.has('type') && file.headings.has('ethnicity'));
  draft.atEnd((isWhole) => {
    if (isWhole) stageZeros(file, month, draft);
    people.end(isWhole);
  });
  const stops = {
    month,
    boroughAt,
    people,
    outcomeOf: remembering((text) => knownValue(text, outcomes.choices)),
    objectOf: remembering((text) => knownValue(text, objects.choices)),
    ethnicityOf: remembering(ethnicGroupOf),
  };
  return (row) => readRow(row, stops, draft);
}

function requireForce({ name }: OpenedFile, draft: ReleaseDraft): void {
  const force = forceInName(name, 'stop-and-search');
  if (force === null)
    draft.notice(
      'its name does not say of which force it is, and nor do its rows: it is taken for the Metropolitan Police',
    );
  else if (force !== 'metropolitan')
    throw new FileProblem(`${name} is of the force "${force}": this dataset holds stops by the Metropolitan Police`);
}

function readRow(row: Row, stops: StopsFile, draft: ReleaseDraft) {
  const { month, boroughAt, people } = stops;
  if (londonMonthOf(row.text('date')) !== month)
    row.reject('date', `an instant in ${month}, London time, with its offset from UTC: 2016-06-05T14:30:00+00:00`);
  const outcome = stops.outcomeOf(row.text('outcome')) ?? rejectValue(row, 'outcome', outcomes);
  const object = stops.objectOf(row.text('object')) ?? rejectValue(row, 'object', objects);
  const ethnicity = ethnicityOf(row, stops);
  const point = pointOf(row);
  const place = point === null ? null : boroughAt(point);
  people.add({ borough: place === cityOfLondon ? null : place, ethnicity, outcome });
  if (point === null) return keptOutside('published without a position');
  if (place === null) return keptOutside('in no borough: on the Thames, or beyond London');
  const narrowings: readonly Dimensions[] = [{}, { outcome }, { 'object-of-search': object }];
  for (const dimensions of narrowings) stageCount(draft, { place, month, dimensions, count: 1 });
  return loaded;
}

/** Whether a person was searched, by the kind of search. */
const searchesOfPeople = { 'person search': true, 'person and vehicle search': true, 'vehicle search': false };

/** Null for the search of a vehicle alone, and where the file does not say both. */
function ethnicityOf(row: Row, stops: StopsFile): string | null {
  if (!row.has('type') || !row.has('ethnicity') || !row.oneOf('type', searchesOfPeople)) return null;
  return (
    stops.ethnicityOf(row.text('ethnicity')) ??
    row.reject('ethnicity', 'an ethnicity of the census, such as "White - Irish"')
  );
}

function rejectValue(row: Row, column: string, { label, choices }: Dimension): never {
  return row.reject(column, `a known ${label.toLowerCase()}: ${choices.map((choice) => choice.label).join(', ')}`);
}

function knownValue(text: string, choices: Dimension['choices']): string | null {
  const written = slug(text);
  const value = otherLabels[written] ?? written;
  return choices.some((choice) => choice.value === value) ? value : null;
}

/** Null where the row has neither of the two. */
function pointOf(row: Row): Point | null {
  if (row.text('longitude') === '' && row.text('latitude') === '') return null;
  const point = { longitude: row.number('longitude'), latitude: row.number('latitude') };
  return isInGreatBritain(point) ? point : row.reject('longitude', 'a longitude and a latitude of Great Britain');
}

interface Count {
  readonly place: string;
  readonly month: string;
  readonly dimensions: Dimensions;
  readonly count: number;
}

function stageCount(draft: ReleaseDraft, { place, month, dimensions, count }: Count): void {
  const reading: Reading = {
    value: count,
    status: 'PUBLISHED',
    ...(place === cityOfLondon ? oneOfTwoForces : {}),
  };
  const cells = [{ ordinal: ordinalOf(stopAndSearch.grid, month), reading }];
  draft.stage({ indicator: stopAndSearch, place, cells, combine: 'sum', dimensions });
}

/** A file holds every stop of the force, so that an outcome which it has elsewhere and not in a borough is a zero there. */
function stageZeros(file: OpenedFile, month: string, draft: ReleaseDraft): void {
  const inFile = (column: string, id: string, { choices }: Dimension) =>
    [...file.distinct(column)].flatMap((text) => {
      const value = knownValue(text, choices);
      return value === null ? [] : [{ [id]: value }];
    });
  const narrowings: readonly Dimensions[] = [
    {},
    ...inFile('outcome', outcomes.id, outcomes),
    ...inFile('object', objects.id, objects),
  ];
  for (const place of metropolitanBoroughs)
    for (const dimensions of narrowings) stageCount(draft, { place, month, dimensions, count: 0 });
}

export const dataset: DatasetDefinition = {
  id: 'police-uk-stop-and-search',
  title: 'Stop and search, Metropolitan Police',
  publisher: 'the Metropolitan Police Service, through data.police.uk',
  description:
    'Stops and searches by borough and month, in all, by outcome, by object of search and by ethnicity, and the shares that ended in an arrest or another outcome, counted while the published rows are read. No row is kept.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Metropolitan Police Service, data.police.uk. Boundaries contain OS data (c) Crown copyright and database right.',
  designation: 'MANAGEMENT_INFORMATION',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  landingPage: 'https://data.police.uk/data/',
  disclosurePolicy: countsOnly,
  indicators: [stopAndSearch, ...indicatorsOfPeople],
  formats: [table],
  references: { boundaries: 'the boundaries of the 33 boroughs, as GeoJSON' },
};
