import { existsSync, readFileSync } from 'node:fs';
import { findFreePort } from '@boroughgraph/system/ports.ts';
import { firstMessage, projectFile, startProgram, waitUntilServed, type RunningProcess } from '../processes.ts';
import { urlsOf } from '../running-agencies.ts';
import type { RunningSubject, Subject } from './subject.ts';
import { writeSupergraph } from './supergraph-file.ts';

const folder = projectFile('test/bench/peers');

/**
 * What their makers advise for production, and no reports to them: what they measure is what their users have.
 * Source: apollographql/federation, gateway-js/CHANGELOG.md, 2.14.0.
 */
const environment = { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true', LOG_LEVEL: 'warn' };

/** Says that the Rust planner was not found, after which Hive Gateway goes on without it. */
const withoutPlanner = 'Falling back to the default runtime';

/** Whether `npm run bench:peers` has been run. */
export function arePeersInstalled(): boolean {
  return existsSync(`${folder}/node_modules/@graphql-hive/gateway/package.json`);
}

/** The version of a package among the peers; null where they are not installed. */
export function peerVersion(name: string): string | null {
  const path = `${folder}/node_modules/${name}/package.json`;
  if (!existsSync(path)) return null;
  // Every package has a version: npm would not have installed it without.
  return (JSON.parse(readFileSync(path, 'utf8')) as { readonly version: string }).version;
}

const apollo: Subject = {
  name: 'apollo-gateway',
  description: `@apollo/gateway ${peerVersion('@apollo/gateway') ?? ''} with its defaults on Apollo Server ${peerVersion('@apollo/server') ?? ''} standalone, NODE_ENV=production`,
  start: (agencies) => startOverFile(urlsOf(agencies), startApollo),
};

const hive: Subject = {
  name: 'hive-gateway',
  description: `Hive Gateway ${peerVersion('@graphql-hive/gateway') ?? ''} with its defaults, NODE_ENV=production`,
  start: (agencies) => startHiveGateway(urlsOf(agencies)),
};

const hiveRust: Subject = {
  name: 'hive-gateway-rust',
  description: `Hive Gateway ${peerVersion('@graphql-hive/gateway') ?? ''} with --hive-router-runtime ${peerVersion('@graphql-hive/router-runtime') ?? ''} (Rust planner), NODE_ENV=production`,
  start: (agencies) => startHiveGateway(urlsOf(agencies), ['--hive-router-runtime']),
};

/** The gateways that ours is compared with. */
export const peers: readonly Subject[] = [apollo, hive, hiveRust];

interface StartedPeer {
  readonly program: RunningProcess;
  readonly url: string;
}

/** Starts Hive Gateway over the supergraph of the repository, with the subgraphs at these addresses. @throws {Error} when it does not serve. */
export function startHiveGateway(
  urls: ReadonlyMap<string, string>,
  options: readonly string[] = [],
): Promise<RunningSubject> {
  return startOverFile(urls, (supergraph) => startHive(supergraph, options));
}

/** Starts a peer that reads the supergraph from a file of its own, which goes when the peer does. */
async function startOverFile(
  urls: ReadonlyMap<string, string>,
  start: (supergraph: string) => Promise<StartedPeer>,
): Promise<RunningSubject> {
  await using resources = new AsyncDisposableStack();
  const file = resources.use(await writeSupergraph(urls));
  const { program, url } = await start(file.path);
  resources.use(program);
  const moved = resources.move();
  return { pid: program.pid, url, [Symbol.asyncDispose]: () => moved.disposeAsync() };
}

async function startApollo(supergraph: string): Promise<StartedPeer> {
  const script = `${folder}/apollo-gateway.js`;
  const program = startProgram({ name: 'apollo-gateway', script, arguments: [supergraph], environment, folder });
  // The script of ours that starts it says where it listens.
  const { url } = (await firstMessage(program)) as { readonly url: string };
  return { program, url };
}

async function startHive(supergraph: string, options: readonly string[]): Promise<StartedPeer> {
  const port = await findFreePort();
  const program = startProgram({
    name: ['hive-gateway', ...options].join(' '),
    script: `${folder}/node_modules/@graphql-hive/gateway/dist/bin.js`,
    arguments: ['supergraph', supergraph, '--host', '127.0.0.1', '--port', String(port), ...options],
    environment,
    folder,
  });
  await waitUntilServed(program, `http://127.0.0.1:${port}/readiness`);
  if (program.output().includes(withoutPlanner)) {
    await program[Symbol.asyncDispose]();
    throw new Error(`${program.name}: ${program.output()}`);
  }
  return { program, url: `http://127.0.0.1:${port}/graphql` };
}
