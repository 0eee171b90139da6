/** Who asks. Everybody is anonymous until the graph knows its users. */
export interface Viewer {
  readonly kind: 'anonymous';
}

/** Somebody of whom nothing is known. */
export const anonymousViewer: Viewer = { kind: 'anonymous' };

/**
 * The header with which the gateway tells an agency who asks. A client's own header of that name is read by nobody: the
 * gateway writes its own.
 */
export const viewerHeader = 'x-boroughgraph-viewer';

/** The viewer as text for the header. Never throws. */
export function writeViewer({ kind }: Viewer): string {
  return kind;
}

/**
 * Who asks, by the header of a request to an agency; null where its text stands for nobody, so that the request has to be
 * refused. Anonymous where there is no header: a partner asks its own subgraph without a gateway. Never throws.
 */
export function readViewer(request: {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}): Viewer | null {
  const text = request.headers[viewerHeader];
  return text === undefined || text === writeViewer(anonymousViewer) ? anonymousViewer : null;
}
