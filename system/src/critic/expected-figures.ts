import { stepsApart } from './steps.ts';
import { type HeldFigure, type HeldFigures, type HeldSeries, isOfBorough, isWhole } from './held-series.ts';
import { medianOf, spreadOf } from './robust.ts';

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
  const ofAll = spreadOf(centred.map(({ residual }) => residual));
  const cells = [...Map.groupBy(centred, (cell) => cell.series).values()].flatMap((own) => {
    const ofSeries = spreadOf(own.map(({ residual }) => residual));
    return own.map(({ chance, ...cell }) => ({
      ...cell,
      usual: Math.hypot(Math.max(ofAll, ofSeries, leastUsual), chance),
    }));
  });
  return { cells, common, commonUsual: Math.max(spreadOf([...common.values()]), leastUsual) };
}

function offNeighbours(series: HeldSeries) {
  const { indicator, figures } = series;
  const isCount = indicator.valueType === 'COUNT';
  const floor = isCount ? halfAnEvent : 10 ** -indicator.decimals;
  const logOf = ({ value }: HeldFigure) => Math.log(Math.max(value, 0) + floor);
  return [...figures]
    .filter(([, figure]) => isWhole(figure))
    .flatMap(([ordinal, figure]) => {
      const beside = stepsApart(indicator.grid.type).flatMap((step) => {
        const other = figures.get(ordinal + step);
        return other === undefined || !isWhole(other) ? [] : [other];
      });
      if (beside.length === 0) return [];
      const log = logOf(figure);
      const expected = medianOf(beside.map(logOf));
      const events = Math.min(
        isCount ? figure.value : (figure.numerator ?? Infinity),
        isCount ? Math.exp(expected) : Infinity,
      );
      return [{ series, ordinal, figure, log, expected, off: log - expected, chance: Math.sqrt(2 / (events + 1)) }];
    });
}

/** Added to a count before its logarithm, so that none has one. */
const halfAnEvent = 0.5;
