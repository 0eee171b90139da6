import type { Structure } from '@boroughgraph/kit/disclosure/structure.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { limitsOfCount } from '../limits.ts';
import { type CubeAxes, type Figure, figureId, indicatorOf } from './cube.ts';
import type { CountsWorld, StatisticKind, StatisticLink, World, WorldPlan } from './world-plan.ts';

const changes: Readonly<Record<StatisticKind, Partial<IndicatorDefinition>>> = {
  rate: { valueType: 'CRUDE_RATE', unit: 'PER_1000', multiplier: 1000 },
  'rate with limits': { valueType: 'CRUDE_RATE', unit: 'PER_100000', multiplier: 100_000 },
  share: { valueType: 'PROPORTION', unit: 'PERCENT', multiplier: 100 },
  mean: { valueType: 'MEAN', unit: 'DAYS', multiplier: 1 },
  median: { valueType: 'MEDIAN', unit: 'DAYS', multiplier: 1 },
};

/** Decimals of every published statistic. */
const decimals = 1;

/** A cube of counts, and what made it. */
type Counted = CountsWorld & { readonly plan: WorldPlan; readonly axes: CubeAxes; readonly datasetId: string };

/** The world of a cube of counts and one statistic on each of the counts of its first kind of period. */
export function statisticOf(kind: StatisticKind, counted: Counted): Omit<World, 'plan'> {
  const { axes, datasetId, indicators, structures, figures, sums } = counted;
  const [count] = indicators;
  if (count === undefined) throw new Error('a statistic needs a count');
  const id = `${count.id}-${kind.replaceAll(' ', '-')}`;
  const definition = indicatorOf({ id, datasetId, grid: count.grid }, axes, {
    additivity: 'NON_ADDITIVE',
    decimals,
    ...changes[kind],
  });
  const printed = printedOn(kind, { id, counted, of: count.id });
  const declared: readonly Structure[] = [
    { kind: 'statistic', statistic: { indicator: id }, count: { indicator: count.id } },
    ...(kind === 'share' ? [wholeOf(id, count.id)] : []),
  ];
  return {
    indicators: [...indicators, definition],
    structures: [...structures, ...declared.map((structure) => ({ datasetId, structure }))],
    figures: [...figures, ...printed],
    sums,
    statistics: printed.map((figure) => linkOf(kind, figure, count.id)),
  };
}

/** The statistic on each published count that it means something on. */
function printedOn(
  kind: StatisticKind,
  { id, of, counted: { figures, plan } }: { readonly id: string; readonly of: string; readonly counted: Counted },
): readonly Figure[] {
  const truths = new Map(figures.map((figure) => [figure.id, figure.truth]));
  return figures
    .filter(({ indicator, isPublished }) => indicator === of && isPublished)
    .flatMap((count) => {
      const total = truths.get(figureId({ ...count, dimensions: {} })) ?? 0;
      const made = valueOf(kind, count, { total, plan });
      const name = { ...count, indicator: id };
      return made === null ? [] : [{ ...name, id: figureId(name), ...made }];
    });
}

function linkOf(kind: StatisticKind, figure: Figure, count: string): StatisticLink {
  return {
    kind,
    statistic: figure.id,
    count: figureId({ ...figure, indicator: count }),
    whole: kind === 'share' ? figureId({ ...figure, indicator: count, dimensions: {} }) : null,
    multiplier: changes[kind].multiplier ?? 1,
    decimals,
  };
}

/** The denominator of a share is the total of its counts. */
function wholeOf(share: string, count: string): Structure {
  return {
    kind: 'same',
    figure: { indicator: share, part: 'DENOMINATOR' },
    other: { indicator: count, dimensions: {} },
  };
}

/** What is printed of a count; null where it means nothing, as a share of none. */
function valueOf(
  kind: StatisticKind,
  { truth, place }: Figure,
  { total, plan }: { readonly total: number; readonly plan: WorldPlan },
): Pick<Figure, 'truth' | 'ratio' | 'limits'> | null {
  if (kind === 'mean' || kind === 'median') return truth === 0 ? null : { truth: 7 + ((truth * 13) % 29) / 10 };
  const denominator = kind === 'share' ? total : residentsOf(place, plan);
  if (denominator === 0) return null;
  const per = (count: number) => rounded((count / denominator) * (changes[kind].multiplier ?? 1));
  if (kind === 'rate with limits') {
    const { lower, upper } = limitsOfCount(truth);
    return { truth: per(truth), limits: { lower: per(lower), upper: per(upper) } };
  }
  return { truth: per(truth), ratio: { numerator: truth, denominator } };
}

/** Residents of a place, made up: a few thousand, the same for everybody who asks. */
function residentsOf(place: string, { counts }: WorldPlan): number {
  return 900 + ((place.charCodeAt(8) * 131 + place.length * 17 + (counts[0] ?? 0)) % 4_000);
}

const rounded = (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;
