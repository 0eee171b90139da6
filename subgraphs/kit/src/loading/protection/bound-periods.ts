import { evidenceOfBoth, type HistoryEvidence } from '../../disclosure/history-evidence.ts';
import { nameOfStructure, totalTalliesOf } from '../../disclosure/structure-categories.ts';
import type { DeclaredStructure } from '../../disclosure/structure-equations.ts';
import { totalsBy } from '../../disclosure/structure-evidence.ts';
import type { CategoriesStructure } from '../../disclosure/structure.ts';
import type { DatasetDefinition } from '../../datasets/dataset.ts';
import { isForEverybody } from '../../datasets/open-part.ts';
import type { PublishedRelease } from './published-releases.ts';
import { worldsOf } from './served-worlds.ts';
import { figuresOf } from './world-figures.ts';

/** A dataset by itself, and what adds up in it. */
export interface DatasetAlone {
  readonly dataset: DatasetDefinition;
  readonly agency: string;
  readonly structures: readonly DeclaredStructure[];
}

/**
 * Whether nothing that adds up in a dataset relates one period to another: counts by categories and areas, all for everybody. What is
 * judged by all of its periods is then which values are totals and which places there are: `HistoryEvidence` says both. Never throws.
 */
export function isBoundToPeriods({ dataset, structures }: DatasetAlone): boolean {
  return (
    isForEverybody(dataset) &&
    dataset.indicators.every(({ valueType }) => valueType === 'COUNT') &&
    structures.every(({ structure }) => structure.kind === 'geography' || isPlainCategories(structure))
  );
}

function isPlainCategories(structure: DeclaredStructure['structure']): structure is CategoriesStructure {
  return structure.kind === 'categories' && structure.isGuess !== true && structure.total === undefined;
}

/** Whether no two releases cover one period of an indicator, wherever, and all are made up or none is. Never throws. */
export function areOfDifferentPeriods(releases: readonly PublishedRelease[]): boolean {
  const known = new Set<string>();
  return releases.every((release) => {
    const own = periodsIn(release);
    const isNew = release.isSynthetic === releases[0]?.isSynthetic && !own.some((period) => known.has(period));
    for (const period of own) known.add(period);
    return isNew;
  });
}

const periodsIn = (release: PublishedRelease) =>
  [...ordinalsIn(release)].flatMap(([id, ordinals]) => [...ordinals].map((ordinal) => `${id} ${ordinal}`));

/** The ordinals that a release covers or has a figure of, by the id of the indicator. Never throws. */
export function ordinalsIn({
  covered,
  series,
}: Pick<PublishedRelease, 'covered' | 'series'>): ReadonlyMap<string, ReadonlySet<number>> {
  const all = new Map([...covered].map(([id, ordinals]) => [id, new Set(ordinals)]));
  for (const { indicator, readings } of series) {
    const own = all.get(indicator.id) ?? new Set();
    all.set(indicator.id, own);
    for (const ordinal of readings.keys()) own.add(ordinal);
  }
  return all;
}

/** The first and the last of some ordinals, by the id of the indicator; none of an indicator that has none. Never throws. */
export function rangesOf(ordinals: ReadonlyMap<string, ReadonlySet<number>>): readonly OrdinalRange[] {
  return [...ordinals].flatMap(([id, own]) =>
    own.size === 0 ? [] : [{ id, first: Math.min(...own), last: Math.max(...own) }],
  );
}

/** Periods of an indicator, by its id: both ends are included. */
export interface OrdinalRange {
  readonly id: string;
  readonly first: number;
  readonly last: number;
}

/** What releases of different periods say, as they are served, for those that are still to come. Never throws. */
export function evidenceIn(releases: readonly PublishedRelease[], alone: DatasetAlone): HistoryEvidence {
  const { agency, structures } = alone;
  const [first] = releases;
  const together = first === undefined ? [] : [{ ...first, series: releases.flatMap(({ series }) => series) }];
  const [world = []] = worldsOf([{ agency, isElsewhere: false, releases: together }]);
  const index = figuresOf(world, structures);
  const totals = categoriesIn(alone).map((structure) => totalTalliesOf(index, classOf(structure, alone), structure));
  return { places: index.places, totals: new Map(totals) };
}

/**
 * Whether new periods leave what is believed of all others as it is: no value begins or ceases to be a total, and no place is new. If not, the
 * others are to be looked at again. Never throws.
 */
export function isBeliefKept(before: HistoryEvidence, added: HistoryEvidence, alone: DatasetAlone): boolean {
  const after = evidenceOfBoth(before, added);
  if (after.places.size > before.places.size) return false;
  return categoriesIn(alone).every((structure) => {
    const indicator = alone.dataset.indicators.find(({ id }) => id === structure.indicator);
    if (indicator === undefined) return false;
    const name = nameOfStructure(classOf(structure, alone), structure);
    const [earlier, later] = [before, after].map(({ totals }) =>
      [...totalsBy(totals.get(name) ?? new Map(), indicator, structure)].toSorted().join(' '),
    );
    return earlier === later;
  });
}

const categoriesIn = ({ structures }: DatasetAlone) =>
  structures.flatMap(({ structure }) => (isPlainCategories(structure) ? [structure] : []));

const classOf = ({ indicator, part = 'VALUE' }: CategoriesStructure, { agency, dataset }: DatasetAlone) => ({
  table: `${agency}/${dataset.id}`,
  indicator,
  part,
});
