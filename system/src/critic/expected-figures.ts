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

/** For each indicator that is held, a table for each of its narrowings. Made once for all rules. Never throws. */
export function expectedTables(held: HeldFigures): readonly (readonly ExpectedTable[])[] {
  const found = known.get(held);
  if (found !== undefined) return found;
  const tables = held.indicators.map((series) =>
    [...Map.groupBy(series, ({ dimensionKey }) => dimensionKey).values()].map(expectedTable),
  );
  known.set(held, tables);
  return tables;
}

/** Each figure of some series beside what its neighbours make likely. Figures without a neighbour in time are left out. Never throws. */
function expectedTable(series: readonly HeldSeries[]): ExpectedTable {
  const raw = series.flatMap(offNeighbours);
  const ofBoroughs = raw.filter((cell) => isOfBorough(cell.series));
  const common = new Map(
    [...Map.groupBy(ofBoroughs, ({ ordinal }) => ordinal)].flatMap(([ordinal, cells]) =>
      cells.length < fewestAreas ? [] : [[ordinal, medianOf(cells.map(({ off }) => off))] as const],
    ),
  );
  const centred = raw.map((cell) => ({ ...cell, residual: cell.off - (common.get(cell.ordinal) ?? 0) }));
  const ofAll = beyondChance(centred);
  const cells = [...Map.groupBy(centred, (cell) => cell.series).values()].flatMap((own) => {
    const ofSeries = beyondChance(own);
    // A few figures say little of how far they usually are off, and one that is wrong takes its neighbours with it.
    const weight = Math.max(0, own.length - fewestOfSeries) / (own.length + fewFigures);
    const spread = Math.max(ofAll, Math.hypot(ofSeries * Math.sqrt(weight), ofAll * Math.sqrt(1 - weight)), leastUsual);
    return own.map(({ chance, ...cell }) => ({ ...cell, usual: Math.hypot(spread, chance) }));
  });
  return { cells, common, commonUsual: Math.max(spreadOf([...common.values()]), leastUsual) };
}

/** How far some figures are off besides what chance of their size makes. */
function beyondChance(cells: readonly { readonly residual: number; readonly chance: number }[]): number {
  const spread = spreadOf(cells.map(({ residual }) => residual));
  const chance = medianOf(cells.map((cell) => cell.chance));
  return Math.sqrt(Math.max(0, spread ** 2 - chance ** 2));
}

function offNeighbours(series: HeldSeries) {
  const { indicator, figures } = series;
  const isCount = indicator.valueType === 'COUNT';
  const floor = isCount ? halfAnEvent : 10 ** -indicator.decimals;
  const logOf = ({ value }: HeldFigure) => Math.log(Math.max(value, 0) + floor);
  // What may be below zero is no multiple of anything.
  if ([...figures.values()].some(({ value }) => value < 0)) return [];
  return [...figures]
    .filter(([, figure]) => isWhole(figure))
    .flatMap(([ordinal, figure]) => {
      const beside = besideOf(series, ordinal);
      if (beside.length === 0) return [];
      const log = logOf(figure);
      const expected = medianOf(beside.map(logOf));
      return [
        {
          series,
          ordinal,
          figure,
          log,
          expected,
          off: log - expected,
          chance: chanceOf(series, figure, Math.exp(expected)),
        },
      ];
    });
}

/** How far chance moves a figure, and what is expected of it, as a logarithm: by the events that they count. */
function chanceOf({ indicator }: HeldSeries, { value, numerator }: HeldFigure, expected: number): number {
  if (indicator.valueType === 'COUNT') return Math.sqrt(2 / (Math.min(value, expected) + 1));
  // Of a rate without its events, by the steps in which it is printed: of few people it moves by many.
  return Math.sqrt(2 / (Math.min(numerator ?? Infinity, expected * 10 ** indicator.decimals) + 1));
}

/** The figures near one in time; where there is none, as of what is published every six years, the one before and the one after. */
function besideOf({ indicator, figures }: HeldSeries, ordinal: number): readonly HeldFigure[] {
  const at = (other: number | undefined) => {
    const figure = other === undefined ? undefined : figures.get(other);
    return figure === undefined || !isWhole(figure) ? [] : [figure];
  };
  const near = stepsApart(indicator.grid.type).flatMap((step) => at(ordinal + step));
  if (near.length > 0 || figures.size > fewestOfSeries) return near;
  const ordinals = [...figures.keys()].sort((a, b) => a - b);
  return [ordinals.findLast((other) => other < ordinal), ordinals.find((other) => other > ordinal)].flatMap(at);
}

/** Added to a count before its logarithm, so that none has one. */
const halfAnEvent = 0.5;
