import { cpus, totalmem, release, type } from 'node:os';
import postgres from 'postgres';
import { peerVersion } from './subjects/peers.ts';

/** What the benchmark ran on. */
export function describeMachine(): Readonly<Record<string, string | number>> {
  const [first] = cpus();
  return {
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    system: `${type()} ${release()}`,
  };
}

/** What was measured, by name; peers that are not installed are absent. */
export async function describeVersions(serverUrl: string): Promise<Readonly<Record<string, string>>> {
  const sql = postgres(serverUrl, { max: 1 });
  const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
  await sql.end();
  const peers = [
    '@apollo/gateway',
    '@apollo/server',
    '@graphql-hive/gateway',
    '@graphql-hive/router-runtime',
    'graphql',
  ];
  const installed = peers.flatMap((name) => {
    const version = peerVersion(name);
    return version === null ? [] : [[`${name} (peers)`, version] as const];
  });
  return { node: process.version, postgresql: row?.version ?? 'unknown', ...Object.fromEntries(installed) };
}
