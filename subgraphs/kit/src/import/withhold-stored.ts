import type postgres from 'postgres';
import { withholdCells } from '../store/series-columns.ts';
import { updateSeries } from '../store/write-series.ts';
import type { ReleaseSeries } from './published-releases.ts';

/** A stored series of which the readings at some ordinals are withheld now. */
export interface WithheldSeries {
  readonly series: ReleaseSeries;
  readonly ordinals: readonly number[];
}

/** Takes what is withheld out of the store, and gives the numbers of the releases in which it stood: nothing of it is kept there. */
export async function withholdStored(
  sql: postgres.ISql,
  withheld: readonly WithheldSeries[],
): Promise<ReadonlySet<number>> {
  const rows = withheld.flatMap(({ series: { row }, ordinals }) => {
    if (row === undefined) return [];
    const { firstOrdinal, ...record } = row;
    return [
      withholdCells(
        record,
        ordinals.map((ordinal) => ordinal - firstOrdinal),
      ),
    ];
  });
  await updateSeries(sql, rows);
  return new Set(rows.map(({ releaseNumber }) => releaseNumber));
}
