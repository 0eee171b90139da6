import { countsBehind } from './implied-counts.ts';
import type { DisclosurePolicy } from './policy.ts';
import {
  denominatorsBehind,
  earlierCountsBehind,
  lagsOf,
  mayBeChange,
  namesChange,
  type PrintedChange,
} from './structure-changes.ts';
import { averages } from './structure-figures.ts';
import {
  endMonthOf,
  type Figure,
  type FigureIndex,
  figurePosition,
  type Known,
  type PublishedSeries,
} from './figure-index.ts';
import type { Spot, StatisticTerms } from './structure-terms.ts';

/** A withheld count, and between which numbers it lies by what a statistic tells. */
export interface ToldCount {
  readonly figure: Figure;
  readonly implied: Known;
}

/** The withheld counts that a statistic tells beside the count that it rests on: its denominator, and the earlier count from which a change is. */
export class EarlierCounts {
  readonly #index: FigureIndex;
  readonly #terms: StatisticTerms;
  readonly #multiplier: number;
  /** Months by which the periods of those counts may end earlier. */
  readonly #lags: readonly number[];
  /** Months at which the series of an index stand at the value that its base has. */
  readonly #bases: readonly number[];
  readonly #isAverage: boolean;
  /** Whether its values say how far its count has moved, and not what it is of an earlier one. */
  readonly #isMovement: boolean;

  constructor(index: FigureIndex, series: readonly PublishedSeries[], terms: StatisticTerms) {
    const [indicator] = series.map((one) => one.indicator);
    this.#index = index;
    this.#terms = terms;
    this.#multiplier = indicator?.unit === 'PERCENT' ? 100 : (indicator?.multiplier ?? 1);
    this.#isAverage = indicator === undefined || averages.has(indicator.valueType);
    const isChange = indicator !== undefined && mayBeChange(indicator, series);
    this.#isMovement = indicator !== undefined && (namesChange(indicator) || hasNegative(series));
    const step = indicator === undefined ? 12 : endMonthOf(indicator, 1) - endMonthOf(indicator, 0);
    this.#lags = isChange ? lagsOf(indicator, step) : [];
    this.#bases = indicator?.valueType === 'INDEX' ? basesOf(series) : [];
  }

  /** What a printed value tells, at the place where its count stands, with the figure of its denominator. Never throws. */
  toldBy(
    printed: Omit<PrintedChange, 'multiplier'>,
    { at, residents }: { readonly at: Spot | undefined; readonly residents: Figure | null },
  ): readonly ToldCount[] {
    const change = { ...printed, multiplier: this.#multiplier };
    const ofOwn =
      residents === null || this.#isAverage
        ? []
        : [
            { figure: residents, implied: denominatorsBehind(change) },
            ...(this.#isOfOwnPast ? [{ figure: residents, implied: earlierCountsBehind(change) }] : []),
          ];
    const earlier = at === undefined ? [] : this.#earlierThan(at);
    const ofEarlier = earlier.flatMap((figure) =>
      [1, 100].flatMap((multiplier) => [
        { figure, implied: denominatorsBehind({ ...change, multiplier }) },
        { figure, implied: earlierCountsBehind({ ...change, multiplier }) },
      ]),
    );
    return [...ofOwn, ...ofEarlier].flatMap(({ figure, implied }) =>
      implied !== null && isTold(figure, implied) ? [{ figure, implied }] : [],
    );
  }

  /** Whether the value is no part of those of whom its denominator counts, so that they tell nothing together. */
  get isOfEarlier(): boolean {
    return this.#isOfOwnPast || this.#lags.length > 0;
  }

  /** Its own count by how far that has moved since an earlier one that is shown; null where nothing tells. Never throws. */
  countBehind(
    { value, half }: Pick<PrintedChange, 'value' | 'half'>,
    { at, residents }: { readonly at: Spot | undefined; readonly residents: Figure | null },
  ): Known | null {
    if (!this.#isMovement) return null;
    const earlier = this.#isOfOwnPast ? [residents] : at === undefined ? [] : this.#earlierThan(at);
    const counts = earlier.flatMap((figure) => {
      const { known = null, state } = figure ?? { state: 'gap' };
      if (known === null || state !== 'shown') return [];
      const movement = { value: value + this.#multiplier, half, denominator: known, multiplier: this.#multiplier };
      return countsBehind(movement) ?? [];
    });
    if (counts.length === 0) return null;
    return { low: Math.min(...counts.map(({ low }) => low)), high: Math.max(...counts.map(({ high }) => high)) };
  }

  get #isOfOwnPast(): boolean {
    const { count, denominator } = this.#terms;
    return denominator?.indicator === count.indicator && denominator.table === count.table;
  }

  #earlierThan({ place, dimensions, endMonth }: Spot): readonly Figure[] {
    const { table, indicator, part = 'VALUE' } = this.#terms.count;
    const figures = this.#index.of(table, indicator, part);
    const months = [...this.#lags.map((lag) => endMonth - lag), ...this.#bases.filter((month) => month !== endMonth)];
    return months.flatMap((month) => figures.get(figurePosition(place, dimensions, month)) ?? []);
  }
}

const hasNegative = (series: readonly PublishedSeries[]) =>
  series.some(({ readings }) => [...readings.values()].some(({ value }) => value !== null && value < 0));

/** The months at which an index says that its count is the one from which it is reckoned. */
function basesOf(series: readonly PublishedSeries[]): readonly number[] {
  const months = series.flatMap(({ indicator, readings }) =>
    [...readings].flatMap(([ordinal, { value }]) =>
      value === 1 || value === 100 ? [endMonthOf(indicator, ordinal)] : [],
    ),
  );
  return [...new Set(months)];
}

/** Whether a withheld count is left a narrower range than its policy leaves to one. */
function isTold({ state, series: { policy } }: Figure, { low, high }: Known): boolean {
  return state === 'withheld' && policy.secondarySuppression && high - low < Math.max(1, widthOf(policy));
}

const widthOf = ({ minimumCount, zerosShown }: DisclosurePolicy) => minimumCount - 1 - (zerosShown ? 1 : 0);
