import { type Dimension, dimensionsOf, type Dimensions } from '../statistics/dimensions.ts';
import { areaTypeOf } from '../geography/area-codes.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { RequestContext } from './context.ts';
import { badUserInput } from './errors.ts';
import type { SeriesHandle } from './series.ts';

/**
 * A narrowing with the values that go without saying: an offence lies within its group, so that who names it names both.
 *
 * A value that is given stays, though it contradict another. Never throws.
 */
export function withOuterValues({ dimensions }: IndicatorDefinition, given: Dimensions): Dimensions {
  const outer = innerDimensionsOf(dimensions).flatMap(({ id, around, within }) => {
    const value = within.get(given[id]);
    return value === undefined ? [] : [[around, value] as const];
  });
  return outer.length === 0 ? given : { ...Object.fromEntries(outer), ...given };
}

/** A dimension whose values lie within values of another, by which they are found. */
interface InnerDimension {
  readonly id: string;
  readonly around: string;
  readonly within: ReadonlyMap<string | undefined, string>;
}

const known = new WeakMap<readonly Dimension[], readonly InnerDimension[]>();

/** Found once: an offence has a hundred choices, and every series asks. */
function innerDimensionsOf(dimensions: readonly Dimension[]): readonly InnerDimension[] {
  const found = known.get(dimensions) ?? dimensions.flatMap((inner, index) => innerOf(inner, dimensions[index - 1]));
  known.set(dimensions, found);
  return found;
}

function innerOf({ id, choices }: Dimension, around: Dimension | undefined): readonly InnerDimension[] {
  const within = new Map(
    choices.flatMap((choice) => (choice.within === undefined ? [] : [[choice.value, choice.within]])),
  );
  return around === undefined || within.size === 0 ? [] : [{ id, around: around.id, within }];
}

/** More series than this are not told one by one. */
const mostListed = 200;

/**
 * The series that a narrowing means: itself where it is held, else the only one that it leaves; itself where it leaves none.
 *
 * @throws a BAD_USER_INPUT that says what is missing where it leaves several.
 */
export async function meantSeries(handle: SeriesHandle, context: RequestContext): Promise<SeriesHandle> {
  const { indicator, place, dimensions, asPublishedOn } = handle;
  const missing = indicator.dimensions.filter(({ id }) => dimensions[id] === undefined);
  if (missing.length === 0 || Object.keys(dimensions).length === 0 || handle.isDerived) return handle;
  if ((await handle.stored())?.isHeld !== false) return handle;
  const keys = await context.reading.seriesKeys({
    indicators: [indicator],
    areas: areaTypeOf(place) === null ? null : [place],
    sites: areaTypeOf(place) === null ? [place] : null,
    areaType: null,
    dimensions: Object.entries(dimensions).map(([dimension, value]) => ({ dimension, value })),
    asPublishedOn,
    after: null,
    limit: mostListed,
  });
  const left = keys.map((key) => dimensionsOf(key.dimensionKey));
  const [only, ...others] = left;
  if (only === undefined) return handle;
  if (others.length > 0) throw badUserInput(severalText(handle, left));
  return handle.narrowedTo(only);
}

/** Which dimensions tell the series apart that a narrowing leaves, and their values. */
function severalText({ indicator, dimensions }: SeriesHandle, left: readonly Dimensions[]): string {
  const given = Object.entries(dimensions).map(([id, value]) => `${id} ${value}`);
  const apart = indicator.dimensions.flatMap(({ id }) => {
    const values = [...new Set(left.flatMap((one) => one[id] ?? []))];
    return dimensions[id] === undefined && values.length > 0 ? [`${id}, one of ${values.join(', ')}`] : [];
  });
  return `${given.join(' and ')} leaves several series of ${indicator.id}: expected also ${apart.join('; ')}`;
}
