import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that it started have used since they began. */
export interface ProcessUse {
  /** Processor time of all threads, user and system, in milliseconds. */
  readonly cpuMs: number;
  /** Memory that lies in the machine now, in bytes; what processes share is counted for each. */
  readonly residentBytes: number;
}

/** A process that runs. */
export interface ProcessStatus extends ProcessUse {
  readonly pid: number;
  readonly parent: number;
}

/** Linux counts processor time in hundredths of a second for programs, whatever its kernel does. Source: proc_pid_stat(5), time(7). */
const msPerTick = 10;
/** What every Linux that Node 24 supports on x64 has; on machines with larger pages, memory is shown too small. */
const pageBytes = 4096;

/** What a process and its descendants have used; what ended counts with whoever waited for it. Null where there is no /proc, or no such process. */
export function readUse(pid: number): ProcessUse | null {
  const family = readFamily(pid);
  if (family.length === 0) return null;
  return {
    cpuMs: family.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    residentBytes: family.reduce((sum, { residentBytes }) => sum + residentBytes, 0),
  };
}

/**
 * A process and its descendants, each before those that it started; the processes of other groups and sessions too. What
 * each has used includes what ended children of its own did. Empty where there is no /proc, or no such process.
 */
export function readFamily(pid: number): readonly ProcessStatus[] {
  const own = readStatus(pid);
  if (own === null) return [];
  const children = Map.groupBy(readAll(), ({ parent }) => parent);
  const family = [own];
  // Grows while it is gone through.
  for (const member of family) family.push(...(children.get(member.pid) ?? []));
  return family;
}

/** The process that started `pid`; null where that cannot be told. */
export function findParent(pid: number): number | null {
  return readStatus(pid)?.parent ?? null;
}

function readAll(): readonly ProcessStatus[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((name) => readStatus(Number(name)) ?? []);
}

function readStatus(pid: number): ProcessStatus | null {
  const text = readProc(`/proc/${pid}/stat`);
  if (text === null) return null;
  // The second field is the name in brackets, which may hold anything, brackets too.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent = 0] = fields;
  const ticks = fields.slice(11, 15).reduce((sum, part) => sum + part, 0);
  return { pid, parent, cpuMs: ticks * msPerTick, residentBytes: (fields[21] ?? 0) * pageBytes };
}

/** Null when the process has ended meanwhile, or the system has no /proc. */
function readProc(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
