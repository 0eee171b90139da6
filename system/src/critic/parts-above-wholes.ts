import { type HeldFigure, type HeldFigures, type HeldSeries, isWhole } from './held-series.ts';
import { type Finding, nameCell } from './finding.ts';
import { liesWithin } from './wider-places.ts';
import { narrowsFurther } from './narrowings.ts';

/**
 * Counts that are above a count of which they are a part: of a borough above that of its region, of a kind above that of all
 * kinds. What was rounded may be above by as much as rounding does.
 */
export function partsAboveWholes(held: HeldFigures): readonly Finding[] {
  return held.indicators.flatMap((series) => {
    if (series[0]?.indicator.valueType !== 'COUNT') return [];
    return [...pairsOf(series)].flatMap(([part, whole]) => above(part, whole));
  });
}

/** Pairs of series of one indicator of which the first counts a part of the second. */
function* pairsOf(series: readonly HeldSeries[]): Generator<readonly [HeldSeries, HeldSeries]> {
  const byName = new Map(series.map((one) => [`${one.place} ${one.dimensionKey}`, one]));
  const within = widerOf(new Set(series.map(({ place }) => place)), liesWithin);
  const broader = widerOf(new Set(series.map(({ dimensionKey }) => dimensionKey)), narrowsFurther);
  for (const part of series) {
    const { place, dimensionKey } = part;
    const names = [
      ...(within.get(place) ?? []).map((wider) => `${wider} ${dimensionKey}`),
      ...(broader.get(dimensionKey) ?? []).map((wider) => `${place} ${wider}`),
    ];
    for (const whole of names.map((name) => byName.get(name))) if (whole !== undefined) yield [part, whole];
  }
}

/** For each of some names, those of which it is a part. */
function widerOf(names: ReadonlySet<string>, isPart: (part: string, whole: string) => boolean) {
  const all = [...names];
  return new Map(all.map((part) => [part, all.filter((whole) => isPart(part, whole))]));
}

function above(part: HeldSeries, whole: HeldSeries): readonly Finding[] {
  return [...part.figures].flatMap(([ordinal, figure]) => {
    const total = whole.figures.get(ordinal);
    if (
      total === undefined ||
      !isWhole(total) ||
      figure.value <= total.value + roundingOf(part, figure) + roundingOf(whole, total)
    )
      return [];
    const contradicts = `is above the ${total.value.toLocaleString('en-GB')} of ${nameCell(whole, ordinal)}, of which it is a part`;
    const beside = [{ series: whole, ordinal }];
    return [
      {
        rule: 'part-above-whole',
        series: part,
        ordinal,
        value: figure.value,
        contradicts,
        surprise: { kind: 'impossible' },
        beside,
      },
    ];
  });
}

/** By how much a figure may be out because its publisher rounded it. Never throws. */
export function roundingOf({ dataset }: HeldSeries, { flags = [] }: HeldFigure): number {
  if (!flags.includes('ROUNDED')) return 0;
  return dataset.roundedTo ?? dataset.disclosurePolicy.roundingBase ?? coarsestRounding;
}

/** To the nearest ten: the coarsest that the publishers at hand round counts of boroughs to. */
const coarsestRounding = 10;
