import { type Dispatcher, Pool } from 'undici';
import type { GraphQLRequest } from '../workloads/workload.ts';

/** A request as it goes over a connection. */
export type Sent = Pick<Dispatcher.RequestOptions, 'path' | 'method' | 'body'> & {
  readonly headers: Readonly<Record<string, string>>;
};

/** What came back of it. */
export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Who asks at once. */
const clients = 4;

/** As a dashboard posts it. */
export function posted(request: GraphQLRequest): Sent {
  const headers = { 'content-type': 'application/json', 'accept-encoding': 'gzip' };
  return { path: '/graphql', method: 'POST', headers, body: JSON.stringify(request) };
}

/** As one asks for it that lets caches keep it; `tag` is of what it has already. */
export function gotten({ query, variables }: GraphQLRequest, tag: string | null): Sent {
  const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const headers = { 'apollo-require-preflight': 'yes', 'accept-encoding': 'gzip' };
  return {
    path: `/graphql?${parameters.toString()}`,
    method: 'GET',
    headers: { ...headers, ...(tag !== null && { 'if-none-match': tag }) },
  };
}

/** Sends so many requests, some at once, and shows what came of each. `choose` says what is sent next. */
export async function askAll(
  url: string,
  count: number,
  {
    choose,
    look,
  }: { readonly choose: (index: number) => Sent; readonly look: (received: Received, index: number) => void },
): Promise<void> {
  await using pool = openPool(url);
  let next = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let index = next++; index < count; index = next++) look(await send(pool.pool, choose(index)), index);
    }),
  );
}

/** Sends one request, and gives what came back with its bytes as they came. */
export async function askOnce(
  url: string,
  sent: Sent,
): Promise<Received & { readonly bytes: Uint8Array; readonly head: readonly string[] }> {
  await using pool = openPool(url);
  const { statusCode: status, headers, body } = await pool.pool.request(sent);
  const bytes = await body.bytes();
  const head = Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().flatMap((each) => [name, each]));
  return { status, headers, bytes, head };
}

function openPool(url: string): { readonly pool: Pool } & AsyncDisposable {
  const pool = new Pool(new URL(url).origin, { connections: clients, pipelining: 1 });
  return { pool, [Symbol.asyncDispose]: () => pool.close() };
}

async function send(pool: Pool, sent: Sent): Promise<Received> {
  const { statusCode: status, headers, body } = await pool.request(sent);
  await body.dump();
  if (status !== 200 && status !== 304) throw new Error(`the gateway answered ${status}`);
  return { status, headers };
}
