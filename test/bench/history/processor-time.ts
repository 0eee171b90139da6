import { readFileSync } from 'node:fs';
import { readFamily } from '../cpu.ts';

/** Gives the processor time that some work takes, in milliseconds. */
export type ProcessorMsOf = (work: () => Promise<unknown>) => Promise<number>;

/**
 * Measures this process and a PostgreSQL together, to the microsecond: a load or a question is over before the hundredths of a second pass in
 * which Linux counts for `readUse`. What sessions have used that ended meanwhile is left out.
 */
export function measuringBoth(postgresPid: number): ProcessorMsOf {
  return async (work) => {
    const postgres = postgresMs(postgresPid);
    const own = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(own);
    return (user + system) / 1000 + postgresMs(postgresPid) - postgres;
  };
}

/** The first number of this file is the time on a processor in nanoseconds. Source: sched-stats.rst of the kernel's documentation. */
function postgresMs(pid: number): number {
  return readFamily(pid).reduce((sum, each) => sum + Number(readSchedule(each.pid).split(' ')[0]) / 1e6, 0);
}

/** Of a process that has ended meanwhile, nothing was used. */
function readSchedule(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/schedstat`, 'utf8');
  } catch {
    return '0';
  }
}
