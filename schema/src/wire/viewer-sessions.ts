import { type KeyObject, randomUUID } from 'node:crypto';
import { agreeOnSession, makeSessionHalf, type SessionAnswer, sessionMs } from './viewer-session.ts';

/** A gateway has two for a moment, while one replaces another: enough for a hundred gateways, and for one that forgets its own each time. */
const maxSessions = 256;

interface HeldSession {
  readonly key: KeyObject;
  readonly endsAtMs: number;
}

/** The sessions that an agency has with gateways: each for its time, the newest 256, and none after a restart. */
export class ViewerSessions {
  readonly #agency: string;
  /** By the header of their tokens, the oldest first. */
  readonly #held = new Map<string, HeldSession>();

  constructor(agency: string) {
    this.#agency = agency;
  }

  /**
   * Agrees on a session with a gateway, of which it is known that it is one.
   *
   * @throws {Error} where its half is none to agree on anything with.
   */
  open(gatewayHalf: string): SessionAnswer {
    const [own, session] = [makeSessionHalf(), randomUUID()];
    const terms = { agency: this.#agency, session, gatewayHalf, agencyHalf: own.text };
    const { header, key } = agreeOnSession(terms, own.privateKey, gatewayHalf);
    this.#forgetEnded();
    this.#held.set(header, { key, endsAtMs: performance.now() + sessionMs });
    return { session, half: own.text, lastsMs: sessionMs };
  }

  /** With which tokens of this header are sealed; null where there is no such session, or not any more. Never throws. */
  keyOf(header: string): KeyObject | null {
    const held = this.#held.get(header);
    return held === undefined || held.endsAtMs <= performance.now() ? null : held.key;
  }

  /** All last as long: those that have ended, and what is one too many, come first. */
  #forgetEnded(): void {
    const now = performance.now();
    for (const [header, { endsAtMs }] of this.#held) {
      if (endsAtMs > now && this.#held.size < maxSessions) return;
      this.#held.delete(header);
    }
  }
}
