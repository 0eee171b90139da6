import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { readReadyPort } from '@boroughgraph/schema/process/ready-message.ts';
import { findFreePort } from '@boroughgraph/system/ports.ts';
import { expect, it } from 'vitest';
import { createDatabase } from '../support/database.ts';
import { removeFolder } from '../support/remove-folder.ts';

const project = resolve(import.meta.dirname, '../..');
// Four processes, one after another, on a machine that runs other tests beside them.
const startTimeoutMs = 120_000;
const workspaces = ['gateway', 'schema', 'subgraphs', 'system'];

/**
 * A copy of what runs, in a folder whose name has a space, what begins a fragment of a URL, what stands for a space in one,
 * and an accent. The packages are links to those of the project.
 */
async function copyCheckout(resources: AsyncDisposableStack): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'boroughgraph-checkout-'));
  resources.defer(() => removeFolder(parent));
  const checkout = join(parent, 'a b#c%20é');
  for (const workspace of workspaces)
    await cp(join(project, workspace), join(checkout, workspace), { recursive: true, filter: isRun });
  const packages = join(checkout, 'node_modules');
  await mkdir(packages);
  const names = (await readdir(join(project, 'node_modules'))).filter((name) => !name.startsWith('.'));
  for (const name of names.filter((each) => each !== '@boroughgraph'))
    await symlink(join(project, 'node_modules', name), join(packages, name));
  // Links to the workspaces beside them, so that the copy runs its own code.
  await cp(join(project, 'node_modules/@boroughgraph'), join(packages, '@boroughgraph'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  return checkout;
}

function isRun(path: string): boolean {
  return !path.endsWith('.test.ts') && !path.includes(`${sep}node_modules`);
}

/** A program of the copy, which is stopped at the end; `written` is all that it has written. */
interface Program {
  readonly child: ChildProcess;
  /** Resolves with its exit code. */
  readonly ended: Promise<unknown>;
  readonly written: () => string;
}

interface ProgramRequest {
  readonly arguments?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

function run(resources: AsyncDisposableStack, script: string, request: ProgramRequest): Program {
  const child = fork(script, [...(request.arguments ?? [])], {
    execArgv: [],
    env: { PATH: process.env['PATH'], ...request.environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => code as unknown);
  resources.defer(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  return { child, ended, written: () => text };
}

/** The status of what each path answers. */
async function statuses(base: string, paths: readonly string[]): Promise<readonly number[]> {
  const answers = await Promise.all(paths.map((path) => fetch(base + path)));
  return Promise.all(answers.map(async (answer) => (await answer.text(), answer.status)));
}

it(
  'A checkout migrates, loads and serves whatever its folder is called',
  async () => {
    await using resources = new AsyncDisposableStack();
    const database = resources.use(await createDatabase());
    const checkout = await copyCheckout(resources);
    const system = join(checkout, 'system/src/main.ts');
    const port = await findFreePort();
    const environment = { HEALTH_DATABASE_URL: database.url, HEALTH_PORT: String(port) };

    const file = join(checkout, '10% of it.csv');
    await writeFile(file, 'indicator,area,period,value,status\nhospitals-with-youth-workers,London,S2031-03-31,4,\n');
    const words = ['load', 'health', 'health-coverage', file, '--published-at', '2031-04-01'];
    const load = run(resources, system, { arguments: words, environment });
    expect([await load.ended, load.written()]).toEqual([0, expect.stringContaining('10% of it.csv')]);

    // What is loaded spares the sample, which takes longer than all the rest.
    const agency = run(resources, system, { arguments: ['start', 'health'], environment });
    const hasStarted = new Promise<'started'>((settle) => {
      agency.child.stdout?.on('data', () => {
        if (agency.written().includes('Playground')) settle('started');
      });
    });
    expect(await Promise.race([hasStarted, agency.ended.then(agency.written)])).toBe('started');

    const gateway = run(resources, join(checkout, 'gateway/src/main.ts'), {
      environment: { PORT: '0', LOG_LEVEL: 'silent', HEALTH_URL: `http://127.0.0.1:${port}/graphql` },
    });
    const said = once(gateway.child, 'message').then(([message]) => readReadyPort(message));
    const gatewayPort = await Promise.race([said, gateway.ended.then(gateway.written)]);
    expect(gatewayPort).toEqual(expect.any(Number));

    expect(await statuses(`http://127.0.0.1:${port}`, ['/ready', '/playground'])).toEqual([200, 200]);
    const url = `http://127.0.0.1:${String(gatewayPort)}`;
    expect(await statuses(url, ['/playground'])).toEqual([200]);
    const query = '{ health { dataset(id: "health-coverage") { latestRelease { observationCount } } } }';
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const body: unknown = await answer.json();
    expect(body).toEqual({ data: { health: { dataset: { latestRelease: { observationCount: 1 } } } } });
  },
  startTimeoutMs,
);
