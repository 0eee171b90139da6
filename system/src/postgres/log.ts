import { readFileSync, renameSync, statSync } from 'node:fs';
import type { DataFolder } from '../stores/data-folder.ts';

/** Size of the log, in bytes, from which a start begins a new one: months of ordinary use. */
const logLimitBytes = 5_000_000;

/** The size of PostgreSQL's log before a start, in bytes: what is written from there on belongs to the start. */
export function beginLog(folder: DataFolder): number {
  const size = statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size < logLimitBytes) return size;
  renameSync(folder.log, `${folder.log}.old`);
  return 0;
}

/** Whether a start failed because another program had taken its port. */
export function wasPortTaken(folder: DataFolder, logStart: number): boolean {
  return readLogFrom(folder, logStart).includes('could not bind');
}

/** The line of the log that says best why a start failed. */
export function readFailure(folder: DataFolder, logStart: number): string {
  const lines = readLogFrom(folder, logStart).trim().split('\n');
  return lines.findLast((line) => line.includes('FATAL')) ?? lines.findLast((line) => line !== '') ?? 'it said nothing';
}

function readLogFrom(folder: DataFolder, start: number): string {
  return readFileSync(folder.log).subarray(start).toString('utf8');
}
