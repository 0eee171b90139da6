import { type Column, desc, gte, sql } from 'drizzle-orm';
import { londonTimeZone } from '@boroughgraph/schema/vocabulary/london-day.ts';
import type { CoverageRecord } from './answering-releases.ts';
import { Catalogue } from './catalogue.ts';
import type { StoredRelease } from './release-record.ts';
import type { StoreReader } from './database.ts';
import { againIfCancelled } from './statement.ts';
import { catalogueVersion, coverage, pendingChecksum, pendingSeries, release } from './tables.ts';
import { columnsOf, isVisible } from './visibility.ts';

/**
 * Gives the catalogue of one agency as it stands now. The store is asked through `reader` whether it has changed; what all requests
 * share is read for them all, and not ended because one of them has gone.
 */
export type CatalogueReader = (reader?: StoreReader) => Promise<Catalogue>;

/**
 * A reader that asks the database for the state of the catalogue alone and reads the catalogue again only when that has
 * changed, so that a new release, a recall and the end of an embargo are served to the next request in every process, at the
 * price of one small statement a request.
 *
 * The reader rejects when the database does not answer.
 */
export function createCatalogueReader(
  database: StoreReader,
  partlyRestricted: ReadonlySet<string> = new Set(),
): CatalogueReader {
  let known: CatalogueState | null = null;
  let reading: Promise<Catalogue> | null = null;
  return async (reader = database) => {
    const current = await readState(reader);
    if (reading === null || known === null || isNewer(current, known)) {
      known = current;
      reading = againIfCancelled(() => readCatalogue(database, partlyRestricted));
      reading.catch(() => {
        reading = null;
      });
    }
    return reading;
  };
}

/** What the catalogue depends on. A recall has a count of its own, so that it need not queue behind a load for the version. */
interface CatalogueState {
  readonly version: number;
  /** The newest end of an embargo that has passed by the clock of the database, which all processes share; 0 for none. */
  readonly endedEmbargo: number;
  readonly recalls: number;
}

async function readState(database: StoreReader): Promise<CatalogueState> {
  const [row] = await database.orm
    .select({
      version: catalogueVersion.version,
      endedEmbargo: sql<number>`coalesce((select extract(epoch from max(embargo_until)) from release where embargo_until <= now()), 0)::float8`,
      recalls: sql<number>`(select count(*) from release where recalled_at is not null)::integer`,
    })
    .from(catalogueVersion)
    .limit(1);
  return row ?? { version: 0, endedEmbargo: 0, recalls: 0 };
}

/** Whether a state follows another. Requests overtake each other: one that was read earlier must not bring its state back. */
function isNewer(state: CatalogueState, than: CatalogueState): boolean {
  if (state.version !== than.version) return state.version > than.version;
  return state.endedEmbargo > than.endedEmbargo || state.recalls > than.recalls;
}

/** Releases of an agency that are read at most, the newest: at one a week and fifty datasets, eight years of them. */
const maximumReleases = 20_000;

/** The catalogue of one agency as it stands now, read as a whole. */
export function readCatalogue(
  database: StoreReader,
  partlyRestricted: ReadonlySet<string> = new Set(),
): Promise<Catalogue> {
  return database.orm.transaction(
    async (transaction) => {
      const releases = await transaction
        .select(releaseColumns)
        .from(release)
        .where(isVisible(release))
        .orderBy(desc(release.number))
        .limit(maximumReleases);
      const oldest = releases.at(-1)?.number ?? 0;
      const covered = await transaction.select().from(coverage).where(gte(coverage.releaseNumber, oldest));
      return new Catalogue(releases satisfies StoredRelease[], covered satisfies CoverageRecord[], partlyRestricted);
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** An instant as ISO 8601 in UTC; null where the column is. */
function instant<T extends string | null>(column: Column) {
  return sql<T>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

// With its table, which the statements within do not take for their own.
const ownNumber = sql.raw('"release"."number"');

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
