import { readFileSync } from 'node:fs';
import { readFamily } from '../cpu.ts';

/** What a process has of the machine's memory, in bytes. */
export interface MemoryUse {
  /** Everything that lies in the machine now; what processes share is counted for each. */
  readonly residentBytes: number;
  /** What processes share is divided among them, so that those of several add up. Linux calls it PSS. */
  readonly proportionalBytes: number;
}

/**
 * The memory of a process in the kernel's own words, the text of /proc/…/smaps_rollup. Source: proc_pid_smaps(5), where kB
 * are 1,024 bytes.
 *
 * @throws when it does not say both.
 */
export function parseMemory(rollup: string): MemoryUse {
  const bytesOf = (name: string) => {
    const [, kilobytes] = new RegExp(`^${name}: +(\\d+) kB$`, 'm').exec(rollup) ?? [];
    if (kilobytes === undefined) throw new Error(`no line "${name}: … kB" in ${rollup}`);
    return Number(kilobytes) * 1024;
  };
  return { residentBytes: bytesOf('Rss'), proportionalBytes: bytesOf('Pss') };
}

/** The memory of one process, without those that it has started. */
export function readMemory(pid: number): MemoryUse {
  return parseMemory(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
}

/** The bytes of a process and all that it has started, what they share counted once. */
export function readSharedMemory(pid: number): number {
  return readFamily(pid).reduce((sum, member) => sum + readMemory(member.pid).proportionalBytes, 0);
}
