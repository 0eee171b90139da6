/** A signing-in on its way: what the issuer was asked with, and what the answer has to fit. */
export interface Begun {
  /** Ties the answer to this window. */
  readonly state: string;
  /** Ties the token of identity to this asking. */
  readonly nonce: string;
  /** Proves to the issuer that whoever brings the code has asked for it. */
  readonly verifier: string;
  readonly issuer: string;
  readonly purpose: string;
  /** Where somebody came from, and is led back to. */
  readonly back: string;
}

const key = 'boroughgraph:signing-in';

/** Keeps what a signing-in begins with, in this window, until it is taken. */
export function keepBegun(begun: Begun): void {
  sessionStorage.setItem(key, JSON.stringify(begun));
}

/** What was begun in this window, once: an answer that comes again, or that nobody here has asked for, finds null. */
export function takeBegun(): Begun | null {
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  // Nothing else writes there.
  return kept === null ? null : (JSON.parse(kept) as Begun);
}

/**
 * Where somebody is led who has signed in: where he came from, if that is a place of this site, and its top otherwise. No address says it,
 * so that nobody can make one that leads elsewhere.
 *
 * @param referrer - Where he came from, as the browser says; empty where it does not.
 * @param top - The address of the front page, with a slash at its end.
 */
export function chooseBack(referrer: string, top: string): string {
  return referrer.startsWith(top) && !referrer.startsWith(`${top}sign-in`) ? referrer : top;
}
