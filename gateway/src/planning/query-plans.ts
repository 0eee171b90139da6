import { measureBytes, withoutLocations } from '@boroughgraph/schema/caching/memory-size.ts';
import { type CacheUse, ProvenCache } from '@boroughgraph/schema/caching/proven-cache.ts';
import { startPatience } from '@boroughgraph/schema/process/patience.ts';
import { takeTurn } from '@boroughgraph/schema/process/turns.ts';
import type { QueryPlan } from '@apollo/query-planner';
import { createHash } from 'node:crypto';
import { type DocumentNode, GraphQLError, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import {
  maxCheapIntricacy,
  maxKeyLength,
  maxKnownPlanBytes,
  maxPlanWaitMs,
  maxRefusedOperations,
  refusedForMs,
} from '../limits.ts';
import type { KeptPlans } from './kept-plans.ts';
import { type PlannableOperation, writePlannable } from './plannable-operation.ts';
import type { PlannableSchema } from './plannable-schema.ts';
import type { Lane } from './plan-queue.ts';
import { type Planner, refuseBusy, refuseUnplanned } from './planner.ts';
import type { WrittenPlan } from './planning-desk.ts';
import type { PreparedOperation } from './prepared-operation.ts';
import { readRegistered } from './registered-operations.ts';

/** An operation that is to be planned. */
export interface OperationToPlan {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The same for the same text. */
  readonly documentHash: string;
}

/** Who asks for a plan. */
export interface PlanAsker {
  /** Those of one client take turns with those of others. */
  readonly client: string;
  /** Aborted when the asker waits no more. */
  readonly signal: AbortSignal;
  /** The longest that the asker waits, in milliseconds. @default as long as anybody does */
  readonly waitMs?: number | undefined;
}

/** A plan in the making: as long as anybody waits for it. */
interface Making {
  readonly made: Promise<PreparedOperation>;
  readonly controller: AbortController;
  waiting: number;
}

/** A plan that is remembered. */
interface KnownPlan {
  readonly prepared: PreparedOperation;
  /** About how much memory it takes, in bytes. */
  readonly bytes: number;
}

/** How long and how much a store of plans remembers. */
export interface QueryPlansOptions {
  /** How long an operation is refused that could not be planned in time, in milliseconds. @default ten minutes */
  readonly ttl?: number;
  /** How much memory remembered plans may take, in bytes. @default 24 MB */
  readonly maxBytes?: number;
  /** Where plans of registered operations are found, and kept for others. @default none are */
  readonly kept?: KeptPlans | null;
}

/** Prepares the operations that are asked of one supergraph: each once, while it is remembered. */
export class QueryPlans {
  readonly #schema: PlannableSchema;
  readonly #planner: Pick<Planner, 'plan'>;
  readonly #kept: KeptPlans | null;
  readonly #known: ProvenCache<KnownPlan>;
  /** Operations that are not tried again for a while. */
  readonly #refused: LRUCache<string, GraphQLError>;
  readonly #beingMade = new Map<string, Making>();
  /** Plans of the operations that are registered, by what of them is planned; null for one that is not planned yet. */
  readonly #registered = new Map<string, WrittenPlan | null>();

  constructor(
    schema: PlannableSchema,
    planner: Pick<Planner, 'plan'>,
    { ttl = refusedForMs, maxBytes = maxKnownPlanBytes, kept = null }: QueryPlansOptions = {},
  ) {
    this.#schema = schema;
    this.#planner = planner;
    this.#kept = kept;
    this.#known = new ProvenCache({ maxBytes, sizeOf: ({ bytes }) => bytes });
    this.#refused = new LRUCache({ max: maxRefusedOperations, ttl });
  }

  /** How the plans that are remembered have been used. */
  get use(): CacheUse {
    return this.#known.use;
  }

  /**
   * An operation with its plan.
   *
   * @throws {GraphQLError} OPERATION_TOO_LARGE or GATEWAY_BUSY, for the client.
   * @throws {Error} when the planner fails, and when the asker waits no more.
   */
  async prepare(asked: OperationToPlan, asker: PlanAsker): Promise<PreparedOperation> {
    const key = keyOf(asked);
    const known = this.#known.get(key);
    if (known) return known.prepared;
    const refusal = this.#refused.get(key);
    if (refusal) throw refusal;
    asker.signal.throwIfAborted();
    return waitFor(this.#beingMade.get(key) ?? this.#make(key, asked, asker), asker);
  }

  /**
   * Plans operations that are registered, one after another, before anybody asks for them. Those that the schema does not have are
   * left out. Resolves when all are planned; never rejects.
   */
  async planRegistered(texts: readonly string[], signal: AbortSignal): Promise<void> {
    const kept = this.#kept?.find(texts) ?? null;
    if (kept === null) await this.#planAll(texts, signal);
    else for (const [planned, text] of kept) this.#registered.set(planned, planIn(text));
  }

  async #planAll(texts: readonly string[], signal: AbortSignal): Promise<void> {
    const written: PlannableOperation[] = [];
    for (const text of texts) {
      await takeTurn();
      written.push(...readRegistered(this.#schema, text));
    }
    for (const { planned } of written) this.#registered.set(planned, null);
    for (const plannable of written) {
      if (signal.aborted) return;
      const asker = { client: 'the gateway', signal };
      const plan = await this.#planAs(plannable, asker).catch(() => null);
      this.#registered.set(plannable.planned, plan);
    }
    const plans = [...this.#registered].flatMap(([planned, of]) =>
      of === null ? [] : [[planned, JSON.stringify(of.plan)] as const],
    );
    // What could not be planned this time may be the next.
    if (plans.length === this.#registered.size) this.#kept?.keep(texts, new Map(plans));
  }

  #make(key: string, asked: OperationToPlan, { client }: PlanAsker): Making {
    const controller = new AbortController();
    const made = this.#plan(key, asked, { client, signal: controller.signal }).finally(() => {
      if (this.#beingMade.get(key) === making) this.#beingMade.delete(key);
    });
    const making: Making = { made, controller, waiting: 0 };
    controller.signal.addEventListener('abort', () => {
      // Whoever asks from now on starts anew.
      if (this.#beingMade.get(key) === making) this.#beingMade.delete(key);
    });
    this.#beingMade.set(key, making);
    return making;
  }

  async #plan(key: string, { document, operation }: OperationToPlan, asker: PlanAsker): Promise<PreparedOperation> {
    try {
      const plannable = writePlannable(this.#schema, document, operation);
      const { plan } = this.#registered.get(plannable.planned) ?? (await this.#planAs(plannable, asker));
      const prepared = { plan, ...withoutText(plannable) };
      this.#known.set(key, { prepared, bytes: measureBytes(prepared) });
      return prepared;
    } catch (error) {
      if (isTooLarge(error)) this.#refused.set(key, error);
      throw error;
    }
  }

  #planAs({ planned, intricacy }: PlannableOperation, asker: PlanAsker): Promise<WrittenPlan> {
    const unregistered: Lane = intricacy <= maxCheapIntricacy ? 'cheap' : 'other';
    const lane = this.#registered.has(planned) ? 'registered' : unregistered;
    return this.#planner.plan({ operation: planned, lane, ...asker });
  }
}

/** A plan that was kept, read when it is first needed. */
function planIn(text: string): WrittenPlan {
  let plan: QueryPlan | undefined;
  return {
    get plan() {
      // The planner has written it.
      return (plan ??= JSON.parse(text) as QueryPlan);
    },
  };
}

/** The same for the same operation of the same document, and short, however long a name is. */
function keyOf({ documentHash, operation: { name } }: OperationToPlan): string {
  const text = name?.value ?? '';
  return `${documentHash} ${text.length > maxKeyLength ? createHash('sha256').update(text).digest('base64') : text}`;
}

/** What is executed needs no places in the text, which would keep all of that. */
function withoutText({ answered, fragments }: PlannableOperation): Pick<PreparedOperation, 'answered' | 'fragments'> {
  const named = Object.entries(fragments).map(([name, fragment]) => [name, withoutLocations(fragment)] as const);
  return { answered: withoutLocations(answered), fragments: Object.fromEntries(named) };
}

/** Waits as one of those who do, until the plan is made, the asker leaves, or it takes too long. */
async function waitFor(making: Making, { signal, waitMs = maxPlanWaitMs }: PlanAsker): Promise<PreparedOperation> {
  const left = Promise.withResolvers<never>();
  const patience = startPatience(Math.min(waitMs, maxPlanWaitMs), () => {
    left.reject(waitMs < maxPlanWaitMs ? refuseUnplanned() : refuseBusy());
  });
  const leave = (): void => {
    left.reject(new Error('Whoever asked waits no more'));
  };
  signal.addEventListener('abort', leave, { once: true });
  making.waiting += 1;
  try {
    return await Promise.race([making.made, left.promise]);
  } finally {
    patience.stop();
    signal.removeEventListener('abort', leave);
    making.waiting -= 1;
    if (making.waiting === 0) making.controller.abort();
    // Where everybody has left, nobody is told that it has ended.
    making.made.catch(() => undefined);
  }
}

function isTooLarge(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && error.extensions['code'] === 'OPERATION_TOO_LARGE';
}
