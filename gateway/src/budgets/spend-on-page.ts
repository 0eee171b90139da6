import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuseSpent, writeBudgetHeaders } from './budget-headers.ts';
import type { ConsumerBudgets } from './consumer-budgets.ts';
import { consumerOf } from './consumer.ts';

/** A request for a page that is no operation. */
export interface PageRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** What it counts against a budget. */
  readonly cost: number;
}

/** Counts a request against the budget of who sends it, where there are budgets. @throws {HttpError} 429 where too little is left. */
export async function spendOnPage(
  budgets: ConsumerBudgets | null,
  { request, reply, cost }: PageRequest,
): Promise<void> {
  if (budgets === null) return;
  const state = await budgets.spend(consumerOf(request), cost);
  void reply.headers(writeBudgetHeaders(budgets.budget, state));
  if (state.isEnough) return;
  const { message } = refuseSpent(budgets.budget, state, cost);
  throw new HttpError({ status: 429, code: 'BUDGET_SPENT', message });
}
