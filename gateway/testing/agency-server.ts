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
export type AgencyServer = ListeningServer & { readonly received: readonly ReceivedRequest[] };

/** How an agency answers in place of right; `body` is what it received. */
export type Misbehaviour = (response: ServerResponse, body: ReceivedRequest) => void;

/** Serves a fixture agency over HTTP: `/graphql`, which answers right unless it is to misbehave, and `/health`. */
export async function serveAgency(agency: FixtureAgency, misbehave?: Misbehaviour): Promise<AgencyServer> {
  const received: ReceivedRequest[] = [];
  const server = await listen((request, response) => {
    if (request.url === '/health') response.end('{}');
    else void answer(request, response);
  });
  return { ...server, received };

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
