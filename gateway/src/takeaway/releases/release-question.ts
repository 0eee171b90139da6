import { HeaderMap } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { AnsweredState } from '../../operations/operation-context.ts';
import type { GatewayContext } from '../../http/gateway-context.ts';
import { isJsonObject, type JsonObject } from '../../agencies/json.ts';
import type { TableExecutor } from '../table-executor.ts';

/** What is answered to an operation: some of it may be there beside errors. */
export interface Answered {
  readonly data: JsonObject | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/** Sends an operation by all the rules of `/graphql`. */
export type Asking = (text: string, variables: Readonly<Record<string, unknown>>) => Promise<Answered>;

/** Asks in a context. */
export function askWithin({ execute }: TableExecutor, context: GatewayContext): Asking {
  return async (query, variables) => {
    const http = { method: 'POST', headers: new HeaderMap(), search: '', body: null };
    const { body } = await execute({ query, variables, http }, context);
    if (body.kind !== 'single') throw new Error('An operation was answered in parts, which nobody has asked for');
    const { data, errors = [] } = body.singleResult;
    return { data: isJsonObject(data) ? data : null, errors };
  };
}

/** The one state by which an agency has answered each time; null where it was another in between, or it does not say. */
export function onlyState(answered: readonly AnsweredState[], agency: string): string | null {
  const states = answered.filter((each) => each.agency === agency).map(({ state }) => state);
  const [first = null] = states;
  return first !== null && states.every((state) => state === first) ? first : null;
}
