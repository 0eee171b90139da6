import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { publicIdOf } from '../statistics/period-kinds.ts';
import type { Dimensions } from '../statistics/dimensions.ts';
import { isHeld } from './absence.ts';
import type { RequestContext } from './context.ts';
import { DatasetModel } from './dataset-model.ts';
import { findThings, type SearchMatch } from './search/find-things.ts';
import { findDataset } from '../datasets/find-dataset.ts';
import { type SeriesPageArguments, type SeriesPageModel, seriesPage } from './series-page.ts';

/** The indicator as readers know it: of a further kind of period, the one whose kind it is. Never throws. */
export function publicIndicator(indicator: IndicatorDefinition, context: RequestContext): IndicatorDefinition {
  return context.agency.indicators.find(({ id }) => id === publicIdOf(indicator)) ?? indicator;
}

/** An agency's corner of the graph. */
export class AgencyModel {
  readonly #context: RequestContext;

  constructor(context: RequestContext) {
    this.#context = context;
  }

  /** What of the agency fits some words: see `findThings`. */
  search(wanted: { readonly text: string; readonly first: number }): Promise<readonly SearchMatch[]> {
    return findThings(this.#context, wanted);
  }

  /** The indicators whose id, name or definition holds the text, in any case, and of which something is held or nothing; all without either. */
  async indicators(search: string | null = null, held: boolean | null = null): Promise<readonly IndicatorDefinition[]> {
    const wanted = (search ?? '').trim().toLowerCase();
    const found = this.#context.agency.indicators.filter(({ id, name, definition }) =>
      [id, name, definition].some((text) => text.toLowerCase().includes(wanted)),
    );
    if (held === null) return found;
    const visible = await this.#context.reading.releases();
    return found.filter((indicator) => isHeld(indicator, visible) === held);
  }

  /** The indicator with an id; null for an unknown one. */
  indicator(id: string): IndicatorDefinition | null {
    return this.#context.agency.indicators.find((indicator) => indicator.id === id) ?? null;
  }

  datasets(): readonly DatasetModel[] {
    return this.#context.agency.datasets.map((definition) => new DatasetModel(this.#context, definition));
  }

  /** The dataset with an id, be it one that it had before; null for an unknown one. */
  dataset(id: string): DatasetModel | null {
    const definition = findDataset(this.#context.agency.datasets, id);
    return definition === undefined ? null : new DatasetModel(this.#context, definition);
  }

  /**
   * A page of series that releases hold: see `seriesPage`.
   *
   * @throws a BAD_USER_INPUT that names the argument which is wrong and says what would be accepted.
   */
  series(given: SeriesPageArguments): Promise<SeriesPageModel> {
    return seriesPage(this.#context, given);
  }
}

/** The narrowing that a list of inputs means. */
export function dimensionsFrom(inputs: readonly { readonly dimension: string; readonly value: string }[]): Dimensions {
  return Object.fromEntries(inputs.map(({ dimension, value }) => [dimension, value]));
}
