import type { DatasetDefinition } from '../datasets/dataset.ts';
import type { DraftSeries } from '../datasets/draft-series.ts';
import { isInRestrictedCut } from '../disclosure/restricted-cuts.ts';
import { isForEverybody, type Prepared } from './load-states.ts';

/** What everybody will see of a release that is about to be published. */
export interface InspectedRelease {
  readonly dataset: DatasetDefinition;
  readonly publishedAt: string;
  /** Its series as they will be served: withheld cells are without a figure. */
  readonly series: readonly DraftSeries[];
}

/** Looks at a release beside what is served before it is published: sentences about what contradicts what, the gravest first. */
export type Inspect = (release: InspectedRelease) => Promise<readonly string[]>;

/**
 * What an inspection says of a release; nothing where it is made up or not for everybody, so that a report may not name its figures. An
 * inspection that fails stops no load: the report says so.
 */
export async function inspectPrepared(
  { file, release }: Prepared,
  inspect: Inspect | null,
): Promise<readonly string[]> {
  if (inspect === null || file.isSynthetic || !isForEverybody(file)) return [];
  const { dataset, publishedAt } = file;
  const series = release.shown.filter((one) => !isInRestrictedCut(one.indicator, one));
  try {
    return await inspect({ dataset, publishedAt, series });
  } catch (error) {
    return [
      `it could not be looked at beside what is served (${error instanceof Error ? error.message : String(error)})`,
    ];
  }
}
