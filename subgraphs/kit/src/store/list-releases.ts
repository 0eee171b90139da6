import { sql } from 'drizzle-orm';
import type { CoverageRecord } from './answering-releases.ts';
import type { Catalogue } from './catalogue.ts';
import type { StoredRelease } from './release-record.ts';
import type { StoreDatabase } from './database.ts';
import { readCatalogue } from './read-catalogue.ts';
import { isVisible } from './visibility.ts';
import { coverage, release } from './tables.ts';

/** Whether anybody is answered with a release. */
export type ReleaseState =
  /** It answers for some of its periods, alone or beside others. */
  | { readonly kind: 'answers' }
  /** Later ones answer for all that it covers; it does as of an earlier day. */
  | { readonly kind: 'superseded' }
  /** Nobody sees it before. The instant is ISO 8601 in UTC. */
  | { readonly kind: 'embargoed'; readonly until: string }
  | { readonly kind: 'recalled'; readonly at: string; readonly reason: string };

/** A release as its agency knows it. */
export interface ListedRelease {
  readonly id: string;
  readonly datasetId: string;
  readonly publishedAt: string;
  readonly isSynthetic: boolean;
  readonly observations: number;
  /** The first and last of its periods, by the day on which they end and begin; null where it covers none. */
  readonly periods: { readonly first: string; readonly last: string } | null;
  /** How many places it covers; null for every one. */
  readonly places: number | null;
  readonly state: ReleaseState;
}

/**
 * The releases of an agency, by dataset, newest first. Those that nobody may see, under an embargo or recalled before its end, are among
 * them only for the agency itself (`isForAgency`).
 *
 * @throws when the database does not answer.
 */
export async function listReleases(
  database: StoreDatabase,
  { isForAgency }: { readonly isForAgency: boolean },
): Promise<readonly ListedRelease[]> {
  const catalogue = await readCatalogue(database);
  const covered = Map.groupBy(await database.orm.select().from(coverage), ({ releaseNumber }) => releaseNumber);
  const releases = await database.orm
    .select(listedColumns)
    .from(release)
    .where(isForAgency ? sql`true` : isVisible(release))
    .orderBy(release.datasetId, sql`${release.publishedAt} desc, ${release.number} desc`);
  const answering = answeringIn(catalogue, [...covered.values()].flat(), releases);
  return releases.map((one) => describeRelease(one, covered.get(one.number) ?? [], answering.has(one.number)));
}

const utc = (column: unknown) =>
  sql<string | null>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const listedColumns = {
  number: release.number,
  id: release.id,
  datasetId: release.datasetId,
  publishedAt: release.publishedAt,
  isSynthetic: release.isSynthetic,
  observations: release.observationCount,
  hiddenUntil: sql<string | null>`case when ${release.embargoUntil} > now() then ${utc(release.embargoUntil)} end`,
  recalledAt: utc(release.recalledAt),
  recallReason: release.recallReason,
};

type ReleaseRow = Pick<StoredRelease, 'number' | 'id' | 'datasetId' | 'publishedAt' | 'isSynthetic'> & {
  readonly observations: number;
  readonly hiddenUntil: string | null;
  readonly recalledAt: string | null;
  readonly recallReason: string | null;
};

/** The releases that answer today; of those without periods, which only say what there is, the newest of its dataset. */
function answeringIn(
  catalogue: Catalogue,
  covered: readonly CoverageRecord[],
  releases: readonly ReleaseRow[],
): ReadonlySet<number> {
  const datasets = new Map(releases.map(({ number, datasetId }) => [number, datasetId]));
  const byPeriod = covered.flatMap(({ indicatorId: id, releaseNumber, places }) => {
    const datasetId = datasets.get(releaseNumber);
    // Where it covers all places, one that no other names stands for all of them.
    const codes = places?.map(([place]) => place) ?? [''];
    return datasetId === undefined
      ? []
      : codes.flatMap((place) => catalogue.answer({ id, datasetId }, null, place)?.releaseNumbers ?? []);
  });
  const withPeriods = new Set(covered.map(({ releaseNumber }) => releaseNumber));
  const byFacts = [...new Set(datasets.values())].flatMap((dataset) => {
    const newest = catalogue.releasesOf(dataset).find(({ number }) => !withPeriods.has(number));
    return newest === undefined ? [] : [newest.number];
  });
  return new Set([...byPeriod, ...byFacts]);
}

function describeRelease(
  { hiddenUntil, recalledAt, recallReason, ...row }: ReleaseRow,
  covered: readonly CoverageRecord[],
  answers: boolean,
): ListedRelease {
  const { id, datasetId, publishedAt, isSynthetic, observations } = row;
  const state = stateOf({ hiddenUntil, recalledAt, recallReason }, answers);
  const head = { id, datasetId, publishedAt, isSynthetic, observations };
  return { ...head, periods: periodsIn(covered), places: placesIn(covered), state };
}

function stateOf(
  { hiddenUntil, recalledAt, recallReason }: Pick<ReleaseRow, 'hiddenUntil' | 'recalledAt' | 'recallReason'>,
  answers: boolean,
): ReleaseState {
  if (recalledAt !== null) return { kind: 'recalled', at: recalledAt, reason: recallReason ?? '' };
  if (hiddenUntil !== null) return { kind: 'embargoed', until: hiddenUntil };
  return { kind: answers ? 'answers' : 'superseded' };
}

/** Ids of periods of one kind are in order as texts; of several kinds, those of the first indicator are told. */
function periodsIn(covered: readonly CoverageRecord[]): ListedRelease['periods'] {
  const kind = (id: string) => id.replaceAll(/\d/g, '0');
  const ids = covered.flatMap(({ periodIds }) => periodIds.filter((id) => id !== null));
  const alike = ids.filter((id) => kind(id) === kind(ids[0] ?? '')).toSorted();
  const [first, last] = [alike[0], alike.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

function placesIn(covered: readonly CoverageRecord[]): number | null {
  if (covered.some(({ places = null }) => places === null)) return null;
  return new Set(covered.flatMap(({ places }) => (places ?? []).map(([place]) => place))).size;
}
