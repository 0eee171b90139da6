import { existsSync, readFileSync } from 'node:fs';
import { projectFile, startProgram, waitUntilServed, findFreePort, nextMessage } from '../processes.ts';
import type { RunningAgencies } from '../running-agencies.ts';
import { urlsOf } from '../running-agencies.ts';
import { writeSupergraph } from './supergraph-file.ts';
import type { RunningSubject, Subject } from './subject.ts';

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
  kind: 'gateway',
  start: async (agencies) => {
    const supergraph = await writeSupergraph(urlsOf(agencies));
    const script = `${folder}/apollo-gateway.js`;
    const program = startProgram({ name: 'apollo-gateway', script, arguments: [supergraph], environment, folder });
    // The script of ours that starts it says where it listens.
    const { url } = (await nextMessage('apollo-gateway', program)) as { readonly url: string };
    return { pid: program.pid, url, [Symbol.asyncDispose]: () => program[Symbol.asyncDispose]() };
  },
};

const hive: Subject = {
  name: 'hive-gateway',
  description: `Hive Gateway ${peerVersion('@graphql-hive/gateway') ?? ''} with its defaults, NODE_ENV=production`,
  kind: 'gateway',
  start: (agencies) => startHive(agencies, []),
};

const hiveRust: Subject = {
  name: 'hive-gateway-rust',
  description: `Hive Gateway ${peerVersion('@graphql-hive/gateway') ?? ''} with --hive-router-runtime ${peerVersion('@graphql-hive/router-runtime') ?? ''} (Rust planner), NODE_ENV=production`,
  kind: 'gateway',
  start: (agencies) => startHive(agencies, ['--hive-router-runtime']),
};

/** The gateways that ours is compared with. */
export const peers: readonly Subject[] = [apollo, hive, hiveRust];

async function startHive(agencies: RunningAgencies, options: readonly string[]): Promise<RunningSubject> {
  const port = await findFreePort();
  const name = ['hive-gateway', ...options].join(' ');
  const program = startProgram({
    name,
    script: `${folder}/node_modules/@graphql-hive/gateway/dist/bin.js`,
    arguments: [
      'supergraph',
      await writeSupergraph(urlsOf(agencies)),
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      ...options,
    ],
    environment,
    folder,
  });
  try {
    await waitUntilServed(name, program, `http://127.0.0.1:${port}/readiness`);
    if (program.output().includes(withoutPlanner)) throw new Error(`${name}: ${program.output()}`);
  } catch (error) {
    await program[Symbol.asyncDispose]();
    throw error;
  }
  const url = `http://127.0.0.1:${port}/graphql`;
  return { pid: program.pid, url, [Symbol.asyncDispose]: () => program[Symbol.asyncDispose]() };
}
