/** One HTTP request of the generator: a GraphQL body to an endpoint. */
export interface Shot {
  readonly url: string;
  readonly body: string;
}

/** What the generator is told to send: for each kind of the workload, the requests that are sent for it, all at once. */
export interface LoadPlan {
  readonly workload: string;
  /** Whether some answers are kept to be compared: a gateway's. Those of subgraphs to recorded requests are no answers to it. */
  readonly isCompared: boolean;
  readonly shotsByKind: readonly (readonly Shot[])[];
}

/** A stretch of load: so many clients, each sending its next request when the last is answered. */
export interface LoadRun {
  readonly connections: number;
  /** How long clients start requests; those under way are waited for. */
  readonly durationMs: number;
  /** No more requests than this. */
  readonly maxRequests: number;
  /** Place of the first request in the workload's sequence. */
  readonly firstIndex: number;
  /** One in so many answers is kept and read, after the run. */
  readonly keepEvery: number;
}

/** What came of a run. */
export interface LoadResult {
  /** From the first request to the last answer. */
  readonly elapsedMs: number;
  /** One for each request that was answered well, in no order. */
  readonly latenciesMs: Float64Array;
  /** Requests that were answered by anything but data alone, or not at all. */
  readonly failures: number;
  /** What the first of them came to; null where none failed. */
  readonly firstFailure: string | null;
  /** What was answered to some requests, by their index. */
  readonly kept: readonly KeptAnswer[];
  /** Place in the workload's sequence of the first request that was not sent. */
  readonly nextIndex: number;
  /** Processor time of the generator during the run. */
  readonly cpuMs: number;
  /** Length of all answers, uncompressed. */
  readonly bytes: number;
}

/** One answer that was kept: a digest of its data, or why it has none. */
export interface KeptAnswer {
  readonly index: number;
  readonly status: number;
  readonly digest: string | null;
  readonly reason: string | null;
}

/** What is sent to the generator: a plan under a number of its own, or a run of a plan. */
export type GeneratorOrder =
  | { readonly kind: 'plan'; readonly plan: LoadPlan; readonly number: number }
  | { readonly kind: 'run'; readonly number: number; readonly run: LoadRun };

/** What the generator answers to a run. */
export type GeneratorReply =
  { readonly kind: 'done'; readonly result: LoadResult } | { readonly kind: 'failed'; readonly reason: string };
