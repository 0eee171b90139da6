import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import type { StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { fileOfMonth } from './monthly-visits.ts';
import type { ProcessorMsOf } from './processor-time.ts';

/** Loads in whose median a load is judged: as many as are bound together, so that each of these has one that binds. */
export const loadsInWindow = 16;

/** Which months are loaded, counted from the first, and how each load is measured. */
export interface MonthsToLoad {
  readonly from: number;
  /** Not among them. */
  readonly to: number;
  readonly processorMsOf: ProcessorMsOf;
}

/**
 * The processor time of each load of some months, in milliseconds.
 *
 * @throws when one is not loaded.
 */
export async function measureLoads(
  { sql }: Pick<StoreDatabase, 'sql'>,
  dataset: DatasetDefinition,
  { from, to, processorMsOf }: MonthsToLoad,
): Promise<readonly number[]> {
  const took: number[] = [];
  for (let month = from; month < to; month += 1)
    took.push(
      await processorMsOf(async () => {
        const report = await loadText({ sql, datasets: [dataset], dataset: dataset.id, ...fileOfMonth(month) });
        if (report.outcome !== 'loaded') throw new Error(`month ${month} was not loaded: ${JSON.stringify(report)}`);
      }),
    );
  return took;
}
