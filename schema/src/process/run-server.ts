import { drainMs } from '../wire/deadlines.ts';
import { EnvironmentError } from './environment.ts';
import type { ReadyMessage } from './ready-message.ts';

/** A server that listens. */
export interface RunningServer {
  readonly port: number;
  /** Answers what has been asked, then stops. */
  close(): Promise<void>;
}

/** A server to be run as a process. */
export interface ServerProgram {
  /** What it is called at the start of a sentence. */
  readonly name: string;
  /** Reads the environment and starts to listen. */
  readonly start: () => Promise<RunningServer>;
}

/**
 * Runs a server as a process: tells whoever forked it when it listens, and ends it on SIGTERM, SIGINT, and the loss of that
 * process, however it went. Requests under way have `drainMs` to finish.
 *
 * What stops the start is told in a line, or one for each wrong variable, and the exit code is 1. Never rejects.
 */
export async function runServer({ name, start }: ServerProgram): Promise<void> {
  let server: RunningServer | undefined;
  endWhenTold(async () => server?.close());
  try {
    server = await start();
    process.send?.({ ready: true, port: server.port } satisfies ReadyMessage);
  } catch (error) {
    console.error(describeFailure(name, error));
    process.exit(1);
  }
}

function endWhenTold(close: () => Promise<void>): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(0), drainMs).unref();
    void close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  // The channel to the parent closes when the parent is gone.
  process.on('disconnect', end);
}

function describeFailure(name: string, error: unknown): string {
  if (error instanceof EnvironmentError) return error.message;
  if (!(error instanceof Error)) return `${name} cannot start: ${String(error)}`;
  const reason = describePortFailure(error);
  return `${name} cannot start: ${reason ?? error.message}`;
}

/** What is wrong with the port that a server was to listen on; null for every other failure. */
function describePortFailure(error: Error): string | null {
  if (!('code' in error && 'port' in error && 'address' in error)) return null;
  const place = `port ${String(error.port)} of ${String(error.address)}`;
  const another = 'PORT sets another, for example PORT=4100.';
  switch (error.code) {
    case 'EADDRINUSE':
      return `${place} is taken by another program. ${another}`;
    case 'EACCES':
      return `this user may not listen on ${place}. ${another}`;
    case 'EADDRNOTAVAIL':
      return `this machine does not have the address ${String(error.address)}. HOST sets another, for example HOST=0.0.0.0.`;
    default:
      return null;
  }
}
