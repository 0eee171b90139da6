/** What the gateway answers at `healthPath`. */
export interface GatewayHealth {
  readonly healthy: true;
}

/** What the gateway answers at `readyPath`: with 503, the names of the agencies that do not answer at their own `healthPath`. */
export type GatewayReadiness =
  { readonly ready: true } | { readonly ready: false; readonly unavailable: readonly string[] };

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
