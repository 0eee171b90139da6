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
  const valueAt = (ordinal: number) => series.figures.get(ordinal)?.value ?? 0;
  const runs = ordinals.reduce<number[][]>((found, ordinal) => {
    const last = found.at(-1);
    const before = last?.at(-1);
    if (before === ordinal - 1 && valueAt(before) === valueAt(ordinal)) last?.push(ordinal);
    else found.push([ordinal]);
    return found;
  }, []);
  return runs.flatMap((run) => {
    const [first = 0] = run;
    const value = valueAt(first);
    const steps = series.indicator.valueType === 'COUNT' ? value : value * 10 ** series.indicator.decimals;
    const isPrintedSo = series.indicator.valueType === 'COUNT' || !Number.isInteger(value);
    if (run.length < fewestPeriods || steps < largeCount || !isPrintedSo) return [];
    const contradicts = `is the same in ${run.length} periods one after another, though such figures differ by chance`;
    return [found(series, run.at(-1) ?? first, { contradicts, times: run.length * Math.log(steps) })];
  });
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
