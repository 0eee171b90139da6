import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/**
 * The most consumers whose budgets are counted in memory: a few hundred bytes each. One who has a provider's addresses has billions
 * of networks to choose from, and a minute is long.
 */
const maxConsumers = 50_000;

type Rule = ConstructorParameters<typeof RateLimiterMemory>[0];

/**
 * Counts in memory, for a bounded number of consumers. Beyond it, who has asked for nothing for longest is forgotten, and has a
 * whole budget again.
 */
export class BoundedLimiter extends RateLimiterMemory {
  readonly #counted: LRUCache<string, true>;

  constructor(rule: Rule, maxCounted = maxConsumers) {
    super(rule);
    this.#counted = new LRUCache({
      max: maxCounted,
      dispose: (_, key) => void super.delete(key),
    });
  }

  /** How many consumers are counted that may still have spent something. */
  get counted(): number {
    return this.#counted.size;
  }

  override consume(...[key, points, options]: Parameters<RateLimiterMemory['consume']>): Promise<RateLimiterRes> {
    // Known ones become the newest.
    const consumer = String(key);
    if (this.#counted.get(consumer) === undefined) this.#counted.set(consumer, true);
    return super.consume(consumer, points, options);
  }
}
