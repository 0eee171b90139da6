import type { Dimensions } from '../statistics/dimensions.ts';
import { type Figure, type FigureIndex, figurePosition, type FigureOrGap } from './figure-index.ts';
import type { FigureReference } from './structure.ts';

/** A reference whose table is spelt out: the slug of an agency, and the id of its dataset. */
export interface Term extends FigureReference {
  readonly table: string;
}

/** A statistic with the count that it rests on, and where its denominator is found; the tables are spelt out. */
export interface StatisticTerms {
  readonly statistic: Term;
  readonly count: Term;
  readonly denominator: Term | null;
}

/** Where and when something is counted, and narrowed to what. */
export interface Spot {
  readonly place: string;
  readonly dimensions: Dimensions;
  /** The month in which its period ends, counted from January of year 0. */
  readonly endMonth: number;
}

/** Finds what belongs together in a structure: dimensions that no term names are the same in all of them, but for totals. */
export class TermMatcher {
  readonly #index: FigureIndex;
  readonly #terms: readonly Term[];
  readonly #first: Term;
  readonly #others: readonly Term[];
  readonly #named: ReadonlySet<string>;
  /** By term and by the narrowing of a series, what that leaves: all figures of a series share it. */
  readonly #free: ReadonlyMap<Term, Map<Dimensions, Dimensions | null>>;
  /** What was asked for last. */
  #last: { readonly dimensions: Dimensions; readonly term: Term; readonly free: Dimensions | null } | null = null;

  constructor(index: FigureIndex, first: Term, others: readonly Term[]) {
    this.#index = index;
    this.#terms = [first, ...others];
    this.#first = first;
    this.#others = others;
    this.#named = new Set(this.#terms.flatMap(({ dimensions = {} }) => Object.keys(dimensions)));
    this.#free = new Map(this.#terms.map((term) => [term, new Map<Dimensions, Dimensions | null>()]));
  }

  /**
   * The figures of all terms, in their order, for every spot of which at least one term has a figure. What is missing has a
   * name. No spot where a term has no such periods: no year ends in June.
   */
  *matches(): Generator<readonly [FigureOrGap, ...FigureOrGap[]]> {
    const seen = new Set<string>();
    for (const term of this.#terms)
      for (const figure of this.#figuresOf(term)) {
        const spot = this.#spotBeside(term, figure);
        const name = spot === null ? '' : figurePosition(spot.place, spot.dimensions, spot.endMonth);
        if (spot === null || seen.has(name)) continue;
        seen.add(name);
        const found = this.#at(spot);
        if (found !== null) yield found;
      }
  }

  /** The figures of the other terms beside a spot of the first; null where the spot is not narrowed as the first term is. */
  beside(spot: Spot): readonly (Figure | null)[] | null {
    const spots = this.spotsBeside(spot);
    if (spots === null) return null;
    return this.#others.map((term, position) => {
      const { place, dimensions, endMonth } = spots[position] ?? spot;
      const figures = this.#index.of(term.table, term.indicator, term.part ?? 'VALUE');
      return figures.get(figurePosition(place, dimensions, endMonth)) ?? null;
    });
  }

  /** Where the figures of the other terms would stand; null where the spot is not narrowed as the first term is. */
  spotsBeside({ place, dimensions, endMonth }: Spot): readonly Spot[] | null {
    const free = this.#freeIn(dimensions, this.#first);
    if (free === null) return null;
    const month = endMonth + (this.#first.monthsBefore ?? 0);
    return this.#others.map((term) => ({
      place,
      dimensions: this.#narrowed(free, term),
      endMonth: month - (term.monthsBefore ?? 0),
    }));
  }

  #figuresOf({ table, indicator, part = 'VALUE' }: Term): Iterable<Figure> {
    return this.#index.of(table, indicator, part).values();
  }

  /** What a narrowing leaves to all terms; null where it is not as a term has it. */
  #freeIn(dimensions: Dimensions, term: Term): Dimensions | null {
    const last = this.#last;
    // Figures come series by series.
    if (last?.dimensions === dimensions && last.term === term) return last.free;
    const free = this.#findFreeIn(dimensions, term);
    this.#last = { dimensions, term, free };
    return free;
  }

  #findFreeIn(dimensions: Dimensions, term: Term): Dimensions | null {
    const known = this.#free.get(term);
    const found = known?.get(dimensions);
    if (found !== undefined) return found;
    const free = this.#leftOf(dimensions, term);
    known?.set(dimensions, free);
    return free;
  }

  #leftOf(dimensions: Dimensions, term: Term): Dimensions | null {
    const { dimensions: wanted = {} } = term;
    if (this.#isTotal(term) && Object.keys(dimensions).length > 0) return null;
    if (this.#named.size === 0) return dimensions;
    if ([...this.#named].some((id) => dimensions[id] !== wanted[id])) return null;
    return Object.fromEntries(Object.entries(dimensions).filter(([id]) => !this.#named.has(id)));
  }

  /** What the series of a term is narrowed to where the others are narrowed so. */
  #narrowed(free: Dimensions, term: Term): Dimensions {
    return this.#isTotal(term) ? {} : { ...free, ...term.dimensions };
  }

  /** Whether nothing narrows the series of a term, whatever narrows the others: the total of which shares are. */
  #isTotal({ dimensions }: Term): boolean {
    return dimensions !== undefined && this.#named.size === 0;
  }

  /** The spot that all terms share, without what they name, and of a term zero months before; null where the figure is of none. */
  #spotBeside(term: Term, { series, endMonth }: Figure): Spot | null {
    const dimensions = this.#freeIn(series.dimensions, term);
    return dimensions === null
      ? null
      : { place: series.place, dimensions, endMonth: endMonth + (term.monthsBefore ?? 0) };
  }

  #at({ place, dimensions, endMonth }: Spot): readonly [FigureOrGap, ...FigureOrGap[]] | null {
    const figureOf = (term: Term) => {
      const month = endMonth - (term.monthsBefore ?? 0);
      return this.#index.at(term, { place, dimensions: this.#narrowed(dimensions, term), endMonth: month });
    };
    const others: FigureOrGap[] = [];
    const first = figureOf(this.#first);
    for (const term of this.#others) {
      const found = figureOf(term);
      if (found === null) return null;
      others.push(found);
    }
    return first === null ? null : [first, ...others];
  }
}
