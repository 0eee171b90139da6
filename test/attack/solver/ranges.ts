import { IntegerProgram } from './integer-program.ts';
import { Contradiction, type Identity, type OpenSystem, openSystems, type Range, type Unknown } from './system.ts';

/** A number that turned out to be known better than it should be. */
export interface Recovered extends Range {
  readonly id: string;
}

/** What is looked for among numbers. */
export interface NarrowSearch {
  /** The numbers of interest, and how wide each must stay. */
  readonly limits: ReadonlyMap<string, number>;
  /** Numbers that may meet the identities: where they do, which is tried, they save half of the search. @default none are known */
  readonly solution?: ReadonlyMap<string, number>;
}

/**
 * Finds the numbers whose range over all whole solutions is narrower than they may be known: `high − low` below their limit.
 *
 * Every range is exact as long as a search for whole numbers is not given up, and too wide beyond, never too narrow.
 *
 * @throws {Contradiction} when the identities have no solution.
 */
export function findNarrow(
  unknowns: readonly Unknown[],
  identities: readonly Identity[],
  { limits, solution = new Map() }: NarrowSearch,
): readonly Recovered[] {
  const { ranges, systems } = openSystems(unknowns, identities);
  const isNarrow = (id: string, { low, high }: Range) => high - low < (limits.get(id) ?? -Infinity);
  const open = new Set(systems.flatMap(({ ids }) => ids));
  const closed = [...ranges]
    .filter(([id, range]) => !open.has(id) && isNarrow(id, range))
    .map(([id, range]) => ({ id, ...range }));
  const searched = systems.flatMap((system) => {
    const wanted = system.ids.flatMap((id, at) => (limits.has(id) ? [at] : []));
    if (wanted.length === 0) return [];
    using search = new Search(system);
    search.see(system.ids.map((id) => solution.get(id) ?? Number.NaN));
    return search.narrow(wanted, limits);
  });
  return [...closed, ...searched];
}

/** The exact range of every number of a system, for the tests of the solver. */
export function allRanges(unknowns: readonly Unknown[], identities: readonly Identity[]): ReadonlyMap<string, Range> {
  const all = new Map(unknowns.map(({ id }) => [id, Infinity]));
  return new Map(findNarrow(unknowns, identities, { limits: all }).map(({ id, low, high }) => [id, { low, high }]));
}

/** Optima over one connected system. Solutions met on the way show how wide ranges are at least, which saves most optima. */
class Search implements Disposable {
  readonly #system: OpenSystem;
  readonly #program: IntegerProgram;
  readonly #seen: { low: number; high: number }[];

  constructor(system: OpenSystem) {
    const { ids, ranges, givenHigh, equations } = system;
    this.#system = system;
    // An end that follows from the equations is left to them, so that the solver finds it by itself.
    this.#program = new IntegerProgram(
      ranges.map(({ low }, at) => ({ low, high: givenHigh[at] ?? Infinity })),
      equations,
    );
    this.#seen = ids.map(() => ({ low: Infinity, high: -Infinity }));
  }

  /** Takes numbers into account that may be a solution: nothing changes where they are none. */
  see(values: readonly number[]): void {
    if (this.#program.isMetBy(values)) this.#widen(values);
  }

  narrow(wanted: readonly number[], limits: ReadonlyMap<string, number>): readonly Recovered[] {
    return wanted.flatMap((at) => {
      const id = this.#system.ids[at] ?? '';
      const limit = limits.get(id) ?? -Infinity;
      const seen = this.#seen[at];
      const isWideEnough = () => seen !== undefined && seen.high - seen.low >= limit;
      if (isWideEnough()) return [];
      const high = this.#end(at, 'greatest');
      if (isWideEnough()) return [];
      const low = this.#end(at, 'least');
      return high - low < limit || limit === Infinity ? [{ id, low, high }] : [];
    });
  }

  #end(at: number, direction: 'least' | 'greatest'): number {
    const optimum = this.#program.optimum(at, direction);
    if (optimum === null)
      throw new Contradiction(`no whole numbers meet the identities of ${this.#system.ids.join(', ')}`);
    if (optimum.solution !== null) this.#widen(optimum.solution);
    return optimum.end;
  }

  #widen(solution: readonly number[]): void {
    solution.forEach((value, index) => {
      const seen = this.#seen[index];
      if (seen === undefined) return;
      seen.low = Math.min(seen.low, value);
      seen.high = Math.max(seen.high, value);
    });
  }

  [Symbol.dispose](): void {
    this.#program[Symbol.dispose]();
  }
}
