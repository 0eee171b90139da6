import type { DisclosurePolicy } from '@boroughgraph/kit/disclosure/policy.ts';
import { countsWithLimits } from './limits.ts';
import type { ObservedCell } from './observe.ts';
import type { Unknown } from './solver/system.ts';
import { isSmall } from './tables/files.ts';
import type { Figure } from './tables/cube.ts';
import type { StatisticLink, World } from './tables/world-plan.ts';

/** What an attacker holds about one world: what the graph answered, and the policy that it states. */
export interface Knowledge {
  readonly world: World;
  readonly policyOf: (indicator: string) => DisclosurePolicy;
  readonly cells: ReadonlyMap<string, ObservedCell>;
}

/** The figures that the graph withholds of a world, and how wide each must stay: one less than that is a recovery. */
export function withheldIn({ world, cells, policyOf }: Knowledge): ReadonlyMap<string, number> {
  const counts = countsOf(world);
  // The rest of a subset stands in no file and is small: nobody may work it out. Rounding hides it as well as it can.
  const isImplied = ({ isPublished, indicator, truth }: Figure) =>
    !isPublished && policyOf(indicator).roundingBase === null && isSmall(policyOf(indicator), truth);
  // Where zeros are shown, none is a count that must not be told: one may stand in a row that nobody could read.
  const isNone = ({ indicator, truth }: Figure) => truth === 0 && policyOf(indicator).zerosShown;
  const withheld = counts.filter(
    (figure) => (cells.get(figure.id)?.status === 'CONFIDENTIAL' && !isNone(figure)) || isImplied(figure),
  );
  return new Map(withheld.map((figure) => [figure.id, widthOf(policyOf(figure.indicator), figure)]));
}

/**
 * The small counts that a file does not give although it could, by id, with the greatest count that its policy withholds. Whoever can
 * tell that one of them lies under it, and nearer than the policy leaves a withheld one, has it as good as shown.
 */
export function absentIn({ world, cells, policyOf }: Knowledge): ReadonlyMap<string, number> {
  const isAbsent = ({ id, isPublished }: Figure) =>
    isPublished && (cells.get(id)?.status ?? 'NOT_AVAILABLE') === 'NOT_AVAILABLE';
  const absent = countsOf(world).filter(
    (figure) => isAbsent(figure) && isSmall(policyOf(figure.indicator), figure.truth),
  );
  return new Map(absent.map(({ id, indicator }) => [id, policyOf(indicator).minimumCount - 1]));
}

/** How wide an absent count must stay, as a withheld one of its policy. */
export const widthOfAbsent = (policy: DisclosurePolicy) => policy.minimumCount - 1 - lowestOf(policy);

/** Whole numbers between the ends of what a policy withholds; a count withheld for another's sake must not be told exactly. */
function widthOf(policy: DisclosurePolicy, { truth }: Figure): number {
  if (!isSmall(policy, truth)) return 1;
  return policy.minimumCount - 1 - lowestOf(policy);
}

/** What everybody knows of a count that is withheld: zero is not, where zeros are shown. */
const lowestOf = ({ zerosShown }: DisclosurePolicy) => (zerosShown ? 1 : 0);

const countsOf = ({ figures, statistics }: World): readonly Figure[] => {
  const notCounts = new Set(statistics.map(({ statistic }) => statistic));
  return figures.filter(({ id }) => !notCounts.has(id));
};

/** What an attacker takes into account. */
export interface AttackersBelief {
  /** Whether statistics tell of their counts. */
  readonly isTold: boolean;
  /** Whether a withheld count is no zero where zeros are shown: not so of one that is withheld because it is small in another edition. */
  readonly isZeroExcluded: boolean;
}

/** The range of every count of a world, as far as its own cell and the statistics on it tell. */
export function unknownsOf(knowledge: Knowledge, { isTold, isZeroExcluded }: AttackersBelief): readonly Unknown[] {
  const { world, cells, policyOf } = knowledge;
  const told = new Map<string, Unknown[]>();
  for (const link of isTold ? world.statistics : []) {
    const cell = cells.get(link.statistic);
    const policy = policyOf(indicatorOf(link.count));
    const ranges = [
      { id: link.count, range: countToldBy(link, cell, policy) },
      { id: link.whole, range: wholeToldBy(cell, policy) },
    ];
    for (const { id, range } of ranges)
      if (id !== null && range !== null) told.set(id, [...(told.get(id) ?? []), { id, ...range }]);
  }
  return countsOf(world).map(({ id, indicator }) => {
    const own = rangeOf(cells.get(id), policyOf(indicator), isZeroExcluded);
    const others = told.get(id) ?? [];
    return {
      id,
      low: Math.max(own.low, ...others.map(({ low }) => low)),
      high: Math.min(own.high, ...others.map(({ high }) => high)),
    };
  });
}

/** The indicator of a figure, by its id. */
export const indicatorOf = (id: string) => id.slice(0, id.indexOf('|'));

/** What a cell tells of its count: exactly, as a rounded number, or that it is withheld. */
function rangeOf(
  cell: ObservedCell | undefined,
  policy: DisclosurePolicy,
  isZeroExcluded: boolean,
): { readonly low: number; readonly high: number } {
  if (cell === undefined || cell.value === null)
    return { low: isZeroExcluded && cell?.status === 'CONFIDENTIAL' ? lowestOf(policy) : 0, high: Infinity };
  const { value, flags } = cell;
  const { roundingBase: base, minimumCount, zerosShown } = policy;
  if (base === null) return { low: value, high: value };
  // Halves are rounded up: 5 to 14 become 10 on a base of 10.
  const rounded = { low: value - Math.floor(base / 2), high: value + Math.ceil(base / 2) - 1 };
  const isZero = value === 0 && zerosShown && !flags.includes('ROUNDS_TO_ZERO');
  return isZero ? { low: 0, high: 0 } : { low: Math.max(minimumCount, rounded.low), high: rounded.high };
}

/** What a rate or a share tells of the count it rests on; null where it is withheld, or tells nothing. */
function countToldBy(
  { kind, multiplier, decimals }: StatisticLink,
  cell: ObservedCell | undefined,
  { roundingBase }: DisclosurePolicy,
): { readonly low: number; readonly high: number } | null {
  if (cell?.value == null || kind === 'mean' || kind === 'median') return null;
  // A count that was rounded stands for as many as its base.
  const slack = roundingBase === null ? 0 : Math.floor(roundingBase / 2);
  if (cell.numerator !== null) return { low: cell.numerator - slack, high: cell.numerator + slack };
  const half = 0.5 / 10 ** decimals;
  if (cell.denominator === null) return countInLimits(cell, half);
  const countAt = (value: number) => (value * (cell.denominator ?? 0)) / multiplier;
  return {
    low: Math.ceil(countAt(cell.value - half) - 1e-9) - slack,
    high: Math.floor(countAt(cell.value + half) + 1e-9) + slack,
  };
}

function countInLimits(
  { value, lower, upper }: ObservedCell,
  half: number,
): { readonly low: number; readonly high: number } | null {
  return value === null || lower === null || upper === null ? null : countsWithLimits({ value, lower, upper }, half);
}

/** What a share tells of the total that it is a part of, which stands beside it as its denominator. */
function wholeToldBy(
  cell: ObservedCell | undefined,
  { roundingBase }: DisclosurePolicy,
): { readonly low: number; readonly high: number } | null {
  if (cell?.denominator == null) return null;
  const slack = roundingBase === null ? 0 : Math.floor(roundingBase / 2);
  return { low: cell.denominator - slack, high: cell.denominator + slack };
}
