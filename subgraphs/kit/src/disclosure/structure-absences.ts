import type { TableCell, TableEquation } from './linear-table.ts';
import type { DisclosurePolicy } from './policy.ts';

/** The policies under which absent cells are, by their positions: those of which nobody says that nothing was counted. */
export type AbsentCells = ReadonlyMap<number, DisclosurePolicy>;

/** Between which whole numbers a count lies, both included. */
interface Range {
  readonly low: number;
  readonly high: number;
}

/** Times that ranges are narrowed by each other. A gap that follows from so many others in turn is none that an attacker works out. */
const mostPasses = 12;

/** What the others leave for each absent cell, by the sums in which it stands. Never throws. */
export function rangesOfAbsent(
  cells: readonly TableCell[],
  equations: readonly TableEquation[],
  absent: AbsentCells,
): ReadonlyMap<number, Range> {
  const ranges = new Map<number, Range>([...absent.keys()].map((cell) => [cell, anything]));
  // The same figure elsewhere, which shows it, is no total from which it would follow.
  const beside = equations.filter(
    ({ kind, terms }) => kind !== 'same-figure' && terms.some(([cell]) => absent.has(cell)),
  );
  const rangeOf = (cell: number) => ranges.get(cell) ?? rangeShown(cells[cell]);
  for (let pass = 0, isNarrower = true; isNarrower && pass < mostPasses; pass += 1) {
    isNarrower = false;
    for (const { terms } of beside)
      for (const [cell, range] of leftIn(terms, rangeOf))
        if (absent.has(cell) && isInside(range, rangeOf(cell))) {
          ranges.set(cell, range);
          isNarrower = true;
        }
  }
  return ranges;
}

/**
 * The cells with each absent one withheld that can be worked out to be a small count, or to lie in a narrower range than its policy
 * leaves to one: what is absent is then as good as shown. One that leaves a large count, or anything from zero on, stays. Never throws.
 */
export function withholdAbsent(
  cells: readonly TableCell[],
  absent: AbsentCells,
  ranges: ReadonlyMap<number, Range>,
): readonly TableCell[] {
  return cells.map((cell, position) => {
    const [policy, range] = [absent.get(position), ranges.get(position)];
    if (policy === undefined || range === undefined || !tellsSmall(range, policy)) return cell;
    // Nobody takes what is absent to be one at least.
    return { ...cell, state: 'withheld', minimumWidth: widthOf(policy), lowest: 0 };
  });
}

const anything: Range = { low: 0, high: Infinity };

const lowestOf = ({ zerosShown }: DisclosurePolicy) => (zerosShown ? 1 : 0);
const widthOf = (policy: DisclosurePolicy) => Math.max(0, policy.minimumCount - 1 - lowestOf(policy));

function tellsSmall({ low, high }: Range, policy: DisclosurePolicy): boolean {
  const isSmall = high >= lowestOf(policy) && high < policy.minimumCount;
  return isSmall && (low === high || high - low < widthOf(policy));
}

function rangeShown(cell: TableCell | undefined): Range {
  if (cell === undefined || cell.state !== 'shown' || cell.value === null) return anything;
  const [low, high] = cell.certain ?? [cell.value - cell.slack, cell.value + cell.slack];
  return { low, high };
}

/** What a sum leaves for each of its cells by all the others. */
function leftIn(
  terms: TableEquation['terms'],
  rangeOf: (cell: number) => Range,
): readonly (readonly [cell: number, range: Range])[] {
  const ends = terms.map(([cell, coefficient]) => {
    const { low, high } = rangeOf(cell);
    return coefficient > 0 ? [coefficient * low, coefficient * high] : [coefficient * high, coefficient * low];
  });
  const [least, most] = [sumOf(ends.map(([low = 0]) => low)), sumOf(ends.map(([, high = 0]) => high))];
  return terms.flatMap(([cell, coefficient], index) => {
    if (coefficient === 0) return [];
    const [low = 0, high = 0] = ends[index] ?? [];
    const sides = [-without(least, low) / coefficient, -without(most, high) / coefficient];
    const known = rangeOf(cell);
    const range = {
      low: Math.max(known.low, Math.ceil(Math.min(...sides))),
      high: Math.min(known.high, Math.floor(Math.max(...sides))),
    };
    return [[cell, range] as const];
  });
}

/** A sum of ends of ranges, with how many of them are without an end. */
interface EndSum {
  readonly sum: number;
  readonly endless: number;
}

function sumOf(ends: readonly number[]): EndSum {
  const finite = ends.filter(Number.isFinite);
  const endless = ends.find((end) => !Number.isFinite(end)) ?? Infinity;
  return {
    sum: finite.reduce((sum, end) => sum + end, 0),
    endless: (ends.length - finite.length) * Math.sign(endless),
  };
}

/** The sum without one of its ends. */
function without({ sum, endless }: EndSum, end: number): number {
  const left = Number.isFinite(end) ? endless : endless - Math.sign(end);
  if (left !== 0) return left > 0 ? Infinity : -Infinity;
  return Number.isFinite(end) ? sum - end : sum;
}

/** True for a range that is narrower than another and not empty: sums that contradict each other say nothing. */
const isInside = (inner: Range, outer: Range) =>
  inner.low <= inner.high && (inner.low > outer.low || inner.high < outer.high);
