import { sql } from 'drizzle-orm';
import { Catalogue, type CatalogueOptions } from './catalogue.ts';
import { CatalogueMemory } from './catalogue-memory.ts';
import type { StoreReader } from './database.ts';
import { type KnownReleases, nothingKnown, readReleases } from './read-releases.ts';
import { againIfCancelled } from './statement.ts';
import { catalogueVersion } from './tables.ts';

/**
 * Gives the catalogue of one agency as it stands now. The store is asked through `reader` whether it has changed; what all requests
 * share is read for them all, and not ended because one of them has gone.
 */
export type CatalogueReader = (reader?: StoreReader) => Promise<Catalogue>;

/**
 * A reader that asks the database for the state of the catalogue alone and reads what has changed of the catalogue only when that has
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
  let releases = nothingKnown;
  const memory = new CatalogueMemory();
  const readAnew = async () => {
    releases = await readReleases(database, releases);
    return catalogueOf(releases, { partlyRestricted, memory });
  };
  return async (reader = database) => {
    const current = await readState(reader);
    if (reading === null || known === null || isNewer(current, known)) {
      known = current;
      reading = againIfCancelled(readAnew);
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

/** The catalogue of one agency as it stands now, read as a whole. */
export async function readCatalogue(
  database: StoreReader,
  partlyRestricted: ReadonlySet<string> = new Set(),
): Promise<Catalogue> {
  return catalogueOf(await readReleases(database, nothingKnown), { partlyRestricted });
}

function catalogueOf({ byNumber }: KnownReleases, options: CatalogueOptions): Catalogue {
  const releases = [...byNumber.values()];
  return new Catalogue(
    releases.map(({ release }) => release),
    releases.flatMap(({ coverage }) => coverage),
    options,
  );
}
