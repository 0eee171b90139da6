import type { GeneratorOrder, GeneratorReply, LoadPlan, LoadResult, LoadRun } from './generator-protocol.ts';
import { firstMessage, nextMessage, projectFile, startProgram } from './processes.ts';

/** The load generator in its own process. One run at a time. */
export interface RunningGenerator extends AsyncDisposable {
  /** Tells it what to send, and gives the number under which it knows that. */
  readonly learn: (plan: LoadPlan) => number;
  /** @throws when the generator fails or ends; a request that fails is counted. */
  readonly run: (number: number, run: LoadRun) => Promise<LoadResult>;
}

/** Starts the generator. */
export async function startGenerator(): Promise<RunningGenerator> {
  const program = startProgram({ name: 'the generator', script: projectFile('test/bench/generator.ts') });
  await firstMessage(program);
  let plans = 0;
  const send = (order: GeneratorOrder) => program.child.send(order);
  return {
    learn: (plan) => {
      plans += 1;
      send({ kind: 'plan', plan, number: plans });
      return plans;
    },
    run: async (number, run) => {
      const answered = nextMessage(program);
      send({ kind: 'run', number, run });
      // The program of ours that it runs answers in this form.
      const reply = (await answered) as GeneratorReply;
      if (reply.kind === 'failed') throw new Error(reply.reason);
      return reply.result;
    },
    [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
  };
}
