import { distance } from 'fastest-levenshtein';
import { sql } from 'drizzle-orm';
import type { AnsweringRelease } from './answering-cell.ts';
import type { Catalogue } from './catalogue.ts';
import type { StoreDatabase } from './database.ts';
import { awaitLeases } from './leases/await-leases.ts';
import { readCatalogue } from './read-catalogue.ts';

/** What became of a recall. */
export type Recall =
  | {
      readonly kind: 'recalled';
      /** What answers for its periods from now on, newest first. */
      readonly instead: readonly { readonly releaseId: string; readonly periods: number }[];
      /** Periods, of all indicators together, for which nothing answers any more. */
      readonly gaps: number;
      /** True where nobody had seen it yet: its embargo had not ended. */
      readonly wasHidden: boolean;
    }
  | { readonly kind: 'recalled-before'; readonly at: string; readonly reason: string }
  /** `near` are ids of releases that may have been meant, nearest first; none where nothing is loaded. */
  | { readonly kind: 'unknown'; readonly near: readonly string[] };

/**
 * Takes a release out of every answer, for good: requests that begin after it find its figures nowhere, in no process. It stays
 * listed with the reason, and the releases before it answer again. What others withhold since it was seen they withhold still; what they
 * would have withheld with it is given up where its embargo has not ended.
 *
 * It waits for no load: one that is under way ends as if the recall had come before or after it.
 *
 * @throws when the database fails; nothing is recalled then.
 */
export async function recallRelease(database: StoreDatabase, releaseId: string, reason: string): Promise<Recall> {
  const before = await readCatalogue(database);
  const [recalled] = await database.orm.execute<{ was_hidden: boolean }>(sql`
    with recalled as (
      update release set recalled_at = now(), recall_reason = ${reason} where id = ${releaseId} and recalled_at is null
      returning number, coalesce(embargo_until > now(), false) as was_hidden
    ), series_given_up as (
      delete from pending_series where cause_number in (select number from recalled where was_hidden)
    ), checksums_given_up as (
      delete from pending_checksum where cause_number in (select number from recalled where was_hidden)
    ) select was_hidden from recalled`);
  if (recalled === undefined) return explainNothingRecalled(database, releaseId);
  await awaitLeases(database.sql);
  const after = await readCatalogue(database);
  return { kind: 'recalled', ...changeBetween(before, after, releaseId), wasHidden: recalled.was_hidden };
}

async function explainNothingRecalled(database: StoreDatabase, releaseId: string): Promise<Recall> {
  const known = await database.orm.execute<{ id: string; at: string | null; reason: string | null }>(sql`
    select id, to_char(recalled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, recall_reason as reason
    from release`);
  const same = known.find(({ id }) => id === releaseId);
  if (same !== undefined) return { kind: 'recalled-before', at: same.at ?? '', reason: same.reason ?? '' };
  const standing = known.filter(({ at }) => at === null).map(({ id }) => id);
  return { kind: 'unknown', near: nearest(standing, releaseId) };
}

/** Ids that are suggested at most. */
const maximumSuggestions = 5;

/** Those that hold the text, such as a dataset's; where none does, those that differ from it in the fewest characters. */
function nearest(ids: readonly string[], text: string): readonly string[] {
  const holding = ids.filter((id) => text !== '' && id.includes(text)).toSorted();
  if (holding.length > 0) return holding.slice(-maximumSuggestions).reverse();
  return ids.toSorted((a, b) => distance(a, text) - distance(b, text)).slice(0, maximumSuggestions);
}

/** What answers in the place of a release, period by period over all indicators: a period counts once, at however many places. */
function changeBetween(before: Catalogue, after: Catalogue, releaseId: string) {
  const periods = new Map<string, Set<string>>();
  const gaps = new Set<string>();
  for (const indicator of before.indicatorsOf(releaseId))
    // Where it covers all places, one that no other names stands for all of them.
    for (const place of before.placesOf(releaseId, indicator.id) ?? ['']) {
      const earlier = before.answer(indicator, null, place);
      const later = after.answer(indicator, null, place);
      const shift = (earlier?.firstOrdinal ?? 0) - (later?.firstOrdinal ?? 0);
      earlier?.byPosition.forEach((answering, position) => {
        if (answering?.release.id !== releaseId) return;
        const instead: AnsweringRelease | null = later?.byPosition[position + shift] ?? null;
        const period = `${indicator.id} ${position}`;
        if (instead === null) gaps.add(period);
        else periods.set(instead.release.id, (periods.get(instead.release.id) ?? new Set()).add(period));
      });
    }
  const instead = [...periods].map(([id, { size }]) => ({ releaseId: id, periods: size }));
  return { instead: instead.toSorted((a, b) => (a.releaseId < b.releaseId ? 1 : -1)), gaps: gaps.size };
}
