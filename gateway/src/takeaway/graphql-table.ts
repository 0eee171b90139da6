import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnsweringLimits } from '../http/bind-request.ts';
import type { GatewayContext } from '../http/gateway-context.ts';
import type { PersistedQueries } from '../trusted-documents/persisted-queries.ts';
import { answerTable } from './answer-table.ts';
import type { TableExecutor } from './table-executor.ts';
import { type GraphQLHttpRequest, readGraphQLRequest } from './graphql-request.ts';
import { readTableRequest, type TableRequest } from './table-request.ts';

/** What a request for GraphQL says of the table that it is to be; null for the usual answer. */
export function tableAskedOf({ url, headers }: FastifyRequest): TableRequest | null {
  return readTableRequest(parametersOf(url), headers.accept);
}

/** The parameters of the address of a request. */
export function parametersOf(url: string): URLSearchParams {
  return new URLSearchParams(url.split('?').slice(1).join('?'));
}

/** What a request for a table is answered with. */
export interface GraphQLTable {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly table: TableRequest;
  readonly context: GatewayContext;
  readonly limits: AnsweringLimits;
  readonly persistedQueries: PersistedQueries;
}

/**
 * Answers a request for GraphQL with a table.
 *
 * @throws {HttpError} BAD_REQUEST for one that is not a request for GraphQL, or that a page of others could have sent unasked.
 */
export async function answerGraphQLTable(
  executor: TableExecutor,
  { request, persistedQueries, ...of }: GraphQLTable,
): Promise<FastifyReply> {
  requirePreflight(request);
  const asked = await withText(readGraphQLRequest(request.body, parametersOf(request.url)), persistedQueries);
  const fileName = asked.operationName ?? 'boroughgraph';
  return answerTable(executor, { request, ...of, asked, fileName, url: request.url });
}

async function withText(asked: GraphQLHttpRequest, known: PersistedQueries): Promise<GraphQLHttpRequest> {
  if (asked.text !== null || asked.hash === null) return asked;
  return { ...asked, text: (await known.get(`apq:${asked.hash}`)) ?? null };
}

/** As Apollo Server's protection against requests that a browser sends without asking. */
function requirePreflight({ method, headers }: FastifyRequest): void {
  if (method !== 'GET' || headers['apollo-require-preflight'] || headers['x-apollo-operation-name']) return;
  throw new HttpError({
    status: 400,
    code: 'BAD_REQUEST',
    message:
      'A page of others could have sent this request unasked. Send the header "apollo-require-preflight: 1" with it.',
  });
}
