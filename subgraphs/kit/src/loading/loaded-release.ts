import type postgres from 'postgres';
import type { DatasetDefinition } from '../datasets/dataset.ts';
import { instantText } from './embargo.ts';
import { checksumsOf } from './release-checksum.ts';
import { FileProblem } from '../files/row-problem.ts';
import type { SourceFile } from '../files/source-file.ts';

/** A release whose file is at hand again. */
export interface LoadedRelease {
  readonly releaseId: string;
  readonly sourceName: string;
  readonly publishedAt: string;
  /** The instant at which it can be seen, in ISO 8601 and UTC; null once it can be. */
  readonly hiddenUntil: string | null;
  /** When it was recalled, in ISO 8601 and UTC, and why; null where it stands. */
  readonly recall: { readonly at: string; readonly reason: string } | null;
}

/** A file, as far as it decides which release it may be. */
export interface FileToFind {
  readonly dataset: Pick<DatasetDefinition, 'id'>;
  readonly source: Pick<SourceFile, 'checksum'>;
  readonly publishedAt: string;
}

/**
 * The release that the bytes of a file became when they were loaded, one that stands before one that was recalled, and of those the one
 * of the given day; null where they were not.
 */
export async function findLoaded(
  sql: postgres.ISql,
  { dataset, source, publishedAt }: FileToFind,
): Promise<LoadedRelease | null> {
  const { plain, keyed } = await checksumsOf(sql, source.checksum);
  const of = sql`dataset_id = ${dataset.id} and checksum in (${plain}, ${keyed})`;
  return firstLoaded(sql, sql`${of} order by recalled_at is not null, published_at <> ${publishedAt}, number desc`);
}

/** The release of an id; null for one that is not loaded. */
export function findLoadedById(sql: postgres.ISql, id: string): Promise<LoadedRelease | null> {
  return firstLoaded(sql, sql`id = ${id}`);
}

async function firstLoaded(sql: postgres.ISql, condition: postgres.Fragment): Promise<LoadedRelease | null> {
  const [known] = await sql<KnownRow[]>`
    select id, source_name, published_at::text, ${utcText(sql, 'recalled_at')} as recalled_at, recall_reason,
      case when embargo_until > now() then ${utcText(sql, 'embargo_until')} end as hidden_until
    from release where ${condition} limit 1`;
  if (known === undefined) return null;
  const { recalled_at: at, recall_reason: reason } = known;
  return {
    releaseId: known.id,
    sourceName: known.source_name,
    publishedAt: known.published_at,
    hiddenUntil: known.hidden_until,
    recall: at === null ? null : { at, reason: reason ?? '' },
  };
}

/** The column of an instant as ISO 8601 in UTC, to the millisecond as JavaScript writes it. */
const utcText = (sql: postgres.ISql, column: string) =>
  sql`to_char(${sql(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

interface KnownRow {
  readonly id: string;
  readonly source_name: string;
  readonly published_at: string;
  readonly recalled_at: string | null;
  readonly recall_reason: string | null;
  readonly hidden_until: string | null;
}

/** The ids of the periods that a release covers for any indicator, in no order. */
export async function findCoveredPeriods(sql: postgres.ISql, releaseId: string): Promise<ReadonlySet<string>> {
  const covered = await sql<{ period_id: string }[]>`
    select distinct json_array_elements_text(period_ids) as period_id from coverage
    join release on release.number = coverage.release_number where release.id = ${releaseId}`;
  // A null within the list is a period that the release skips.
  return new Set(covered.map((row) => row.period_id as string | null).filter((id) => id !== null));
}

/** A file that is loaded already, and whether its bytes are the same, or what is served of them: a blank line more changes nothing. */
export interface KnownFile {
  readonly release: LoadedRelease;
  readonly sameIn: 'bytes' | 'content';
}

/** What a load says of a file that is loaded already. */
export interface KnownOutcome {
  readonly outcome: 'unchanged' | 'recalled';
  readonly releaseId: string;
  readonly message: string;
}

/** What is said of a file that is loaded already, or was and is recalled. Never throws. */
export function describeKnown({ release, sameIn }: KnownFile): KnownOutcome {
  const { releaseId, sourceName, hiddenUntil, recall } = release;
  const what = sameIn === 'bytes' ? 'the same bytes' : 'the same figures, in other bytes,';
  const as = `as ${releaseId} from ${sourceName}`;
  if (recall !== null)
    return {
      outcome: 'recalled',
      releaseId,
      message: `${what} were loaded ${as}, and recalled on ${instantText(recall.at)} ("${recall.reason}"): --reinstate loads them again`,
    };
  const hidden = hiddenUntil === null ? '' : `, hidden until ${instantText(hiddenUntil)}`;
  return { outcome: 'unchanged', releaseId, message: `${what} are loaded already, ${as}${hidden}` };
}

/**
 * Refuses to load bytes under an embargo that are loaded without it, or under another: to change nothing would show them early.
 *
 * @throws {FileProblem} saying how the embargo is changed.
 */
export async function requireSameEmbargo(
  sql: postgres.ISql,
  embargoUntil: string | null,
  { releaseId, hiddenUntil }: LoadedRelease,
): Promise<void> {
  if (embargoUntil === null || embargoUntil === hiddenUntil) return;
  const [{ has_ended: hasEnded } = { has_ended: false }] = await sql<{ has_ended: boolean }[]>`
    select ${embargoUntil}::timestamptz <= now() as has_ended`;
  if (hasEnded) return;
  const now = hiddenUntil === null ? 'visible to everybody' : `hidden until ${instantText(hiddenUntil)}`;
  throw new FileProblem(
    `the same bytes are loaded already, as ${releaseId}, and are ${now}: to hide them until ${instantText(embargoUntil)}, recall that release and load the file again with --reinstate`,
  );
}
