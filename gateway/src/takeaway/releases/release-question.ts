import { HeaderMap } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../../http/gateway-context.ts';
import { isJsonObject, type JsonObject } from '../../agencies/json.ts';
import type { TableExecutor } from '../answer-table.ts';

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
