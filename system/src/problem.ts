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
 * One line that says what went wrong: the message of an `Error`, else its text; of a disk that is full, that it is, and of a PostgreSQL that
 * refuses, what to do. Never throws, never empty.
 */
export function describeError(error: unknown): string {
  const message = messageOf(error);
  // What it says has been put so already.
  if (error instanceof Problem) return message;
  if (isDiskFull(error)) return `the disk is full: make room on it, and run the command again (${message})`;
  const advice = refusals.get(codeOf(error) ?? '');
  return advice === undefined ? message : `${advice} (${message})`;
}

/** What PostgreSQL means by codes with which it refuses. Source: PostgreSQL 18 documentation, appendix A. */
const refusals: ReadonlyMap<string, string> = new Map([
  ['25006', 'PostgreSQL takes no writes at the moment: it is a replica, or was made read-only'],
  ['28000', 'PostgreSQL does not admit this connection: see its pg_hba.conf, and sslmode in the URL'],
  ['28P01', 'PostgreSQL refuses the password of the URL'],
  ['53300', 'PostgreSQL has no connection left: raise max_connections, or lower STORE_CONNECTIONS'],
]);

/** The code of an error, or of what it wraps; null where there is none. */
function codeOf(error: unknown): string | null {
  return systemErrorCode(error) ?? (error instanceof Error && error.cause !== undefined ? codeOf(error.cause) : null);
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
  // Drizzle's own message is the statement with all its values; what is wrong with it is its cause.
  if (error.cause instanceof Error && error.message.startsWith('Failed query: ')) return messageOf(error.cause);
  return error.message === '' ? (systemErrorCode(error) ?? error.name) : error.message;
}
