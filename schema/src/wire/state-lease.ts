import { z } from 'zod';

/*
 * How a gateway holds the state of an agency's catalogue for some seconds, so that it need not ask for it: by the rules of
 * `caching/lease.ts`, as the agency itself holds it by its database. A question that waits is how a change is pushed: it is answered when
 * something has changed.
 */

/** Where an agency leases its state to gateways. */
export const statePath = '/state';

/** How long a question waits for a change at most, in milliseconds: less than whoever stands between ends a silent request after. */
export const stateWaitMs = 20_000;

/** What a gateway asks. */
export const stateQuestion = z.strictObject({
  /** Another one for each run of a gateway. */
  holder: z.uuid(),
  /** The run of the agency's server whose changes it counts; null where it knows none. */
  server: z.string().max(100).nullable(),
  /** The number of the last change before which it has let go of everything. */
  acknowledged: z.int().nonnegative(),
  /** True where it wants to be told when something changes after that, and nothing else. */
  waits: z.boolean(),
});

/** What a gateway asks. */
export type StateQuestion = z.infer<typeof stateQuestion>;

/** What an agency answers. */
export const stateAnswer = z.object({
  /** For how long the state may be held from when it was asked for on, in milliseconds; 0 where it may not. */
  heldMs: z.number().nonnegative(),
  /** The run of the agency's server: each counts changes anew. */
  server: z.string().max(100),
  /** The number of the last change. */
  change: z.int().nonnegative(),
  /** As `writeCatalogueState` writes it; null where it is not held. */
  catalogue: z.string().max(200).nullable(),
});

/** What an agency answers. */
export type StateAnswer = z.infer<typeof stateAnswer>;
