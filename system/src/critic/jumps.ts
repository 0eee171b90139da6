import { type ExpectedTable, expectedTables } from './expected-figures.ts';
import type { Finding } from './finding.ts';
import { medianOf } from '@boroughgraph/kit/statistics/median.ts';
import type { HeldFigures, HeldSeries } from './held-series.ts';

/**
 * A figure that is off by less than this factor is no slip of a decimal point, whatever is usual: one by ten is found where what is expected
 * is itself off by two thirds.
 */
const leastFactor = 6;
/** How many times farther off than usual a figure must be: in half a million figures at hand, chance makes none so. */
const leastTimes = 9;

/** Smaller figures of all areas move together by chance and by what happens: a new offence, a month without flights. */
const fewestOfAll = 20;

/** Figures that jump away from their own series and back, and periods in which those of all areas do. */
export function jumps(held: HeldFigures): readonly Finding[] {
  return expectedTables(held)
    .flat()
    .flatMap((table) => [...jumpsOfOne(table), ...jumpsOfAll(table)]);
}

function jumpsOfOne({ cells }: ExpectedTable): readonly Finding[] {
  return cells.flatMap(({ series, ordinal, figure, residual, expected, log, usual }) => {
    if (isLostInRounding(series, figure.value)) return [];
    const off = Math.abs(residual) < Math.abs(log - expected) ? residual : log - expected;
    const times = Math.abs(off) / usual;
    if (Math.abs(off) < Math.log(leastFactor) || times < leastTimes) return [];
    return [jump({ series, ordinal, value: figure.value }, expected, times)];
  });
}

/** A zero of a rate without its counts: of few people nothing happens to one of them in many years. */
const isLostInRounding = ({ indicator, figures }: HeldSeries, value: number) =>
  value === 0 &&
  indicator.valueType !== 'COUNT' &&
  [...figures.values()].every(({ denominator }) => denominator == null);

function jumpsOfAll({ cells, common, commonUsual }: ExpectedTable): readonly Finding[] {
  return [...common].flatMap(([ordinal, off]) => {
    const times = Math.abs(off) / commonUsual;
    if (Math.abs(off) < Math.log(leastFactor) || times < leastTimes) return [];
    const ofPeriod = cells.filter((cell) => cell.ordinal === ordinal);
    if (medianOf(ofPeriod.map((cell) => Math.max(cell.log, cell.expected))) < Math.log(fewestOfAll)) return [];
    return ofPeriod
      .filter((cell) => Math.abs(cell.log - cell.expected) > Math.log(leastFactor))
      .map(({ series, figure, expected }) => jump({ series, ordinal, value: figure.value }, expected, times));
  });
}

function jump(figure: Pick<Finding, 'series' | 'ordinal' | 'value'>, expected: number, times: number): Finding {
  const likely = Math.exp(expected);
  const about = likely < 10 ? likely.toFixed(1) : Math.round(likely).toLocaleString('en-GB');
  const factor = figure.value > likely ? figure.value / likely : likely / Math.max(figure.value, halfOfOne);
  const way = figure.value > likely ? 'above' : 'below';
  const contradicts = `is ${factor.toFixed(1)} times ${way} the ${about} that the periods beside it make likely`;
  return { rule: 'jump', ...figure, contradicts, surprise: { kind: 'unlikely', times } };
}

const halfOfOne = 0.5;
