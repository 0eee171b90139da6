import type { Purpose } from './purposes.ts';

/** Who asks: nobody of whom anything is known, or somebody for whom an issuer of an organisation vouches. */
export type Viewer = AnonymousViewer | NamedViewer;

/** Somebody of whom nothing is known. */
export interface AnonymousViewer {
  readonly kind: 'anonymous';
}

/** Somebody for whom an organisation vouches, and what for. */
export interface NamedViewer {
  readonly kind: 'named';
  /** Who it is, as its organisation names it; for the audit alone. */
  readonly subject: string;
  /** By its short name: `hackney-council`. */
  readonly organisation: string;
  /** What it is in its organisation; null where nobody says. */
  readonly role: string | null;
  /** What its organisation lets it see: `health:restricted`. */
  readonly scopes: readonly string[];
  /** What it asks for now; null where it does not say, and then it sees what everybody does. */
  readonly purpose: Purpose | null;
}

/** Somebody of whom nothing is known. */
export const anonymousViewer: AnonymousViewer = { kind: 'anonymous' };

/**
 * The header with which the gateway tells an agency who asks. A client's own header of that name is read by nobody: the
 * gateway writes its own.
 */
export const viewerHeader = 'x-boroughgraph-viewer';

/** An anonymous viewer as text for the header. Somebody who is named goes in a signed token, and in no other way. Never throws. */
export function writeViewer({ kind }: AnonymousViewer): string {
  return kind;
}

/**
 * Who asks, by the header of a request to an agency that has no key of a gateway; null where its text stands for nobody, so that the
 * request has to be refused. Anonymous where there is no header: a partner asks its own subgraph without a gateway. Never throws.
 */
export function readViewer(request: {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}): AnonymousViewer | null {
  const text = request.headers[viewerHeader];
  return text === undefined || text === writeViewer(anonymousViewer) ? anonymousViewer : null;
}

/** The scope that lets a caller ask for restricted figures of an agency: `health:restricted`. Never throws. */
export function restrictedScopeOf(agency: string): string {
  return `${agency}:restricted`;
}
