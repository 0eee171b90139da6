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

/**
 * One line that says what went wrong: the message of an `Error`, else its text; of a disk that is full, that it is. Never throws, never
 * empty.
 */
export function describeError(error: unknown): string {
  const message = messageOf(error);
  // What it says has been put so already.
  if (error instanceof Problem) return message;
  return isDiskFull(error) ? `the disk is full: make room on it, and run the command again (${message})` : message;
}

/** The codes by which Node and PostgreSQL say that a disk, or what somebody may use of it, is full. */
const fullCodes: readonly (string | null)[] = ['ENOSPC', 'EDQUOT', '53100'];

function isDiskFull(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDiskFull);
  if (!(error instanceof Error)) return false;
  // Programs that PostgreSQL brings say so in words alone; what wraps an error says it of its cause.
  const isSaid = /no space left on device|disk quota exceeded/i.test(error.message);
  return fullCodes.includes(systemErrorCode(error)) || isSaid || isDiskFull(error.cause);
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ') || error.name;
  if (!(error instanceof Error)) return String(error);
  return error.message === '' ? (systemErrorCode(error) ?? error.name) : error.message;
}
