import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import postgres from 'postgres';
import { projectFile } from './processes.ts';
import { peerVersion } from './subjects/peers.ts';

/** What the benchmark ran on. */
export function describeMachine(): Readonly<Record<string, string | number>> {
  const [first] = cpus();
  return {
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 1e9)} GB`,
    system: `${type()} ${release()}`,
  };
}

/** What was measured, by name: this project's commit, what it runs on, and what our gateway and its peers are built from. */
export async function describeVersions(serverUrl: string): Promise<Readonly<Record<string, string>>> {
  return {
    boroughgraph: readCommit(projectFile('')) ?? 'unknown',
    node: process.version,
    postgresql: await readPostgresVersion(serverUrl),
    ...ownDependencies(),
    ...peerDependencies(),
  };
}

/** The commit that is checked out in a folder; null where it is no repository. */
export function readCommit(folder: string): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

async function readPostgresVersion(serverUrl: string): Promise<string> {
  const sql = postgres(serverUrl, { max: 1 });
  try {
    const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
    return row?.version ?? 'unknown';
  } finally {
    await sql.end();
  }
}

function ownDependencies(): Readonly<Record<string, string>> {
  // Our own manifest, which names exact versions.
  const { dependencies } = JSON.parse(readFileSync(projectFile('gateway/package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const foreign = Object.entries(dependencies).filter(([name]) => !name.startsWith('@boroughgraph/'));
  return Object.fromEntries(foreign.map(([name, version]) => [`${name} (ours)`, version]));
}

/** Peers that are not installed are absent. */
function peerDependencies(): Readonly<Record<string, string>> {
  const names = [
    '@apollo/gateway',
    '@apollo/server',
    '@graphql-hive/gateway',
    '@graphql-hive/router-runtime',
    'graphql',
  ];
  const installed = names.flatMap((name) => {
    const version = peerVersion(name);
    return version === null ? [] : [[`${name} (peers)`, version] as const];
  });
  return Object.fromEntries(installed);
}
