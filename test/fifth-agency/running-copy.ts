import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findFreePort } from '@boroughgraph/system/ports.ts';
import type { Checkout } from './checkout.ts';

/** A whole system that runs from a checkout; it is stopped when it is disposed of. */
export interface RunningCopy extends AsyncDisposable {
  /** The `data` of an answer of its gateway. @throws {Error} with the errors of an answer that has any. */
  readonly ask: (query: string) => Promise<unknown>;
  /** Loads a file, as a person would. */
  readonly load: (...parameters: readonly string[]) => Promise<string>;
}

/** What the system prints when it can be used. */
const readyText = 'Playground';
/** A cold start takes ten seconds on a small machine, and longer on one that is busy. */
const readyMs = 120_000;

/** Starts the system of a checkout, with data of its own, on free ports; `variables` names those of its agencies' ports. */
export async function startCopy(
  { folder, environment, run }: Checkout,
  variables: readonly string[],
): Promise<RunningCopy> {
  const gatewayPort = String(await findFreePort());
  Object.assign(environment, { BOROUGHGRAPH_DATA: join(folder, '.data'), GATEWAY_PORT: gatewayPort });
  for (const variable of variables) environment[variable] = String(await findFreePort());
  const script = join(folder, 'system/src/main.ts');
  const child = spawn(process.execPath, [script, 'start'], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`the system did not start within ${String(readyMs)} ms:\n${printed}`));
    }, readyMs);
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (!printed.includes(readyText)) return;
      clearTimeout(late);
      resolve();
    });
    child.on('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the system ended with ${String(code)}:\n${printed}`));
    });
  });
  return {
    ask: (query) => ask(`http://127.0.0.1:${gatewayPort}/graphql`, query),
    load: (...parameters) => run(process.execPath, script, 'load', ...parameters),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function ask(url: string, query: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const answer: unknown = await response.json();
  if (typeof answer !== 'object' || answer === null || !('data' in answer) || 'errors' in answer)
    throw new Error(`the gateway answers ${JSON.stringify(answer)} to ${query}`);
  return answer.data;
}
