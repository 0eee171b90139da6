import fc from 'fast-check';
import { protectReading } from '@boroughgraph/kit/disclosure/protect.ts';
import type { DisclosurePolicy } from '@boroughgraph/kit/disclosure/policy.ts';
import type { LinearTable } from '@boroughgraph/kit/inside/disclosure/linear-table.ts';
import { tableOf } from '@boroughgraph/kit/inside/disclosure/structure-equations.ts';
import { figuresIn } from '@boroughgraph/kit/inside/disclosure/structure-figures.ts';
import type { PublishedSeries } from '@boroughgraph/kit/inside/disclosure/figure-index.ts';
import { londonAreas } from '@boroughgraph/kit/disclosure/structure-areas.ts';
import { dimensionKey } from '@boroughgraph/kit/statistics/dimensions.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import { protectedBatch } from '../attack/tables/batches.ts';
import { datasetOf } from '../attack/tables/files.ts';
import type { Figure } from '../attack/tables/cube.ts';
import { worldOf } from '../attack/tables/world.ts';
import type { World, WorldPlan } from '../attack/tables/world-plan.ts';

/** The most figures of a table that is solved to proven optimality. */
const mostCells = 60;

/** A table at random, and what kind it is of. */
export interface RandomTable {
  readonly kind: string;
  readonly table: LinearTable;
}

/** Tables under one policy at most. */
const mostPlans = 60;

const names = { own: 'own-tables', other: 'other-tables' };

/** Tables of at most 60 published figures in which something follows: of one and two dimensions, in hierarchies, and linked. */
export function* randomTables(seed: number): Generator<RandomTable> {
  for (let run = 0; ; run += 1)
    for (const { plans, policy } of fc.sample(protectedBatch('whole', mostPlans), { seed: seed + run, numRuns: 4 }))
      for (const plan of plans) {
        const made = randomTable(plan, policy);
        if (made !== null) yield made;
      }
}

/** Null for one that has more figures, or a statistic: those cost nothing by themselves. */
function randomTable(plan: WorldPlan, policy: DisclosurePolicy): RandomTable | null {
  if (!['nothing', 'balance', 'linked'].includes(plan.extra)) return null;
  const world = worldOf(plan, 't1', names);
  if (world.figures.filter(({ isPublished }) => isPublished).length > mostCells) return null;
  const kind = [plan.area, plan.first, plan.second, plan.time, plan.extra].join(', ');
  return { kind, table: linearTableOf(world, policy) };
}

function linearTableOf(world: World, policy: DisclosurePolicy): LinearTable {
  const datasets = [names.own, names.other].map((id) => datasetOf(id, [world], policy));
  const declared = datasets.flatMap((dataset) =>
    dataset.indicators.length === 0
      ? []
      : (dataset.structures ?? londonAreas).map((structure) => ({ agency: 'anybody', dataset: dataset.id, structure })),
  );
  return tableOf(figuresIn(seriesOf(world, policy)), declared).table;
}

function seriesOf({ indicators, figures }: World, policy: DisclosurePolicy): readonly PublishedSeries[] {
  const definitions = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const published = figures.filter(({ isPublished }) => isPublished);
  const nameOf = ({ indicator, place, dimensions }: Figure) => `${indicator} ${place} ${dimensionKey(dimensions)}`;
  return [...Map.groupBy(published, nameOf).values()].flatMap((ofSeries) => {
    const [first] = ofSeries;
    const indicator = definitions.get(first?.indicator ?? '');
    if (first === undefined || indicator === undefined) return [];
    const readings = ofSeries.map(
      ({ period, truth }) =>
        [
          ordinalOf(indicator.grid, period),
          protectReading(policy, indicator, { value: truth, status: 'PUBLISHED' }),
        ] as const,
    );
    const { place, dimensions } = first;
    return [
      {
        table: `anybody/${indicator.datasetId}`,
        indicator,
        place,
        dimensions,
        policy,
        readings: new Map(readings),
        roundedTo: policy.roundingBase ?? 1,
        isFixed: false,
      },
    ];
  });
}
