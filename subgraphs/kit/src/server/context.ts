import type { Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import type { StoreDatabase } from '../store/database.ts';
import { hasRestrictedPart, indicatorsOfOneGrid } from '../import/open-part.ts';
import { createReadings, type StoreReading, type StoreReadings } from '../store/reading/reading.ts';
import { fromStore } from './errors.ts';
import type { Subgraph } from './subgraph.ts';

/** What the resolvers of one request share. Made anew for each, so that a request sees one state of the store. */
export interface RequestContext {
  readonly requestId: string;
  /** Who asks. */
  readonly viewer: Viewer;
  readonly agency: Subgraph;
  /** All that the request may know of the store. */
  readonly reading: StoreReading;
}

/** The readings of an agency's store, as its server answers for them. */
export function readingsOf({ datasets }: Pick<Subgraph, 'datasets'>, database: StoreDatabase): StoreReadings {
  const restricted = datasets.filter(({ accessTier }) => accessTier !== 'OPEN').map(({ id }) => id);
  return createReadings({
    database,
    restrictedDatasets: new Set(restricted),
    partlyRestricted: new Set(datasets.filter(hasRestrictedPart).map(({ id }) => id)),
    ofOneGrid: new Map(datasets.filter(hasRestrictedPart).flatMap(indicatorsOfOneGrid)),
    guard: fromStore,
  });
}

/** The context of one request. Reads nothing yet. */
export function createRequestContext(options: {
  readonly requestId: string;
  readonly viewer: Viewer;
  readonly agency: Subgraph;
  readonly readings: StoreReadings;
}): RequestContext {
  const { readings, ...of } = options;
  return { ...of, reading: readings.open(of.viewer) };
}
