import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createDatabase } from '@boroughgraph/test/support/database.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram, type ProgramRequest, type RunningProgram } from '../testing/run-program.ts';
import { createTemporaryFolder } from '../testing/temporary-folder.ts';
import { agencyNames } from './agency-names.ts';
import { findFreePort } from './processes/ports.ts';
import { startPostgres } from './postgres/postgres-server.ts';
import { readPostmaster } from './postgres/postmaster-file.ts';
import { identifyProcess } from './processes/process-identity.ts';
import { readAgencyEnvironments } from './servers/agency-environments.ts';
import { createDataFolder, describeDataFolder } from './stores/data-folder.ts';

/** A data folder in which PostgreSQL has been set up: copies of it spare most tests the setting up. */
let made: Awaited<ReturnType<typeof createTemporaryFolder>>;
beforeAll(async () => {
  made = await createTemporaryFolder();
  const folder = describeDataFolder(join(made.path, 'data'));
  createDataFolder(folder);
  const server = await startPostgres({ folder, isDurable: false });
  await server.stop();
});
afterAll(() => made[Symbol.asyncDispose]());

describe('npm start', () => {
  it('runs five servers, each with its own environment, says where they are, and SIGTERM leaves nothing', async () => {
    await using system = await startSystem({}, 'new');
    await system.waitFor('npm run load');
    const servers = await system.askServers();
    expect(servers.map(({ environment }) => environment)).toEqual([
      {
        HOST: '127.0.0.1',
        PORT: String(system.ports[0]),
        LOG_LEVEL: 'warn',
        ...Object.fromEntries(
          agencyNames.map(({ variablePrefix }, index) => [
            `${variablePrefix}_URL`,
            `http://127.0.0.1:${system.ports[index + 1] ?? 0}/graphql`,
          ]),
        ),
      },
      ...agencyNames.map(({ databaseSchema, variablePrefix }, index) => ({
        HOST: '127.0.0.1',
        PORT: String(system.ports[index + 1]),
        LOG_LEVEL: 'warn',
        [`${variablePrefix}_DATABASE_URL`]: expect.stringMatching(
          new RegExp(
            `^postgres://boroughgraph_${databaseSchema}_reader__boroughgraph:[0-9a-f]{64}@127.0.0.1:${system.postmaster()?.port ?? 0}/boroughgraph$`,
          ),
        ) as unknown,
      })),
    ]);
    expect(system.output()).toContain(`GraphQL      http://localhost:${system.ports[0] ?? 0}/graphql\n`);
    expect(system.output()).toContain('were loaded for policing;');
    expect(system.output()).toContain('[health] a line of a log\n');
    const pids = [...servers.map(({ pid }) => pid), system.postmaster()?.pid ?? 0];
    system.send('SIGTERM');
    expect(await system.ended).toBe(0);
    expect(pids.map(identifyProcess)).toEqual(pids.map(() => null));
    expect(existsSync(join(system.folder, 'lock'))).toBe(false);
  });

  it.each(['SIGINT', 'SIGHUP'] as const)(
    'stops as well by %s, also when npm sends it a second time',
    async (signal) => {
      await using system = await startSystem();
      await system.waitFor('npm run load');
      const { pid } = system.postmaster() ?? { pid: 0 };
      system.send(signal);
      system.send(signal);
      expect(await system.ended).toBe(0);
      expect(identifyProcess(pid)).toBeNull();
    },
  );

  it.each([
    ['the data folder is locked', (folder: string) => existsSync(join(folder, 'lock'))],
    ['PostgreSQL is being set up', (folder: string) => list(folder).some((name) => name.startsWith('postgres.new-'))],
    ['PostgreSQL starts', (folder: string) => existsSync(join(folder, 'postgres/postmaster.pid'))],
  ])('stops while %s, and leaves nothing', async (_, isSo) => {
    await using system = await startSystem({}, 'new');
    await waitUntil(() => isSo(system.folder));
    system.send('SIGTERM');
    expect(await system.ended).toBe(0);
    expect(system.postmaster()).toBeNull();
    expect(list(system.folder).filter((name) => name === 'lock' || name.includes('.new'))).toEqual([]);
  });

  it('stops when the npm that started it is gone', async () => {
    // Between npm and its script stands a shell, which does not pass signals on when it waits for the script.
    await using system = await startSystem({
      through: ['/bin/sh', '-c', '"$0" "$@"; exit $?', process.execPath],
      environment: { npm_lifecycle_event: 'start' },
    });
    await system.waitFor('npm run load');
    const pids = (await system.askServers()).map(({ pid }) => pid);
    const postgres = system.postmaster()?.pid ?? 0;
    system.send('SIGKILL');
    await system.ended;
    await waitUntil(() => [...pids, postgres].every((pid) => identifyProcess(pid) === null));
    await waitUntil(() => !existsSync(join(system.folder, 'lock')));
  });

  it('a second start on the same data is refused in one line, and the first goes on', async () => {
    await using first = await startSystem();
    await first.waitFor('npm run load');
    await using second = await startSystem({ environment: { BOROUGHGRAPH_DATA: first.folder } });
    expect(await second.ended).toBe(1);
    expect(second.output()).toBe(
      `The data folder ${first.folder} is in use by process ${first.pid} ("start"). Stop that one first, or give this one its own folder: BOROUGHGRAPH_DATA=.data-2\n`,
    );
    expect(await first.askServers()).toHaveLength(5);
  });

  it('after kill -9 its servers end, and the next start puts PostgreSQL in order and keeps the data', async () => {
    await using first = await startSystem();
    await first.waitFor('npm run load');
    const orphan = first.postmaster()?.pid ?? 0;
    const servers = (await first.askServers()).map(({ pid }) => pid);
    first.send('SIGKILL');
    await first.ended;
    await waitUntil(() => servers.every((pid) => identifyProcess(pid) === null));
    expect([existsSync(join(first.folder, 'lock')), identifyProcess(orphan)]).toEqual([true, expect.any(String)]);
    await using second = await startSystem({ environment: { BOROUGHGRAPH_DATA: first.folder } });
    await second.waitFor('npm run load');
    expect(identifyProcess(orphan)).toBeNull();
  });

  it('a port that is taken is told in one line before anything is started', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await using system = await startSystem({ environment: { HEALTH_PORT: String(port) } }, 'new');
    expect(await system.ended).toBe(1);
    expect(system.output()).toMatch(
      new RegExp(`^Port ${port}, which the health subgraph needs, is taken\\. .* HEALTH_PORT=\\d+\n$`),
    );
    expect(existsSync(system.folder)).toBe(false);
    taken.close();
  });

  // In /proc nothing can be made; the recursive `mkdir` of Node tries for ever there.
  it.each(['/dev/null/data', '/proc/data', '/proc/above/data'])(
    'a data folder that cannot be made, %s, is told in one line',
    async (folder) => {
      await using system = await startSystem({ environment: { BOROUGHGRAPH_DATA: folder } });
      // A program that tries for ever hears no other signal.
      const timer = setTimeout(system.send, 20_000, 'SIGKILL');
      expect(await system.ended).toBe(1);
      clearTimeout(timer);
      expect(system.output()).toMatch(
        new RegExp(
          `^The data folder ${folder} cannot be made \\(E[A-Z]+: [^\n]*\\)\\. Name one that .*BOROUGHGRAPH_DATA=.*\n$`,
        ),
      );
    },
  );

  it('a subgraph that ends is started again, and the others do not notice', async () => {
    await using system = await startSystem();
    await system.waitFor('npm run load');
    const before = await system.askServers();
    await fetch(`http://127.0.0.1:${system.ports[3] ?? 0}/fall`).catch(() => undefined);
    await system.waitFor('[health] ended by itself (3); starting it again in 0.25 s');
    await waitUntil(async () => (await system.askServers()).length === 5);
    const after = await system.askServers();
    expect(after.map(({ pid }, index) => pid === before[index]?.pid)).toEqual([true, true, true, false, true]);
  });

  it('a PostgreSQL that is killed is started again on the same port', async () => {
    await using system = await startSystem();
    await system.waitFor('npm run load');
    const before = system.postmaster();
    process.kill(before?.pid ?? 0, 'SIGKILL');
    await system.waitFor('PostgreSQL ended by itself; starting it again');
    await waitUntil(() => system.postmaster()?.isReady === true);
    expect(system.postmaster()?.port).toBe(before?.port);
  });

  it('a subgraph that cannot start costs the others nothing', async () => {
    await using system = await startSystem({ environment: { BROKEN: 'health' } });
    await system.waitFor('npm run load');
    expect(system.output()).toContain('[health] cannot start\n');
    expect(system.output()).toContain('health does not answer yet. The others do; it is tried again.\n');
    expect(await system.askServers()).toHaveLength(4);
  });

  it('a gateway that cannot start ends the start, and leaves nothing', async () => {
    await using system = await startSystem({ environment: { BROKEN: 'gateway' } });
    expect(await system.ended).toBe(1);
    expect(system.output()).toContain('The gateway did not start; its message stands above.\n');
    expect([system.postmaster(), existsSync(join(system.folder, 'lock'))]).toEqual([null, false]);
  });

  it('an agency starts alone, without the gateway and the others', async () => {
    await using system = await startSystem({ arguments: ['start', 'health'] });
    await system.waitFor('(health alone)');
    expect((await system.askServers()).map((server) => server.environment['PORT'])).toEqual([String(system.ports[3])]);
  });

  it('with --embedded one server has the environments of all, none of which has a key of anybody', async () => {
    await using system = await startSystem({ arguments: ['start', '--embedded'] });
    await system.waitFor('npm run load');
    const servers = await system.askServers();
    expect(servers.map(({ environment }) => environment['PORT'])).toEqual([String(system.ports[0])]);
    const agencies = readAgencyEnvironments(servers[0]?.environment['EMBEDDED_AGENCIES'] ?? '');
    expect([servers[0]?.environment['PORT'], ...agencyNames.map(({ slug }) => agencies[slug]?.['PORT'])]).toEqual(
      system.ports.map(String),
    );
    expect(servers[0]?.letsIn).toEqual([]);
  });

  it('with --embedded nobody is named', async () => {
    await using system = await startSystem({
      arguments: ['start', '--embedded'],
      environment: { CALLER_ISSUERS: 'issuers.json' },
    });
    expect(await system.ended).toBe(1);
    expect(system.output()).toMatch(/^--embedded serves open figures to whoever asks, and CALLER_ISSUERS says/);
  });

  it('with DATABASE_URL no PostgreSQL is started, and the data folder has passwords of roles, keys of the audit and of who publishes, and when retention was kept', async () => {
    await using database = await createDatabase();
    await using system = await startSystem({ environment: { DATABASE_URL: database.url } }, 'new');
    await system.waitFor('npm run load');
    expect(readdirSync(system.folder).toSorted()).toEqual([
      'audit-key.json',
      'publisher-key.json',
      'retention-kept',
      'role-passwords',
    ]);
    const [, policing] = await system.askServers();
    expect(policing?.environment['POLICING_DATABASE_URL']).toMatch(/^postgres:\/\/boroughgraph_policing_reader__\w+:/);
  });

  it('an agency’s own database is handed to its subgraph as it is', async () => {
    const own = 'postgres://partner:secret@db.example.invalid/policing';
    await using system = await startSystem(
      { arguments: ['start', 'policing'], environment: { POLICING_DATABASE_URL: own } },
      'new',
    );
    await system.waitFor('(policing alone)');
    const [policing] = await system.askServers();
    expect([policing?.environment['POLICING_DATABASE_URL'], existsSync(system.folder)]).toEqual([own, false]);
  });
});

interface TestSystem extends RunningProgram {
  /** Of the gateway, then of the agencies. */
  readonly ports: readonly number[];
  readonly folder: string;
  readonly postmaster: () => ReturnType<typeof readPostmaster>;
  /** What each server that answers says of itself, in the order of `ports`. */
  readonly askServers: () => Promise<ServerAnswer[]>;
}

/** What a stand-in for a server says of itself. */
interface ServerAnswer {
  readonly pid: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Which variables it has by which somebody is named. */
  readonly letsIn: readonly string[];
}

/** Starts the system on a copy of the folder that was made, on a new one, or on the one that the environment names. */
async function startSystem(
  request: Partial<ProgramRequest> = {},
  data: 'copied' | 'new' = 'copied',
): Promise<TestSystem> {
  const temporary = await createTemporaryFolder();
  if (data === 'copied') execFileSync('cp', ['-a', join(made.path, 'data'), temporary.path]);
  const ports = await Promise.all(['gateway', ...agencyNames].map(() => findFreePort()));
  const variables = ['GATEWAY', ...agencyNames.map((agency) => agency.variablePrefix)];
  const environment = {
    BOROUGHGRAPH_DATA: join(temporary.path, 'data'),
    ...Object.fromEntries(variables.map((name, index) => [`${name}_PORT`, String(ports[index])])),
    // As on a terminal, for whoever reads what these tests compare.
    LOG_FORMAT: 'text',
    ...request.environment,
  };
  const program = runProgram({ arguments: ['start'], ...request, script: 'cli-with-stand-ins.ts', environment });
  const folder = environment.BOROUGHGRAPH_DATA;
  return {
    ...program,
    ports,
    folder,
    postmaster: () => (existsSync(join(folder, 'postgres')) ? readPostmaster(join(folder, 'postgres')) : null),
    askServers: async () => {
      const answers = await Promise.all(ports.map(askServer));
      return answers.filter((answer) => answer !== null);
    },
    [Symbol.asyncDispose]: async () => {
      await program[Symbol.asyncDispose]();
      await temporary[Symbol.asyncDispose]();
    },
  };
}

async function askServer(port: number): Promise<ServerAnswer | null> {
  const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
  // The stand-in answers so, by its own file.
  return answer === null ? null : ((await answer.json()) as ServerAnswer);
}

function list(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Looks until it is so; the test's own time limit ends it otherwise. */
async function waitUntil(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await delay(5);
}
