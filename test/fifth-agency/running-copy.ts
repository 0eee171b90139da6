import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findFreePort } from '@boroughgraph/system/ports.ts';
import type { Checkout } from './checkout.ts';

/** What the system prints when it can be used. */
const readyText = 'Playground';
/** A cold start takes ten seconds on a small machine, and longer on one that is busy. */
const readyMs = 120_000;

/** Lets the system of a checkout have data of its own, and free ports; `agencies` names the variables of its agencies' ports. Returns that of its gateway. */
export async function choosePlaces(
  { folder, environment }: Checkout,
  agencies: readonly string[],
): Promise<{ readonly gatewayPort: string }> {
  const gatewayPort = String(await findFreePort());
  Object.assign(environment, { BOROUGHGRAPH_DATA: join(folder, '.data'), GATEWAY_PORT: gatewayPort });
  for (const variable of agencies) environment[variable] = String(await findFreePort());
  return { gatewayPort };
}

/** Starts the system of a checkout, which is stopped when it is disposed of, and waits until it can be used. */
export async function startCopy(
  { folder, environment }: Checkout,
  parameters: readonly string[],
): Promise<AsyncDisposable> {
  const script = join(folder, 'system/src/main.ts');
  const child = spawn(process.execPath, [script, 'start', ...parameters], {
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
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
