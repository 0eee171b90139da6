import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import { createRandom } from '../random.ts';
import { describePlaces } from './answer-places.ts';
import { bendAnswer, type BendKind, type RightAnswer } from './bend-answer.ts';
import { type FailureKind, type FailurePlan, noFailures } from './failure.ts';

/** Stands between gateways and an agency, and fails in its place when it is told to. */
export interface FailingProxy extends AsyncDisposable {
  /** Where the gateways believe that the agency is. */
  readonly url: string;
  /** Fails from now on as the plan says, until another is set. */
  readonly follow: (plan: FailurePlan) => Promise<void>;
}

interface ProxyOptions {
  readonly agency: string;
  /** The agency's own endpoint. */
  readonly target: string;
  /** What clients see of the graph: the types of an answer follow from it. */
  readonly schema: GraphQLSchema;
  /** How long our gateway waits, in milliseconds: an agency that is slow takes longer, and then says nothing. */
  readonly timeoutMs: number;
}

/** How often a request to an agency that fails does fail: where one of two does, their answers have to fit together. */
const failedShare = 0.8;

/** Starts a proxy before one agency, which hands everything on until it follows a plan. */
export async function startFailingProxy(options: ProxyOptions): Promise<FailingProxy> {
  const { agency } = options;
  let plan = noFailures;
  const server = createServer((request, response) => {
    answer(options, plan, { request, response }).catch(() => response.destroy());
  });
  const port = await listen(server, 0);
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    follow: async (next) => {
      plan = next;
      if (next.byAgency.get(agency) === 'refused') await stop(server);
      else if (!server.listening) await listen(server, port);
    },
    [Symbol.asyncDispose]: () => stop(server),
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function answer(options: ProxyOptions, plan: FailurePlan, { request, response }: Exchange): Promise<void> {
  // After each answer another connection: one that ends with a failure is none of the next operation's business.
  response.setHeader('connection', 'close').setHeader('content-type', 'application/json');
  const sent = await text(request);
  // The gateways wrote it, each in its own words: both fail alike where they ask for the same.
  const { query } = JSON.parse(sent) as { readonly query: string };
  switch (kindFor(options, plan, query)) {
    case 'refused':
    case null:
      response.end(await forward(options, sent));
      return;
    case 'slow':
      await delay(options.timeoutMs * 1.5);
      response.destroy();
      return;
    case 'status 500':
      response.writeHead(500).end('{"errors":[{"message":"the pool at 10.1.2.3:5432 is empty"}]}');
      return;
    case 'not JSON':
      response.end('<!doctype html><p>nginx at 10.1.2.3</p>');
      return;
    default:
      response.end(bend(options, plan, { query, text: await forward(options, sent) }));
  }
}

/** How the request with this query is failed; null where it is not. */
function kindFor({ agency, schema }: ProxyOptions, plan: FailurePlan, query: string): FailureKind | null {
  const kind = plan.byAgency.get(agency) ?? null;
  return createRandom(plan.seed, agency, describePlaces(schema, query)).chance(failedShare) ? kind : null;
}

async function forward({ target }: ProxyOptions, body: string): Promise<string> {
  const answered = await fetch(target, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return answered.text();
}

function bend(
  { agency, schema }: ProxyOptions,
  plan: FailurePlan,
  right: { readonly query: string; readonly text: string },
): string {
  // Only the kinds of failure that are in the answer come here.
  const kind = plan.byAgency.get(agency) as BendKind;
  // What an agency says by itself is GraphQL.
  const body = JSON.parse(right.text) as RightAnswer['body'];
  const random = createRandom(plan.seed, agency, describePlaces(schema, right.query), kind);
  const bent = bendAnswer({ schema, kind, random }, { query: right.query, body });
  return bent === null ? right.text : JSON.stringify(bent);
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A proxy listens on a port');
  return address.port;
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
