import {
  agreeOnSession,
  makeSessionHalf,
  type SessionAnswer,
  sessionMs,
  type ViewerSession,
} from '@boroughgraph/schema/wire/viewer-session.ts';

/** How a session with an agency comes about. */
export interface AgencySessionOptions {
  readonly agency: string;
  /** Offers a half in a request that the gateway's key signs; null where the agency takes none. Rejects where it gives no answer. */
  readonly offer: (half: string) => Promise<SessionAnswer | null>;
}

/**
 * Between two offers, in milliseconds. Several servers behind one address know the sessions of each other as little as an agency knows
 * any that holds none: to them one offer a minute is lost, and what is sent is signed.
 */
const restMs = 60_000;

/** After an offer that was not answered the next waits so long, in milliseconds. */
const unansweredMs = 1_000;

interface HeldSession {
  readonly session: ViewerSession;
  /** A new one is agreed on from here on, while this one is good. */
  readonly renewAtMs: number;
  readonly endsAtMs: number;
}

/** The session of this gateway with one agency: agreed on, and renewed at half its time, while it is asked for, and nobody waits for it. */
export class AgencySession {
  readonly #options: AgencySessionOptions;
  #held: HeldSession | null = null;
  #restsUntilMs = -Infinity;

  constructor(options: AgencySessionOptions) {
    this.#options = options;
  }

  /** The session; null where there is none, so that a key has to sign. Never throws. */
  get current(): ViewerSession | null {
    const now = performance.now();
    if (this.#held !== null && this.#held.endsAtMs <= now) this.#held = null;
    if ((this.#held === null || this.#held.renewAtMs <= now) && this.#restsUntilMs <= now) void this.#agree(now);
    return this.#held?.session ?? null;
  }

  /** Ends a session that the agency does not know. Another one that has come meanwhile stays. */
  forget(session: ViewerSession): void {
    if (this.#held?.session === session) this.#held = null;
  }

  async #agree(now: number): Promise<void> {
    this.#restsUntilMs = now + restMs;
    const { agency, offer } = this.#options;
    try {
      const { text: gatewayHalf, privateKey } = makeSessionHalf();
      const answer = await offer(gatewayHalf);
      if (answer === null) return;
      const { session, half: agencyHalf, lastsMs } = answer;
      const agreed = agreeOnSession({ agency, session, gatewayHalf, agencyHalf }, privateKey, agencyHalf);
      // From when it was asked for, so that it ends here first.
      const goodMs = Math.min(lastsMs, sessionMs);
      this.#held = { session: agreed, renewAtMs: now + goodMs / 2, endsAtMs: now + goodMs };
    } catch {
      this.#restsUntilMs = performance.now() + unansweredMs;
    }
  }
}
