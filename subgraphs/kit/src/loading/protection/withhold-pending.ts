import type postgres from 'postgres';
import { keepPending, type PendingRecord } from '../../store/pending-series.ts';
import { readSeriesOfReleases } from '../../store/read-series.ts';
import { withholdCells, textOfKey } from '../../store/series-columns.ts';
import type { PendingWithin } from './protect-release.ts';
import { pendingChecksums } from '../release-checksum.ts';

/** Keeps in the store what is withheld when embargoes end, given the number that the loaded release has come to have. */
export async function withholdPending(
  sql: postgres.ISql,
  { cells, causes, releases }: PendingWithin,
  loaded: number,
): Promise<void> {
  if (causes.length === 0) return;
  const positions = new Map<string, { readonly causeNumber: number; readonly ordinals: Set<number> }[]>();
  for (const { cause, release, cells: all } of cells)
    for (const { key, ordinals } of all) {
      const name = `${release ?? loaded} ${textOfKey(key)}`;
      const known = positions.get(name) ?? [];
      positions.set(name, known);
      const causeNumber = cause ?? loaded;
      const own = known.find((each) => each.causeNumber === causeNumber);
      if (own === undefined) known.push({ causeNumber, ordinals: new Set(ordinals) });
      else for (const ordinal of ordinals) own.ordinals.add(ordinal);
    }
  const stored = await readSeriesOfReleases(sql, [...new Set(cells.map(({ release }) => release ?? loaded))]);
  const series = stored.flatMap(({ firstOrdinal, ...row }): readonly PendingRecord[] => {
    const waiting = positions.get(`${row.releaseNumber} ${textOfKey(row)}`) ?? [];
    return waiting.map(({ causeNumber, ordinals }) => ({
      ...withholdCells(
        row,
        [...ordinals].map((ordinal) => ordinal - firstOrdinal),
      ),
      causeNumber,
    }));
  });
  await keepPending(
    sql,
    { causes: causes.map((cause) => cause ?? loaded), releases: [...releases, loaded] },
    { series, checksums: await pendingChecksums(sql, series) },
  );
}
