import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Structure } from '@boroughgraph/kit/statistics/disclosure/structure.ts';
import {
  type Axis,
  type AreaAxisKind,
  areaAxis,
  type CategoryAxisKind,
  categoryAxis,
  type TimeAxisKind,
  timeAxis,
} from './axes.ts';
import { balanceOf } from './balance.ts';
import {
  type AtomCounts,
  type CubeAxes,
  cubeOf,
  dimensionIds,
  type Figure,
  figureId,
  indicatorOf,
  type KnownSum,
} from './cube.ts';
import { type StatisticKind, statisticOf } from './statistic.ts';

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
  /** What a second edition of the file changes; null where there is none. */
  readonly later: LaterEdition | null;
}

/** Another edition of the same table: revised where it has counts of its own, else the same truth told otherwise. */
export interface LaterEdition {
  readonly counts: readonly number[] | null;
  readonly publisher: WorldPlan['publisher'];
  readonly omitsEvery: number;
}

/** The plan of the later edition of a world; the plan itself where there is none. */
export function laterPlan(plan: WorldPlan): WorldPlan {
  const { later } = plan;
  return later === null ? plan : { ...plan, ...later, counts: later.counts ?? plan.counts };
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

/** The datasets of a world: the second is of another publication of the same counts. */
export interface WorldDatasets {
  readonly own: string;
  readonly other: string;
}

/** The world of a plan; `name` begins the ids of its indicators. */
export function worldOf(plan: WorldPlan, name: string, datasets: WorldDatasets): World {
  if (plan.extra === 'balance') return { plan, ...balanceOf(plan, name, datasets.own) };
  const time = timeAxis(plan.time);
  const axes = { area: areaAxis(plan.area), first: categoryAxis(plan.first), second: categoryAxis(plan.second), time };
  const counts = countsOf(plan, axes);
  const own = countsWorld({ plan, name, datasetId: datasets.own, axes, time, counts });
  if (plan.extra === 'linked')
    return {
      plan,
      statistics: [],
      ...linked(
        own,
        countsWorld({ plan, name: `${name}-again`, datasetId: datasets.other, axes, time, counts }),
        datasets,
      ),
    };
  if (plan.extra === 'nothing') return { plan, statistics: [], ...own };
  return { plan, ...statisticOf(plan.extra, { ...own, plan, axes, datasetId: datasets.own }) };
}

/** The counts of a plan by position on the axes. */
export function countsOf(
  { counts }: WorldPlan,
  axes: { readonly [K in 'first' | 'second' | 'area']: Pick<Axis, 'atoms'> },
): AtomCounts {
  return ({ area, first, second, time }) => {
    const row = (time * axes.area.atoms + area) * axes.first.atoms + first;
    return counts[(row * axes.second.atoms + second) % counts.length] ?? 0;
  };
}

/** Indicators, structures, figures and sums of one cube in one dataset. */
export type CountsWorld = Pick<World, 'indicators' | 'structures' | 'figures' | 'sums'>;

function countsWorld({
  name,
  datasetId,
  axes,
  time,
  counts,
  plan,
}: {
  readonly plan: WorldPlan;
  readonly name: string;
  readonly datasetId: string;
  readonly axes: CubeAxes;
  readonly time: ReturnType<typeof timeAxis>;
  readonly counts: AtomCounts;
}): CountsWorld {
  const idOf = (level: number) => `${name}-${level}`;
  const levelOf = (period: string) => time.levels.findIndex(({ periods }) => periods.includes(period));
  const indicators = time.levels.map(({ grid }, level) => indicatorOf({ id: idOf(level), datasetId, grid }, axes));
  const longer = time.levels.slice(1).map((_, index): Structure => ({
    kind: 'periods',
    whole: { indicator: idOf(index + 1) },
    parts: { indicator: idOf(0) },
  }));
  const structures = [...longer, ...indicators.flatMap(({ id }) => breakdownsOf(id, plan))];
  return {
    indicators,
    structures: structures.map((structure) => ({ datasetId, structure })),
    ...cubeOf(axes, (period) => idOf(levelOf(period)), counts),
  };
}

/** How the series of one indicator add up over its dimensions. */
export function breakdownsOf(
  indicator: string,
  { first, second }: Pick<WorldPlan, 'first' | 'second'>,
): readonly Structure[] {
  const [kind, group] = dimensionIds;
  const narrowed = (value: string) => ({ indicator, dimensions: { [kind]: value } });
  const overSecond: readonly Structure[] =
    second === 'none' ? [] : [{ kind: 'categories', indicator, dimension: group }];
  const whole = { indicator, dimensions: {} };
  switch (first) {
    case 'none':
      return overSecond;
    case 'flag':
      return [...overSecond, { kind: 'subset', whole, part: narrowed('flagged') }];
    case 'nested':
      return [
        ...overSecond,
        { kind: 'subset', whole, part: narrowed('to-17') },
        { kind: 'subset', whole: narrowed('to-17'), part: narrowed('to-16') },
      ];
    default:
      return [...overSecond, { kind: 'categories', indicator, dimension: kind }];
  }
}

/** Two publications of the same counts. */
function linked(own: CountsWorld, again: CountsWorld, { own: ownId, other }: WorldDatasets): CountsWorld {
  const structures = own.indicators.map(({ id }, index): Structure => ({
    kind: 'same',
    figure: { indicator: again.indicators[index]?.id ?? '' },
    other: { indicator: id, dataset: ownId },
  }));
  const sums = own.figures.map((figure, index): KnownSum => {
    const same = again.figures[index];
    return {
      kind: 'same',
      terms: [
        [figure.id, 1],
        [same === undefined ? figure.id : figureId(same), -1],
      ],
    };
  });
  return {
    indicators: [...own.indicators, ...again.indicators],
    structures: [
      ...own.structures,
      ...again.structures,
      ...structures.map((structure) => ({ datasetId: other, structure })),
    ],
    figures: [...own.figures, ...again.figures],
    sums: [...own.sums, ...again.sums, ...sums],
  };
}
