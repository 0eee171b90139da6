/*
 * Loaded into our gateway before its own code, when it is profiled: takes `start` and `stop` from whoever forked it, and
 * answers `stop` with the processor time of the main thread since, and the profile written to a file. Costs nothing until it is told to start.
 */
import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import type { ProfileOrder } from './profiling.ts';

/** Microseconds between two samples: fine enough for what takes a tenth of a millisecond a request. */
const intervalUs = 250;

const session = new Session();
session.connect();
let before = process.threadCpuUsage();

process.on('message', (message) => {
  // Only the benchmark forks a process with this hook, and sends nothing else.
  void obey(message as ProfileOrder);
});

async function obey(order: ProfileOrder): Promise<void> {
  if (order.kind === 'start') {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: intervalUs });
    await session.post('Profiler.start');
    before = process.threadCpuUsage();
    process.send?.({ done: 'start' });
    return;
  }
  // Before the profile is put together, which takes time of its own.
  const { user, system } = process.threadCpuUsage(before);
  const { profile } = await session.post('Profiler.stop');
  await writeFile(order.file, JSON.stringify(profile));
  process.send?.({ done: 'stop', cpuMs: (user + system) / 1000 });
}
