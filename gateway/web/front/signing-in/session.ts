/** Who somebody says he is for as long as a window is open, and what for. */
export interface Session {
  /** A JSON Web Token, which the graph verifies, and nobody here. */
  readonly token: string;
  /** What the requests are for: a purpose of the graph, or empty. */
  readonly purpose: string;
}

const key = 'boroughgraph:session';

/** Who is signed in in this window; null for nobody. Never throws: a browser that keeps nothing has nobody. */
export function readSession(): Session | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('token' in kept) || !('purpose' in kept)) return null;
    const { token, purpose } = kept;
    return typeof token === 'string' && typeof purpose === 'string' ? { token, purpose } : null;
  } catch {
    return null;
  }
}

/** Keeps who is signed in until the window is closed; null signs out. */
export function keepSession(session: Session | null): void {
  if (session === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify(session));
}

/** The headers by which the graph knows who asks, and what for; none for nobody. */
export function sessionHeaders(): Readonly<Record<string, string>> {
  const session = readSession();
  if (session === null) return {};
  return {
    authorization: `Bearer ${session.token}`,
    ...(session.purpose !== '' && { 'x-purpose': session.purpose }),
  };
}
