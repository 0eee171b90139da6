import type { KeyObject } from 'node:crypto';
import { type Viewer, writeViewer } from '@boroughgraph/schema/wire/viewer.ts';
import type { SessionAnswer } from '@boroughgraph/schema/wire/viewer-session.ts';
import { writeViewerToken } from '@boroughgraph/schema/wire/viewer-token.ts';
import { AgencySession } from './agency-session.ts';

/** Who sends which request to an agency. */
export interface ToldRequest {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly body: string;
}

/** What came back, as far as it says whether the agency has let the request in. */
export interface ToldReply {
  readonly statusCode: number;
  readonly body: { dump(): Promise<void> };
}

/** What tells an agency who asks. */
export interface ViewerWriterOptions {
  readonly agency: string;
  /** Signs; null where nobody is named, in a word that anybody can write. */
  readonly key: KeyObject | null;
  /** Offers the agency a session in a request that `sign` signs; null where it takes none. Rejects where it gives no answer. */
  readonly offer: (half: string, sign: (request: ToldRequest) => string) => Promise<SessionAnswer | null>;
}

/** Tells one agency who asks: in a token that a session with it seals, or that the key of this gateway signs. */
export class ViewerWriter {
  readonly #agency: string;
  readonly #key: KeyObject | null;
  readonly #session: AgencySession;

  constructor({ agency, key, offer }: ViewerWriterOptions) {
    this.#agency = agency;
    this.#key = key;
    this.#session = new AgencySession({ agency, offer: (half) => offer(half, (request) => this.#sign(request)) });
  }

  /**
   * What comes back for a request that `send` sends with the text that says who asks. Where a session is not believed the agency has begun
   * anew: it has done nothing of what was asked, which is sent once more, signed.
   *
   * @throws what `send` does; an Error where somebody is named and nothing can be signed.
   */
  async tell<Reply extends ToldReply>(request: ToldRequest, send: (viewer: string) => Promise<Reply>): Promise<Reply> {
    const session = this.#key === null ? null : this.#session.current;
    if (session === null) return send(this.#sign(request));
    const reply = await send(writeViewerToken({ ...request, agency: this.#agency }, session));
    if (reply.statusCode !== 401) return reply;
    this.#session.forget(session);
    await reply.body.dump();
    return send(this.#sign(request));
  }

  /** The text for a request by the key alone; another one each time. @throws {Error} where somebody is named and there is none. */
  #sign(request: ToldRequest): string {
    if (this.#key !== null) return writeViewerToken({ ...request, agency: this.#agency }, this.#key);
    if (request.viewer.kind === 'anonymous') return writeViewer(request.viewer);
    throw new Error('A gateway without a key to sign with cannot tell an agency who asks');
  }
}
