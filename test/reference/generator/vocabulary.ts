import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import { areas, boroughs } from '@boroughgraph/kit/geography/areas.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Random } from '../random.ts';

/** Where in an operation a value is wanted. */
export interface ArgumentPlace {
  /** The field, or the input object, that takes it. */
  readonly holder: string;
  readonly name: string;
  /** The agency from whose root the field was reached; null under any other root. */
  readonly agency: string | null;
}

/** Ids that only what is loaded knows. */
export interface LoadedNames {
  readonly courts: readonly string[];
  readonly courtNames: readonly string[];
  readonly providers: readonly string[];
  readonly wards: readonly string[];
  readonly frameworks: readonly string[];
  readonly themes: readonly string[];
}

/**
 * The values of an argument whose type is a scalar: mostly ones that mean something, some that are unknown, a few that are
 * malformed, since errors are compared, too. Null for an argument that it does not know.
 */
export type Vocabulary = (place: ArgumentPlace, random: Random) => string | number | null;

/** How often a value is one that nothing is called, and how often one that cannot be read at all. */
const unknownShare = 0.04;
const malformedShare = 0.012;

const dates = ['2014-04-01', '2021-03-31', '2024-02-29', '2024-06-30', '2025-01-15', '2025-11-30', '2026-01-01'];
const malformedDates = ['2025-02-30', 'yesterday', '2025', ''];
const searches = ['crime', 'children', 'court', 'admissions', 'of the', 'zzz', ''];
const unknownIds = ['nothing-is-called-this', 'E09000099', 'court:nowhere'];
const malformedCodes = ['hackney', 'E0900001', ''];
/** In London, on its edge, outside it, and in each other's place. */
const coordinates: Readonly<Record<string, readonly number[]>> = {
  longitude: [-0.1, -0.05, 0.115, -0.5, 2.35, 51.5],
  latitude: [51.5, 51.45, 51.55, 51.3, 48.85, -0.1],
};
const sizes = [1, 2, 3, 5];
const wrongSizes = [0, -1, 1_000_000];

/** The dimension that an argument narrows: `assaultMethod` the one called `assault-method`. */
const narrowing = ['offence', 'question', 'factor', 'source', 'category', 'assaultMethod', 'outcome', 'objectOfSearch'];

/** The vocabulary of what the subgraphs define and what is loaded in them. */
export function createVocabulary(subgraphs: readonly Subgraph[], loaded: LoadedNames): Vocabulary {
  const codes = [
    ...boroughs.map(({ code }) => code),
    ...['E12000007', 'E92000001', 'K04000001', 'E13000001', 'E23000001'],
    ...areas.filter(({ type }) => type !== 'BOROUGH').map(({ code }) => code),
    ...loaded.wards,
  ];
  const known = (place: ArgumentPlace, random: Random): readonly (string | number)[] | null =>
    namesOf(place, { subgraphs, loaded }) ?? areaCodes(place, { codes, random }) ?? figures(place);
  return (place, random) => {
    const values = known(place, random);
    if (values === null) return null;
    if (random.chance(malformedShare)) return random.pick(malformed(place, values));
    if (random.chance(unknownShare) && typeof values[0] === 'string' && !isDate(place)) return random.pick(unknownIds);
    return random.pick(values.length === 0 ? unknownIds : values);
  };
}

function malformed(place: ArgumentPlace, values: readonly (string | number)[]): readonly (string | number)[] {
  if (isDate(place)) return malformedDates;
  return typeof values[0] === 'number' ? wrongSizes : malformedCodes;
}

const dateArguments = ['on', 'asPublishedOn', 'changedSince', 'from', 'to'];
const isDate = ({ name }: ArgumentPlace): boolean => dateArguments.includes(name);

interface Known {
  readonly subgraphs: readonly Subgraph[];
  readonly loaded: LoadedNames;
}

/** What has a name of its own: courts, frameworks, indicators, the values of dimensions. */
function namesOf({ holder, name, agency }: ArgumentPlace, { subgraphs, loaded }: Known): readonly string[] | null {
  const own = subgraphs.filter((subgraph) => agency === null || subgraph.name === agency);
  const indicators = own.flatMap((subgraph) => subgraph.indicators);
  switch (`${holder}.${name}`) {
    case 'Query.court.id':
      return loaded.courts;
    case 'Query.court.name':
      return loaded.courtNames;
    case 'Query.healthProvider.id':
      return loaded.providers;
    case 'Query.framework.id':
      return loaded.frameworks;
    case 'Framework.measures.theme':
      return loaded.themes;
    case 'Query.dataset.id':
    case 'Agency.dataset.id':
      return own.flatMap((subgraph) => subgraph.datasets.map(({ id }) => id));
    case 'Query.indicator.id':
    case 'Query.planFacts.indicators':
    case 'Query.changeExplanations.indicators':
    case 'Agency.indicator.id':
      return indicators.map(({ id }) => id);
    // Those of any agency may be asked for at an area.
    case 'Area.indicator.id':
    case 'Borough.indicator.id':
    case 'Ward.indicator.id':
    case 'OtherArea.indicator.id':
      return subgraphs.flatMap((subgraph) => subgraph.indicators.map(({ id }) => id));
    case 'Agency.series.indicators':
      return indicators.filter(({ isComputed }) => isComputed !== true).map(({ id }) => id);
    case 'Agency.series.sites':
      return [...loaded.courts, ...loaded.providers];
    default:
      if (holder.endsWith('Dataset.changes') && name === 'indicators') return indicators.map(({ id }) => id);
      return namesOfDimensions(name, indicators);
  }
}

function namesOfDimensions(name: string, indicators: readonly IndicatorDefinition[]): readonly string[] | null {
  const dimensions = indicators.flatMap((indicator) => indicator.dimensions);
  if (name === 'dimension') return dimensions.map(({ id }) => id);
  if (name === 'value') return dimensions.flatMap(({ choices }) => choices.map(({ value }) => value));
  if (!narrowing.includes(name)) return null;
  const id = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return dimensions.filter((one) => one.id === id).flatMap(({ choices }) => choices.map(({ value }) => value));
}

function areaCodes(
  { holder, name }: ArgumentPlace,
  { codes, random }: { readonly codes: readonly string[]; readonly random: Random },
): readonly string[] | null {
  const ofBoroughs = boroughs.map(({ code }) => code);
  if (name === 'codes' || holder === 'Query.borough')
    return name === 'name' ? boroughs.map((borough) => borough.name) : ofBoroughs;
  if (name === 'name') return ['Hackney', 'London', 'City of London', 'Westminster', 'Central East', 'nowhere'];
  if (!['code', 'area', 'areas', 'within', 'region'].includes(name)) return null;
  // Boroughs are one in five of all areas, and where most is measured.
  if (name === 'region' || name === 'within') return ['E12000007', 'E12000007', 'E13000001', 'E92000001'];
  return random.chance(0.6) ? ofBoroughs : codes;
}

function figures({ name, holder, agency }: ArgumentPlace): readonly (string | number)[] | null {
  if (isDate({ name, holder, agency })) return dates;
  if (name === 'last' || name === 'first') return sizes;
  if (name === 'search' || name === 'text') return searches;
  const degrees = coordinates[name];
  if (degrees !== undefined) return degrees;
  // What `Agency.series` itself gives as the end of a page: a key, in base64.
  if (name === 'after') return [cursor('recorded-crime', 'E09000003', ''), cursor('referrals', 'E09000012', '')];
  return null;
}

const cursor = (...key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');
