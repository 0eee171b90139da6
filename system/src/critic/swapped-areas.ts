import { areaTypeOf } from '@boroughgraph/kit/geography/area-codes.ts';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import { type ExpectedFigure, expectedTables } from './expected-figures.ts';
import { type Finding, nameCell } from './finding.ts';
import { type HeldFigures, isOfBorough } from './held-series.ts';
import { medianOf } from '@boroughgraph/kit/statistics/median.ts';

/** How much better two areas must fit after an exchange, in halved squares of what is usual: chance makes none of half a million. */
const leastGain = 40;
/** One figure tells no more than this, however far off it is: a single slip is no exchange. */
const mostOfOne = 60;
/** What is left of the distance when two areas are exchanged, at most: else they do not fit each other. */
const mostLeft = 0.2;
/** How many times farther off than usual all areas of a period must be for it to stand under other areas. */
const leastOutOfStep = 5;
const fewestAreas = 8;

/** Periods in which two areas have each other's figures, and those in which all areas have figures of others. */
export function swappedAreas(held: HeldFigures): readonly Finding[] {
  return expectedTables(held).flatMap((tables) => {
    const judged = new Set(held.judgedOrdinalsOf(tables.flatMap(({ series }) => series)));
    const cells = tables.flatMap((table) => table.cells.filter(({ ordinal }) => judged.has(ordinal)));
    return [...Map.groupBy(cells, ({ ordinal }) => ordinal).values()].flatMap((ofPeriod) => {
      const outOfStep = allOutOfStep(ofPeriod.filter(({ series }) => isOfBorough(series)));
      return outOfStep.length > 0 ? outOfStep : exchanges(ofPeriod);
    });
  });
}

function allOutOfStep(cells: readonly ExpectedFigure[]): readonly Finding[] {
  const offs = cells.map(({ residual, usual }) => Math.abs(residual) / usual);
  const times = medianOf(offs);
  if (new Set(cells.map(({ series }) => series.place)).size < fewestAreas || times < leastOutOfStep) return [];
  const contradicts =
    'is, as most areas of that period are, far from the periods beside it: rows may stand under other areas';
  return cells.map(({ series, ordinal, figure, residual, usual }) => ({
    rule: 'out-of-step',
    series,
    ordinal,
    value: figure.value,
    contradicts,
    surprise: { kind: 'unlikely', times: Math.abs(residual) / usual },
  }));
}

function exchanges(cells: readonly ExpectedFigure[]): readonly Finding[] {
  const byPlace = Map.groupBy(cells, ({ series }) => series.place);
  const suspects = [...byPlace.keys()].filter((place) => (byPlace.get(place) ?? []).some(isFar));
  return suspects.flatMap((one, index) =>
    suspects
      .slice(index + 1)
      .filter((other) => areaTypeOf(other) === areaTypeOf(one))
      .flatMap((other) => exchange(byPlace.get(one) ?? [], byPlace.get(other) ?? [])),
  );
}

const isFar = ({ residual, usual }: ExpectedFigure) => Math.abs(residual) > 2.5 * usual;

function exchange(one: readonly ExpectedFigure[], other: readonly ExpectedFigure[]): readonly Finding[] {
  const others = new Map(other.map((cell) => [cell.series.dimensionKey, cell]));
  const pairs = one.flatMap((cell) => {
    const beside = others.get(cell.series.dimensionKey);
    return beside === undefined ? [] : [[cell, beside] as const];
  });
  const fits = pairs.map((pair) => ({ pair, ...fitOf(...pair) }));
  const asTheyAre = fits.reduce((sum, fit) => sum + fit.asTheyAre, 0);
  const exchanged = fits.reduce((sum, fit) => sum + fit.exchanged, 0);
  const gain = (asTheyAre - exchanged) / 2;
  const [first] = fits.toSorted((a, b) => b.asTheyAre - b.exchanged - a.asTheyAre + a.exchanged);
  if (first === undefined || gain < leastGain || exchanged > asTheyAre * mostLeft) return [];
  const [cell, beside] = first.pair;
  const name = areaByCode(beside.series.place)?.name ?? beside.series.place;
  const contradicts = `fits the series of ${name}, and ${nameCell(beside.series, beside.ordinal)}, ${beside.figure.value.toLocaleString('en-GB')}, fits this one: the two may be exchanged`;
  const { series, ordinal, figure } = cell;
  const surprise = { kind: 'unlikely', times: Math.sqrt(gain) } as const;
  return [{ rule: 'swapped-areas', series, ordinal, value: figure.value, contradicts, surprise, beside: [beside] }];
}

/** How far two figures are from what is expected as they are, and when they are exchanged, in squares of what is usual. */
function fitOf(a: ExpectedFigure, b: ExpectedFigure) {
  const common = a.log - a.expected - a.residual;
  const usual = Math.max(a.usual, b.usual);
  const square = (off: number) => Math.min((off / usual) ** 2, mostOfOne);
  return {
    asTheyAre: square(a.residual) + square(b.residual),
    exchanged: square(b.log - a.expected - common) + square(a.log - b.expected - common),
  };
}
