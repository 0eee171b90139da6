import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { graphql } from 'graphql';
import type { FixtureAgency } from './fixture-agencies.ts';
import { listen, type ListeningServer } from './listening-server.ts';

/** A request that an agency received. */
export interface ReceivedRequest {
  readonly query: string;
  readonly variables: { readonly representations?: readonly unknown[] };
  readonly headers: IncomingHttpHeaders;
  /** Which connection it came on. */
  readonly remotePort: number | undefined;
}

/** An agency that runs, and what it has been asked since. */
export type AgencyServer = ListeningServer & {
  readonly received: readonly ReceivedRequest[];
  /** Takes connections and requests from now on and answers none, as a process that is stopped does. */
  readonly pause: () => void;
  /** Answers what has come meanwhile, and all that follows. */
  readonly resume: () => void;
};

/** How an agency answers in place of right; `body` is what it received. */
export type Misbehaviour = (response: ServerResponse, body: ReceivedRequest) => void;

/** Where an agency tells its gateway of itself: this one says nothing there. */
const forGateways = ['/health', '/ready', '/state', '/session'];

/** Serves a fixture agency over HTTP: `/graphql`, which answers right unless it is to misbehave, `/health` and `/ready`. */
export async function serveAgency(agency: FixtureAgency, misbehave?: Misbehaviour): Promise<AgencyServer> {
  const received: ReceivedRequest[] = [];
  /** What has come while it is paused; null while it is not. */
  let held: (() => void)[] | null = null;
  const server = await listen((request, response) => {
    const go = () => {
      // Whoever waited for it may have gone.
      if (request.destroyed) return;
      if (forGateways.includes(request.url ?? '')) response.end('{}');
      else void answer(request, response);
    };
    if (held === null) go();
    else held.push(go);
  });
  const pause = () => {
    held ??= [];
  };
  const resume = () => {
    const waiting = held ?? [];
    held = null;
    for (const go of waiting) go();
  };
  return { ...server, received, pause, resume };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // The gateway wrote it, and the tests look at what it wrote.
    const body = JSON.parse(await text(request)) as Pick<ReceivedRequest, 'query' | 'variables'>;
    const { headers, socket } = request;
    const asked = { ...body, headers, remotePort: socket.remotePort };
    received.push(asked);
    if (misbehave) {
      misbehave(response, asked);
      return;
    }
    const { schema } = agency;
    const result = await graphql({ schema, source: body.query, variableValues: body.variables });
    // As an agency tells its gateway that nothing was touched which is not for everybody.
    const extensions = { touched: [] };
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ ...result, extensions }));
  }
}
