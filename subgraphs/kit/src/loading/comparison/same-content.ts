import type postgres from 'postgres';
import { readSeriesOfReleases } from '../../store/read-series.ts';
import { seriesColumns, type SeriesRecord } from '../../store/series-columns.ts';
import type { FactRecord } from '../../store/site.ts';
import type { UnnumberedSeries } from '../../store/stored-reading.ts';
import type { FinishedRelease } from '../finish-release.ts';
import { listReleases, type PublishedRelease, type ReleaseHead } from '../protection/published-releases.ts';

/** A release that may be stored already, under another name or in other bytes. */
export interface ContentToFind extends Pick<PublishedRelease, 'dataset' | 'isSynthetic'> {
  readonly finished: FinishedRelease;
}

/**
 * The stored releases, those too that were recalled, that say word for word what a new one would: the same figures and statuses of the
 * same cells, and the same facts, whatever their bytes. Newest load first.
 */
export async function findSameContent(
  sql: postgres.ISql,
  { dataset, isSynthetic, finished }: ContentToFind,
): Promise<readonly ReleaseHead[]> {
  const { observationCount, latestPeriodEnd } = finished;
  const ofOneSize = sql`r.observation_count = ${observationCount} and r.is_synthetic = ${isSynthetic}
    and r.latest_period_end is not distinct from ${latestPeriodEnd}::date`;
  const heads = await listReleases(sql, [dataset], ofOneSize);
  const alike = heads.filter((head) => looksLike(head, finished));
  if (alike.length === 0) return [];
  const stored = Map.groupBy(
    await readSeriesOfReleases(
      sql,
      alike.map(({ number }) => number),
    ),
    ({ releaseNumber }) => releaseNumber,
  );
  const wanted = textOf(finished.series);
  const same: ReleaseHead[] = [];
  for (const head of alike)
    if (textOf(stored.get(head.number) ?? []) === wanted && (await hasSameFacts(sql, head, finished.facts)))
      same.push(head);
  return same.toSorted((one, other) => other.number - one.number);
}

/** What can be told of one of the same size without reading its series. */
function looksLike(head: ReleaseHead, { coverage }: FinishedRelease): boolean {
  return (
    head.covered.size === coverage.length &&
    coverage.every(({ indicator, firstOrdinal, periodIds, places = null }) => {
      if ((places === null) !== (head.places?.get(indicator.id) === undefined)) return false;
      const ordinals = head.covered.get(indicator.id);
      const covered = periodIds.flatMap((id, index) => (id === null ? [] : [firstOrdinal + index]));
      return ordinals?.size === covered.length && covered.every((ordinal) => ordinals.has(ordinal));
    })
  );
}

const columns = seriesColumns.filter(({ key }) => key !== 'releaseNumber');

function textOf(series: readonly (UnnumberedSeries | SeriesRecord)[]): string {
  const rows = series.map((one) => JSON.stringify(columns.map(({ key }) => ({ releaseNumber: 0, ...one })[key])));
  return rows.toSorted().join('\n');
}

async function hasSameFacts(
  sql: postgres.ISql,
  { number }: ReleaseHead,
  facts: readonly FactRecord[],
): Promise<boolean> {
  const [found] = await sql<{ is_same: boolean }[]>`
    with stated as (
      select kind, key, body from json_to_recordset(${JSON.stringify(facts)}::text::json) as stated(kind text, key text, body jsonb)
    ), stored as (
      select kind::text, key::text, body from fact where release_number = ${number}
    ) select (select count(*) from stated) = (select count(*) from stored)
      and not exists (select * from stated except select * from stored) as is_same`;
  return found?.is_same === true;
}
