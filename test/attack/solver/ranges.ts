import { LinearProgram } from './linear-program.ts';
import { Contradiction, type Identity, type OpenSystem, openSystems, type Range, type Unknown } from './system.ts';

/** A number that turned out to be known better than it should be. */
export interface Recovered extends Range {
  readonly id: string;
}

/** Sub-problems in a search for a whole-number optimum before the optimum over fractions is taken, which is no narrower. */
const mostBranches = 200;

/**
 * Finds the numbers whose range over all whole solutions is narrower than they may be known: `high − low` below their limit.
 *
 * `limits` names the numbers of interest. Every range is exact as long as a search stays below 200 branches, and too wide
 * beyond, never too narrow.
 *
 * @throws {Contradiction} when the identities have no solution.
 */
export function findNarrow(
  unknowns: readonly Unknown[],
  identities: readonly Identity[],
  limits: ReadonlyMap<string, number>,
): readonly Recovered[] {
  const { ranges, systems } = openSystems(unknowns, identities);
  const isNarrow = (id: string, { low, high }: Range) => high - low < (limits.get(id) ?? -Infinity);
  const open = new Set(systems.flatMap(({ ids }) => ids));
  const closed = [...ranges]
    .filter(([id, range]) => !open.has(id) && isNarrow(id, range))
    .map(([id, range]) => ({ id, ...range }));
  const searched = systems.flatMap((system) => {
    const wanted = system.ids.flatMap((id, at) => (limits.has(id) ? [at] : []));
    return wanted.length === 0 ? [] : new Search(system).narrow(wanted, limits);
  });
  return [...closed, ...searched];
}

/** The exact range of every number of a system, for the tests of the solver. */
export function allRanges(unknowns: readonly Unknown[], identities: readonly Identity[]): ReadonlyMap<string, Range> {
  const all = new Map(unknowns.map(({ id }) => [id, Infinity]));
  return new Map(findNarrow(unknowns, identities, all).map(({ id, low, high }) => [id, { low, high }]));
}

/** One more end that a branch puts on a number, by its position. */
interface Cut {
  readonly at: number;
  readonly low?: number;
  readonly high?: number;
}

/** Optima over one connected system. Solutions met on the way show how wide ranges are at least, which saves most optima. */
class Search {
  readonly #system: OpenSystem;
  readonly #root: LinearProgram;
  readonly #seen: { low: number; high: number }[];

  constructor(system: OpenSystem) {
    this.#system = system;
    this.#root = this.#program([]);
    if (!this.#root.isFeasible) throw new Contradiction(`no numbers meet the identities of ${system.ids.join(', ')}`);
    this.#seen = system.ids.map(() => ({ low: Infinity, high: -Infinity }));
  }

  narrow(wanted: readonly number[], limits: ReadonlyMap<string, number>): readonly Recovered[] {
    return wanted.flatMap((at) => {
      const id = this.#system.ids[at] ?? '';
      const limit = limits.get(id) ?? -Infinity;
      const seen = this.#seen[at];
      const isWideEnough = () => seen !== undefined && seen.high - seen.low >= limit;
      if (isWideEnough()) return [];
      const high = this.#optimum(at, 'greatest');
      if (isWideEnough()) return [];
      const low = this.#optimum(at, 'least');
      return high - low < limit || limit === Infinity ? [{ id, low, high }] : [];
    });
  }

  /** The whole optimum of a number: branch and bound over the corners of the program. */
  #optimum(at: number, direction: 'least' | 'greatest'): number {
    const isBetter = (a: number, b: number) => (direction === 'least' ? a < b : a > b);
    let best = direction === 'least' ? Infinity : -Infinity;
    const open: (readonly Cut[])[] = [[]];
    const relaxed: number[] = [];
    for (let branches = 0; open.length > 0; branches += 1) {
      const cuts = open.pop() ?? [];
      const found = this.#corner(at, direction, cuts);
      if (found === null) continue;
      const reach = direction === 'least' ? Math.ceil(found.value - 1e-6) + 0 : Math.floor(found.value + 1e-6);
      relaxed.push(reach);
      if (branches > mostBranches) return relaxed[0] ?? best;
      if (!isBetter(reach, best)) continue;
      const fraction = found.corner.findIndex((value) => Math.abs(value - Math.round(value)) > 1e-5);
      if (!Number.isFinite(reach)) return reach;
      if (fraction < 0) {
        this.#remember(found.corner);
        best = reach;
      } else {
        const value = found.corner[fraction] ?? 0;
        open.push(
          [...cuts, { at: fraction, high: Math.floor(value) }],
          [...cuts, { at: fraction, low: Math.ceil(value) }],
        );
      }
    }
    if (best === (direction === 'least' ? Infinity : -Infinity))
      throw new Contradiction(`no whole numbers meet the identities of ${this.#system.ids.join(', ')}`);
    return best;
  }

  #corner(
    at: number,
    direction: 'least' | 'greatest',
    cuts: readonly Cut[],
  ): { value: number; corner: readonly number[] } | null {
    const program = cuts.length === 0 ? this.#root : this.#program(cuts);
    if (!program.isFeasible) return null;
    const { value, corner } = program.optimum(at, direction);
    const lows = this.#lows(cuts);
    return {
      value: value + (lows[at] ?? 0),
      corner: this.#system.ids.map((_, index) => (corner[index] ?? 0) + (lows[index] ?? 0)),
    };
  }

  #remember(corner: readonly number[]): void {
    corner.forEach((value, index) => {
      const seen = this.#seen[index];
      if (seen === undefined) return;
      seen.low = Math.min(seen.low, Math.round(value));
      seen.high = Math.max(seen.high, Math.round(value));
    });
  }

  #lows(cuts: readonly Cut[]): readonly number[] {
    const lows = this.#system.ranges.map(({ low }) => low);
    for (const { at, low } of cuts) if (low !== undefined) lows[at] = Math.max(lows[at] ?? 0, low);
    return lows;
  }

  /** The program over what each number exceeds its low end by; an end above is one more equation with a variable of its own. */
  #program(cuts: readonly Cut[]): LinearProgram {
    const { ids, equations, givenHigh } = this.#system;
    const lows = this.#lows(cuts);
    const highs = [...givenHigh];
    for (const { at, high } of cuts) if (high !== undefined) highs[at] = Math.min(highs[at] ?? Infinity, high);
    const moved = equations.map(({ terms, equals }) => ({
      terms,
      equals: terms.reduce((left, [at, times]) => left - times * (lows[at] ?? 0), equals),
    }));
    const ends = highs.flatMap((high, at) => (Number.isFinite(high) ? [{ at, reach: high - (lows[at] ?? 0) }] : []));
    const above = ends.map(({ at, reach }, index) => ({
      terms: [[at, 1] as const, [ids.length + index, 1] as const],
      equals: reach,
    }));
    return new LinearProgram(ids.length + ends.length, [...moved, ...above]);
  }
}
