const key = 'boroughgraph:signed-out';

/** Notes by whom somebody was signed in who is not any more, for the next page. */
export function keepSignedOut(issuer: string): void {
  sessionStorage.setItem(key, issuer);
}

/** By whom somebody was signed in who has just signed out, once; null for nobody. Never throws: a browser that keeps nothing has nobody. */
export function takeSignedOut(): string | null {
  try {
    const issuer = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return issuer;
  } catch {
    return null;
  }
}
