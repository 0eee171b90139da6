import { and, type Column, desc, sql } from 'drizzle-orm';
import { londonTimeZone } from '@boroughgraph/schema/vocabulary/london-day.ts';
import type { CoverageRecord } from './answering-releases.ts';
import type { StoreReader } from './database.ts';
import { fractionArray, numberArray } from './list-parameters.ts';
import type { StoredRelease } from './release-record.ts';
import { coverage, pendingChecksum, pendingSeries, release } from './tables.ts';
import { columnsOf, isVisible } from './visibility.ts';

/** A release as it was read, and what it covers. */
interface KnownRelease {
  /** Another one whenever its row has changed. */
  readonly mark: number;
  readonly release: StoredRelease;
  readonly coverage: readonly CoverageRecord[];
}

/** Releases as they were read at one moment. */
export interface KnownReleases {
  readonly byNumber: ReadonlyMap<number, KnownRelease>;
  /** False where something of them is of that moment alone: what an embargo that has ended has left to be put in place. */
  readonly isLasting: boolean;
}

export const nothingKnown: KnownReleases = { byNumber: new Map(), isLasting: true };

/** Releases of an agency that are read at most, the newest: at one a week and fifty datasets, eight years of them. */
const maximumReleases = 20_000;

/**
 * The releases that are seen now, and what they cover: of a long history there are thousands, and those that have not changed since `before` are
 * not read again. What a release covers is written with it, and stays.
 */
export function readReleases(database: StoreReader, before: KnownReleases): Promise<KnownReleases> {
  return database.orm.transaction(
    async (transaction) => {
      const { seen, isLasting } = await lookAgain(transaction);
      const known = isLasting && before.isLasting ? before.byNumber : nothingKnown.byNumber;
      const byNumber = withChanged(known, await readChanged(transaction, known));
      // Where more are known than are seen, one has gone.
      if (byNumber.size <= seen) return { byNumber, isLasting };
      return { byNumber: withChanged(new Map(), await readChanged(transaction, new Map())), isLasting };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

type InTransaction = Pick<StoreReader['orm'], 'execute' | 'select'>;

/** How many releases are seen, and whether nothing waits that is not in their rows. */
async function lookAgain(database: InTransaction) {
  const [row] = await database.execute<{ seen: number; is_lasting: boolean }>(sql`
    select (select least(count(*), ${maximumReleases}::integer)::integer from ${release} where ${isVisible(release)}) as seen,
      not exists (select from ${pendingSeries}) and not exists (select from ${pendingChecksum}) as is_lasting`);
  return { seen: row?.seen ?? 0, isLasting: row?.is_lasting === true };
}

function withChanged(known: KnownReleases['byNumber'], changed: readonly KnownRelease[]): KnownReleases['byNumber'] {
  return new Map([...known, ...changed.map((each): [number, KnownRelease] => [each.release.number, each])]);
}

async function readChanged(
  database: InTransaction,
  known: KnownReleases['byNumber'],
): Promise<readonly KnownRelease[]> {
  const numbers = numberArray([...known.keys()]);
  const marks = fractionArray([...known.values()].map(({ mark }) => mark));
  const isKnown = sql`exists (select from unnest(${numbers}, ${marks}) as known(number, mark)
    where known.number = ${ownNumber} and known.mark = ${rowVersion})`;
  const changed = await database
    .select({ ...releaseColumns, mark: rowVersion })
    .from(release)
    .where(and(isVisible(release), sql`not ${isKnown}`))
    .orderBy(desc(release.number))
    .limit(maximumReleases);
  // So it is where a new state is one of another dataset's facts, or of agreements alone.
  if (changed.length === 0) return [];
  const covered = await database
    .select()
    .from(coverage)
    .where(sql`${coverage.releaseNumber} = any(${numberArray(changed.map(({ number }) => number))})`);
  const byRelease = Map.groupBy(covered, ({ releaseNumber }) => releaseNumber);
  return changed.map(({ mark, ...each }) => ({
    mark,
    release: each satisfies StoredRelease,
    coverage: byRelease.get(each.number) ?? [],
  }));
}

/** An instant as ISO 8601 in UTC; null where the column is. */
function instant<T extends string | null>(column: Column) {
  return sql<T>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

// With its table, which the statements within do not take for their own.
const ownNumber = sql.raw('"release"."number"');
/** The transaction that wrote the row as it is. */
const rowVersion = sql<number>`${release}.xmin::text::float8`;

const releaseColumns = {
  number: release.number,
  id: release.id,
  datasetId: release.datasetId,
  publishedAt: release.publishedAt,
  loadedAt: instant<string>(release.loadedAt),
  checksum: sql<string>`coalesce((select p."checksum" from ${pendingChecksum} p join ${release} c on c."number" = p."cause_number"
    where p."release_number" = ${ownNumber} and ${isVisible(columnsOf('c'))} limit 1), ${release.checksum})`,
  isReplaced: sql<boolean>`${ownNumber} in (select p."release_number" from ${pendingSeries} p join ${release} c
    on c."number" = p."cause_number" where ${isVisible(columnsOf('c'))})`,
  sourceName: release.sourceName,
  isSynthetic: release.isSynthetic,
  latestPeriodEnd: release.latestPeriodEnd,
  rowsRead: release.rowsRead,
  rowsLeftOut: release.rowsLeftOut,
  rowsRejected: release.rowsRejected,
  observationCount: release.observationCount,
  embargoUntil: instant<string | null>(release.embargoUntil),
  availableOn: sql<string>`greatest(${release.publishedAt}, (${release.embargoUntil} at time zone ${londonTimeZone})::date)::text`,
  recalledAt: instant<string | null>(release.recalledAt),
  recallReason: release.recallReason,
  weight: release.weight,
  corrected: release.corrected,
};
