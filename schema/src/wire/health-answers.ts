/** What the gateway answers at `healthPath`. */
export interface GatewayHealth {
  readonly healthy: true;
}

/**
 * Whether an agency can answer: `READY`; `STORE_AWAY`, where it lives and its database does not answer; `SILENT`, where it gives no
 * sign of life.
 */
export type AgencyCondition = 'READY' | 'STORE_AWAY' | 'SILENT';

/**
 * What the gateway answers at `readyPath`: with 200 as long as one agency can answer, and 503 where none can. The others are named: what
 * is theirs is missing in answers, with an error that says so.
 */
export interface GatewayReadiness {
  readonly ready: boolean;
  /** Those that are not `READY`. */
  readonly unavailable: readonly string[];
}

/** What the gateway answers at `agenciesPath` of each agency. */
export interface AgencyStanding {
  readonly agency: string;
  readonly condition: AgencyCondition;
  /** The state of its catalogue by which it would answer now; null where it does not say. */
  readonly catalogue: string | null;
  /** `OPEN` while requests are not passed on, because it gave no sign of life when it was last waited for. */
  readonly circuit: 'CLOSED' | 'OPEN';
  /** Milliseconds since the circuit is what it is, or since the gateway knows the agency. */
  readonly circuitSinceMs: number;
}

/** What the gateway answers at `supergraphPath`. */
export interface SupergraphAnswer {
  /** As in the header of each answer: see `supergraph-header.ts`. */
  readonly supergraph: string;
  /** Its number among those that were published; null where nobody counts. */
  readonly version: number | null;
  readonly agencies: readonly string[];
  /** The newest that was found, where it cannot be used; its reason is in the log where the gateway tells nothing of its schema. */
  readonly refused: { readonly version: number | null; readonly at: string; readonly reason: string | null } | null;
}

/** What a subgraph answers at `healthPath`. The gateway reads the HTTP status alone. */
export interface AgencyHealth {
  readonly agency: string;
  readonly status: 'alive';
}

/** What a subgraph answers at `readyPath`; the second with 503. */
export type AgencyReadiness =
  | {
      readonly agency: string;
      readonly status: 'ready';
      /** The state by which it answers now: see `catalogue-state.ts`. */
      readonly catalogue: string;
    }
  | { readonly agency: string; readonly status: 'its store does not answer' };
