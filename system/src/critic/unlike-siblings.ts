import { medianOf } from '@boroughgraph/kit/statistics/median.ts';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import { dimensionKey } from '@boroughgraph/kit/statistics/dimensions.ts';
import { periodAt } from '@boroughgraph/kit/statistics/periods.ts';
import { type Finding, nameCell } from './finding.ts';
import { type HeldFigures, type HeldSeries, isOfBorough, isWhole } from './held-series.ts';
import { spreadOf } from './robust.ts';

/** What boroughs have of one count in one calendar year. */
interface Column {
  readonly series: readonly HeldSeries[];
  readonly agency: string;
  readonly dataset: string;
  readonly year: number;
  /** By borough, the newest figure of the year. */
  readonly figures: ReadonlyMap<
    string,
    { readonly ordinal: number; readonly value: number; readonly series: HeldSeries }
  >;
}

/** How far the ratio of two counts may differ from borough to borough, as a logarithm, for the one to foretell the other. */
const mostOfSibling = 0.3;
const fewestAreas = 20;
/** How many times farther off than usual a borough must be, and how near when two are exchanged. */
const leastTimes = 7;
const mostWhenExchanged = 2.5;
/** A count of events as few as this tells nothing of an area. */
const fewestEvents = 30;

/**
 * Counts of two boroughs that fit each other, beside another dataset with which theirs otherwise goes: residents in two datasets, children in
 * need and children. It finds what no series shows by itself: areas that are exchanged in all of its periods.
 */
export function unlikeSiblings(held: HeldFigures): readonly Finding[] {
  const columns = held.indicators.flatMap(columnsOf);
  const byYear = Map.groupBy(columns, ({ year }) => year);
  return columns.flatMap((column) => {
    const near = [0, -1, 1].flatMap((step) => byYear.get(column.year + step) ?? []);
    const siblings = near.filter(({ agency, dataset }) => agency !== column.agency || dataset !== column.dataset);
    const fits = siblings.flatMap((sibling) => fitOf(column, sibling)).toSorted((a, b) => a.usual - b.usual);
    const [best, second = null] = fits;
    if (best === undefined) return [];
    // Whose fault it is, a second one tells.
    const byBest = unlike(column, best);
    const bySecond = second === null ? null : new Set(unlike(column, second).map(({ series }) => series.place));
    return byBest.filter(({ series }) => bySecond === null || bySecond.has(series.place));
  });
}

function columnsOf(series: readonly HeldSeries[]): readonly Column[] {
  const headline = series.filter(
    (one) => isOfBorough(one) && one.dimensionKey === dimensionKey(one.indicator.headline ?? {}),
  );
  const [first] = headline;
  if (first?.indicator.valueType !== 'COUNT') return [];
  const years = new Map<number, Map<string, { ordinal: number; value: number; series: HeldSeries }>>();
  for (const one of headline)
    for (const [ordinal, figure] of one.figures) {
      if (!isWhole(figure)) continue;
      const year = Number(periodAt(one.indicator.grid, ordinal).end.slice(0, 4));
      const known = years.get(year) ?? new Map<string, { ordinal: number; value: number; series: HeldSeries }>();
      years.set(year, known);
      if ((known.get(one.place)?.ordinal ?? -Infinity) < ordinal)
        known.set(one.place, { ordinal, value: figure.value, series: one });
    }
  return [...years].map(([year, figures]) => ({
    series: headline,
    agency: first.agency,
    dataset: first.dataset.id,
    year,
    figures,
  }));
}

interface Fit {
  readonly sibling: Column;
  readonly middle: number;
  readonly usual: number;
}

function fitOf(column: Column, sibling: Column): readonly Fit[] {
  const ratios = [...column.figures].flatMap(([place, { value }]) => {
    const other = sibling.figures.get(place)?.value ?? 0;
    return value < fewestEvents || other < fewestEvents ? [] : [Math.log(value / other)];
  });
  const middle = medianOf(ratios);
  const usual = Math.max(spreadOf(ratios.map((ratio) => ratio - middle)), leastUsual);
  return ratios.length < fewestAreas || usual > mostOfSibling ? [] : [{ sibling, middle, usual }];
}

/** A decimal point in the wrong place. */
const leastFactorAlone = 6;
/** Two counts are never nearer to each other than this in all boroughs. */
const leastUsual = 0.02;

function unlike(column: Column, { sibling, middle, usual }: Fit): readonly Finding[] {
  const cells = [...column.figures].flatMap(([place, own]) => {
    const other = sibling.figures.get(place);
    if (other === undefined || own.value < fewestEvents || other.value < fewestEvents) return [];
    return [{ own, other, off: Math.log(own.value / other.value) - middle }];
  });
  const far = cells.filter(({ off }) => Math.abs(off) > leastTimes * usual);
  return far.flatMap((cell) => {
    const { own, other, off } = cell;
    const partner = far.find(
      (each) =>
        each !== cell &&
        Math.abs(Math.log(own.value / each.other.value) - middle) < mostWhenExchanged * usual &&
        Math.abs(Math.log(each.own.value / other.value) - middle) < mostWhenExchanged * usual,
    );
    // One that is unlike alone has reasons of its own, or is found by its own series, where that has another period.
    const isAlone = own.series.figures.size === 1 && Math.abs(off) > Math.log(leastFactorAlone);
    if (partner === undefined && !isAlone) return [];
    const { series, ordinal, value } = own;
    const likely = Math.round(other.value * Math.exp(middle)).toLocaleString('en-GB');
    const name =
      partner === undefined
        ? ''
        : `, and fits ${areaByCode(partner.own.series.place)?.name ?? ''}, which fits this one: the two may be exchanged`;
    const contradicts = `is unlike ${nameCell(other.series, other.ordinal)}, ${other.value.toLocaleString('en-GB')}, which makes ${likely} likely${name}`;
    return [
      {
        rule: 'unlike-sibling',
        series,
        ordinal,
        value,
        contradicts,
        surprise: { kind: 'unlikely', times: Math.abs(off) / usual },
        beside: [other],
      },
    ];
  });
}
