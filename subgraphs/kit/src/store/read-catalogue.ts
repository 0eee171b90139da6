import { desc, gte, sql } from 'drizzle-orm';
import { Catalogue, type CoverageRecord, type ReleaseRecord } from './catalogue.ts';
import type { StoreDatabase } from './database.ts';
import { catalogueVersion, coverage, release } from './tables.ts';

/** Gives the catalogue of one agency as it stands now. */
export type CatalogueReader = () => Promise<Catalogue>;

/**
 * A reader that asks the database for the version alone and reads the catalogue again only when that has changed, so that
 * a new release is served to the next request in every process, at the price of one small statement a request.
 *
 * The reader rejects when the database does not answer.
 */
export function createCatalogueReader(database: StoreDatabase): CatalogueReader {
  let version = -1;
  let reading: Promise<Catalogue> | null = null;
  return async () => {
    const [row] = await database.orm.select({ version: catalogueVersion.version }).from(catalogueVersion).limit(1);
    const current = row?.version ?? 0;
    if (reading === null || current > version) {
      version = current;
      reading = readCatalogue(database);
      reading.catch(() => {
        reading = null;
      });
    }
    return reading;
  };
}

/** Releases of an agency that are read at most, the newest: at one a week and fifty datasets, eight years of them. */
const maximumReleases = 20_000;

function readCatalogue(database: StoreDatabase): Promise<Catalogue> {
  return database.orm.transaction(
    async (transaction) => {
      const releases = await transaction
        .select(releaseColumns)
        .from(release)
        .orderBy(desc(release.number))
        .limit(maximumReleases);
      const oldest = releases.at(-1)?.number ?? 0;
      const covered = await transaction.select().from(coverage).where(gte(coverage.releaseNumber, oldest));
      return new Catalogue(releases satisfies ReleaseRecord[], covered.map(coverageOf));
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** A loaded list holds period ids and nulls: the loader wrote it. */
function coverageOf({ periodIds, ...record }: typeof coverage.$inferSelect): CoverageRecord {
  return { ...record, periodIds: periodIds.map((id) => (typeof id === 'string' ? id : null)) };
}

const releaseColumns = {
  number: release.number,
  id: release.id,
  datasetId: release.datasetId,
  publishedAt: release.publishedAt,
  loadedAt: sql<string>`to_char(${release.loadedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  supersedes: release.supersedes,
  checksum: release.checksum,
  sourceName: release.sourceName,
  isSynthetic: release.isSynthetic,
  latestPeriodEnd: release.latestPeriodEnd,
  rowsRead: release.rowsRead,
  rowsLeftOut: release.rowsLeftOut,
  rowsRejected: release.rowsRejected,
  observationCount: release.observationCount,
};
