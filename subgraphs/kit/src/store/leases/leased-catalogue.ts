import { Lease } from '@boroughgraph/schema/caching/lease.ts';
import type { Catalogue } from '../catalogue.ts';
import type { CatalogueReader } from '../read-catalogue.ts';
import { StateListener } from './state-listener.ts';

/** Where the state of a store is leased. */
export interface LeasedCatalogueOptions {
  /** PostgreSQL where changes are made. */
  readonly url: string;
  /** The PostgreSQL schema in which the agency's tables lie. */
  readonly schema: string;
  /** Resolves when nobody else takes any more for true what was read here before. @default at once */
  readonly onForget?: (() => Promise<void>) | undefined;
  /** Told when nothing can be leased, so that the store is asked at each request. @default nobody is told */
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

/** A catalogue that is not asked for at each request. */
export interface LeasedCatalogue {
  /** As it was made from: it asks the store where nothing is leased. */
  readonly read: CatalogueReader;
  readonly lease: Lease<Catalogue>;
  /** Ends its connections. Safe to call twice. */
  readonly close: () => void;
}

/**
 * A reader that takes the catalogue for what it was as long as the store leases its state, and asks as `ask` does otherwise: see `awaitLeases`
 * for what whoever changes it does.
 *
 * @param ask - Has to read where changes are seen as soon as they are made.
 */
export function leaseCatalogue(ask: CatalogueReader, options: LeasedCatalogueOptions): LeasedCatalogue {
  const listener: StateListener = new StateListener({
    ...options,
    onChange: (change) => void (change === null ? lease.forget() : lease.acknowledge(change)),
    onLost: () => {
      lease.reset();
    },
  });
  const lease = new Lease<Catalogue>({
    ask: async (acknowledged) => {
      const granted = await listener.lease(acknowledged);
      return { ...granted, value: await ask() };
    },
    onForget: options.onForget,
    onFailure: options.onFailure,
  });
  return {
    read: async (reader) => lease.current ?? ask(reader),
    lease,
    close: () => {
      lease.close();
      listener.close();
    },
  };
}
