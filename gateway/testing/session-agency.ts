import { generateKeyPairSync } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { sessionOffer, sessionPath } from '@boroughgraph/schema/wire/viewer-session.ts';
import { hashBody, ViewerTokenReader } from '@boroughgraph/schema/wire/viewer-token.ts';
import { listen } from './listening-server.ts';

/** The key of a gateway, which {@link startSessionAgency} believes. */
export const gatewayKey = generateKeyPairSync('ed25519');

/** What an agency answers to an offer: a status and a body. */
export type OfferAnswer = readonly [status: number, body: string];

/** How an agency meets offers of sessions; null where it knows of none. */
export type MeetOffer = ((half: string, reader: ViewerTokenReader) => OfferAnswer) | null;

/** Takes each offer, as agencies do. */
export const takeOffer: MeetOffer = (half, reader) => [200, JSON.stringify(reader.openSession(half))];

/**
 * Serves an agency that lets in whoever has a token which is good once, and answers nothing but that; `received` tells of each request its
 * path, by what its token is believed, and the status of the answer.
 *
 * @param port - That of one that was stopped before, to stand in its place.
 */
export async function startSessionAgency(meet: MeetOffer = takeOffer, port = 0) {
  const reader = new ViewerTokenReader('health', [gatewayKey.publicKey]);
  const received: string[] = [];
  const server = await listen((request, response) => void answer(request, response), port);
  return { ...server, port: Number(new URL(server.url).port), received };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const token = String(request.headers['x-boroughgraph-viewer']);
    const read = reader.read(token);
    const isLetIn = read?.bodyHash === hashBody(body) && read.requestId === request.headers['x-request-id'];
    const [status, answered] = isLetIn ? meetRequest(request.url ?? '', body) : ([401, '{}'] as const);
    received.push(`${String(request.url)} ${describeToken(token)} ${status}`);
    response.writeHead(status, { 'content-type': 'application/json' }).end(answered);
  }

  function meetRequest(path: string, body: string): OfferAnswer {
    if (path !== sessionPath) return [200, '{"data":{}}'];
    return meet === null ? [404, '{}'] : meet(sessionOffer.parse(JSON.parse(body)).half, reader);
  }
}

/** By what a token is to be believed, as its header says. */
function describeToken(token: string): string {
  const header = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString();
  if (header.includes('EdDSA')) return 'signed';
  return header.includes('HS256') ? 'sealed' : token;
}
