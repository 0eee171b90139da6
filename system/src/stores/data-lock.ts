import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { DataFolder } from './data-folder.ts';
import { Problem, describeError, systemErrorCode } from '../problem.ts';
import { lettingGoMs, lookAgainMs } from '../processes/letting-go.ts';
import { identifyProcess } from '../processes/process-identity.ts';

const holderSchema = z.object({ pid: z.int().positive(), identity: z.string(), command: z.string() });

/** Which process uses a data folder. */
export interface LockHolder {
  readonly pid: number;
  /** Tells the process from a later one with the same number. */
  readonly identity: string;
  /** What it does there: `start`, `load`, `recall`, `releases` or `migrate`. */
  readonly command: string;
}

/** The running process that holds the folder, or null when none does: a lock whose process has ended holds nothing. */
export function readLockHolder(folder: DataFolder): LockHolder | null {
  return parseRunningHolder(readLock(folder.lock));
}

/** Resolves when no process holds the folder, or when one that was told to stop would have let go of it. Never rejects. */
export async function waitForDataLock(folder: DataFolder): Promise<void> {
  const endsAtMs = performance.now() + lettingGoMs;
  while (readLockHolder(folder) !== null && performance.now() < endsAtMs) await wait(lookAgainMs);
}

/**
 * Takes the data folder for this process until the returned function is called.
 *
 * A lock left by a process that has ended, by `kill -9` or a power cut, is taken over.
 *
 * @throws {Problem} when a running process holds the folder, or the folder may not be written.
 */
export function takeDataLock(folder: DataFolder, command: string): () => void {
  const own = `${folder.lock}.${process.pid}`;
  try {
    writeFileSync(own, JSON.stringify({ pid: process.pid, identity: identifyProcess(process.pid) ?? '', command }));
    // Two rounds: the second follows the removal of a stale lock.
    if (!tryLink(own, folder.lock) && !(removeStaleLock(folder) && tryLink(own, folder.lock))) throw heldBy(folder);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(`The data folder ${folder.root} cannot be locked: ${describeError(error)}`, { cause: error });
  } finally {
    rmSync(own, { force: true });
  }
  return () => {
    rmSync(folder.lock, { force: true });
  };
}

/** Links rather than creates, because a link appears with its content: nobody can read half a lock. */
function tryLink(source: string, lock: string): boolean {
  try {
    linkSync(source, lock);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes a stale lock out of the way; false when the lock is alive.
 *
 * Of two processes that find the same stale lock, the slower could remove the faster one's new lock. So the lock is
 * moved aside, not deleted, and put back when it turns out to be another than the one that was judged.
 */
function removeStaleLock(folder: DataFolder): boolean {
  const judged = readLock(folder.lock);
  if (parseRunningHolder(judged) !== null) return false;
  const aside = `${folder.lock}.${process.pid}.stale`;
  try {
    renameSync(folder.lock, aside);
  } catch (error) {
    // Somebody else was faster; whether the folder is free now, the second round says.
    if (systemErrorCode(error) === 'ENOENT') return true;
    throw error;
  }
  const isTheJudged = readLock(aside) === judged;
  if (!isTheJudged) tryLink(aside, folder.lock);
  rmSync(aside, { force: true });
  return isTheJudged;
}

function heldBy(folder: DataFolder): Problem {
  const holder = readLockHolder(folder);
  const who = holder === null ? 'another process' : `process ${holder.pid} ("${holder.command}")`;
  return new Problem(
    `The data folder ${folder.root} is in use by ${who}. Stop that one first, or give this one its own folder: BOROUGHGRAPH_DATA=.data-2`,
  );
}

function readLock(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Null also for a file cut short by a power failure: nobody who still runs wrote it. */
function parseRunningHolder(text: string | null): LockHolder | null {
  try {
    const holder = text === null ? null : holderSchema.parse(JSON.parse(text));
    return holder !== null && identifyProcess(holder.pid) === holder.identity ? holder : null;
  } catch {
    return null;
  }
}
