import { deepStrictEqual } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '@boroughgraph/system/ports.ts';
import { readSteps, type Step } from '../readme/read-steps.ts';
import type { Checkout } from './checkout.ts';
import { choosePlaces, startCopy } from './running-copy.ts';

const guide = 'schema/JOINING.md';
/** The gateway looks for what was published every second, and warms it up before it serves it. */
const answerWithinMs = 60_000;
const hasPython = spawnSync('python3', ['--version']).status === 0;

/** What a step of the guide did. */
export type Follow = (title: string, work: () => Promise<unknown>) => Promise<void>;

/** Where the guide is followed, and what it has started until now. */
interface Place {
  readonly checkout: Checkout;
  readonly resources: AsyncDisposableStack;
  /** The ports that the guide names, and those that stand in for them. */
  readonly ports: ReadonlyMap<string, string>;
}

/**
 * Runs every command of the guide in a checkout, in their order, as a new partner would.
 *
 * A line with `&` at its end goes on in the background, and so does what starts the system; all stop at the end.
 *
 * @param agencies - The variables of the ports of all agencies, the new one included.
 * @throws {Error} when a command fails, or what it prints is not what the guide says.
 */
export async function followGuide(checkout: Checkout, agencies: readonly string[], follow: Follow): Promise<void> {
  await using resources = new AsyncDisposableStack();
  const { gatewayPort } = await choosePlaces(checkout, agencies);
  const ports = new Map([
    ['4000', gatewayPort],
    ['4006', String(await findFreePort())],
  ]);
  for (const step of await readSteps(join(checkout.folder, guide)))
    if (!hasPython && isAboutPython(step.command)) console.log(`left out, there is no python3: ${step.command}`);
    else await follow(titleOf(step.command), () => runStep(step, { checkout, resources, ports }));
}

const isAboutPython = (command: string) => /python|transport|:4006/.test(command);
const titleOf = (command: string) => (command.length > 100 ? `${command.slice(0, 99)}…` : command);

async function runStep({ command, answer }: Step, { checkout, resources, ports }: Place): Promise<void> {
  const own = command.replaceAll(/(?<=localhost:|127\.0\.0\.1:|PORT=)\d{4}/g, (port) => ports.get(port) ?? port);
  const start = /^npm start(?: -- (.*))?$/.exec(own);
  if (start !== null) resources.use(await startCopy(checkout, start[1]?.split(' ') ?? []));
  else if (own.endsWith('&')) await startBehind(own.slice(0, -1), { checkout, resources });
  else if (answer === null) await checkout.run('sh', '-c', own);
  else await requireAnswer(own, JSON.parse(answer), checkout);
}

/** Starts what goes on, and waits for the first that it prints. */
async function startBehind(command: string, { checkout, resources }: Omit<Place, 'ports'>): Promise<void> {
  const { folder: cwd, environment: env } = checkout;
  const child = spawn('sh', ['-c', `exec ${command}`], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  resources.defer(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => Promise.reject(new Error(`"${command}" ended before it had printed anything`))),
  ]);
}

/** Asks until the answer is that of the guide: what is published is served a little later. */
async function requireAnswer(command: string, expected: unknown, { run }: Checkout): Promise<void> {
  const until = performance.now() + answerWithinMs;
  for (;;) {
    const found: unknown = JSON.parse(await run('sh', '-c', command));
    try {
      deepStrictEqual(found, expected, `${guide} has another answer than came to ${command}`);
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
    }
    await wait(500);
  }
}
