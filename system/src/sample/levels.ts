import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { drawOnce, drawsFor } from './draws.ts';
import { samplePeriods, stepMonths } from './periods.ts';

/** Which series of an indicator a level is that of. */
export interface LevelName {
  /** An area code, or the id of a site. */
  readonly place: string;
  /** The dimension key; empty where nothing is narrowed. */
  readonly key: string;
}

/** In the middle of the sample a series lies between a fifth and four fifths of its range, which leaves room for what moves it. */
const [lowestStart, highestStart] = [0.2, 0.8];
/** Parts of the range by which a series moves with the season, and in a year with all others of its indicator and on its own. */
const swing = { season: 0.05, sharedTrend: 0.03, ownTrend: 0.02 };
/** Parts of the range by which it moves by chance: a year evens out what moves a month. */
const chanceIn = { month: 0.04, year: 0.015 };
/** Part of a place's level that is its size, which is the same for every indicator; the rest is the indicator's own. */
const shareOfSize = 0.7;

/**
 * The level of a series in each period of the sample, oldest first: within the indicator's typical range, both ends included,
 * and not rounded. Counts are larger in larger places.
 *
 * A yearly wave, where periods are shorter than a year and do not overlap, a trend that the places of an indicator have in
 * part in common, and chance.
 *
 * @throws when the indicator has no typical range.
 */
export function levelsOf(indicator: IndicatorDefinition, { place, key }: LevelName): readonly number[] {
  const { grid } = indicator;
  const [low, high] = typicalRangeOf(indicator);
  const yearsPerPeriod = stepMonths(grid) / 12;
  const draw = drawsFor(`${indicator.id} ${place} ${key}`);
  const start = startOf(indicator, place, draw());
  const yearlyTrend = swing.sharedTrend * centred(drawOnce(`${indicator.id} trend`)) + swing.ownTrend * centred(draw());
  const chance = yearsPerPeriod < 1 ? chanceIn.month : chanceIn.year;
  return samplePeriods(grid).map((_, index, { length }) => {
    const years = (index - (length - 1) / 2) * yearsPerPeriod;
    const position = start + yearlyTrend * years + seasonOf(indicator, years) + chance * centred(draw());
    return low + Math.min(1, Math.max(0, position)) * (high - low);
  });
}

/**
 * The range in which the sample of an indicator lies, both ends included.
 *
 * @throws when it has none: nothing is made up for it, so that nobody may ask.
 */
export function typicalRangeOf({ id, typicalRange }: IndicatorDefinition): readonly [low: number, high: number] {
  if (typicalRange === undefined) throw new Error(`no sample is made of ${id}, which has no typical range`);
  return typicalRange;
}

/** Where in the typical range a series lies in the middle of the sample; `own` is from 0 to 1. */
function startOf({ additivity }: IndicatorDefinition, place: string, own: number): number {
  const rank = additivity === 'NON_ADDITIVE' ? own : shareOfSize * sizeOf(place) + (1 - shareOfSize) * own;
  return lowestStart + rank * (highestStart - lowestStart);
}

/** The wave of a year, whose crest is in the same month for all places of an indicator. */
function seasonOf({ id, grid }: IndicatorDefinition, years: number): number {
  if (stepMonths(grid) === 12 || grid.type === 'ROLLING_12_MONTHS') return 0;
  return swing.season * Math.sin(2 * Math.PI * (years + drawOnce(`${id} season`)));
}

/** How large a place is, from 0 to 1: the same for all that is counted in it. Never throws. */
export function sizeOf(place: string): number {
  return drawOnce(`${place} size`);
}

const cityOfLondon = 'E09000001';
/** Residents of the City over those of an average borough. Source: Office for National Statistics, Census 2021: 8,600 of 8.8 million. */
const cityShare = 1 / 32;

/** By what the counts of a place are multiplied: one, but for the City of London, of which typical ranges do not hold. Never throws. */
export function scaleOf(place: string): number {
  return place === cityOfLondon ? cityShare : 1;
}

/** From -1 to 1 in place of 0 to 1. */
const centred = (draw: number) => 2 * draw - 1;
