/** What a server answered over HTTP, unread. */
export interface GraphAnswer {
  readonly status: number;
  /** Header lines in the order of their names, without those that differ from moment to moment. */
  readonly headers: readonly string[];
  readonly text: string;
}

/** The headers with which somebody sends a body: a gateway signs each. */
export type HeadersFor = (body: string) => Readonly<Record<string, string>>;

/** Headers of the moment and of the connection, and the id that names the request: they are new each time for everybody. */
const momentary: ReadonlySet<string> = new Set(['date', 'connection', 'keep-alive', 'x-request-id']);

/** Asks a GraphQL server over HTTP, with further header lines where somebody claims to be somebody. */
export async function askGraph(
  url: string,
  { query, variables = {} }: { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> },
  headers: HeadersFor | Readonly<Record<string, string>> = {},
): Promise<GraphAnswer> {
  const body = JSON.stringify({ query, variables });
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...(typeof headers === 'function' ? headers(body) : headers), 'content-type': 'application/json' },
    body,
  });
  const lines = [...response.headers]
    .filter(([name]) => !momentary.has(name))
    .map(([name, value]) => `${name}: ${value}`);
  return { status: response.status, headers: lines.sort(), text: await response.text() };
}
