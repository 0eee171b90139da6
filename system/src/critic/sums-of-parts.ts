import type { Additivity } from '@boroughgraph/schema/vocabulary/core.ts';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import { type Finding, nameCell } from './finding.ts';
import { type HeldFigures, type HeldSeries, isOfBorough, isWhole } from './held-series.ts';
import { roundingOf } from './parts-above-wholes.ts';

/** Parts may be revised later than their whole: what is above it by less is no contradiction. */
const mostAbove = 0.1;
/** Offences at airports, and people of no fixed abode, are in no borough: never as many as this part of the whole. */
const mostInNone = 0.5;

/**
 * Counts of boroughs that are together more than that of the area around them, and areas of which all boroughs together have not half.
 * Boroughs that are withheld or missing make the sum lower, never higher.
 */
export function sumsOfParts(held: HeldFigures): readonly Finding[] {
  return held.judgedIndicators.flatMap((series) => {
    const [{ indicator } = { indicator: null }] = series;
    if (indicator?.valueType !== 'COUNT' || !addsUp.includes(indicator.additivity)) return [];
    return [...Map.groupBy(series, ({ dimensionKey }) => dimensionKey).values()].flatMap((narrowed) =>
      sumsIn(narrowed, held.judgedOrdinalsOf(narrowed)),
    );
  });
}

const addsUp: readonly Additivity[] = ['ADDITIVE', 'ADDITIVE_OVER_AREA_ONLY'];

function sumsIn(series: readonly HeldSeries[], ordinals: readonly number[]): readonly Finding[] {
  const parts = series.filter(isOfBorough);
  return series.flatMap((whole) => {
    const members = new Set(areaByCode(whole.place)?.members ?? []);
    const own = parts.filter(({ place }) => members.has(place));
    const area = { parts: own, members: members.size };
    return own.length < 2 ? [] : ordinals.flatMap((ordinal) => sumAt(whole, ordinal, area));
  });
}

/** The boroughs of an area of which there are series, and how many it has. */
interface Parts {
  readonly parts: readonly HeldSeries[];
  readonly members: number;
}

function sumAt(whole: HeldSeries, ordinal: number, { parts, members }: Parts): readonly Finding[] {
  const total = whole.figures.get(ordinal);
  // Of a narrow kind nearly all may be in no borough.
  const isTotal = whole.dimensionKey === '';
  if (total === undefined || !isWhole(total)) return [];
  const figures = parts.flatMap((part) => {
    const figure = part.figures.get(ordinal);
    return figure === undefined ? [] : [{ part, figure }];
  });
  const sum = figures.reduce((all, { figure }) => all + figure.value, 0);
  const slack = roundingOf(whole, total) + figures.reduce((all, { part, figure }) => all + roundingOf(part, figure), 0);
  const isAbove = sum > total.value * (1 + mostAbove) + slack;
  const isBelow = isTotal && figures.length >= members - 1 && sum + slack < total.value * mostInNone;
  if (!isAbove && !isBelow) return [];
  const [largest] = figures.toSorted((a, b) => b.figure.value - a.figure.value);
  if (largest === undefined) return [];
  const contradicts = `is of ${number(figures.length)} boroughs that have ${number(sum)} together, and ${nameCell(whole, ordinal)} is ${number(total.value)}`;
  return [
    {
      rule: 'sum-of-parts',
      series: largest.part,
      ordinal,
      value: largest.figure.value,
      contradicts,
      surprise: isAbove
        ? { kind: 'impossible' }
        : { kind: 'unlikely', times: leastTimes / Math.max(sum / total.value, leastShare) },
      beside: [{ series: whole, ordinal }, ...figures.map(({ part }) => ({ series: part, ordinal }))],
    },
  ];
}

/** How surprising a sum is that is half of its whole, at least. */
const leastTimes = 8;
const leastShare = 0.001;
const number = (value: number) => value.toLocaleString('en-GB');
