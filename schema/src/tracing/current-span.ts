import { AsyncLocalStorage } from 'node:async_hooks';

/** What is said of a span beside its name: few words that no client can make up, and no secrets. */
export type SpanFacts = Readonly<Record<string, string | number>>;

/** Something that takes time and is told to a collector. */
export interface Span {
  /** What tells another process below what it works. Source: W3C Trace Context, 3.2 traceparent. */
  readonly traceparent: string;
  /** Begins another one below it, for what is asked of another process. */
  begin(name: string, facts?: SpanFacts): Span;
  /** Is called once. */
  end(outcome: { readonly hasFailed: boolean; readonly facts?: SpanFacts }): void;
}

const spans = new AsyncLocalStorage<Span>();

/** Below what the code that calls this works; null where nothing is traced. */
export function currentSpan(): Span | null {
  return spans.getStore() ?? null;
}

/** Runs `work` below a span: it, and all that it begins, finds it by {@link currentSpan}. */
export function runInSpan<T>(span: Span, work: () => T): T {
  return spans.run(span, work);
}

/**
 * What `work` resolves with, in a span below the current one for what is asked of another process; without one where nothing is traced.
 * Rejects as `work` does, and the span has then failed.
 */
export async function asking<T>(name: string, facts: SpanFacts, work: () => Promise<T>): Promise<T> {
  const span = currentSpan()?.begin(name, facts);
  if (span === undefined) return work();
  let hasFailed = true;
  try {
    const result = await runInSpan(span, work);
    hasFailed = false;
    return result;
  } finally {
    span.end({ hasFailed });
  }
}
