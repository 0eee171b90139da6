import DataLoader from 'dataloader';
import type { Catalogue } from '../store/catalogue.ts';
import type { StoreDatabase } from '../store/database.ts';
import type { CatalogueReader } from '../store/read-catalogue.ts';
import { readFacts, readSites } from '../store/read-facts.ts';
import { fromStore } from './errors.ts';
import { createSeriesLoader, type SeriesLoader } from './series-loader.ts';
import type { SiteRecord } from '../store/site.ts';
import type { Subgraph } from './subgraph.ts';

/** What the resolvers of one request share. Made anew for each, so that a request sees one state of the store. */
export interface RequestContext {
  readonly requestId: string;
  readonly agency: Subgraph;
  readonly database: StoreDatabase;
  /** What the agency has loaded; the same for the whole request. */
  readonly catalogue: () => Promise<Catalogue>;
  /** Whole series, batched: one statement for all that a step of the request asks for. */
  readonly series: SeriesLoader;
  /** Sites by id, batched; null for one that no release names. */
  readonly sites: DataLoader<string, SiteRecord | null>;
  /** The facts of one kind that the newest release of a dataset states, in the order of their keys; none without a release. */
  readonly facts: (datasetId: string, kind: string) => Promise<readonly unknown[]>;
}

/** The context of one request. Reads nothing yet. */
export function createRequestContext(options: {
  readonly requestId: string;
  readonly agency: Subgraph;
  readonly database: StoreDatabase;
  readonly readCatalogue: CatalogueReader;
}): RequestContext {
  let catalogue: Promise<Catalogue> | null = null;
  const readOnce = () => (catalogue ??= fromStore(options.readCatalogue()));
  return {
    requestId: options.requestId,
    agency: options.agency,
    database: options.database,
    catalogue: readOnce,
    series: createSeriesLoader(options.database, readOnce),
    sites: new DataLoader((ids) => fromStore(readSites(options.database, ids))),
    facts: createFactsReader(options.database, readOnce),
  };
}

/** Reads each kind of fact of a dataset once a request. */
function createFactsReader(database: StoreDatabase, catalogue: () => Promise<Catalogue>): RequestContext['facts'] {
  const known = new Map<string, Promise<readonly unknown[]>>();
  const read = async (datasetId: string, kind: string) => {
    const [newest] = (await catalogue()).releasesOf(datasetId);
    return newest === undefined ? [] : fromStore(readFacts(database, kind, newest.number));
  };
  return (datasetId, kind) => {
    const key = `${datasetId} ${kind}`;
    const facts = known.get(key) ?? read(datasetId, kind);
    known.set(key, facts);
    return facts;
  };
}
