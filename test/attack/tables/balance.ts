import type { Structure } from '@boroughgraph/kit/disclosure/structure.ts';
import { areaAxis, type Axis, categoryAxis, timeAxis } from './axes.ts';
import { type Atom, type AtomCounts, cubeOf, type Figure, figureId, indicatorOf, type KnownSum } from './cube.ts';
import { breakdownsOf, countsOf } from './plan-counts.ts';
import type { World, WorldPlan } from './world-plan.ts';

const stocks = ['S2020-03-31', 'S2021-03-31', 'S2022-03-31', 'S2023-03-31'];
const years = ['FY2020-21', 'FY2021-22', 'FY2022-23'];

/** The ids of the four indicators of a balance. */
type BalanceIds = Readonly<Record<'stock' | 'any' | 'ended' | 'started', string>>;

/**
 * A world of stocks and flows over three years: at 31 March, at any point in the year, and started and ended in it.
 *
 * Any point is the stock of the March before and what started; less what ended it is the stock of its own March.
 */
export function balanceOf(plan: WorldPlan, name: string, datasetId: string): Omit<World, 'plan'> {
  const first = plan.first === 'none' ? 'none' : 'three';
  const area = plan.area === 'london' ? 'pair' : plan.area;
  const time = timeAxis('three years');
  const axes = { area: areaAxis(area), first: categoryAxis(first), second: categoryAxis('none'), time };
  const ids = { stock: `${name}-stock`, any: `${name}-any`, ended: `${name}-ended`, started: `${name}-started` };
  const counts = countsOfBalance(countsOf(plan, axes));
  const stock = cubeOf({ ...axes, time: stockAxis }, () => ids.stock, counts.stock);
  const flows = (['any', 'ended', 'started'] as const).map((flow) => cubeOf(axes, () => ids[flow], counts[flow]));
  const march = { type: 'SNAPSHOT', everyMonths: 12, month: 3 } as const;
  const year = { type: 'FINANCIAL_YEAR' } as const;
  const indicators = [
    indicatorOf({ id: ids.stock, datasetId, grid: march }, axes, { additivity: 'ADDITIVE_OVER_AREA_ONLY' }),
    ...[ids.any, ids.ended, ids.started].map((id) => indicatorOf({ id, datasetId, grid: year }, axes)),
  ];
  const structures = [
    ...balanceStructures(ids),
    ...indicators.flatMap(({ id }) => breakdownsOf(id, { first, second: 'none' })),
  ];
  const any = flows[0]?.figures ?? [];
  return {
    indicators,
    structures: structures.map((structure) => ({ datasetId, structure })),
    figures: [stock, ...flows].flatMap(({ figures }) => figures),
    sums: [...[stock, ...flows].flatMap(({ sums }) => sums), ...any.flatMap((figure) => balancesOf(figure, ids))],
    statistics: [],
  };
}

const stockAxis: Axis = {
  atoms: stocks.length,
  nodes: stocks.map((key, index) => ({ key, atoms: [index], isPublished: true })),
  identities: [],
};

/** Stocks and flows that balance, of free counts: what started, and which part of those at hand ended. */
function countsOfBalance(count: AtomCounts): Readonly<Record<keyof BalanceIds, AtomCounts>> {
  const at = (atom: Atom, time: number) => ({ ...atom, time });
  const stock = (atom: Atom): number => {
    const before = at(atom, atom.time - 1);
    return atom.time === 0 ? count(atom) : any(before) - ended(before);
  };
  const started = (atom: Atom): number => count(at(atom, atom.time + 1));
  const any = (atom: Atom): number => stock(atom) + started(atom);
  // Any whole number up to all of them, as the count of another year has it.
  const ended = (atom: Atom): number => count(at(atom, atom.time + 7)) % (any(atom) + 1);
  return { stock, started, any, ended };
}

function balanceStructures(ids: BalanceIds): readonly Structure[] {
  const term = (indicator: string, sign: 1 | -1, monthsBefore = 0) => ({ indicator, sign, monthsBefore });
  return [
    { kind: 'balance', terms: [term(ids.any, 1), term(ids.ended, -1), term(ids.stock, -1)] },
    { kind: 'balance', terms: [term(ids.any, 1), term(ids.started, -1), term(ids.stock, -1, 12)] },
  ];
}

function balancesOf(any: Figure, ids: BalanceIds): readonly KnownSum[] {
  const index = years.indexOf(any.period);
  const named = (indicator: string, period: string | undefined) =>
    figureId({ ...any, indicator, period: period ?? '' });
  return [
    {
      kind: 'balance',
      terms: [
        [any.id, 1],
        [named(ids.ended, any.period), -1],
        [named(ids.stock, stocks[index + 1]), -1],
      ],
    },
    {
      kind: 'balance',
      terms: [
        [any.id, 1],
        [named(ids.started, any.period), -1],
        [named(ids.stock, stocks[index]), -1],
      ],
    },
  ];
}
