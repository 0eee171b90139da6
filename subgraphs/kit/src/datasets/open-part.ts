import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { kindsOf } from '../statistics/period-kinds.ts';
import { isInRestrictedCut, restrictedCutsOf } from '../disclosure/restricted-cuts.ts';
import type { DatasetDefinition } from './dataset.ts';
import type { DraftSeries } from './draft-series.ts';

/** What a release covers, and its series. */
interface Content {
  readonly covered: ReadonlyMap<IndicatorDefinition, ReadonlySet<number>>;
  readonly series: readonly Pick<DraftSeries, 'indicator' | 'place' | 'dimensions' | 'readings'>[];
}

/** Whether part of an open dataset is for named users alone, so that what is told of its releases is told of the other part. Never throws. */
export function hasRestrictedPart({ accessTier, indicators }: DatasetDefinition): boolean {
  return accessTier === 'OPEN' && indicators.some((indicator) => restrictedCutsOf(indicator).length > 0);
}

/** Whether everybody may see all of a dataset. Never throws. */
export function isForEverybody(dataset: DatasetDefinition): boolean {
  return dataset.accessTier === 'OPEN' && !hasRestrictedPart(dataset);
}

/** Whether a series of a dataset is for named users. Never throws. */
export function isRestrictedIn(
  { accessTier }: Pick<DatasetDefinition, 'accessTier'>,
  series: Pick<DraftSeries, 'indicator' | 'place' | 'dimensions'>,
): boolean {
  return accessTier !== 'OPEN' || isInRestrictedCut(series.indicator, series);
}

/** For each indicator of a dataset, those of it that have its grid, itself among them. Never throws. */
export function indicatorsOfOneGrid({
  indicators,
}: DatasetDefinition): readonly (readonly [id: string, alike: readonly string[]])[] {
  const inAllKinds = indicators.flatMap(kindsOf);
  return inAllKinds.map(({ id, grid }) => [
    id,
    inAllKinds.filter((other) => JSON.stringify(other.grid) === JSON.stringify(grid)).map((other) => other.id),
  ]);
}

/**
 * The ordinals that a release covers for each indicator in what everybody may see. Where part of an indicator is for named users,
 * they are those of its open figures: a file that has figures for named users alone must look like one that has none. Never throws.
 */
export function openCoverageOf({ covered, series }: Content): ReadonlyMap<IndicatorDefinition, ReadonlySet<number>> {
  return new Map(
    [...covered].map(([indicator, ordinals]) => [
      indicator,
      restrictedCutsOf(indicator).length === 0
        ? ordinals
        : new Set(
            series
              .filter((one) => one.indicator === indicator && isOpen(one))
              .flatMap(({ readings }) => [...readings.keys()]),
          ),
    ]),
  );
}

/** How many cells of a release everybody may see. Never throws. */
export function countOpenCells(series: Content['series']): number {
  return series.filter(isOpen).reduce((count, { readings }) => count + readings.size, 0);
}

/** Whether everybody may see a series, as far as its indicator says. Never throws. */
export function isOpen(series: Content['series'][number]): boolean {
  return !isInRestrictedCut(series.indicator, series);
}
