import type { Dataset } from './data/datasets.ts';
import { firstMessage, nextMessage, projectFile, startProgram } from './processes.ts';
import type { LoaderOrder } from './release-loader.ts';

/** Loads releases in its own process. One order at a time. */
export interface RunningLoader extends AsyncDisposable {
  readonly pid: number;
  /** Loads one more release of recorded crime, later than all others; resolves when it is served. */
  readonly load: (dataset: Dataset) => Promise<void>;
  /** Takes away what it has loaded. */
  readonly remove: (dataset: Dataset) => Promise<void>;
}

/** Starts the loader. What it is told to do rejects when it fails, with what it wrote; it has ended then. */
export async function startLoader(): Promise<RunningLoader> {
  const program = startProgram({ name: 'the loader', script: projectFile('test/bench/release-loader.ts') });
  await firstMessage(program);
  let number = 0;
  const obey = async (order: LoaderOrder) => {
    const done = nextMessage(program);
    program.child.send(order);
    await done;
  };
  return {
    pid: program.pid,
    load: (dataset) => obey({ kind: 'load', dataset, number: (number += 1) }),
    remove: (dataset) => obey({ kind: 'remove', dataset }),
    [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
  };
}
