import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import type { StoreDatabase } from '../store/database.ts';
import type { ReadingOptions, StoreReading, StoreReadings } from '../store/reading/reading.ts';
import type { Wanted } from '../store/reading/store-source.ts';
import type { TouchedData } from '../store/reading/touched-data.ts';
import type { LeaveRoom } from '@boroughgraph/schema/process/answer-room.ts';
import { takeTurn, type Work } from '@boroughgraph/schema/process/turns.ts';
import { fromStore } from './from-store.ts';
import { guardedReadings } from './guarded-readings.ts';
import type { FindableThing } from './search/findable-things.ts';
import type { Subgraph } from './subgraph.ts';

/** What the resolvers of one request share. Made anew for each, so that a request sees one state of the store. */
export interface RequestContext {
  readonly requestId: string;
  /** Who asks. */
  readonly viewer: Viewer;
  readonly agency: Subgraph;
  /** What of the agency is found by words beside what every agency has; null where that is nothing. */
  readonly findable: FindableReader | null;
  /** All that the request may know of the store. */
  readonly reading: StoreReading;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** The longest that it waits until its answer may be made, in milliseconds. */
  readonly waitMs: number;
  /** Whether the answer is so large that it needs room, and what gives that back; null until it is known. */
  readonly room: { isNeeded: boolean; leave: LeaveRoom | null };
  /** The ids of the datasets of which something made up has been read for the answer. */
  readonly samples: Set<string>;
  /** What was touched that is not for everybody, whether it was read or withheld. */
  readonly touched: TouchedData[];
  /** By which state of the catalogue it is answered, once that is read: see `Catalogue.state`. */
  readonly catalogue: { state: string | null };
  /** What is wrong with arguments of fields that are answered all the same: errors that the answer must have. */
  readonly faults: GraphQLError[];
  /** What is done for the request once, whoever asks for it again: it finds room, and is executed. Null where it is not begun. */
  readonly underway: { room: Promise<void> | null; result: Promise<ExecutionResult> | null };
}

/** Reads what else of an agency is found by words, as far as it is loaded and the viewer may know: areas, courts, measures. */
export type FindableReader = (context: RequestContext) => Promise<readonly FindableThing[]>;

/** The readings of an agency's store, as its server answers for them. */
export function readingsOf(
  subgraph: Pick<Subgraph, 'name' | 'datasets'>,
  database: StoreDatabase,
  leasing: ReadingOptions['leasing'] = null,
): StoreReadings {
  return guardedReadings(subgraph, { database, guard: fromStore, leasing });
}

/** The part of the time that the store may take in which an answer may wait until it is made. */
const roomShare = 0.8;

/** The context of one request. Reads nothing yet. */
export function createRequestContext(options: {
  readonly requestId: string;
  readonly viewer: Viewer;
  readonly agency: Subgraph;
  /** @default null */
  readonly findable?: FindableReader | null | undefined;
  readonly readings: StoreReadings;
  readonly wanted: Wanted;
}): RequestContext {
  const { readings, wanted, findable = null, ...of } = options;
  const samples = new Set<string>();
  const touched: TouchedData[] = [];
  const catalogue: RequestContext['catalogue'] = { state: null };
  const reading = readings.open(of.viewer, wanted, {
    onState: (state) => (catalogue.state = state),
    onSample: (datasetId) => samples.add(datasetId),
    onTouched: (data) => touched.push(data),
  });
  const { signal, storeMs } = wanted;
  // So that whoever finds no room hears of that, and not that his question is too large.
  const waitMs = storeMs * roomShare;
  const room = { isNeeded: false, leave: null };
  const underway = { room: null, result: null };
  return { ...of, findable, reading, signal, waitMs, room, samples, touched, catalogue, faults: [], underway };
}

/**
 * Null where the work for a request may go on; else a promise that resolves when other requests have had their turn. To be asked
 * between parts of a long work; those of a large answer wait for those of others.
 *
 * @param work - What the next part is. @default one that asks for nothing, of which there are not many at once
 * @throws the reason why the request is over, when it is; so does the promise.
 */
export function turnOf(
  { signal, room }: Pick<RequestContext, 'signal' | 'room'>,
  work: Pick<Work, 'isAsking' | 'isOneOfMany'> = {},
): Promise<void> | null {
  signal.throwIfAborted();
  return (
    takeTurn({ ...work, isShort: !room.isNeeded })?.then(() => {
      signal.throwIfAborted();
    }) ?? null
  );
}
