import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Structure } from '@boroughgraph/kit/disclosure/structure.ts';
import type { AreaAxisKind, CategoryAxisKind, TimeAxisKind } from './axes.ts';
import type { Figure, KnownSum } from './cube.ts';

/**
 * What a publisher prints of a count besides: over residents, with the count and the residents or with limits alone; over its total;
 * or days that have nothing to do with its size.
 */
export type StatisticKind = 'rate' | 'rate with limits' | 'share' | 'mean' | 'median';

/** What a made-up world holds beside one cube of counts. */
export type WorldExtra = 'nothing' | 'balance' | 'linked' | StatisticKind;

/** What decides a world: fast-check makes and shrinks it. */
export interface WorldPlan {
  readonly area: AreaAxisKind;
  readonly first: CategoryAxisKind;
  readonly second: 'none' | 'three';
  readonly time: TimeAxisKind;
  readonly extra: WorldExtra;
  /** True counts of the smallest parts, used again from the beginning where there are too few. */
  readonly counts: readonly number[];
  /** Whether the file has the true small numbers, or its publisher withheld them, or some. */
  readonly publisher: 'raw' | 'sloppy' | 'partly';
  /** Of so many published figures one is left out of the file; 0 leaves none out. */
  readonly omitsEvery: number;
  /** Whether every row of the file is flagged provisional. */
  readonly isProvisional: boolean;
  /** Of so many rows one cannot be read, and is rejected; 0 leaves all readable. @default 0 */
  readonly spoilsEvery?: number;
  /** What each further edition of the file changes, oldest first. */
  readonly later: readonly LaterEdition[];
}

/** Another edition of the same table: revised where it has counts of its own, else the truth of the one before, told otherwise. */
export interface LaterEdition {
  readonly counts: readonly number[] | null;
  readonly publisher: WorldPlan['publisher'];
  readonly omitsEvery: number;
}

/** The plan of an edition of a world, 0 for the first; where it has no more, that of its newest. */
export function planOfEdition(plan: WorldPlan, edition: number): WorldPlan {
  const later = plan.later.slice(0, edition).at(-1);
  const counts = plan.later.slice(0, edition).findLast((one) => one.counts !== null)?.counts ?? plan.counts;
  return later === undefined ? plan : { ...plan, ...later, counts };
}

/** A made-up world: what is true, what adds up, and how it is told to the graph. */
export interface World {
  readonly plan: WorldPlan;
  readonly indicators: readonly IndicatorDefinition[];
  readonly structures: readonly { readonly datasetId: string; readonly structure: Structure }[];
  readonly figures: readonly Figure[];
  readonly sums: readonly KnownSum[];
  readonly statistics: readonly StatisticLink[];
}

/** A figure that rests on a count, which it may give away. */
export interface StatisticLink {
  readonly kind: StatisticKind;
  readonly statistic: string;
  readonly count: string;
  /** The total that a share is a part of, which is the denominator that it prints; null for every other kind. */
  readonly whole: string | null;
  readonly multiplier: number;
  /** Decimals to which the publisher rounds it. */
  readonly decimals: number;
}

/** Indicators, structures, figures and sums of one cube in one dataset. */
export type CountsWorld = Pick<World, 'indicators' | 'structures' | 'figures' | 'sums'>;
