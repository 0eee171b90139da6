import { randomUUID } from 'node:crypto';

/** The header that carries the id of a request: from client to gateway, to each agency, and back to the client. */
export const requestIdHeader = 'x-request-id';

/** 8 to 64 letters, digits, hyphens and underscores: an id goes into logs and other people's headers, where nothing else has a place. */
const requestIdPattern = /^[\w-]{8,64}$/;

/**
 * The id that whoever sends a request has given it, or a new one where there is none or one that could do harm. Never throws.
 *
 * The gateway reads the one of a client or a proxy, an agency the one of the gateway.
 */
export function readRequestId(request: {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}): string {
  const given = request.headers[requestIdHeader];
  return typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID();
}
