import { type BoroughAnswer, type BoroughFigures } from './answer.ts';
import { boroughQuery } from './borough-query.ts';

/** What came of the one request of a page, and what it took. */
export type Outcome =
  | { readonly kind: 'loading' }
  /** The graph itself did not answer. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** It answered without a borough. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[]; readonly took: Took }
  | {
      readonly kind: 'answered';
      readonly borough: BoroughFigures;
      readonly problems: readonly Problem[];
      /** Ids of the datasets of which invented figures are on the page. */
      readonly synthetic: readonly string[];
      readonly took: Took;
    };

/** A part of the answer that is missing, and whose it is. */
export interface Problem {
  readonly message: string;
  readonly code: string;
  /** The field of the borough that is missing. Null where it is the whole. */
  readonly field: string | null;
}

/** What the request took: milliseconds from sending it to having read the answer, bytes of the answer, cost by the graph. */
export interface Took {
  readonly ms: number;
  readonly bytes: number;
  readonly cost: { readonly estimate: number | null; readonly actual: number | null; readonly limit: number } | null;
}

/** The variables of the one request. */
export interface Variables {
  readonly code: string;
  readonly months: number;
}

interface Answer {
  readonly data?: BoroughAnswer | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string };
  }[];
  readonly extensions?: { readonly synthetic?: readonly string[]; readonly cost?: NonNullable<Took['cost']> };
}

/**
 * Asks the graph for all that the page of a borough shows. Never rejects, but when it is aborted.
 *
 * @param endpoint - Address of the graph.
 */
export async function askForBorough(endpoint: string, variables: Variables, signal: AbortSignal): Promise<Outcome> {
  const sentAt = performance.now();
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      signal,
      headers: { 'content-type': 'application/json', 'x-boroughgraph-cost': '1' },
      body: JSON.stringify({ query: boroughQuery, variables }),
    });
    const text = await response.text();
    // The graph answers operations in this form, by its schema, which the query is tested against.
    const answer = JSON.parse(text) as Answer;
    return describeOutcome(answer, {
      ms: Math.round(performance.now() - sentAt),
      bytes: new TextEncoder().encode(text).length,
      cost: answer.extensions?.cost ?? null,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: 'unreachable', reason: error instanceof Error ? error.message : String(error) };
  }
}

function describeOutcome({ data, errors = [], extensions = {} }: Answer, took: Took): Outcome {
  const problems = errors.map(({ message, path = [], extensions: { code = 'UNKNOWN' } = {} }) => ({
    message,
    code,
    field: typeof path[1] === 'string' ? path[1] : null,
  }));
  if (!data?.borough) return { kind: 'refused', problems, took };
  return { kind: 'answered', borough: data.borough, problems, synthetic: extensions.synthetic ?? [], took };
}
