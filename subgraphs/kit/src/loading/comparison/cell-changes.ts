import type { IndicatorDefinition } from '../../statistics/indicator.ts';
import type { Reading } from '../../statistics/observation.ts';
import type { Dimensions } from '../../statistics/dimensions.ts';
import { changeOf } from '../../statistics/figure-change.ts';
import { kindsOf } from '../../statistics/period-kinds.ts';
import { isInRestrictedCut } from '../../disclosure/restricted-cuts.ts';
import { isRestrictedIn } from '../../datasets/open-part.ts';
import type { AnsweredCells } from '../protection/answered-cells.ts';
import type { DatasetDefinition } from '../../datasets/dataset.ts';
import type { PublishedRelease } from '../protection/published-releases.ts';
import type { DraftSeries } from '../../datasets/draft-series.ts';
import { figuresAnswering, nameOfFigure } from './answering-figures.ts';

/** One figure that a load would put in the place of another. */
export interface ChangedFigure {
  readonly place: string;
  readonly dimensionKey: string;
  readonly ordinal: number;
  readonly before: number;
  readonly now: number;
}

/**
 * What a load changes for the readers of one indicator. Figures are `added` (not shown until now), `same`, `changed`, `gone` (shown
 * until now and no more, since it leaves them out or has none) or `hidden` (shown until now, and withheld with it). Beside that, what
 * becomes of the cells of its file: `withheld`, `rounded` (shown otherwise than the file has them) or `restricted` (for named users).
 */
export interface IndicatorChanges {
  readonly indicator: IndicatorDefinition;
  readonly added: number;
  readonly same: number;
  /** The greatest change first. */
  readonly changed: readonly ChangedFigure[];
  readonly gone: number;
  readonly hidden: number;
  /** Those gone or hidden that whoever sees the release saw: none of a cut for named users. */
  readonly lost: number;
  /** The places of which figures are gone, each once. */
  readonly gonePlaces: readonly string[];
  readonly withheld: number;
  readonly rounded: number;
  readonly restricted: number;
}

/** A release that is about to be loaded, and what it would answer in the place of. */
export interface ReleaseToCompare {
  readonly dataset: DatasetDefinition;
  readonly publishedAt: string;
  /** What its file says, and what is shown of it, in one order. */
  readonly file: readonly DraftSeries[];
  readonly shown: readonly DraftSeries[];
  /** The cells that it answers for, with a figure or without. */
  readonly answered: AnsweredCells;
  /** The releases that answer until now for what it covers, newest first. */
  readonly superseded: readonly PublishedRelease[];
}

/** What a load changes, by indicator in the order of the dataset; of an indicator that it does not touch nothing. Never throws. */
export function changesBy(release: ReleaseToCompare): readonly IndicatorChanges[] {
  const before = figuresAnswering(release.superseded);
  const counts = new Map(
    release.dataset.indicators.flatMap(kindsOf).map((indicator) => [indicator.id, new Counting(indicator)]),
  );
  for (const [position, series] of release.shown.entries()) {
    const counting = counts.get(series.indicator.id);
    if (isRestrictedIn(release.dataset, series)) counting?.restrict(series.readings.size);
    else counting?.addAll(series, before.get(nameOfFigure(series))?.readings, release.file[position]?.readings);
  }
  const shown = new Map(release.shown.map((series) => [nameOfFigure(series), series.readings]));
  for (const [name, { indicator, place, dimensions, readings }] of before)
    for (const [ordinal, { reading, publishedAt }] of readings) {
      if (!release.answered.has({ indicator, place }, ordinal)) continue;
      const now = shown.get(name)?.get(ordinal);
      // Files of one day are parts of one edition: what one lacks is read in the others.
      if (now !== undefined || publishedAt !== release.publishedAt)
        counts.get(indicator.id)?.keep({ place, dimensions }, reading, now);
    }
  return [...counts.values()].map((counting) => counting.end()).filter(touchesAny);
}

const touchesAny = ({ added, same, changed, gone, withheld, restricted }: IndicatorChanges) =>
  added + same + changed.length + gone + withheld + restricted > 0;

/** How far a figure moved, of the greater of the two: 0 for not at all, 1 for from or to nothing. Never throws. */
export function distanceOf({ before, now }: Pick<ChangedFigure, 'before' | 'now'>): number {
  const greater = Math.max(Math.abs(before), Math.abs(now));
  return greater === 0 ? 0 : Math.min(1, Math.abs(now - before) / greater);
}

interface CountedCell {
  readonly series: DraftSeries;
  readonly ordinal: number;
  readonly reading: Reading;
  readonly before: Reading | undefined;
}

interface PlacedSeries {
  readonly place: string;
  readonly dimensions: Dimensions;
}

class Counting {
  readonly #indicator: IndicatorDefinition;
  #added = 0;
  #same = 0;
  #gone = 0;
  #hidden = 0;
  #lost = 0;
  #withheld = 0;
  #rounded = 0;
  #restricted = 0;
  readonly #changed: ChangedFigure[] = [];
  readonly #gonePlaces = new Set<string>();

  constructor(indicator: IndicatorDefinition) {
    this.#indicator = indicator;
  }

  /** Counts what becomes of the cells of a series, given what is there until now and what the file has. */
  addAll(
    series: DraftSeries,
    before: ReadonlyMap<number, { readonly reading: Reading }> | undefined,
    inFile: ReadonlyMap<number, Reading> | undefined,
  ): void {
    for (const [ordinal, reading] of series.readings) {
      // Of most there is nothing until now: they need not be told apart by what it was.
      if (before === undefined) this.#addNew(reading);
      else this.#add({ series, ordinal, reading, before: before.get(ordinal)?.reading });
      this.#treat(reading, inFile === series.readings ? reading : inFile?.get(ordinal));
    }
  }

  #addNew(reading: Reading): void {
    if (changeOf(undefined, reading) === 'added') this.#added += 1;
  }

  #add({ series: { place, dimensionKey }, ordinal, reading, before }: CountedCell): void {
    const change = changeOf(before, reading);
    if (change === 'added') this.#added += 1;
    else if (change === 'same') this.#same += 1;
    else if (change === 'changed' && before?.value != null && reading.value !== null)
      this.#changed.push({ place, dimensionKey, ordinal, before: before.value, now: reading.value });
  }

  #treat(reading: Reading, inFile: Reading | undefined): void {
    if (reading.status === 'CONFIDENTIAL') this.#withheld += 1;
    else if (inFile !== undefined && inFile.value !== reading.value) this.#rounded += 1;
  }

  restrict(cells: number): void {
    this.#restricted += cells;
  }

  /** Counts a figure that is there until now, given what is there instead, where it is shown no more. */
  keep(series: PlacedSeries, before: Reading, now: Reading | undefined): void {
    const change = changeOf(before, now);
    if ((change === 'hidden' || change === 'gone') && !isInRestrictedCut(this.#indicator, series)) this.#lost += 1;
    if (change === 'hidden') this.#hidden += 1;
    if (change !== 'gone') return;
    this.#gone += 1;
    this.#gonePlaces.add(series.place);
  }

  end(): IndicatorChanges {
    return {
      indicator: this.#indicator,
      added: this.#added,
      same: this.#same,
      changed: this.#changed.toSorted((one, other) => distanceOf(other) - distanceOf(one)),
      gone: this.#gone,
      hidden: this.#hidden,
      lost: this.#lost,
      gonePlaces: [...this.#gonePlaces],
      withheld: this.#withheld,
      rounded: this.#rounded,
      restricted: this.#restricted,
    };
  }
}
