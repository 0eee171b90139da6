import { readUse } from '../cpu.ts';
import { firstMessage, nextMessage, projectFile, startProgram } from '../processes.ts';
import type { GraphQLRequest } from '../workloads/workload.ts';
import { askAll, askOnce, gotten, posted, type Sent } from './asking.ts';
import type { BareAnswer } from './bare-server.ts';

/** So many that hundredths of a second, in which the system counts, are less than a hundredth of their cost. */
const hits = 20_000;
const warming = 10_000;
/** The gateway and the bare server take turns, so that what else the machine does falls on both. */
const rounds = 3;

/** A gateway that is measured, and what it, its agencies and their database have used. */
export interface Measured {
  readonly url: string;
  /** Processor time until now, in milliseconds. */
  readonly used: () => { readonly gateway: number; readonly agencies: number; readonly postgres: number };
}

/** Says what a hit and a 304 cost a gateway and its agencies, beside what the same bytes cost a bare server of Node. */
export async function measureHits(gateway: Measured, request: GraphQLRequest): Promise<void> {
  const { headers } = await askOnce(gateway.url, gotten(request, null));
  const tag = String(headers['etag']);
  await using bare = await startBare();
  for (const [name, sent, status] of [
    ['a hit', posted(request), 200],
    ['a hit by GET', gotten(request, null), 200],
    ['a 304', gotten(request, tag), 304],
  ] as const) {
    await askAll(gateway.url, warming, { choose: () => sent, look: () => undefined });
    await bare.tell(await askOnce(gateway.url, sent));
    const costs = { gateway: [] as number[], agencies: [] as number[], floor: [] as number[] };
    let remembered = 0;
    for (let round = 0; round < rounds; round += 1) {
      const floorBefore = bare.used();
      await ask(bare.url, sent, status);
      costs.floor.push(bare.used() - floorBefore);
      const before = gateway.used();
      remembered += await ask(gateway.url, sent, status);
      const after = gateway.used();
      costs.gateway.push(after.gateway - before.gateway);
      costs.agencies.push(after.agencies - before.agencies);
    }
    const each = (of: readonly number[]) => ((of.toSorted((one, next) => one - next)[1] ?? 0) / hits).toFixed(3);
    console.log(
      `${name}: gateway ${each(costs.gateway)} ms (floor, a bare node:http server: ${each(costs.floor)} ms), agencies ${each(costs.agencies)} ms, ${remembered} of ${rounds * hits} remembered`,
    );
  }
}

/** How many of them were answered by what is remembered. */
async function ask(url: string, sent: Sent, expected: number): Promise<number> {
  let remembered = 0;
  await askAll(url, hits, {
    choose: () => sent,
    look: ({ status, headers }) => {
      if (status !== expected) throw new Error(`expected ${expected}, and got ${status}`);
      if (headers['cache-status'] !== undefined) remembered += 1;
    },
  });
  return remembered;
}

/** A bare server, in a process of its own. */
async function startBare() {
  const script = projectFile('test/bench/remembered/bare-server.ts');
  const program = startProgram({ name: 'a bare server', script });
  // It says where it listens, in a message of its own form.
  const { port } = (await firstMessage(program)) as { readonly port: number };
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    used: () => readUse(program.pid)?.cpuMs ?? 0,
    /** Has it answer what was answered by another. */
    tell: async ({ status, head, bytes }: BareAnswer): Promise<void> => {
      const told = nextMessage(program);
      program.child.send({ status, head, bytes });
      await told;
    },
    [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
  };
}
