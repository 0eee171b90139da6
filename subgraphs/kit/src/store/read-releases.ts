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

/** Releases whose numbers follow each other, as far as it tells whether any of them has changed. */
interface ReleaseBlock {
  /** How many of them are seen. */
  readonly seen: number;
  readonly digest: string;
}

/** Releases as they were read at one moment. */
export interface KnownReleases {
  readonly byNumber: ReadonlyMap<number, KnownRelease>;
  readonly blocks: ReadonlyMap<number, ReleaseBlock>;
  /** False where something of them is of that moment alone: what an embargo that has ended has left to be put in place. */
  readonly isLasting: boolean;
}

export const nothingKnown: KnownReleases = { byNumber: new Map(), blocks: new Map(), isLasting: true };

/** Releases of an agency that are read at most, the newest: at one a week and fifty datasets, eight years of them. */
const maximumReleases = 20_000;
/** Releases in a block: few enough to be looked at one by one where one has changed, and of a long history not many blocks. */
const releasesInBlock = 64;

/**
 * The releases that are seen now, and what they cover: of a long history there are thousands, and those that have not changed since `before` are
 * not read again, nor compared but by blocks. What a release covers is written with it, and stays. Where nothing has changed, the releases
 * are the same object.
 */
export function readReleases(database: StoreReader, before: KnownReleases): Promise<KnownReleases> {
  return database.orm.transaction(
    async (transaction) => {
      const { blocks, isLasting } = await lookAgain(transaction);
      const seen = [...blocks.values()].reduce((sum, block) => sum + block.seen, 0);
      const known = isLasting && before.isLasting && seen <= maximumReleases ? before : nothingKnown;
      const byNumber = await withChanged(transaction, known, blocks);
      // Where more are known than are seen, one has gone.
      const isWhole = byNumber.size <= seen;
      const all = isWhole ? byNumber : await withChanged(transaction, nothingKnown, blocks);
      return { byNumber: all, blocks, isLasting };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

type InTransaction = Pick<StoreReader['orm'], 'execute' | 'select'>;

/** What tells which releases have changed, and whether nothing waits that is not in their rows. */
async function lookAgain(database: InTransaction): Promise<Omit<KnownReleases, 'byNumber'>> {
  const rows = await database.execute<{ block: number; seen: number; digest: string; is_lasting: boolean }>(sql`
    select ${release.number} / ${releasesInBlock}::integer as block, count(*)::integer as seen,
      bit_xor(hashtextextended(${release}.xmin::text, ${release.number}))::text as digest,
      not exists (select from ${pendingSeries}) and not exists (select from ${pendingChecksum}) as is_lasting
    from ${release} where ${isVisible(release)} group by 1`);
  const blocks = new Map(rows.map(({ block, seen, digest }) => [block, { seen, digest }]));
  return { blocks, isLasting: rows.every((row) => row.is_lasting) };
}

async function withChanged(
  database: InTransaction,
  known: KnownReleases,
  blocks: KnownReleases['blocks'],
): Promise<KnownReleases['byNumber']> {
  const changed = [...blocks].flatMap(([block, { seen, digest }]) => {
    const before = known.blocks.get(block);
    return before?.seen === seen && before.digest === digest ? [] : [block];
  });
  if (changed.length === 0) return known.byNumber;
  const found = await readChanged(database, known.byNumber, new Set(changed));
  return new Map([...known.byNumber, ...found.map((each): [number, KnownRelease] => [each.release.number, each])]);
}

/** All numbers that are of a block. */
const numbersIn = (block: number) =>
  Array.from({ length: releasesInBlock }, (_, index) => block * releasesInBlock + index);

async function readChanged(
  database: InTransaction,
  known: KnownReleases['byNumber'],
  blocks: ReadonlySet<number>,
): Promise<readonly KnownRelease[]> {
  const within = [...known].filter(([number]) => blocks.has(Math.floor(number / releasesInBlock)));
  const numbers = numberArray(within.map(([number]) => number));
  const marks = fractionArray(within.map(([, { mark }]) => mark));
  const isKnown = sql`exists (select from unnest(${numbers}, ${marks}) as known(number, mark)
    where known.number = ${ownNumber} and known.mark = ${rowVersion})`;
  const isWithin = sql`${ownNumber} = any(${numberArray([...blocks].flatMap(numbersIn))})`;
  const changed = await database
    .select({ ...releaseColumns, mark: rowVersion })
    .from(release)
    .where(and(isVisible(release), isWithin, sql`not ${isKnown}`))
    .orderBy(desc(release.number))
    .limit(maximumReleases);
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
