/** What a planning thread is started with. */
export interface PlanningOrder {
  readonly supergraphSdl: string;
}

/** What a planning thread says: that it takes operations, or what became of the one that it was sent. */
export type PlanningAnswer =
  | { readonly kind: 'ready' }
  /** A query plan, as JSON: its length says how much room it takes. */
  | { readonly kind: 'planned'; readonly plan: string }
  /** For the log. */
  | { readonly kind: 'failed'; readonly reason: string };
