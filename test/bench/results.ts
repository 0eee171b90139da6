import type { Spread } from './statistics.ts';

/** Processor time in milliseconds by who used it: `gateway`, an agency, `postgresql`, `generator`, `loader`. */
export type CpuByPart = Readonly<Record<string, number>>;

/** One stretch of load on one subject. */
export interface Slice {
  readonly dataset: string;
  readonly workload: string;
  readonly connections: number;
  readonly subject: string;
  /** From 1. */
  readonly round: number;
  readonly elapsedMs: number;
  /** Of requests that were answered with data alone; others are `failures`. */
  readonly latenciesMs: readonly number[];
  readonly failures: number;
  /** What the first failure came to; null where there was none. */
  readonly firstFailure: string | null;
  readonly bytes: number;
  /** Null where the system does not tell. */
  readonly cpuMs: CpuByPart | null;
  /** Memory of the gateway's processes at the end; null without a gateway, or where the system does not tell. */
  readonly residentBytes: number | null;
}

/** A subject that is out of a workload because it did not start, or did not answer as our gateway does. */
export interface Disqualification {
  readonly dataset: string;
  readonly workload: string;
  readonly subject: string;
  readonly reason: string;
}

/** What a subject came to in one workload at one number of connections, over all rounds. */
export interface Cell {
  readonly dataset: string;
  readonly workload: string;
  readonly subject: string;
  readonly connections: number;
  readonly requests: number;
  readonly failures: number;
  readonly requestsPerSecond: Spread;
  /** Requests per second over those of our gateway, round by round; null where ours was not measured. */
  readonly ratio: Spread | null;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time a request by part; null where the system does not tell. */
  readonly cpuMsPerRequest: CpuByPart | null;
  /** Processor time of the gateway a request over that of ours, round by round; null where either is not known. */
  readonly gatewayCpuRatio: Spread | null;
  /** The most at the end of any round, of a process that has run all earlier workloads too. */
  readonly residentBytes: number | null;
  /** Length of an answer, uncompressed. */
  readonly bytesPerResponse: number;
}

/** Processor time of our gateway's main thread a request by phase, in one workload. */
export interface PhaseProfile {
  readonly dataset: string;
  readonly workload: string;
  readonly requests: number;
  /** Milliseconds a request. */
  readonly msByPhase: Readonly<Record<string, number>>;
}

/** How fast one file is loaded, against COPY of the same observations. */
export interface LoadOutcome {
  readonly file: string;
  readonly observations: number;
  /** Observations per second of `npm run load` from start to end, of the loader alone, and of COPY. */
  readonly command: Spread;
  readonly loader: Spread;
  readonly copy: Spread;
  /** Seconds of the loader over seconds of COPY, round by round. */
  readonly ratio: Spread;
}

/** Everything that one run of the benchmark found. */
export interface Results {
  readonly startedAt: string;
  readonly minutes: number;
  readonly machine: Readonly<Record<string, string | number>>;
  readonly versions: Readonly<Record<string, string>>;
  /** What was to be measured, names in place of subjects and workloads. */
  readonly plan: Readonly<Record<string, unknown>> & { readonly rounds: number };
  readonly subjects: readonly { readonly name: string; readonly description: string }[];
  readonly workloads: readonly { readonly name: string; readonly description: string; readonly distinct: number }[];
  readonly datasets: readonly { readonly name: string; readonly description: string; readonly observations: number }[];
  readonly cells: readonly Cell[];
  readonly disqualified: readonly Disqualification[];
  readonly phases: readonly PhaseProfile[];
  readonly loads: readonly LoadOutcome[];
  /** What a reader has to know of this run: rounds that there was no time for, failures, how long slices were. */
  readonly remarks: readonly string[];
}
