import { readFileSync } from 'node:fs';

const nsPerMs = 1e6;

/**
 * Processor time that the main thread of a process has used, in milliseconds: the thread of its event loop. What it used while
 * a request was refused is the longest that the request can have blocked the loop, whatever else ran on the machine.
 *
 * @throws when there is no such process, or the system has no /proc.
 * Source: Documentation/scheduler/sched-stats.rst of Linux, the first figure of /proc/…/schedstat.
 */
export function readLoopMs(pid: number): number {
  const [used] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ');
  return Number(used) / nsPerMs;
}
