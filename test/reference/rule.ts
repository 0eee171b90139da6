import type { Difference } from './compare.ts';
import type { Situation } from './situation.ts';

/** What ours is compared with: itself with Apollo's executor, the stock gateway, the monolith, or the monolith while agencies fail. */
export type Oracle = 'executor' | 'stock' | 'monolith' | 'loss';

/** A difference that we want, or that we know and cannot mend. */
export interface Rule {
  readonly name: string;
  readonly oracles: readonly Oracle[];
  /** Why the difference is right, or why it stays. */
  readonly reason: string;
  /** Whether the difference is this one. Everything that it needs to be so has to hold: a wide rule hides mistakes. */
  readonly explains: (difference: Difference, situation: Situation) => boolean;
}
