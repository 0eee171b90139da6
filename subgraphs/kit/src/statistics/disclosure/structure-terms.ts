import type { Dimensions } from '../dimensions.ts';
import { type Figure, type FigureIndex, figurePosition } from './structure-figures.ts';
import type { FigureReference } from './structure.ts';

/** A reference whose table is spelt out: the slug of an agency, and the id of its dataset. */
export interface Term extends FigureReference {
  readonly table: string;
}

/** Where and when something is counted, and narrowed to what. */
export interface Spot {
  readonly place: string;
  readonly dimensions: Dimensions;
  /** The month in which its period ends, counted from January of year 0. */
  readonly endMonth: number;
}

/** Finds what belongs together in a structure: dimensions that no term names are the same in all of them. */
export class TermMatcher {
  readonly #index: FigureIndex;
  readonly #first: Term;
  readonly #others: readonly Term[];
  readonly #named: ReadonlySet<string>;

  constructor(index: FigureIndex, first: Term, others: readonly Term[]) {
    this.#index = index;
    this.#first = first;
    this.#others = others;
    this.#named = new Set([first, ...others].flatMap(({ dimensions = {} }) => Object.keys(dimensions)));
  }

  /** Each figure of the first term with those of the others, in their order; null where there is none. */
  *matches(): Generator<readonly [Figure, ...(Figure | null)[]]> {
    const { table, indicator, part = 'VALUE' } = this.#first;
    for (const figure of this.#index.of(table, indicator, part).values()) {
      const { place, dimensions } = figure.series;
      const beside = this.beside({ place, dimensions, endMonth: figure.endMonth });
      if (beside !== null) yield [figure, ...beside];
    }
  }

  /** The figures of the other terms beside a spot of the first; null where the spot is not narrowed as the first term is. */
  beside({ place, dimensions, endMonth }: Spot): readonly (Figure | null)[] | null {
    const wanted = this.#first.dimensions ?? {};
    if ([...this.#named].some((id) => dimensions[id] !== wanted[id])) return null;
    const free = Object.fromEntries(Object.entries(dimensions).filter(([id]) => !this.#named.has(id)));
    const month = endMonth + (this.#first.monthsBefore ?? 0);
    return this.#others.map((term) => {
      const position = figurePosition(place, { ...free, ...term.dimensions }, month - (term.monthsBefore ?? 0));
      return this.#index.of(term.table, term.indicator, term.part ?? 'VALUE').get(position) ?? null;
    });
  }
}
