import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that it started have used since they began. */
export interface ProcessUse {
  /** Processor time of all threads, user and system, in milliseconds. */
  readonly cpuMs: number;
  /** Memory that lies in the machine now, in bytes; what processes share is counted for each. */
  readonly residentBytes: number;
}

interface Status extends ProcessUse {
  readonly parent: number;
}

/** Linux counts processor time in hundredths of a second for programs, whatever its kernel does. Source: proc_pid_stat(5), time(7). */
const msPerTick = 10;
/** What every Linux that Node 24 supports on x64 has; on machines with larger pages, memory is shown too small. */
const pageBytes = 4096;

/** What a process and its descendants have used; what ended counts with whoever waited for it. Null where there is no /proc, or no such process. */
export function readUse(pid: number): ProcessUse | null {
  const own = readStatus(pid);
  if (own === null) return null;
  const children = Map.groupBy(readAll(), ([, { parent }]) => parent);
  const sum = (use: ProcessUse, of: number): ProcessUse =>
    (children.get(of) ?? []).reduce((total, [child, status]) => sum(add(total, status), child), use);
  const { cpuMs, residentBytes } = sum(own, pid);
  return { cpuMs, residentBytes };
}

/** The process that started `pid`; null where that cannot be told. */
export function findParent(pid: number): number | null {
  return readStatus(pid)?.parent ?? null;
}

function add(one: ProcessUse, other: ProcessUse): ProcessUse {
  return { cpuMs: one.cpuMs + other.cpuMs, residentBytes: one.residentBytes + other.residentBytes };
}

function readAll(): readonly (readonly [number, Status])[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((name) => {
    const status = readStatus(Number(name));
    return status === null ? [] : [[Number(name), status] as const];
  });
}

function readStatus(pid: number): Status | null {
  const text = readProc(`/proc/${pid}/stat`);
  if (text === null) return null;
  // The second field is the name in brackets, which may hold anything, brackets too.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent = 0] = fields;
  const ticks = fields.slice(11, 15).reduce((sum, part) => sum + part, 0);
  return { parent, cpuMs: ticks * msPerTick, residentBytes: (fields[21] ?? 0) * pageBytes };
}

/** Null when the process has ended meanwhile, or the system has no /proc. */
function readProc(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
