import type { AreaType, PeriodType } from '@boroughgraph/schema/vocabulary/core.ts';
import { nextDueAfter } from '../datasets/next-due.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { kindsOf } from '../statistics/period-kinds.ts';
import { type Period, periodAt } from '../statistics/periods.ts';
import type { Extent, Holding } from '../store/reading/holdings.ts';
import type { VisibleReleases } from '../store/reading/visible-releases.ts';
import { type Absence, absenceOf, isHeld } from './absence.ts';
import type { RequestContext } from './context.ts';
import { datasetOf } from './dataset-model.ts';

/** The first and the last period with a published figure; both null where there is none. */
export interface PeriodExtent {
  readonly firstPeriod: Period | null;
  readonly lastPeriod: Period | null;
}

/** What is held of an indicator. What is known by the catalogue alone is read from it; the rest once for a state of the store. */
export class HoldingModel {
  readonly #context: RequestContext;
  readonly #indicator: IndicatorDefinition;

  constructor(context: RequestContext, indicator: IndicatorDefinition) {
    this.#context = context;
    this.#indicator = indicator;
  }

  async isHeld(): Promise<boolean> {
    return isHeld(this.#indicator, await this.#visible());
  }

  /** In the first kind of period of which anything is held. */
  async extent(): Promise<PeriodExtent> {
    const [first] = await this.#kinds();
    return first === undefined ? nowhere : extentIn(first, (await this.#holdingOf(first)).extent);
  }

  /** In each kind of period of which anything is held. */
  async periods(): Promise<readonly (PeriodExtent & { readonly periodType: PeriodType })[]> {
    return Promise.all(
      (await this.#kinds()).map(async (kind) => ({
        periodType: kind.grid.type,
        ...extentIn(kind, (await this.#holdingOf(kind)).extent),
      })),
    );
  }

  /** The kinds of area with a published figure, and how many of each: the most that one kind of period has. */
  async areas(): Promise<readonly { readonly areaType: AreaType; readonly count: number }[]> {
    const counts = await Promise.all(
      [...new Set([...this.#indicator.areaTypes, ...compositesOf(this.#indicator)])].map(async (areaType) => ({
        areaType,
        count: await this.#count(areaType),
      })),
    );
    return counts.filter(({ count }) => count > 0);
  }

  /** How many sites have a published figure. */
  sites(): Promise<number> {
    return this.#count(null);
  }

  async isSynthetic(): Promise<boolean> {
    const visible = await this.#visible();
    return isHeld(this.#indicator, visible) && visible.isSample(this.#indicator.datasetId);
  }

  /** The day on which the next edition is due; null where none is, or nothing real is held. */
  async nextDue(): Promise<string | null> {
    const visible = await this.#visible();
    const [newest] = visible.releasesOf(this.#indicator.datasetId);
    if (newest === undefined || newest.isSynthetic || !isHeld(this.#indicator, visible)) return null;
    return nextDueAfter(newest.publishedAt, datasetOf(this.#indicator, this.#context).definition.frequency);
  }

  async absence(): Promise<Absence | null> {
    return absenceOf(this.#context, this.#indicator, await this.#visible());
  }

  /** The kinds of period of which something is held that the viewer may read. */
  async #kinds(): Promise<readonly IndicatorDefinition[]> {
    const visible = await this.#visible();
    if (!isHeld(this.#indicator, visible)) return [];
    return kindsOf(this.#indicator).filter((kind) => visible.answer(kind, null) !== null);
  }

  async #count(type: AreaType | null): Promise<number> {
    const holdings = await Promise.all((await this.#kinds()).map((kind) => this.#holdingOf(kind)));
    return Math.max(0, ...holdings.map((holding) => holding.countOf(type)));
  }

  #holdingOf(kind: IndicatorDefinition): Promise<Holding> {
    return this.#context.reading.holdings.load(kind);
  }

  #visible(): Promise<VisibleReleases> {
    return this.#context.reading.releases();
  }
}

/** The periods with a published figure of one value of a dimension, in the first kind of period of which anything is held. */
export async function extentOfValue(
  context: RequestContext,
  indicator: IndicatorDefinition,
  { dimension, value }: { readonly dimension: string; readonly value: string },
): Promise<PeriodExtent> {
  const visible = await context.reading.releases();
  const kind = kindsOf(indicator).find((one) => visible.answer(one, null) !== null);
  if (kind === undefined || !isHeld(indicator, visible)) return nowhere;
  return extentIn(kind, (await context.reading.holdings.load(kind)).extentOf(dimension, value));
}

const nowhere: PeriodExtent = { firstPeriod: null, lastPeriod: null };

function extentIn({ grid }: IndicatorDefinition, extent: Extent | null): PeriodExtent {
  if (extent === null) return nowhere;
  return { firstPeriod: periodAt(grid, extent.first), lastPeriod: periodAt(grid, extent.last) };
}

const compositesOf = ({ measuredTogether = [] }: IndicatorDefinition): readonly AreaType[] =>
  measuredTogether.length === 0 ? [] : ['COMPOSITE'];
