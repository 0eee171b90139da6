import type { NamedViewer, Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import type { StoreDatabase } from '../database.ts';
import { type LeasedCatalogue, type LeasedCatalogueOptions, leaseCatalogue } from '../leases/leased-catalogue.ts';
import { type CatalogueReader, createCatalogueReader } from '../read-catalogue.ts';
import { readAgreements } from '../read-agreements.ts';
import { readUntil } from '../read-until.ts';
import type { SeriesKey } from '../series-columns.ts';
import { VolumeMemory } from '../volumes/volume-memory.ts';
import { type Grants, grantsBy, noGrants } from './grants.ts';
import { createFactReaders, createSiteLoader, type FactReaders, type SiteLoader } from './fact-readers.ts';
import { createNarrowingsReader, type NarrowingsReader } from './held-narrowings.ts';
import { createHoldingLoaders, type HoldingLoader } from './holdings.ts';
import { memoryOf, type RememberingSource } from './open-memory.ts';
import { listSeriesKeys, type SeriesListing } from './series-listing.ts';
import { createSeriesLoader, type SeriesLoader } from './series-loader.ts';
import type { Guard, ReadingWatch, StoreSource, Wanted } from './store-source.ts';
import { type Access, VisibleReleases } from './visible-releases.ts';

/**
 * What one request reads of an agency's store, for one viewer: resolvers reach series, sites, facts and releases through it alone,
 * so that none decides for itself what the viewer may see.
 */
export interface StoreReading extends FactReaders {
  /** What is loaded, and of it what the viewer may know; the same for the whole request. */
  readonly releases: () => Promise<VisibleReleases>;
  /** Whole series, batched: one statement for all that a step of the request asks for. */
  readonly series: SeriesLoader;
  /** The keys of a page of series: see `listSeriesKeys`. */
  readonly seriesKeys: (listing: SeriesListing) => Promise<readonly SeriesKey[]>;
  readonly sites: SiteLoader;
  /** Where published figures of an indicator begin and end, and how many places have any; batched, and read once for a state of the store. */
  readonly holdings: HoldingLoader;
}

/** The readings of one agency's store, for as long as its server runs. */
export interface StoreReadings {
  /** A reading for one request, which ends when nobody wants it: it sees one state of the store. Reads nothing yet. */
  readonly open: (viewer: Viewer, wanted: Wanted, watch?: ReadingWatch) => StoreReading;
  /** The state of the catalogue as it stands now: see `Catalogue.state`. Rejects when the store does not answer. */
  readonly state: (wanted: Wanted) => Promise<string>;
  /** By which the catalogue is not asked for at each request; null where it is. */
  readonly leased: LeasedCatalogue | null;
  /** Ends what readings have of their own. The store stays open. Safe to call twice. */
  readonly close: () => void;
}

/** What readings are made from. */
export interface ReadingOptions {
  readonly database: StoreDatabase;
  /** The ids of the datasets that are for named users alone. */
  readonly restrictedDatasets: ReadonlySet<string>;
  /** The scope without which nobody reads anything of these, whatever was agreed. @default none: nobody does */
  readonly restrictedScope?: string;
  /** The ids of the open datasets of which a part is for named users alone. @default none */
  readonly partlyRestricted?: ReadonlySet<string>;
  /** By the id of an indicator of them, those of its dataset that have its grid, itself among them. @default none */
  readonly ofOneGrid?: Access['ofOneGrid'];
  readonly guard: Guard;
  /** PostgreSQL where changes are made, from which the state of the store is leased. @default null: the store is asked at each request */
  readonly leasing?: Omit<LeasedCatalogueOptions, 'schema'> | null;
}

/**
 * What a caller may read beside what everybody may. Asked anew for each request: an agreement that has ended lets nobody read. Nobody without a
 * purpose and the scope is granted anything.
 */
async function readGrants(
  read: StoreSource['read'],
  { organisation, purpose, scopes }: NamedViewer,
  restrictedScope: string | undefined,
): Promise<Grants> {
  if (purpose === null || restrictedScope === undefined || !scopes.includes(restrictedScope)) return noGrants;
  return grantsBy(await read((store) => readAgreements(store, { organisation, purpose })));
}

/** Gives what reads a store for as long as somebody wants it, as far as `access` lets it: see `Grants.text`. */
function readersOf(database: StoreDatabase, guard: Guard) {
  return (wanted: Wanted, access = ''): StoreSource['read'] =>
    (read) =>
      guard((signal) => read(readUntil(database, signal, access)), wanted);
}

/** What the readings of one store have in common. */
interface Shared extends Pick<ReadingOptions, 'restrictedDatasets' | 'restrictedScope' | 'ofOneGrid'> {
  readonly readerFor: ReturnType<typeof readersOf>;
  readonly readCatalogue: CatalogueReader;
  readonly narrowings: NarrowingsReader;
  readonly createHoldingLoader: ReturnType<typeof createHoldingLoaders>;
  readonly volumes: VolumeMemory;
}

/** Makes readings of one store, which share what is known of its catalogue. Reads nothing yet. */
export function createReadings({
  database,
  partlyRestricted,
  guard,
  leasing = null,
  ...restricted
}: ReadingOptions): StoreReadings {
  const askCatalogue = createCatalogueReader(database, partlyRestricted);
  const leased = leasing && leaseCatalogue(askCatalogue, { ...leasing, schema: database.schema });
  const readerFor = readersOf(database, guard);
  const shared: Shared = {
    ...restricted,
    readerFor,
    readCatalogue: leased?.read ?? askCatalogue,
    narrowings: createNarrowingsReader(),
    createHoldingLoader: createHoldingLoaders(),
    volumes: new VolumeMemory(),
  };
  return {
    open: (viewer, wanted, watch = {}) => openReading(shared, { viewer, wanted, watch }),
    state: async (wanted) => (await readerFor(wanted)(askCatalogue)).state,
    leased,
    close: () => leased?.close(),
  };
}

interface Opening {
  readonly viewer: Viewer;
  readonly wanted: Wanted;
  readonly watch: ReadingWatch;
}

function openReading(
  { readerFor, readCatalogue, narrowings, createHoldingLoader, volumes, restrictedScope, ...restricted }: Shared,
  { viewer, wanted, watch }: Opening,
): StoreReading {
  const grants = viewer.kind === 'anonymous' ? null : readGrants(readerFor(wanted), viewer, restrictedScope);
  // Whoever reads nothing of the store does not hear that it is away.
  grants?.catch(() => undefined);
  const read: StoreSource['read'] =
    grants === null ? readerFor(wanted) : async (work) => readerFor(wanted, (await grants).text)(work);
  const catalogue = once(async () => {
    const current = await read(readCatalogue);
    watch.onState?.(current.state);
    return current;
  });
  const seen = async () => {
    const access = { ...restricted, grants: (await grants) ?? noGrants, onTouched: watch.onTouched };
    return new VisibleReleases(await catalogue(), access);
  };
  const memory = async () => (grants === null ? memoryOf(await catalogue()) : null);
  const source: RememberingSource = { read, releases: once(seen), memory, volumes: grants === null ? volumes : null };
  return {
    releases: source.releases,
    series: createSeriesLoader(source, narrowings, watch),
    seriesKeys: (listing) => listSeriesKeys(source, listing),
    sites: createSiteLoader(source),
    holdings: createHoldingLoader(source),
    ...createFactReaders(source),
  };
}

/** The same as `read`, which is called once. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | null = null;
  return () => (known ??= read());
}
