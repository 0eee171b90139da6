import { periodAt } from '@boroughgraph/kit/statistics/periods.ts';
import { type Finding, nameCell } from './finding.ts';
import { type HeldFigures, type HeldSeries, across, isOfBorough, ordinalsOf } from './held-series.ts';

/** How much each figure that repeats another adds to the surprise. */
const timesOfEach = 3;
/** Areas that must repeat what they had at another time, or under another name, for it to be no chance. */
const fewestAreas = 8;
/** Periods for which one series must stay at one number. */
const fewestPeriods = 5;
/** Counts as large as this differ by chance from one period to the next: two are the same once in twenty times. */
const largeCount = 60;

/** Figures that repeat each other where nothing can be so steady: a column twice, a series that stands still, one area's figures under another. */
export function repeatedFigures(held: HeldFigures): readonly Finding[] {
  return held.judgedIndicators.flatMap((series) => [
    ...series.filter((one) => canMove(one) && held.isJudged(one)).flatMap(standingStill),
    ...[...Map.groupBy(series.filter(isOfBorough), ({ dimensionKey }) => dimensionKey).values()].flatMap((narrowed) => [
      ...repeatedColumns(narrowed),
      ...repeatedAreas(narrowed),
    ]),
  ]);
}

/** A rate is known by its events, or by how finely it is printed: of whole numbers alone many are the same. */
const canMove = ({ indicator }: HeldSeries) => indicator.valueType === 'COUNT' || indicator.decimals > 0;

function standingStill(series: HeldSeries): readonly Finding[] {
  const ordinals = [...series.figures.keys()].sort((a, b) => a - b);
  return runsIn(ordinals, (ordinal) => series.figures.get(ordinal)?.value ?? 0).flatMap(({ last, length, value }) => {
    const steps = series.indicator.valueType === 'COUNT' ? value : value * 10 ** series.indicator.decimals;
    const isPrintedSo = series.indicator.valueType === 'COUNT' || !Number.isInteger(value);
    if (steps < largeCount || !isPrintedSo) return [];
    const contradicts = `is the same in ${length} periods one after another, though such figures differ by chance`;
    return [found(series, last, { contradicts, times: length * Math.log(steps) })];
  });
}

/** One value in some periods one after another. */
interface Run {
  readonly last: number;
  readonly length: number;
  readonly value: number;
}

/** The runs of one value that are long enough to be looked at, in order. */
function runsIn(ordinals: readonly number[], valueAt: (ordinal: number) => number): readonly Run[] {
  const runs: Run[] = [];
  let run: Run = { last: NaN, length: 0, value: NaN };
  for (const ordinal of ordinals) {
    const value = valueAt(ordinal);
    const goesOn = run.last === ordinal - 1 && run.value === value;
    if (!goesOn && run.length >= fewestPeriods) runs.push(run);
    run = { last: ordinal, length: goesOn ? run.length + 1 : 1, value };
  }
  return run.length >= fewestPeriods ? [...runs, run] : runs;
}

function repeatedColumns(series: readonly HeldSeries[]): readonly Finding[] {
  const columns = new Map<string, number>();
  return ordinalsOf(series).flatMap((ordinal) => {
    const figures = across(series, ordinal);
    const values = figures.map(([, { value }]) => value);
    if (!isTelling(values)) return [];
    const text = figures.map(([{ place }, { value }]) => `${place} ${value}`).join(' ');
    const earlier = columns.get(text);
    columns.set(text, ordinal);
    const [first] = figures;
    if (earlier === undefined || first === undefined) return [];
    const contradicts = `is, as those of all ${figures.length} areas, what was published for ${periodAt(first[0].indicator.grid, earlier).id}`;
    return [found(first[0], ordinal, { contradicts, times: figures.length * timesOfEach })];
  });
}

function repeatedAreas(series: readonly HeldSeries[]): readonly Finding[] {
  const rows = new Map<string, HeldSeries>();
  return series.flatMap((one) => {
    const values = [...one.figures.values()].map(({ value }) => value);
    if (!isTelling(values)) return [];
    const text = [...one.figures].map(([ordinal, { value }]) => `${ordinal} ${value}`).join(' ');
    const other = rows.get(text);
    rows.set(text, one);
    const [last = 0] = [...one.figures.keys()].slice(-1);
    if (other === undefined) return [];
    const contradicts = `and all others of it are those of ${nameCell(other, last)}`;
    return [found(one, last, { contradicts, times: values.length * timesOfEach })];
  });
}

/** Whether figures are enough, and different enough, for others to be the same by no chance. */
const isTelling = (values: readonly number[]) => values.length >= fewestAreas && new Set(values).size >= fewestAreas;

function found(
  series: HeldSeries,
  ordinal: number,
  { contradicts, times }: { contradicts: string; times: number },
): Finding {
  const value = series.figures.get(ordinal)?.value ?? 0;
  return { rule: 'repeated', series, ordinal, value, contradicts, surprise: { kind: 'unlikely', times } };
}
