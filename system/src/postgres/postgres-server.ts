import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataFolder } from '../stores/data-folder.ts';
import { findFreePort } from '../processes/ports.ts';
import { findAccount, prepareAccount } from './account.ts';
import { findPostgresBinaries } from './binaries.ts';
import { ensureCluster, readPassword, superuser } from './cluster.ts';
import { beginLog, readFailure, wasPortTaken } from './log.ts';
import { readPostmaster, removeMisleadingPostmasterFile } from './postmaster-file.ts';
import { Problem } from '../problem.ts';
import { describeEnvironment, type Command } from '../processes/run-command.ts';
import { stopInSteps } from '../processes/stop-process.ts';
import { postgresStopSteps, stopOrphanedPostgres } from './stop-postgres.ts';

/** A running embedded PostgreSQL. */
export interface PostgresServer {
  readonly pid: number;
  /** On 127.0.0.1. */
  readonly port: number;
  /** URL of the superuser, for the database `postgres`. */
  readonly url: string;
  /** Resolves when it has stopped, for whatever reason. */
  readonly stopped: Promise<void>;
  /** Stops it, at once when `hurry` aborts. Never rejects; calling it twice is no error. */
  readonly stop: (hurry?: AbortSignal) => Promise<void>;
}

/** How the embedded PostgreSQL is started. */
export interface PostgresOptions {
  readonly folder: DataFolder;
  /** Whether a commit survives a power cut; tests do without. @default true */
  readonly isDurable?: boolean;
  /** Port to listen on. @default a free one, another at each start */
  readonly port?: number | undefined;
  /** Gives the start up when it aborts. @default never */
  readonly signal?: AbortSignal | undefined;
}

/** How often a start is tried when another program takes the chosen port in between. */
const portAttempts = 5;
/** Milliseconds that a start may take; recovery after a power cut takes the longest. */
const startTimeoutMs = 60_000;
/** Milliseconds between two looks whether it accepts connections. */
const lookEveryMs = 25;

/**
 * Starts the PostgreSQL of a data folder, making its files the first time; resolves when it accepts connections.
 *
 * Call it with the lock of the folder in hand. It listens on 127.0.0.1 only, never on 5432, and has no Unix socket. It
 * runs in a process group of its own, so that Ctrl-C does not stop it under the programs that still use it.
 *
 * @throws {Problem} when it cannot be started here.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { folder, isDurable = true, signal } = options;
  const binaries = await findPostgresBinaries();
  const account = findAccount(folder.postgres);
  const asUser = await prepareAccount(account, [binaries.postgres, folder.postgres]);
  await ensureCluster({ folder, binaries, account, asUser, isDurable, signal });
  await stopOrphanedPostgres(folder.postgres);
  removeMisleadingPostmasterFile(folder.postgres);
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await findFreePort());
    signal?.throwIfAborted();
    const logStart = beginLog(folder);
    const settings = describeSettings({ folder, port, isDurable });
    const server = launch(asUser(binaries.postgres, settings), folder, port);
    if (await isReady(server, folder, signal)) return server;
    signal?.throwIfAborted();
    if (attempt === portAttempts || options.port !== undefined || !wasPortTaken(folder, logStart))
      throw new Problem(`PostgreSQL did not start: ${readFailure(folder, logStart)} (more in ${folder.log})`);
  }
}

/** The URL of the superuser of a PostgreSQL that runs on the data of `folder`; null when none runs or it is not ready. */
export function findRunningPostgres(folder: DataFolder): string | null {
  if (!existsSync(folder.postgres)) return null;
  const postmaster = readPostmaster(folder.postgres);
  return postmaster?.isReady === true ? describeUrl(folder, postmaster.port) : null;
}

function describeUrl(folder: DataFolder, port: number): string {
  return `postgres://${superuser}:${readPassword(folder)}@127.0.0.1:${port}/postgres`;
}

function describeSettings(request: { folder: DataFolder; port: number; isDurable: boolean }): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    // A small machine: four pools of eight connections, a few loads and a person with psql. Beside each other, tests run several.
    `max_connections=${request.isDurable ? 60 : 150}`,
    'shared_buffers=128MB',
    // Loads write much at once; fewer checkpoints write it once.
    'max_wal_size=2GB',
    'checkpoint_timeout=15min',
    // Compiling a query takes longer than any of ours runs.
    'jit=off',
    'timezone=UTC',
    'log_line_prefix=%m [%p] %q%u ',
    ...(request.isDurable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  // The folder comes first: readPostmaster finds it there.
  return ['-D', request.folder.postgres, '-p', String(request.port), ...settings.flatMap((setting) => ['-c', setting])];
}

function launch(command: Command, folder: DataFolder, port: number): PostgresServer {
  const log = openSync(folder.log, 'a', 0o600);
  const child = spawn(command.file, command.arguments, {
    ...command.account,
    env: describeEnvironment(),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const stopped = waitForExit(child);
  return {
    pid: child.pid ?? 0,
    port,
    url: describeUrl(folder, port),
    stopped,
    stop: async (hurry) => {
      await stopInSteps({ send: (signal) => child.kill(signal), ended: stopped, steps: postgresStopSteps, hurry });
    },
  };
}

async function waitForExit(child: ChildProcess): Promise<void> {
  // `once` rejects when the program cannot be started at all; it has stopped then, too.
  await once(child, 'exit').catch(() => undefined);
}

/** False when it stopped, or was stopped because `signal` aborted, before it accepted connections. */
async function isReady(server: PostgresServer, folder: DataFolder, signal?: AbortSignal): Promise<boolean> {
  const hasStopped = server.stopped.then(() => true);
  for (const end = Date.now() + startTimeoutMs; Date.now() < end && signal?.aborted !== true;) {
    const postmaster = readPostmaster(folder.postgres);
    if (postmaster?.pid === server.pid && postmaster.isReady) return true;
    if (await Promise.race([hasStopped, delay(lookEveryMs, false)])) return false;
  }
  await server.stop(AbortSignal.abort());
  return false;
}
