import { setTimeout as delay } from 'node:timers/promises';
import { londonDayAt } from '@boroughgraph/schema/vocabulary/london-day.ts';
import type { FastifyRequest } from 'fastify';
import { consumerOf } from '../budgets/consumer.ts';
import type { ConsumerBudgets } from '../budgets/consumer-budgets.ts';
import { deadlineIn } from '../execution/deadline.ts';
import type { AnsweringLimits } from '../http/bind-request.ts';
import type { GatewayContext } from '../http/gateway-context.ts';
import type { AnsweredState } from '../operations/operation-context.ts';
import { uniteStates } from '../responses/answered-states.ts';
import { BrokenFile, changedInBetween } from './refused-file.ts';

/** A request that is answered by several questions, one after another. */
export interface LongRequest {
  readonly request: FastifyRequest;
  /** Of the whole request. */
  readonly context: GatewayContext;
  readonly limits: AnsweringLimits;
}

/** What goes with one of the questions of a request: a deadline, and a place in the audit, of its own. */
export function contextOfPage(
  { context, limits }: Pick<LongRequest, 'context' | 'limits'>,
  states: AnsweredState[],
  spend: GatewayContext['spend'],
): GatewayContext {
  const own = { deadline: deadlineIn(limits.answerMs), touched: [], protectedShown: new Set<string>(), states };
  return { ...context, ...own, ...(spend && { spend }) };
}

/** Counts against the budget of whoever reads, and waits until it is whole where it is not enough: the first page was within it. */
export function spendPatiently({ limits: { budgets }, request, context }: LongRequest): GatewayContext['spend'] {
  if (budgets === null) return undefined;
  return (cost) => spendWhenThere(budgets, { consumer: consumerOf(request), cost, signal: context.signal });
}

interface Spending {
  readonly consumer: string;
  readonly cost: number;
  readonly signal: AbortSignal;
}

async function spendWhenThere(budgets: ConsumerBudgets, spending: Spending): Promise<void> {
  const state = await budgets.spend(spending.consumer, spending.cost);
  if (state.isEnough) return;
  await delay(state.wholeInMs, undefined, { signal: spending.signal });
  await spendWhenThere(budgets, spending);
}

/** By which states of the agencies' catalogues the pages of a file are read: rows of two states do not make one file. */
export class SteadyStates {
  readonly #first: readonly AnsweredState[];
  /** What is not yet due depends on the day. */
  readonly #day = londonDayAt(new Date());

  constructor(first: readonly AnsweredState[]) {
    this.#first = first;
  }

  /** Whether each agency has said by which one state it has answered, so that more can be compared with it. */
  get areKnown(): boolean {
    return uniteStates(this.#first) !== null;
  }

  /**
   * Takes in by which states more was answered.
   *
   * @throws {BrokenFile} when they are others.
   */
  require(answered: readonly AnsweredState[]): void {
    if (uniteStates([...this.#first, ...answered]) === null || londonDayAt(new Date()) !== this.#day)
      throw new BrokenFile(changedInBetween);
  }
}
