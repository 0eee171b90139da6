import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * A text that belongs to the running process `pid` and to no later process that is given the same number.
 *
 * Null when no such process runs; one that has ended and waits to be collected by its parent counts as ended. Numbers
 * come round again, in containers at every start, so that a number alone says nothing about who wrote it down. Never throws.
 */
export function identifyProcess(pid: number): string | null {
  return existsSync('/proc/self/stat') ? identifyByProc(pid) : identifyByPs(pid);
}

/** The command line of a running process, its arguments parted by spaces, or null when none runs. Never throws. */
export function readCommandLine(pid: number): string | null {
  if (!existsSync('/proc/self/stat')) return askPs(pid, 'args=');
  return readOrNull(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() ?? null;
}

function identifyByProc(pid: number): string | null {
  // "pid (name) state ppid …": the name may hold spaces and brackets, so that counting starts after the last bracket.
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  // Field 22 of proc(5) is the start time in ticks since the machine started; the first two are cut off here.
  const startedAt = fields[19];
  if (state === 'Z' || state === 'X' || startedAt === undefined) return null;
  return `${readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? 'unknown-boot'} ${startedAt}`;
}

function identifyByPs(pid: number): string | null {
  const state = askPs(pid, 'state=');
  return state === null || state.startsWith('Z') ? null : askPs(pid, 'lstart=');
}

function askPs(pid: number, format: string): string | null {
  const result = spawnSync('ps', ['-o', format, '-p', String(pid)], { encoding: 'utf8' });
  return result.status === 0 && result.stdout.trim() !== '' ? result.stdout.trim() : null;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // A process may end between any two lines here; then it has no file, and that is the answer.
    return null;
  }
}
