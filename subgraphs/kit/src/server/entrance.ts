import type { KeyObject } from 'node:crypto';
import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import type { BodyCheck } from '@boroughgraph/schema/http/json-body.ts';
import {
  anonymousViewer,
  readViewer,
  type Viewer,
  viewerHeader,
  writeViewer,
} from '@boroughgraph/schema/wire/viewer.ts';
import { type SessionAnswer, sessionOffer } from '@boroughgraph/schema/wire/viewer-session.ts';
import { hashBody, type ReadToken, ViewerTokenReader } from '@boroughgraph/schema/wire/viewer-token.ts';
import type { FastifyRequest } from 'fastify';

/** Who comes into an agency's server, and who does not. */
export interface Entrance {
  /** Before the body is read. @throws {HttpError} where nothing of the request is to be read. */
  readonly checkHeaders: (request: FastifyRequest) => void;
  /** @throws {HttpError} where the body is another than the one that was announced. */
  readonly checkBody: BodyCheck;
  /** Who asks. @throws {HttpError} where that was not found by the two checks. */
  readonly viewerOf: (request: FastifyRequest) => Viewer;
  /**
   * Agrees on a session with the gateway whose key has signed a request for one; null where nobody signs. Whoever comes with the token of
   * a session gets no other by it: each goes back to a key that is believed.
   *
   * @throws {HttpError} where no key has signed the request, or it offers nothing to agree on.
   */
  readonly openSession: ((request: FastifyRequest) => SessionAnswer) | null;
}

/**
 * The entrance of an agency that gateways ask, by their public keys: a request comes in with a token that one of them has signed for
 * this agency, this body and this moment, or that is sealed so by a session which one of them has opened. One that comes without, again, or with something else in it is 401, whatever it asks.
 *
 * Without keys the agency is alone: everybody is anonymous who does not say that he is somebody.
 */
export function createEntrance(agency: string, gatewayKeys: readonly KeyObject[]): Entrance {
  return gatewayKeys.length === 0 ? openEntrance : new GuardedEntrance(new ViewerTokenReader(agency, gatewayKeys));
}

const openEntrance: Entrance = {
  checkHeaders: ({ headers }) => {
    if (readViewer({ headers }) !== null) return;
    const message = `The header ${viewerHeader} is "${String(headers[viewerHeader])}": expected "${writeViewer(anonymousViewer)}", or no such header.`;
    throw new HttpError({ status: 400, code: 'BAD_REQUEST', message });
  },
  checkBody: () => undefined,
  viewerOf: () => anonymousViewer,
  openSession: null,
};

class GuardedEntrance implements Entrance {
  readonly #tokens: ViewerTokenReader;
  readonly #announced = new WeakMap<FastifyRequest, ReadToken>();
  readonly #admitted = new WeakMap<FastifyRequest, ReadToken>();

  constructor(tokens: ViewerTokenReader) {
    this.#tokens = tokens;
  }

  readonly checkHeaders: Entrance['checkHeaders'] = (request) => {
    const token = request.headers[viewerHeader];
    // What a GET asks stands in its address, for which nobody has signed.
    const read = request.method === 'POST' && typeof token === 'string' ? this.#tokens.read(token) : null;
    if (read?.requestId !== request.id) throw refuse();
    this.#announced.set(request, read);
  };

  readonly checkBody: Entrance['checkBody'] = (request, body) => {
    const announced = this.#announced.get(request);
    if (announced?.bodyHash !== hashBody(body)) throw refuse();
    this.#admitted.set(request, announced);
  };

  readonly viewerOf: Entrance['viewerOf'] = (request) => this.#tokenOf(request).viewer;

  readonly openSession = (request: FastifyRequest): SessionAnswer => {
    if (this.#tokenOf(request).isOfSession) throw refuse();
    const offer = sessionOffer.safeParse(request.body).data;
    try {
      if (offer !== undefined) return this.#tokens.openSession(offer.half);
    } catch {
      // Some points of the curve hide nothing.
    }
    const message = 'The body offers no session: expected half (the public half of a key for X25519, in base64url).';
    throw new HttpError({ status: 400, code: 'BAD_REQUEST', message });
  };

  #tokenOf(request: FastifyRequest): ReadToken {
    const token = this.#admitted.get(request);
    if (token === undefined) throw refuse();
    return token;
  }
}

/** One sentence for all that can be wrong: whoever tries is told nothing. */
function refuse(): HttpError {
  const message = 'This server answers its gateway alone, by tokens that are good once. Ask the gateway.';
  return new HttpError({ status: 401, code: 'UNAUTHENTICATED', message });
}
