import { type HeldFigure, type HeldFigures, type HeldSeries, isWhole } from './held-series.ts';
import { type Finding, nameCell } from './finding.ts';
import { liesWithin } from './wider-places.ts';
import { narrowingOf, narrowsFurther } from './narrowings.ts';

/**
 * Counts that are above a count of which they are a part: of a borough above that of its region, of a kind above that of all
 * kinds. What was rounded may be above by as much as rounding does.
 */
export function partsAboveWholes(held: HeldFigures): readonly Finding[] {
  return held.judgedIndicators.flatMap((series) => {
    if (series[0]?.indicator.valueType !== 'COUNT') return [];
    const ordinals = held.judgedOrdinalsOf(series);
    return [...pairsOf(series)].flatMap(([part, whole]) => above(part, whole, ordinals));
  });
}

/** Pairs of series of one indicator of which the first counts a part of the second. */
function* pairsOf(series: readonly HeldSeries[]): Generator<readonly [HeldSeries, HeldSeries]> {
  const byName = new Map(series.map((one) => [`${one.place} ${one.dimensionKey}`, one]));
  const within = widerOf(new Set(series.map(({ place }) => place)));
  const broader = broaderOf(new Set(series.map(({ dimensionKey }) => dimensionKey)));
  for (const part of series) {
    const { place, dimensionKey } = part;
    const names = [
      ...(within.get(place) ?? []).map((wider) => `${wider} ${dimensionKey}`),
      ...(broader.get(dimensionKey) ?? []).map((wider) => `${place} ${wider}`),
    ];
    for (const whole of names.map((name) => byName.get(name))) if (whole !== undefined) yield [part, whole];
  }
}

/** For each place, those within which it lies. */
function widerOf(places: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const all = [...places];
  return new Map(all.map((part) => [part, all.filter((whole) => liesWithin(part, whole))]));
}

/** For each narrowing, those that it narrows further. */
function broaderOf(keys: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const all = [...keys].map((key) => ({ key, values: narrowingOf(key) }));
  return new Map(
    all.map((part) => [
      part.key,
      all.filter(({ values }) => narrowsFurther(part.values, values)).map(({ key }) => key),
    ]),
  );
}

function above(part: HeldSeries, whole: HeldSeries, ordinals: readonly number[]): readonly Finding[] {
  const found: Finding[] = [];
  for (const ordinal of ordinals) {
    const [figure, total] = [part.figures.get(ordinal), whole.figures.get(ordinal)];
    // Of hundreds of thousands of pairs nearly none is above: what rounding does is asked of those alone.
    if (figure === undefined || total === undefined || figure.value <= total.value || !isWhole(total)) continue;
    const { value } = figure;
    if (value <= total.value + roundingOf(part, figure) + roundingOf(whole, total)) continue;
    const contradicts = `is above the ${total.value.toLocaleString('en-GB')} of ${nameCell(whole, ordinal)}, of which it is a part`;
    const beside = [{ series: whole, ordinal }];
    const surprise = { kind: 'impossible' } as const;
    found.push({ rule: 'part-above-whole', series: part, ordinal, value, contradicts, surprise, beside });
  }
  return found;
}

/** By how much a figure may be out because its publisher rounded it. Never throws. */
export function roundingOf({ dataset }: HeldSeries, { flags = [] }: HeldFigure): number {
  if (!flags.includes('ROUNDED')) return 0;
  return dataset.roundedTo ?? dataset.disclosurePolicy.roundingBase ?? coarsestRounding;
}

/** To the nearest ten: the coarsest that the publishers at hand round counts of boroughs to. */
const coarsestRounding = 10;
