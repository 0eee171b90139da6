import type { Structure } from '@boroughgraph/kit/disclosure/structure.ts';
import { areaAxis, categoryAxis, timeAxis } from './axes.ts';
import { balanceOf } from './balance.ts';
import { type AtomCounts, type CubeAxes, cubeOf, figureId, indicatorOf, type KnownSum } from './cube.ts';
import { breakdownsOf, countsOf } from './plan-counts.ts';
import { statisticOf } from './statistic.ts';
import type { CountsWorld, World, WorldPlan } from './world-plan.ts';

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
