import { medianOf } from '@boroughgraph/kit/statistics/median.ts';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import type { Finding } from './finding.ts';
import { type HeldFigure, type HeldFigures, type HeldSeries, isWhole } from './held-series.ts';
import { spreadOf } from './robust.ts';

/** A release with fewer figures of a series is compared period by period. */
const fewestFigures = 3;
/** Periods of other releases that are looked at on either side: what is farther away may have changed for good. */
const nearby = 24;
/** With fewer areas nothing can be said of what a release does to all of them. */
const fewestAreas = 5;
/** As for a jump: a decimal point in the wrong place, and far more than chance makes. */
const leastFactor = 6;
const leastTimes = 8;
/** How far off two areas must be that have each other's figures, and how near when they are exchanged. */
const leastOfExchanged = 6;
const mostWhenExchanged = 2;
/** Two releases never fit each other better in all areas. */
const leastUsual = 0.05;
/** Added to a count before its logarithm, so that none has one. */
const halfAnEvent = 0.5;

/** What a series has in one release, and in the others near it. */
interface Level {
  readonly series: HeldSeries;
  readonly ordinal: number;
  readonly figures: number;
  /** Logarithms of the middle figure. */
  readonly own: number;
  readonly others: number;
  /** How far chance moves the one from the other. */
  readonly chance: number;
}

/**
 * Areas whose figures of a whole release are ten times or a tenth of what other releases have beside it, where those of other areas are not;
 * and two areas that have each other's figures in all periods of a release. No neighbour in time shows it: they are wrong alike.
 */
export function levelsOfReleases(held: HeldFigures): readonly Finding[] {
  return held.judgedIndicators.flatMap((series) =>
    [...Map.groupBy(series, ({ dimensionKey }) => dimensionKey).values()].flatMap((narrowed) => {
      const levels = narrowed.flatMap((one) => levelsIn(one, held.judged));
      return [...Map.groupBy(levels, ({ series: { figures }, ordinal }) => figures.get(ordinal)?.release).values()]
        .filter(({ length }) => length >= fewestAreas)
        .flatMap(besideOtherAreas);
    }),
  );
}

/** Of the release that is judged, or of each where all are. */
function levelsIn(series: HeldSeries, judged: string | null): readonly Level[] {
  // So it is of most series.
  if (isOfOneRelease(series)) return [];
  const whole = [...series.figures].filter(([, figure]) => isWhole(figure));
  const byRelease = Map.groupBy(whole, ([, { release }]) => release);
  if (byRelease.size < 2) return [];
  const asked = judged === null ? [...byRelease.values()] : [byRelease.get(judged) ?? []];
  return asked.flatMap((own) => {
    const ordinals = own.map(([ordinal]) => ordinal);
    const [first, last] = [Math.min(...ordinals), Math.max(...ordinals)];
    const [[, any] = [0, null]] = own;
    const others = whole.filter(
      ([ordinal, { release }]) => release !== any?.release && ordinal > first - nearby && ordinal < last + nearby,
    );
    // As many of its own as lie near the others: a long series grows.
    const near = own.filter(([ordinal]) => others.some(([other]) => Math.abs(other - ordinal) < nearby));
    if (near.length < fewestFigures || others.length < fewestFigures) return [];
    const middles = { own: middleLog(series, near), others: middleLog(series, others) };
    const events = Math.exp(Math.min(middles.own, middles.others)) * Math.min(near.length, others.length);
    const chance = series.indicator.valueType === 'COUNT' ? Math.sqrt(2 / (events + 1)) : 0;
    return [{ series, ordinal: last, figures: own.length, chance, ...middles }];
  });
}

function isOfOneRelease({ figures }: HeldSeries): boolean {
  let first: string | null = null;
  for (const { release } of figures.values()) {
    first ??= release;
    if (release !== first) return false;
  }
  return true;
}

function middleLog({ indicator }: HeldSeries, figures: readonly (readonly [number, HeldFigure])[]): number {
  const floor = indicator.valueType === 'COUNT' ? halfAnEvent : 10 ** -indicator.decimals;
  return medianOf(figures.map(([, { value }]) => Math.log(Math.max(value, 0) + floor)));
}

interface Off extends Level {
  readonly off: number;
  readonly usual: number;
}

function besideOtherAreas(levels: readonly Level[]): readonly Finding[] {
  const common = medianOf(levels.map(({ own, others }) => own - others));
  const spread = Math.max(spreadOf(levels.map(({ own, others }) => own - others - common)), leastUsual);
  const offs = levels.map((level): Off => ({
    ...level,
    off: level.own - level.others - common,
    usual: Math.hypot(spread, level.chance),
  }));
  return offs.flatMap((one) => {
    const times = Math.abs(one.off) / one.usual;
    const partner = times < leastOfExchanged ? undefined : offs.find((other) => areExchanged(one, other, common));
    if (partner !== undefined) return [found(one, times, exchangedText(one, partner))];
    return times < leastTimes || Math.abs(one.off) < Math.log(leastFactor) ? [] : [found(one, times, levelText(one))];
  });
}

function areExchanged(one: Off, other: Off, common: number): boolean {
  const usual = Math.max(one.usual, other.usual);
  const isFar = Math.abs(other.off) >= leastOfExchanged * usual && other.off * one.off < 0;
  return (
    isFar &&
    other.series.indicator === one.series.indicator &&
    Math.abs(one.own - other.others - common) <= mostWhenExchanged * usual &&
    Math.abs(other.own - one.others - common) <= mostWhenExchanged * usual
  );
}

const levelText = ({ off, figures }: Off) =>
  `is, as all ${figures} figures of its release are, ${Math.exp(Math.abs(off)).toFixed(1)} times ${off > 0 ? 'above' : 'below'} what other releases have near it, and other areas are not`;

const exchangedText = ({ figures }: Off, { series: { place } }: Off) =>
  `is, as all ${figures} figures of its release are, what other releases have of ${areaByCode(place)?.name ?? place}, and the other way round: the two may be exchanged`;

function found({ series, ordinal }: Off, times: number, contradicts: string): Finding {
  const value = series.figures.get(ordinal)?.value ?? 0;
  return { rule: 'level-of-release', series, ordinal, value, contradicts, surprise: { kind: 'unlikely', times } };
}
