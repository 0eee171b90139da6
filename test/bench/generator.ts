/*
 * The load generator: a process of its own, so that what it costs is not taken for the cost of what it measures. Takes
 * plans and runs from whoever forked it, one after another, and answers each run.
 */
import type { GeneratorOrder, GeneratorReply } from './generator-protocol.ts';
import { LoadLoop } from './load-loop.ts';
import { workloadNamed } from './workloads/workloads.ts';

const loops = new Map<number, LoadLoop>();

process.on('message', (message) => {
  // Only the benchmark forks this process, and sends nothing else.
  void obey(message as GeneratorOrder);
});
// Between two runs there is nothing else that would keep the process alive.
process.channel?.ref();
process.send?.({ ready: true });

async function obey(order: GeneratorOrder): Promise<void> {
  if (order.kind === 'plan') {
    loops.set(order.number, new LoadLoop(order.plan, workloadNamed(order.plan.workload)));
    return;
  }
  reply(await run(order));
}

async function run({ number, run }: Extract<GeneratorOrder, { kind: 'run' }>): Promise<GeneratorReply> {
  const loop = loops.get(number);
  if (loop === undefined) return { kind: 'failed', reason: `there is no plan ${number}` };
  try {
    return { kind: 'done', result: await loop.run(run) };
  } catch (error) {
    return { kind: 'failed', reason: String(error) };
  }
}

function reply(answer: GeneratorReply): void {
  process.send?.(answer);
}
