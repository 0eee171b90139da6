import { createHash } from 'node:crypto';
import type postgres from 'postgres';
import type { HistoryEvidence, TotalTally } from '../../disclosure/history-evidence.ts';
import type { DatasetDefinition } from '../../datasets/dataset.ts';
import { checksumOfRules } from './protection-rules.ts';
import { ordinalsIn, rangesOf } from './bound-periods.ts';
import { countsIn, type PublishedRelease } from './published-releases.ts';

/** Datasets of which a load has changed what is known of their history, and what the releases of the loaded one say now: see `keepClosedHistory`. */
export interface ClosedWith {
  readonly datasets: readonly DatasetDefinition[];
  /** Null where the next load has to look at all of them. */
  readonly evidence: HistoryEvidence | null;
}

/** Releases beside which a further one of a later day is read with none of them by itself: of fewer, any two are read together. */
const fewestReleases = 5;

/**
 * What the stored releases of a dataset say of a later release of other periods, where it is proved that nothing follows from them: by the
 * rules that hold now, and of these very releases. Null where that is not known, or where the release is not later, or of one of their
 * periods.
 */
export async function readClosedHistory(
  sql: postgres.ISql,
  { dataset, publishedAt, isSynthetic, covered, series }: PublishedRelease,
): Promise<HistoryEvidence | null> {
  const [kept] = await sql<{ fingerprint: string; evidence: KeptEvidence }[]>`
    select fingerprint, evidence from closed_history where dataset_id = ${dataset.id}`;
  if (kept === undefined) return null;
  const ranges = rangesOf(ordinalsIn({ covered, series }));
  const [stored] = await sql<{ numbers: string; many: number; is_later: boolean; is_covered: boolean }[]>`
    with known as (
      select r.number, r.published_at < ${publishedAt} and r.is_synthetic = ${isSynthetic}
        and (r.embargo_until is null or r.embargo_until <= now()) as is_earlier
      from release r where r.dataset_id = ${dataset.id} and ${countsIn(sql)}
    ) select coalesce(string_agg(number::text, ' ' order by number), '') as numbers, count(*)::integer as many,
      coalesce(bool_and(is_earlier), false) as is_later,
      exists (select from coverage c join known on known.number = c.release_number
        join json_to_recordset(${JSON.stringify(ranges)}::text::json) as asked(id text, first integer, last integer) on asked.id = c.indicator_id
        where c.first_ordinal <= asked.last and c.first_ordinal + json_array_length(c.period_ids) > asked.first) as is_covered
    from known`;
  if (stored === undefined || stored.many < fewestReleases || !stored.is_later || stored.is_covered) return null;
  return kept.fingerprint === fingerprintOf(dataset, stored.numbers) ? evidenceFrom(kept.evidence) : null;
}

/** Keeps that nothing follows from all that is stored of a dataset now, and of others that the load has changed that nothing is known. */
export async function keepClosedHistory(
  sql: postgres.ISql,
  dataset: DatasetDefinition,
  { datasets, evidence }: ClosedWith,
): Promise<void> {
  if (datasets.length === 0) return;
  const ids = JSON.stringify(datasets.map(({ id }) => id));
  await sql`delete from closed_history where dataset_id in (select json_array_elements_text(${ids}::text::json) collate "C")`;
  if (evidence === null) return;
  const [stored] = await sql<{ numbers: string }[]>`
    select coalesce(string_agg(r.number::text, ' ' order by r.number), '') as numbers
    from release r where r.dataset_id = ${dataset.id} and ${countsIn(sql)}`;
  await sql`insert into closed_history (dataset_id, fingerprint, evidence)
    values (${dataset.id}, ${fingerprintOf(dataset, stored?.numbers ?? '')}, ${JSON.stringify(keptFrom(evidence))}::text::jsonb)`;
}

function fingerprintOf(dataset: DatasetDefinition, numbers: string): string {
  return createHash('sha256')
    .update(`${checksumOfRules(dataset)} ${numbers}`)
    .digest('hex');
}

/** Evidence as JSON. */
interface KeptEvidence {
  readonly places: readonly string[];
  readonly totals: readonly (readonly [structure: string, values: readonly (readonly [string, TotalTally])[]])[];
}

function keptFrom({ places, totals }: HistoryEvidence): KeptEvidence {
  return { places: [...places], totals: [...totals].map(([name, values]) => [name, [...values]]) };
}

function evidenceFrom({ places, totals }: KeptEvidence): HistoryEvidence {
  return { places: new Set(places), totals: new Map(totals.map(([name, values]) => [name, new Map(values)])) };
}
