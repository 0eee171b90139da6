import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The header that carries the id of a request: from client to gateway, to each agency, and back to the client. */
export const requestIdHeader = 'x-request-id';

/**
 * The id that a client or a proxy has given the request, or a new one.
 *
 * An id is taken over when it is 8 to 64 letters, digits, hyphens and underscores: it goes into logs and other people's
 * headers, where nothing else has a place.
 */
export function readRequestId(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers[requestIdHeader];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
