import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { FigureOrGap, Known } from './figure-index.ts';
import { noTally, type TotalTally } from './history-evidence.ts';
import { namesTotal } from './structure-totals.ts';
import type { CategoriesStructure } from './structure.ts';

/** A total and what a dimension breaks it down into. What is missing of them has a name. */
export interface Breakdown {
  readonly whole: FigureOrGap;
  readonly parts: readonly FigureOrGap[];
  /** Whether a part is the sum of what is narrowed further, and has no row itself. */
  readonly hasMargins: boolean;
}

/** What stands beside each other in one place and period: what is not narrowed, and the values of a dimension. */
export interface GroupFigures {
  readonly indicator: IndicatorDefinition;
  /** Null where the class has no such periods. */
  readonly whole: FigureOrGap | null;
  /** What is not narrowed beside a declared total that is; null where there is none. */
  readonly beside: FigureOrGap | null;
  readonly byValue: ReadonlyMap<string, FigureOrGap>;
  /** Whether a value is the sum of what is narrowed further, and has no row itself. */
  readonly hasMargins: boolean;
}

/** Groups that have to bear out that a value is the sum of the others although it is not called a total. One alone may be by chance. */
const fewestGroups = 2;

/**
 * The values of a dimension that are totals of the others though nobody declared it: by what they are called, unless the whole says that
 * they are parts; or by being so wherever nothing is withheld. None where the values that add up are declared. Never throws.
 *
 * @param beyond what groups of other periods say of each value.
 */
export function totalsIn(
  groups: readonly GroupFigures[],
  structure: CategoriesStructure,
  beyond: ReadonlyMap<string, TotalTally> = nothingBeyond,
): ReadonlySet<string> {
  if (structure.values !== undefined) return new Set();
  const values = new Set(groups.flatMap(({ byValue }) => [...byValue.keys()]));
  return new Set([...values].filter((value) => isTotal(groups, { value, beyond: beyond.get(value) }, structure)));
}

const nothingBeyond: ReadonlyMap<string, TotalTally> = new Map();

function isTotal(
  groups: readonly GroupFigures[],
  { value, beyond = noTally }: { readonly value: string; readonly beyond?: TotalTally | undefined },
  { dimension, total }: CategoriesStructure,
): boolean {
  if (value === total) return false;
  const isCalledSo = isCalledTotal(groups[0]?.indicator, { value, dimension });
  let tally = beyond;
  for (const group of groups) {
    if (!isCalledSo && tally.part + tally.neither > 0) return false;
    tally = withVerdict(tally, verdictOn(group, value));
  }
  return isTotalBy(tally, isCalledSo);
}

const withVerdict = (tally: TotalTally, verdict: Verdict) =>
  verdict === 'unknown' ? tally : { ...tally, [verdict]: tally[verdict] + 1 };

/** One that is called so is a total unless more groups say that it is a part; any other only where no group says otherwise. */
const isTotalBy = ({ total, part, neither }: TotalTally, isCalledSo: boolean) =>
  isCalledSo ? total >= part : part + neither === 0 && total >= fewestGroups;

/** The values that are totals by what all groups say of them: see `totalsIn`. Never throws. */
export function totalsBy(
  tallies: ReadonlyMap<string, TotalTally>,
  indicator: IndicatorDefinition,
  { dimension, total, values }: CategoriesStructure,
): ReadonlySet<string> {
  const found = [...tallies].filter(([value, tally]) =>
    isTotalBy(tally, isCalledTotal(indicator, { value, dimension })),
  );
  return new Set(values === undefined ? found.flatMap(([value]) => (value === total ? [] : [value])) : []);
}

function isCalledTotal(
  indicator: IndicatorDefinition | undefined,
  { value, dimension }: { readonly value: string; readonly dimension: string },
): boolean {
  const choices = indicator?.dimensions.find(({ id }) => id === dimension)?.choices ?? [];
  return choices.some((choice) => choice.value === value && namesTotal(choice));
}

/** What groups say of each value, for `totalsIn` of groups of other periods. Never throws. */
export function talliesOf(groups: readonly GroupFigures[]): ReadonlyMap<string, TotalTally> {
  const tallies = new Map<string, TotalTally>();
  for (const group of groups)
    for (const value of group.byValue.keys())
      tallies.set(value, withVerdict(tallies.get(value) ?? noTally, verdictOn(group, value)));
  return tallies;
}

type Verdict = 'total' | 'part' | 'neither' | 'unknown';

/** Whether a value is the sum of all others in a group, or one of the parts of the whole. */
function verdictOn({ whole, byValue, hasMargins }: GroupFigures, value: string): Verdict {
  const own = knownOf(byValue.get(value));
  if (own === null || own.low === 0 || hasMargins) return 'unknown';
  const others = [...byValue].filter(([other, { state }]) => other !== value && state !== 'gap').map(([, one]) => one);
  if (others.length < 2) return 'unknown';
  const all = knownOf(whole ?? undefined);
  const sum = sumOf(others.map(knownOf));
  if (sum === null) return all === null ? 'unknown' : besideWhole(own, all, others);
  if (sum.high === 0) return 'unknown';
  if (all === null) return meets(own, sum) ? 'total' : 'neither';
  if (meets(all, own) && meets(all, sum)) return 'total';
  return meets(all, { low: own.low + sum.low, high: own.high + sum.high }) ? 'part' : 'neither';
}

/** Where others are withheld: a part is less than the whole by what others show, and a total is as much. */
function besideWhole(own: Known, all: Known, others: readonly FigureOrGap[]): Verdict {
  const least = others.reduce((sum, other) => sum + (knownOf(other)?.low ?? 0), 0);
  if (own.low + least > all.high) return meets(own, all) ? 'total' : 'neither';
  return meets(own, all) ? 'unknown' : 'part';
}

/** The breakdowns of a relation that nobody declared: none where most of those of which all is shown contradict it, and none that cannot be. Never throws. */
export function borneOut(breakdowns: readonly Breakdown[]): readonly Breakdown[] {
  const judged = breakdowns.map((breakdown) => ({ breakdown, left: leftIn(breakdown) }));
  const complete = judged.filter(({ left }) => left.isComplete);
  const bearing = complete.filter(({ left }) => left.low <= 0 && left.high >= 0).length;
  if (complete.length > 0 && 2 * bearing <= complete.length) return [];
  return judged.flatMap(({ breakdown, left }) =>
    left.high < 0 || (left.isComplete && left.low > 0) ? [] : [breakdown],
  );
}

/** What the shown parts leave of a whole for the others, and whether there are others. */
function leftIn({ whole, parts, hasMargins }: Breakdown): Known & { readonly isComplete: boolean } {
  const all = knownOf(whole);
  const known = parts.map(knownOf);
  const shown = sumOf(known.filter((one) => one !== null)) ?? { low: 0, high: 0 };
  const isComplete = !hasMargins && parts.every(({ state }) => state === 'shown' || state === 'gap');
  if (all === null) return { low: 0, high: Infinity, isComplete: false };
  return { low: all.low - shown.high, high: all.high - shown.low, isComplete };
}

function knownOf(figure: FigureOrGap | undefined): Known | null {
  return figure?.state === 'shown' ? figure.known : null;
}

/** Null where one of them is not known. */
function sumOf(ranges: readonly (Known | null)[]): Known | null {
  let [low, high] = [0, 0];
  for (const range of ranges) {
    if (range === null) return null;
    [low, high] = [low + range.low, high + range.high];
  }
  return { low, high };
}

const meets = (one: Known, other: Known) => one.low <= other.high && other.low <= one.high;
