import type postgres from 'postgres';
import { withholdCells } from '../../store/series-columns.ts';
import { updateSeries } from '../../store/write-series.ts';
import type { HiddenSeries } from './joint-protection.ts';

/** Takes what is withheld out of the store, and gives the numbers of the releases in which it stood: nothing of it is kept there. */
export async function withholdStored(
  sql: postgres.ISql,
  withheld: readonly HiddenSeries[],
): Promise<ReadonlySet<number>> {
  const rows = withheld.flatMap(({ series: { row }, hidden }) => {
    if (row === undefined) return [];
    const { firstOrdinal, ...record } = row;
    return [
      withholdCells(
        record,
        hidden.map(({ ordinal }) => ordinal - firstOrdinal),
      ),
    ];
  });
  await updateSeries(sql, rows);
  return new Set(rows.map(({ releaseNumber }) => releaseNumber));
}
