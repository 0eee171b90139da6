import { medianOf } from '@boroughgraph/kit/statistics/median.ts';
import { stepsApart } from './steps.ts';
import { type HeldFigure, type HeldFigures, type HeldSeries, isOfBorough, isWhole } from './held-series.ts';
import { spreadOf } from './robust.ts';

/** What the neighbours in time of a figure, and the same period elsewhere, make likely. */
export interface ExpectedFigure {
  readonly series: HeldSeries;
  readonly ordinal: number;
  readonly figure: HeldFigure;
  /** The logarithm of the value, and of what was expected by its own neighbours in time. */
  readonly log: number;
  readonly expected: number;
  /** How far it is off, less what all areas are off by together in that period. */
  readonly residual: number;
  /** How far such figures usually are off: by chance of their size, by their own series and by their indicator. */
  readonly usual: number;
}

/** Expected figures of the series of one indicator and narrowing. */
export interface ExpectedTable {
  readonly series: readonly HeldSeries[];
  readonly cells: readonly ExpectedFigure[];
  /** By ordinal, by how much boroughs are off together, as a logarithm; absent where they are too few. */
  readonly common: ReadonlyMap<number, number>;
  /** How far the figures of all are usually off together in a period. */
  readonly commonUsual: number;
}

/** With fewer areas nothing can be said of all. */
const fewestAreas = 5;
/** A series says of itself how far it usually is off if it has more figures than the one, and is trusted half where it has twice the other. */
const fewestOfSeries = 3;
const fewFigures = 9;
/** Two figures that are so near are the same for a person: no publisher is as steady as that. */
const leastUsual = 0.03;

const known = new WeakMap<HeldFigures, readonly (readonly ExpectedTable[])[]>();

/**
 * For each indicator of which something is judged, a table for each of its narrowings of which something is. Made once for all rules. Never
 * throws.
 */
export function expectedTables(held: HeldFigures): readonly (readonly ExpectedTable[])[] {
  const found = known.get(held);
  if (found !== undefined) return found;
  const tables = held.judgedIndicators.map((series) =>
    [...Map.groupBy(series, ({ dimensionKey }) => dimensionKey).values()]
      .filter((narrowed) => held.judgedOrdinalsOf(narrowed).length > 0)
      .map(expectedTable),
  );
  known.set(held, tables);
  return tables;
}

/** Each figure of some series beside what its neighbours make likely. Figures without a neighbour in time are left out. Never throws. */
function expectedTable(series: readonly HeldSeries[]): ExpectedTable {
  const ofSeries = series.map(offNeighbours);
  const cells = ofSeries.flat();
  const ofBoroughs = series.flatMap((one, index) => (isOfBorough(one) ? (ofSeries[index] ?? []) : []));
  const common = new Map(
    [...Map.groupBy(ofBoroughs, ({ ordinal }) => ordinal)].flatMap(([ordinal, cells]) =>
      cells.length < fewestAreas ? [] : [[ordinal, medianOf(cells.map(({ residual }) => residual))] as const],
    ),
  );
  for (const cell of cells) cell.residual -= common.get(cell.ordinal) ?? 0;
  const ofAll = beyondChance(cells);
  for (const own of ofSeries) {
    // A few figures say little of how far they usually are off, and one that is wrong takes its neighbours with it.
    const weight = Math.max(0, own.length - fewestOfSeries) / (own.length + fewFigures);
    const alone = weight === 0 ? 0 : beyondChance(own) * Math.sqrt(weight);
    const spread = Math.max(ofAll, Math.hypot(alone, ofAll * Math.sqrt(1 - weight)), leastUsual);
    for (const cell of own) cell.usual = Math.hypot(spread, cell.chance);
  }
  return { series, cells, common, commonUsual: Math.max(spreadOf([...common.values()]), leastUsual) };
}

/** How far some figures are off besides what chance of their size makes. */
function beyondChance(cells: readonly { readonly residual: number; readonly chance: number }[]): number {
  const spread = spreadOf(cells.map(({ residual }) => residual));
  const chance = medianOf(cells.map((cell) => cell.chance));
  return Math.sqrt(Math.max(0, spread ** 2 - chance ** 2));
}

/** A figure while its table is made: what all areas are off by together is taken from `residual`, and `usual` is worked out, later. */
interface GrowingFigure extends ExpectedFigure {
  residual: number;
  usual: number;
  /** How far chance moves it, by the events that it counts. */
  readonly chance: number;
}

function offNeighbours(series: HeldSeries): readonly GrowingFigure[] {
  const { indicator, figures } = series;
  const logs = logsOf(series);
  const steps = stepsApart(indicator.grid.type);
  const found: GrowingFigure[] = [];
  for (const [ordinal, log] of logs) {
    const figure = figures.get(ordinal);
    const near = besideOf(logs, ordinal, steps);
    const beside = near.length > 0 || figures.size > fewestOfSeries ? near : beforeAndAfter(logs, ordinal);
    if (figure === undefined || beside.length === 0) continue;
    const expected = medianOf(beside);
    const chance = chanceOf(series, figure, Math.exp(expected));
    found.push({ series, ordinal, figure, log, expected, residual: log - expected, usual: 0, chance });
  }
  return found;
}

/** The logarithms of the whole figures of a series, by ordinal; none of what may be below zero, which is no multiple of anything. */
function logsOf({ indicator, figures }: HeldSeries): ReadonlyMap<number, number> {
  const floor = indicator.valueType === 'COUNT' ? halfAnEvent : 10 ** -indicator.decimals;
  const logs = new Map<number, number>();
  for (const [ordinal, figure] of figures) {
    if (figure.value < 0) return new Map();
    if (isWhole(figure)) logs.set(ordinal, Math.log(figure.value + floor));
  }
  return logs;
}

/** The logarithms that are some steps away from one. */
function besideOf(logs: ReadonlyMap<number, number>, ordinal: number, steps: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (const step of steps) {
    const log = logs.get(ordinal + step);
    if (log !== undefined) found.push(log);
  }
  return found;
}

/** Of what is published every six years and has no neighbour in time, those of the time before and the time after. */
function beforeAndAfter(logs: ReadonlyMap<number, number>, ordinal: number): readonly number[] {
  const ordinals = [...logs.keys()].sort((a, b) => a - b);
  const both = [ordinals.findLast((other) => other < ordinal), ordinals.find((other) => other > ordinal)];
  return both.flatMap((other) => (other === undefined ? [] : (logs.get(other) ?? [])));
}

/** How far chance moves a figure, and what is expected of it, as a logarithm: by the events that they count. */
function chanceOf({ indicator }: HeldSeries, { value, numerator }: HeldFigure, expected: number): number {
  if (indicator.valueType === 'COUNT') return Math.sqrt(2 / (Math.min(value, expected) + 1));
  // Of a rate without its events, by the steps in which it is printed: of few people it moves by many.
  return Math.sqrt(2 / (Math.min(numerator ?? Infinity, expected * 10 ** indicator.decimals) + 1));
}

/** Added to a count before its logarithm, so that none has one. */
const halfAnEvent = 0.5;
