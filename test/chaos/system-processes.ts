import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { agencyNames } from '@boroughgraph/system/agency-names.ts';
import { findFreePort } from '@boroughgraph/system/ports.ts';
import { readPostmaster } from '@boroughgraph/system/postmaster-file.ts';
import { removeFolder } from '../support/remove-folder.ts';

/** A process of the system to which something can be done. */
export interface SystemProcess {
  /** `gateway`, the name of an agency, or `postgres`. */
  readonly name: string;
  /** Its number at the moment; null while it does not run. */
  readonly pid: () => number | null;
  /** Its number and those of its own processes, of which PostgreSQL has one for each connection. */
  readonly allPids: () => readonly number[];
  /** Whether it answers at the moment that it lives. */
  readonly isAlive: () => Promise<boolean>;
  /** Where it says what it counts; null where it does not. */
  readonly metricsPort: number | null;
}

/** How a system is started, beside the variables that it is told. */
export interface ChaoticOptions {
  /** @default none */
  readonly variables?: Readonly<Record<string, string>>;
  /** Whether its processes say what they count. @default false */
  readonly isMeasured?: boolean;
}

/** A whole system, as `npm start` runs it, with the sample in a data folder of its own. It is stopped when it is disposed of. */
export interface ChaoticSystem extends AsyncDisposable {
  readonly url: string;
  readonly processes: readonly SystemProcess[];
  /** What starts and watches them. */
  readonly supervisor: SystemProcess;
  /** Every port at which one of them listens. */
  readonly ports: () => ReadonlySet<number>;
  /** Runs a command of it, as `npm run` does, and gives what that prints. Rejects where it fails. */
  readonly run: (...command: readonly string[]) => Promise<string>;
}

const runFile = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
/** What the system prints when it can be used. */
const readyText = 'Playground';
/** A cold start on a machine that is busy. */
const readyMs = 180_000;

/** Starts a system on free ports, with variables of its own, and resolves when it can be used. Only on Linux: it looks for its processes in `/proc`. */
export async function startChaoticSystem({
  variables = {},
  isMeasured = false,
}: ChaoticOptions = {}): Promise<ChaoticSystem> {
  const data = await mkdtemp(join(tmpdir(), 'boroughgraph-chaos-'));
  const ports = new Map<string, number>();
  for (const name of ['gateway', ...agencyNames.map(({ slug }) => slug)]) ports.set(name, await findFreePort());
  const main = join(root, 'system/src/main.ts');
  const metricsPort = isMeasured ? await findFreePort() : null;
  const measured = metricsPort === null ? {} : { METRICS_PORT: String(metricsPort) };
  const env = { ...process.env, BOROUGHGRAPH_DATA: data, ...describePorts(ports), ...measured, ...variables };
  const child = spawn(process.execPath, [main, 'start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  await waitUntilReady(child);
  return {
    url: `http://127.0.0.1:${ports.get('gateway') ?? 0}/graphql`,
    processes: listProcesses(child.pid ?? 0, { ports, data, metricsPort }),
    supervisor: {
      name: 'supervisor',
      pid: () => child.pid ?? null,
      // Those that it has started are processes of their own here.
      allPids: () => (child.pid === undefined ? [] : [child.pid]),
      isAlive: () => Promise.resolve(true),
      metricsPort: null,
    },
    ports: () => {
      const metricsPorts = metricsPort === null ? [] : [...ports.keys()].map((_, index) => metricsPort + index);
      return new Set([...ports.values(), ...metricsPorts, readPostmaster(join(data, 'postgres'))?.port ?? 0]);
    },
    run: async (...command) => (await runFile(process.execPath, [main, ...command], { cwd: root, env })).stdout,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await ended;
      await removeFolder(data);
    },
  };
}

function describePorts(ports: ReadonlyMap<string, number>): NodeJS.ProcessEnv {
  const ofAgencies = agencyNames.map(({ slug, variables }) => [variables.port, String(ports.get(slug))] as const);
  return { GATEWAY_PORT: String(ports.get('gateway')), ...Object.fromEntries(ofAgencies) };
}

async function waitUntilReady(child: ChildProcess): Promise<void> {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  for (const end = Date.now() + readyMs; !output.includes(readyText);) {
    if (Date.now() > end || child.exitCode !== null) throw new Error(`The system did not start:\n${output}`);
    await delay(100);
  }
}

function listProcesses(
  supervisor: number,
  {
    ports,
    data,
    metricsPort,
  }: { readonly ports: ReadonlyMap<string, number>; readonly data: string; readonly metricsPort: number | null },
): readonly SystemProcess[] {
  const served = [...ports].map(([name, port], index) => {
    const script = name === 'gateway' ? 'gateway/src/main.ts' : `subgraphs/${name}/src/main.ts`;
    return {
      name,
      ...processOf(() => findChild(supervisor, script)),
      isAlive: () => isAlive(port, name === 'gateway' ? '/ready' : '/health'),
      metricsPort: metricsPort === null ? null : metricsPort + index,
    };
  });
  const postgres = {
    name: 'postgres',
    ...processOf(() => findChild(supervisor, join(data, 'postgres'))),
    isAlive: () => Promise.resolve(readPostmaster(join(data, 'postgres'))?.isReady === true),
    metricsPort: null,
  };
  return [...served, postgres];
}

function processOf(pid: () => number | null): Pick<SystemProcess, 'pid' | 'allPids'> {
  const allPids = (): readonly number[] => {
    const own = pid();
    return own === null ? [] : [own, ...childrenOf(own)];
  };
  return { pid, allPids };
}

/** The child of a process whose command line has a text. */
function findChild(parent: number, text: string): number | null {
  return childrenOf(parent).find((pid) => readOrEmpty(`/proc/${pid}/cmdline`).includes(text)) ?? null;
}

function childrenOf(parent: number): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    const stat = readOrEmpty(`/proc/${pid}/stat`);
    const [state, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(ppid) === parent && state !== 'Z';
  });
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

/** Whether a process says that it lives; of the gateway, that it can answer: it listens before it has read the supergraph for its planner. */
async function isAlive(port: number, path: '/health' | '/ready'): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(500) }).catch(
    () => null,
  );
  return response?.status === 200;
}
