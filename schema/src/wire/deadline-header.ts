/**
 * The header with which whoever asks a subgraph says how many milliseconds it waits for the answer. A deadline shrinks as it is
 * passed on: the gateway writes what is left of its own.
 */
export const deadlineHeader = 'x-boroughgraph-deadline-ms';

// A day: more is no deadline, and a timer of Node's holds no more than 24 of them.
const longestMs = 86_400_000;

/** What is left of a deadline as text for the header, in whole milliseconds. Never throws. */
export function writeDeadline(remainingMs: number): string {
  return String(Math.floor(Math.min(Math.max(remainingMs, 0), longestMs)));
}

/**
 * How long the answer to a request is waited for, in whole milliseconds; null where its sender does not say, or says it in a form
 * that nobody agreed on. Never throws.
 */
export function readDeadline(request: {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}): number | null {
  const text = request.headers[deadlineHeader];
  return typeof text === 'string' && /^\d{1,8}$/.test(text) ? Number(text) : null;
}
