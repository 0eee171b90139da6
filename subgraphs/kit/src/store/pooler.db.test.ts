import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '@boroughgraph/test/support/database.ts';
import { expect, it } from 'vitest';
import { openStore } from './database.ts';
import { migrateStore } from './migrate.ts';
import { readFactsByKey } from './read-facts.ts';

/** Debian's; where it is not installed the test is skipped, and counted so. */
const isInstalled = spawnSync('pgbouncer', ['--version']).error === undefined;
/** It refuses to run as root. */
const unprivileged = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** pgbouncer in transaction mode before a PostgreSQL, with one connection to it. */
async function startPooler(postgresPort: string, login: readonly [string, string]) {
  const folder = mkdtempDisposableSync(join(tmpdir(), 'boroughgraph-'));
  chmodSync(folder.path, 0o755);
  const port = await findPort();
  const users = join(folder.path, 'users');
  writeFileSync(users, `${login.map((text) => `"${text}"`).join(' ')}\n`);
  const settings = join(folder.path, 'pgbouncer.ini');
  writeFileSync(
    settings,
    [
      '[databases]',
      `* = host=127.0.0.1 port=${postgresPort}`,
      '[pgbouncer]',
      `listen_port = ${port}`,
      'listen_addr = 127.0.0.1',
      'unix_socket_dir =',
      'auth_type = plain',
      `auth_file = ${users}`,
      'pool_mode = transaction',
      'default_pool_size = 1',
      '',
    ].join('\n'),
  );
  const child = spawn('pgbouncer', [settings], { ...unprivileged, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  let output = '';
  for await (const text of child.stderr.setEncoding('utf8')) {
    output += String(text);
    if (output.includes('process up')) break;
  }
  return {
    port,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
      folder.remove();
    },
  };
}

it.skipIf(!isInstalled)('A store answers by way of a pooler that lends a connection for each transaction', async () => {
  await using database = await createDatabase();
  const { sql } = database;
  const url = new URL(database.url);
  const role = `pooled_${url.pathname.slice(1)}`;
  await sql`create schema library`;
  await sql`create role ${sql(role)} login password 'p%w'`;
  await migrateStore(sql, 'library', role);
  await sql`alter role ${sql(role)} in database ${sql(url.pathname.slice(1))} set search_path = library`;
  await using pooler = await startPooler(url.port, [role, 'p%w']);
  const place = `${role}:p%25w@127.0.0.1:${pooler.port}${url.pathname}`;
  const store = openStore({ url: `postgres://${place}?pooler=transaction`, schema: 'library', connections: 4 });
  const unsaid = openStore({ url: `postgres://${place}`, schema: 'library', connections: 1 });
  const facts = { kind: 'site', keys: ['a'], releaseNumbers: [1] } as const;
  const answers = await Promise.all(Array.from({ length: 20 }, () => readFactsByKey(store, facts)));
  expect(answers).toEqual(Array.from({ length: 20 }, () => new Map()));
  await expect(unsaid.sql`select`).rejects.toThrow('unsupported startup parameter');
  await Promise.all([store.close(), unsaid.close()]);
  await sql`drop owned by ${sql(role)}`;
  await sql`drop role ${sql(role)}`;
});
