import { areaByCode } from '../geography/areas.ts';
import type { Dimensions } from '../statistics/dimensions.ts';
import { decimalsOf } from './implied-counts.ts';
import {
  endMonthOf,
  type Figure,
  type FigureIndex,
  type FigureOrGap,
  figurePosition,
  type Known,
} from './figure-index.ts';
import type { Spot } from './structure-terms.ts';
import { namesTotal } from './structure-totals.ts';
import type { SharesStructure } from './structure.ts';

/** Shares that make up a whole: as counts of those of whom all of them are, or where nobody knows how many these are, as they are printed. */
export type ShareSum =
  | { readonly kind: 'counts'; readonly whole: Figure; readonly parts: readonly FigureOrGap[] }
  | { readonly kind: 'shares'; readonly whole: number; readonly parts: readonly Figure[] };

/** Which share is meant, and how those are found of whom it is. */
export interface SharesOf {
  readonly table: string;
  readonly structure: SharesStructure;
  /** Of how many people a share is, where another indicator counts them; null where none does. */
  readonly baseAt: (spot: Spot) => Figure | null;
}

/** A share as it is printed. */
interface PrintedShare {
  readonly figure: Figure;
  readonly spot: Spot;
  readonly state: 'shown' | 'withheld' | 'unknown';
}

/** Shares of one place and period, by the values of one dimension; or of one period, by the boroughs. */
type Group = readonly PrintedShare[];

/**
 * The shares that make up a whole and of which some are withheld. A relation that nobody declared is believed where more of the groups in which
 * nothing is withheld bear it out than do not; where there is none of these, wherever what is left may be few. Never throws.
 */
export function shareSumsOf(index: FigureIndex, of: SharesOf): readonly ShareSum[] {
  const groups = groupsOf(sharesIn(index, of), of.structure);
  const complete = groups.filter((group) => group.length > 1 && group.every(({ state }) => state === 'shown'));
  const borneOut = complete.filter((group) => addsUp(group) && basesOf(index, group, of) !== 'different').length;
  const isRefuted = complete.length > 0 && 2 * borneOut <= complete.length;
  if (of.structure.isGuess === true && isRefuted) return [];
  const isSure = of.structure.isGuess !== true || borneOut > 0;
  return groups
    .filter((group) => group.some(({ state }) => state === 'withheld'))
    .flatMap((group) => sumOf(index, { group, isSure }, of) ?? []);
}

function sumOf(
  index: FigureIndex,
  { group, isSure }: { readonly group: Group; readonly isSure: boolean },
  of: SharesOf,
): ShareSum | null {
  const bases = basesOf(index, group, of);
  const left = leftOf(group);
  if (bases === 'different' || left.high < 0 || group.some(({ state }) => state === 'unknown')) return null;
  const figures = group.map(({ figure }) => figure);
  const multiplier = multiplierOf(group);
  if (bases === null)
    return isSure || left.low <= multiplier / 2 ? { kind: 'shares', whole: multiplier, parts: figures } : null;
  if (!isSure && (left.low / multiplier) * (bases.known?.low ?? 0) > mostWithheldIn(group)) return null;
  const counted = { table: of.table, indicator: of.structure.indicator, part: 'NUMERATOR' } as const;
  const parts = group.map(({ spot }) => index.at(counted, spot));
  return parts.some((part) => part === null)
    ? null
    : { kind: 'counts', whole: bases, parts: parts.flatMap((part) => part ?? []) };
}

/** How many people all withheld shares of a group can be of, where each is withheld because these are few. */
function mostWithheldIn(group: Group): number {
  const withheld = group.filter(({ state }) => state === 'withheld');
  return withheld.reduce((sum, { figure }) => sum + figure.series.policy.minimumCount - 1, 0);
}

/** Those of whom all shown shares of a group are; null where nobody knows how many they are, or of some. */
function basesOf(
  index: FigureIndex,
  group: Group,
  { table, structure, baseAt }: SharesOf,
): Figure | 'different' | null {
  const printed = index.of(table, structure.indicator, 'DENOMINATOR');
  const shown = group.filter(({ state }) => state === 'shown');
  const bases = shown.map(({ spot }) => {
    const own = printed.get(figurePosition(spot.place, spot.dimensions, spot.endMonth));
    return own?.known == null ? baseAt(spot) : own;
  });
  const [first = null] = bases;
  if (first?.known == null || bases.some((base) => base?.known == null)) return null;
  return bases.every((base) => isSame(base?.known ?? null, first.known)) ? first : 'different';
}

const isSame = (one: Known | null, other: Known | null) => one?.low === other?.low && one?.high === other?.high;

const lost = 1e-6;

function addsUp(group: Group): boolean {
  const { low, high } = leftOf(group);
  return low <= lost && high >= -lost;
}

/** What the shown shares of a group leave for the others. */
function leftOf(group: Group): Known {
  const shown = group.flatMap(({ figure }) =>
    figure.state === 'shown' && figure.known !== null ? [figure.known] : [],
  );
  const multiplier = multiplierOf(group);
  return {
    low: multiplier - shown.reduce((sum, { high }) => sum + high, 0),
    high: multiplier - shown.reduce((sum, { low }) => sum + low, 0),
  };
}

const multiplierOf = ([first]: Group) => first?.figure.series.indicator.multiplier ?? 0;

function groupsOf(shares: readonly PrintedShare[], { dimension }: SharesStructure): readonly Group[] {
  const groups = Map.groupBy(shares, ({ spot: { place, dimensions, endMonth } }) => {
    if (dimension === undefined)
      return areaByCode(place)?.type === 'BOROUGH' ? figurePosition('', dimensions, endMonth) : null;
    const { [dimension]: value, ...rest } = dimensions;
    return value === undefined ? null : figurePosition(place, rest, endMonth);
  });
  groups.delete(null);
  return [...groups.values()].map((group) =>
    group.filter(({ figure, spot }) => !isTotal(figure, spot.dimensions, dimension)),
  );
}

function isTotal({ series }: Figure, dimensions: Dimensions, dimension: string | undefined): boolean {
  if (dimension === undefined) return false;
  const choices = series.indicator.dimensions.find(({ id }) => id === dimension)?.choices ?? [];
  return choices.some((choice) => choice.value === dimensions[dimension] && namesTotal(choice));
}

const knownShares = new WeakMap<FigureIndex, Map<string, readonly PrintedShare[]>>();

/** Every share of an indicator once, however many sums it stands in. */
function sharesIn(index: FigureIndex, { table, structure }: SharesOf): readonly PrintedShare[] {
  const known = knownShares.get(index) ?? new Map<string, readonly PrintedShare[]>();
  knownShares.set(index, known);
  const name = `${table} ${structure.indicator}`;
  const shares = known.get(name) ?? printedShares(index, { table, indicator: structure.indicator });
  known.set(name, shares);
  return shares;
}

function printedShares(
  { series: all }: FigureIndex,
  { table, indicator }: { readonly table: string; readonly indicator: string },
): readonly PrintedShare[] {
  const series = all.filter(
    (one) =>
      one.table === table &&
      one.indicator.id === indicator &&
      one.indicator.valueType === 'PROPORTION' &&
      // Worked out of rounded counts, they do not add up.
      one.policy.roundingBase === null,
  );
  const decimals = series
    .flatMap(({ readings }) => [...readings.values()])
    .reduce((most, { value }) => Math.max(most, value === null ? 0 : decimalsOf(value)), 0);
  const half = 0.5 * 10 ** -decimals;
  return series.flatMap((one) =>
    [...one.readings].flatMap(([ordinal, reading]): readonly PrintedShare[] => {
      const { value, status } = reading;
      if (status === 'NOT_COLLECTED' || status === 'NOT_APPLICABLE') return [];
      const state = status === 'CONFIDENTIAL' ? 'withheld' : value === null ? 'unknown' : 'shown';
      const prints = [reading, ...(one.otherPrints?.get(ordinal) ?? [])].flatMap((print) => print.value ?? []);
      const { multiplier, dimensions } = one.indicator;
      const endMonth = endMonthOf(one.indicator, ordinal);
      const figure: Figure = {
        series: one,
        ordinal,
        endMonth,
        state,
        known: state === 'shown' ? { low: Math.min(...prints) - half, high: Math.max(...prints) + half } : null,
        // What rounding leaves of any of them, and a hundredth of the whole.
        shareWidth: multiplier / 100 + 2 * half * mostValues(dimensions),
        dependents: [{ series: one, ordinal, reading }],
      };
      return [{ figure, state, spot: { place: one.place, dimensions: one.dimensions, endMonth } }];
    }),
  );
}

const mostValues = (dimensions: readonly { readonly choices: readonly unknown[] }[]) =>
  dimensions.reduce((most, { choices }) => Math.max(most, choices.length), 1);
