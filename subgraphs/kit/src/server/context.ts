import type { Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import DataLoader from 'dataloader';
import type { Catalogue } from '../store/catalogue.ts';
import type { StoreDatabase } from '../store/database.ts';
import type { CatalogueReader } from '../store/read-catalogue.ts';
import { readSites } from '../store/read-facts.ts';
import { fromStore } from './errors.ts';
import { createFactReaders, type FactReaders } from './facts.ts';
import { isRestricted, restrictedDatasets } from './restricted.ts';
import { createSeriesLoader, type SeriesLoader } from './series-loader.ts';
import type { SiteRecord } from '../store/site.ts';
import type { Subgraph } from './subgraph.ts';

/** What the resolvers of one request share. Made anew for each, so that a request sees one state of the store. */
export interface RequestContext extends FactReaders {
  readonly requestId: string;
  /** Who asks. */
  readonly viewer: Viewer;
  readonly agency: Subgraph;
  readonly database: StoreDatabase;
  /** What the agency has loaded; the same for the whole request. */
  readonly catalogue: () => Promise<Catalogue>;
  /** Whole series, batched: one statement for all that a step of the request asks for. */
  readonly series: SeriesLoader;
  /** Sites by id, batched; null for one that no release names. */
  readonly sites: DataLoader<string, SiteRecord | null>;
}

/** The context of one request. Reads nothing yet. */
export function createRequestContext(options: {
  readonly requestId: string;
  readonly viewer: Viewer;
  readonly agency: Subgraph;
  readonly database: StoreDatabase;
  readonly readCatalogue: CatalogueReader;
}): RequestContext {
  let catalogue: Promise<Catalogue> | null = null;
  const readOnce = () => (catalogue ??= fromStore(options.readCatalogue()));
  return {
    requestId: options.requestId,
    viewer: options.viewer,
    agency: options.agency,
    database: options.database,
    catalogue: readOnce,
    series: createSeriesLoader({
      database: options.database,
      catalogue: readOnce,
      isRestricted: (indicator) => isRestricted(options.agency, indicator),
    }),
    sites: new DataLoader((ids) => fromStore(readSites(options.database, ids, restrictedDatasets(options.agency)))),
    ...createFactReaders(options.database, readOnce),
  };
}
