/**
 * Something that the person at the terminal can put right. Shown as its message alone, one line without a stack.
 *
 * `exitCode` is 2 for a command that was typed wrongly, 1 for everything else.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly exitCode: 1 | 2;

  constructor(message: string, options: { readonly exitCode?: 1 | 2; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.exitCode = options.exitCode ?? 1;
  }
}

/** The code of a system error such as `ENOENT`, or null when `error` is not one. Never throws. */
export function systemErrorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** One line that says what went wrong: the message of an `Error`, else its text. Never throws, never empty. */
export function describeError(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describeError).join('; ') || error.name;
  if (!(error instanceof Error)) return String(error);
  return error.message === '' ? (systemErrorCode(error) ?? error.name) : error.message;
}
