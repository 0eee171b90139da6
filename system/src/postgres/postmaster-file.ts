import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemErrorCode } from '../problem.ts';
import { readCommandLine } from '../processes/process-identity.ts';

/** What a running PostgreSQL says of itself in its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Whether it accepts connections. */
  readonly isReady: boolean;
}

/**
 * The PostgreSQL that runs on the data in `folder`, or null when none does, whatever file an earlier one left.
 *
 * Source: the lines of postmaster.pid, PostgreSQL 18, src/include/utils/pidfile.h.
 */
export function readPostmaster(folder: string): Postmaster | null {
  const [pid, , , port, , , , status] = readLines(folder);
  if (pid === undefined || !isPostgresOf(Number(pid), folder)) return null;
  return { pid: Number(pid), port: Number(port ?? 0), isReady: status?.trim() === 'ready' };
}

/**
 * Removes a postmaster.pid whose process number now belongs to something else.
 *
 * PostgreSQL itself removes one whose process has ended, but refuses to start when another process of the same user has
 * come by that number, as happens in containers. Call this only while no PostgreSQL runs on the folder.
 */
export function removeMisleadingPostmasterFile(folder: string): void {
  const [pid] = readLines(folder);
  if (pid === undefined || readCommandLine(Number(pid)) === null || isPostgresOf(Number(pid), folder)) return;
  rmSync(resolve(folder, 'postmaster.pid'), { force: true });
}

function isPostgresOf(pid: number, folder: string): boolean {
  const commandLine = readCommandLine(pid);
  return commandLine !== null && [folder, realpathSync(folder)].some((path) => commandLine.includes(` -D ${path} `));
}

function readLines(folder: string): readonly (string | undefined)[] {
  try {
    return readFileSync(resolve(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
