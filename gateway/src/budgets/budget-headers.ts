import { GraphQLError } from 'graphql';
import { budgetSeconds, type BudgetState } from './consumer-budgets.ts';

/**
 * The headers that tell a client its budget and what is left of it, and when to come back where that is not enough: those of
 * the draft standard, and Retry-After. Source: IETF, draft-ietf-httpapi-ratelimit-headers, RateLimit header fields for HTTP.
 */
export function writeBudgetHeaders(budget: number, state: BudgetState): Readonly<Record<string, string>> {
  const seconds = secondsOf(state);
  return {
    'ratelimit-policy': `"cost";q=${budget};w=${budgetSeconds}`,
    ratelimit: `"cost";r=${state.left};t=${seconds}`,
    ...(state.isEnough ? {} : { 'retry-after': String(seconds) }),
  };
}

/** The error for an operation that costs more than is left of a budget. */
export function refuseSpent(budget: number, state: BudgetState, cost: number): GraphQLError {
  const message = `The operation costs ${format(cost)} by its estimate, which is more than is left of the ${format(budget)} that one address or organisation may ask for within ${budgetSeconds} seconds. Ask again in ${secondsOf(state)} seconds.`;
  return new GraphQLError(message, { extensions: { code: 'BUDGET_SPENT', http: { status: 429 } } });
}

const secondsOf = ({ wholeInMs }: BudgetState): number => Math.max(1, Math.ceil(wholeInMs / 1_000));
const format = (figure: number): string => figure.toLocaleString('en-GB');
