import { readExpiry } from './bearer.ts';

/** Who somebody says he is for as long as a window is open, and what for. */
export interface Session {
  /** A JSON Web Token, which the graph verifies, and nobody here. */
  readonly token: string;
  /** What the requests are for: a purpose of the graph, or empty. */
  readonly purpose: string;
  /** Who gave the token, where somebody was led there; null where he brought it. */
  readonly issuer: string | null;
}

const key = 'boroughgraph:session';

/** Who is signed in in this window, or was until his token ended; null for nobody. Never throws: a browser that keeps nothing has nobody. */
export function readSession(): Session | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('token' in kept) || !('purpose' in kept)) return null;
    const { token, purpose } = kept;
    if (typeof token !== 'string' || typeof purpose !== 'string') return null;
    return { token, purpose, issuer: 'issuer' in kept && typeof kept.issuer === 'string' ? kept.issuer : null };
  } catch {
    return null;
  }
}

/** Keeps who is signed in until the window is closed; null signs out. */
export function keepSession(session: Session | null): void {
  if (session === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify(session));
}

/** Whether the token of a session is good for nothing any more. */
export function hasEnded({ token }: Session): boolean {
  const expiry = readExpiry(token);
  return expiry !== null && expiry.getTime() <= Date.now();
}

/** The headers by which the graph knows who asks, and what for; none for nobody, and for whoever was signed in. */
export function sessionHeaders(session: Session | null = readSession()): Readonly<Record<string, string>> {
  if (session === null || hasEnded(session)) return {};
  return {
    authorization: `Bearer ${session.token}`,
    ...(session.purpose !== '' && { 'x-purpose': session.purpose }),
  };
}
