import { type CharacteristicState, type ProtectedCharacteristic } from '@boroughgraph/schema/vocabulary/core.ts';
import { dimensionsOf } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { kindsOf } from '../statistics/period-kinds.ts';
import { valuesBy } from '../statistics/protected-characteristics.ts';
import { isHeld } from './absence.ts';
import type { RequestContext } from './context.ts';
import { type DimensionValueModel, valueOf } from './dimension-value.ts';
import { SeriesHandle } from './series.ts';

/** Series of one value that are looked at for why they have no figure: some of all its places, as a sample. */
const sampledSeries = 20;

/** What of an indicator is held by one protected characteristic. Nothing is read until its state is asked for. */
export class CharacteristicModel {
  readonly characteristic: ProtectedCharacteristic;
  readonly values: readonly DimensionValueModel[];
  readonly #context: RequestContext;
  readonly #indicator: IndicatorDefinition;

  constructor(context: RequestContext, indicator: IndicatorDefinition, characteristic: ProtectedCharacteristic) {
    this.#context = context;
    this.#indicator = indicator;
    this.characteristic = characteristic;
    this.values = valuesBy(characteristic, indicator.dimensions).map(({ dimension, choice }) =>
      valueOf(indicator, dimension, choice),
    );
  }

  /** Worked out from what is held: by figures, and where there are none by their statuses. */
  async state(): Promise<CharacteristicState> {
    if (this.values.length === 0) return 'NOT_COLLECTED';
    const visible = await this.#context.reading.releases();
    const kinds = kindsOf(this.#indicator).filter((kind) => visible.answer(kind, null) !== null);
    if (!isHeld(this.#indicator, visible) || kinds.length === 0) return 'NOT_HELD';
    const holdings = await Promise.all(kinds.map((kind) => this.#context.reading.holdings.load(kind)));
    const isPublished = ({ dimension, value }: DimensionValueModel) =>
      holdings.some((holding) => holding.extentOf(dimension, value) !== null);
    if (this.values.some(isPublished)) return 'HELD';
    for (const value of this.values) if (await this.#isTooFew(kinds, value)) return 'TOO_FEW';
    return 'NOT_HELD';
  }

  /** True where a figure of a value is withheld to protect people, or rests on too few. */
  async #isTooFew(kinds: readonly IndicatorDefinition[], { dimension, value }: DimensionValueModel): Promise<boolean> {
    const keys = await this.#context.reading.seriesKeys({
      indicators: kinds,
      areas: null,
      sites: null,
      areaType: null,
      dimensions: [{ dimension, value }],
      asPublishedOn: null,
      after: null,
      limit: sampledSeries,
    });
    const handles = keys.slice(0, sampledSeries).flatMap(({ indicatorId, place, dimensionKey }) =>
      kinds
        .filter(({ id }) => id === indicatorId)
        .map((indicator) => {
          const dimensions = dimensionsOf(dimensionKey);
          return new SeriesHandle(this.#context, { indicator, place, relation: 'SAME', dimensions });
        }),
    );
    const columns = await Promise.all(handles.map((handle) => handle.columns(null)));
    return columns.flat().some(({ reading: { status } }) => status === 'CONFIDENTIAL' || status === 'LOW_BASE');
  }
}
