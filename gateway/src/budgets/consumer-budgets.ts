import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { BoundedLimiter } from './bounded-limiter.ts';

/** What a consumer has left. */
export interface BudgetState {
  /** What is left until it is whole again; 0 where more was asked for than there was. */
  readonly left: number;
  /** Milliseconds until it is whole again. */
  readonly wholeInMs: number;
  /** Whether what was asked for was still in it. */
  readonly isEnough: boolean;
}

/** How long a budget lasts until it is whole again, in seconds. */
export const budgetSeconds = 60;

/** What each consumer may ask for within a minute, in units of cost. */
export class ConsumerBudgets {
  /** What one consumer may ask for within {@link budgetSeconds}. */
  readonly budget: number;
  readonly #limiter: RateLimiterAbstract;

  constructor(budget: number, limiter: RateLimiterAbstract = new BoundedLimiter(limitOf(budget))) {
    this.budget = budget;
    this.#limiter = limiter;
  }

  /** Takes `cost` from what a consumer has left, as long as there is something. Rejects where the counts cannot be had. */
  async spend(consumer: string, cost: number): Promise<BudgetState> {
    try {
      const { remainingPoints, msBeforeNext } = await this.#limiter.consume(consumer, cost);
      return { left: remainingPoints, wholeInMs: msBeforeNext, isEnough: true };
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return { left: 0, wholeInMs: error.msBeforeNext, isEnough: false };
    }
  }
}

/** The rule of a limiter that counts for {@link ConsumerBudgets}. */
export function limitOf(budget: number): { readonly points: number; readonly duration: number } {
  return { points: budget, duration: budgetSeconds };
}
