import { sessionHeaders } from './signing-in/session.ts';

/** What came of a request of a page, and what it took. */
export type Outcome<Data> =
  | { readonly kind: 'loading' }
  /** The graph itself did not answer. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** It answered without data. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[]; readonly took: Took }
  | {
      readonly kind: 'answered';
      readonly data: Data;
      readonly problems: readonly Problem[];
      /** Ids of the datasets of which invented figures are on the page. */
      readonly synthetic: readonly string[];
      readonly took: Took;
    };

/** A part of the answer that is missing, and whose it is. */
export interface Problem {
  readonly message: string;
  readonly code: string;
  /** What is missing, from the root. Empty where it is the whole. */
  readonly path: readonly (string | number)[];
}

/** What the request took: milliseconds from sending it to having read the answer, bytes of the answer, cost by the graph. */
export interface Took {
  readonly ms: number;
  readonly bytes: number;
  readonly cost: { readonly estimate: number | null; readonly actual: number | null; readonly limit: number } | null;
}

/** An operation with its variables. */
export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string };
  }[];
  readonly extensions?: { readonly synthetic?: readonly string[]; readonly cost?: NonNullable<Took['cost']> };
}

/** A question that was sent. */
interface Sent {
  /** When, in milliseconds since the page was opened. */
  readonly at: number;
  readonly response: Promise<Response>;
}

/** What was asked before anybody waited for it, by question. */
const begun = new Map<string, Sent>();

/** Asks the graph for what {@link askGraph} will be called for: that then waits for this answer. Never throws. */
export function beginAsking(endpoint: string, question: Question): void {
  const sent = send(endpoint, question);
  // Whoever waits for it hears of it.
  sent.response.catch(() => undefined);
  begun.set(endpoint + JSON.stringify(question), sent);
}

/** What was begun of a question, once: whoever asks again gets a new answer. */
function takeBegun(endpoint: string, question: Question): Sent | undefined {
  const key = endpoint + JSON.stringify(question);
  const sent = begun.get(key);
  begun.delete(key);
  return sent;
}

function send(endpoint: string, question: Question, signal: AbortSignal | null = null): Sent {
  const response = fetch(endpoint, {
    method: 'POST',
    signal,
    headers: { 'content-type': 'application/json', 'x-boroughgraph-cost': '1', ...sessionHeaders() },
    body: JSON.stringify(question),
  });
  return { at: performance.now(), response };
}

/**
 * Asks the graph, as whoever is signed in. Never rejects, but when it is aborted.
 *
 * @param endpoint - Address of the graph.
 */
export async function askGraph<Data>(
  endpoint: string,
  question: Question,
  signal: AbortSignal,
): Promise<Outcome<Data>> {
  const { at, response } = takeBegun(endpoint, question) ?? send(endpoint, question, signal);
  try {
    const text = await (await response).text();
    // The graph answers operations in this form, by its schema, which the operations of pages are tested against.
    const answer = JSON.parse(text) as Answer<Data>;
    return describeOutcome(answer, {
      ms: Math.round(performance.now() - at),
      bytes: new TextEncoder().encode(text).length,
      cost: answer.extensions?.cost ?? null,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: 'unreachable', reason: error instanceof Error ? error.message : String(error) };
  }
}

function describeOutcome<Data>({ data, errors = [], extensions = {} }: Answer<Data>, took: Took): Outcome<Data> {
  const problems = errors.map(({ message, path = [], extensions: { code = 'UNKNOWN' } = {} }) => ({
    message,
    code,
    path,
  }));
  if (data == null) return { kind: 'refused', problems, took };
  return { kind: 'answered', data, problems, synthetic: extensions.synthetic ?? [], took };
}
