import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import { badUserInput } from '@boroughgraph/kit/series/errors.ts';
import { loadedSeries, requireChoice } from '@boroughgraph/kit/series/indicator-resolvers.ts';
import { measuredDirectly } from '@boroughgraph/kit/series/measured.ts';
import { SeriesHandle } from '@boroughgraph/kit/series/series.ts';
import { type Dimensions, slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { indicatorIn } from '@boroughgraph/kit/datasets/indicator-in.ts';
import { dataset as domesticAbuseDataset } from '../datasets/met-domestic-abuse.ts';
import { dataset as hateCrimeDataset } from '../datasets/met-hate-crime.ts';
import { dataset as weaponCrimeDataset } from '../datasets/met-weapon-crime.ts';
import { recordedCrime } from '../datasets/mps-recorded-crime-borough.ts';
import { recordedCrimeWard } from '../datasets/mps-recorded-crime-ward.ts';
import { stopAndSearch } from '../datasets/police-uk-stop-and-search.ts';
import { streetLevelCrime } from '../datasets/police-uk-street-crime.ts';
import type { CrimeResolvers } from '../generated/schema-types.ts';
import type { OffenceGroup } from '../generated/vocabulary.ts';
import { offenceGroups, offenceOfArgument } from '../offences.ts';

const knifeCrime = indicatorIn(weaponCrimeDataset, 'knife-crime');
const gunCrime = indicatorIn(weaponCrimeDataset, 'gun-crime');
const domesticAbuse = indicatorIn(domesticAbuseDataset, 'domestic-abuse-offences');
const hateCrime = indicatorIn(hateCrimeDataset, 'hate-crime');

/** What policing measures of crime in an area. */
export const crime: CrimeResolvers = {
  recorded: ({ code }, { offenceGroup, offence, asPublishedOn }, context) =>
    recordedSeries(context, {
      code,
      dimensions: offenceDimensions(offenceGroup, offence),
      asPublishedOn: asPublishedOn ?? null,
    }),
  byOffenceGroup: async ({ code }, _arguments, context) => {
    const groups = offenceGroups.choices.map(({ value }) => ({ 'offence-group': value }));
    const series = await Promise.all(groups.map((dimensions) => recordedSeries(context, { code, dimensions })));
    const known = series.filter((one) => one !== null);
    return known.length === 0 ? null : known;
  },
  stopAndSearch: ({ code }, { outcome, objectOfSearch }, context) => {
    if (outcome != null && objectOfSearch != null)
      throw badUserInput(
        `outcome "${outcome}" and objectOfSearch "${objectOfSearch}" are not counted together, to protect those who were stopped: give one of the two`,
        'objectOfSearch',
      );
    const dimensions = narrowed(stopAndSearch, { outcome, 'object-of-search': objectOfSearch });
    return seriesOf(context, stopAndSearch, { code, dimensions });
  },
  knifeCrime: ({ code }, { subset }, context) =>
    seriesOf(context, knifeCrime, { code, dimensions: narrowed(knifeCrime, { subset }) }),
  gunCrime: ({ code }, _arguments, context) => seriesOf(context, gunCrime, { code, dimensions: {} }),
  domesticAbuse: ({ code }, { subset }, context) =>
    seriesOf(context, domesticAbuse, { code, dimensions: narrowed(domesticAbuse, { subset }) }),
  hateCrime: ({ code }, { strand }, context) =>
    seriesOf(context, hateCrime, { code, dimensions: narrowed(hateCrime, { strand }) }),
  streetLevel: ({ code }, { category }, context) =>
    seriesOf(context, streetLevelCrime, { code, dimensions: narrowed(streetLevelCrime, { category }) }),
};

/** The series that fields of `Crime` show of marks that officers set on offences. */
export const markedOffences = [
  ['crime.knifeCrime', knifeCrime],
  ['crime.gunCrime', gunCrime],
  ['crime.domesticAbuse', domesticAbuse],
  ['crime.hateCrime', hateCrime],
] as const;

/** Whether anything of `Crime` is measured for the kind of area that a code is of. */
export function isCrimeMeasuredIn(code: string): boolean {
  const marked = markedOffences.map(([, indicator]) => indicator);
  const indicators = [recordedCrime, recordedCrimeWard, stopAndSearch, streetLevelCrime, ...marked];
  return indicators.some((indicator) => measuredDirectly(indicator, code) !== null);
}

/** Which series of an indicator is asked for. */
interface Asked {
  readonly code: string;
  readonly dimensions: Dimensions;
  readonly asPublishedOn?: string | null;
}

/** The series of the area itself; null where the indicator is not measured for this kind of area, or nothing is loaded. */
async function seriesOf(
  context: RequestContext,
  indicator: IndicatorDefinition,
  { code, dimensions, asPublishedOn = null }: Asked,
): Promise<SeriesHandle | null> {
  const measured = measuredDirectly(indicator, code);
  if (measured === null) return null;
  return loadedSeries(context, new SeriesHandle(context, { indicator, ...measured, dimensions, asPublishedOn }));
}

/** Wards have an indicator of their own: the two tables are separate editions, and one does not add up to the other. */
function recordedSeries(context: RequestContext, asked: Asked): Promise<SeriesHandle | null> {
  const isWard = measuredDirectly(recordedCrimeWard, asked.code) !== null;
  return seriesOf(context, isWard ? recordedCrimeWard : recordedCrime, asked);
}

/** The narrowing that free arguments mean; a value that its dimension does not have is BAD_USER_INPUT that lists those it has. */
export function narrowed(
  indicator: IndicatorDefinition,
  given: Readonly<Record<string, string | null | undefined>>,
): Dimensions {
  const named = Object.entries(given).flatMap(([id, value]) =>
    value == null ? [] : [[id, requireChoice(indicator, id, value)] as const],
  );
  return Object.fromEntries(named);
}

/** The narrowing that the two arguments mean; an unknown offence, or one of another group, is BAD_USER_INPUT. */
export function offenceDimensions(
  offenceGroup: OffenceGroup | null | undefined,
  offence: string | null | undefined,
): Dimensions {
  const group = offenceGroup == null ? null : slug(offenceGroup);
  if (offence == null) return group === null ? {} : { 'offence-group': group };
  const known = offenceOfArgument(offence);
  const value = known === null ? requireChoice(recordedCrime, 'offence', offence) : known.offence;
  if (group !== null && known !== null && known.group !== group)
    throw badUserInput(
      `offence "${offence}" lies in the group ${known.group}: leave out offenceGroup, or give that one`,
      'offence',
    );
  return { 'offence-group': known?.group ?? '', offence: value };
}
