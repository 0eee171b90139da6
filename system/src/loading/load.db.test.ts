import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import { runProgram, type RunningProgram } from '../../testing/run-program.ts';
import { createTemporaryFolder } from '../../testing/temporary-folder.ts';
import { agencyNames } from '../agency-names.ts';
import { describeDataFolder } from '../stores/data-folder.ts';
import { findFreePort } from '../processes/ports.ts';
import { findRunningPostgres } from '../postgres/postgres-server.ts';

const header = 'indicator,area,period,value';
const good = [header, 'bicycles-stolen,Hackney,CY2024,120', 'bicycles-stolen,Camden,CY2024,240', ''].join('\n');
const bad = [header, 'bicycles-stolen,Hackney,CY2023,many', 'bicycles-stolen,Camden,CY2023,230', ''].join('\n');

let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;

beforeAll(async () => {
  folder = await createTemporaryFolder();
  writeFileSync(join(folder.path, 'good.csv'), good);
  writeFileSync(join(folder.path, 'bad.csv'), bad);
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

describe('npm run load, into a database that is there', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createDatabase();
    return () => database[Symbol.asyncDispose]();
  });

  it('loads a file once, and says so the second time', async () => {
    const first = await load(['policing', 'bicycles', file('good.csv'), '--published-at', '2025-01-31']);
    expect(first.exitCode).toBe(0);
    expect(first.output).toContain('2 rows: 2 loaded, 0 left out, 0 kept outside areas, 0 rejected; 2 observations');
    const second = await load(['policing', 'bicycles', file('good.csv'), '--published-at', '2025-01-31']);
    expect(second.exitCode).toBe(0);
    expect(second.output).toContain('the same bytes are loaded already');
    expect(await countReleases()).toBe(1);
  });

  it('with --dry-run reports and stores nothing', async () => {
    const result = await load(['policing', 'bicycles', file('good.csv'), '--published-at', '2025-01-31', '--dry-run']);
    expect(result.exitCode).toBe(0);
    expect(result.output).toContain('would be loaded, in ');
    expect(await countReleases()).toBe(0);
  });

  it('a file with rows that cannot be read is not published and fails the command, unless rejects are accepted', async () => {
    const line = ['policing', 'bicycles', file('bad.csv'), '--published-at', '2025-01-31'];
    const refused = await load(line);
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toContain('not loaded, because 1 row cannot be read (--accept-rejects loads the others)');
    expect(refused.output).toContain('rejected, line 2, column "value": found "many"');
    const tried = await load([...line, '--dry-run']);
    expect(tried.exitCode).toBe(1);
    expect(tried.output).toContain('not loaded, because 1 row cannot be read (--accept-rejects loads the others)');
    expect((await load([...line, '--dry-run', '--accept-rejects'])).exitCode).toBe(0);
    expect(await countReleases()).toBe(0);
    const accepted = await load([...line, '--accept-rejects']);
    expect(accepted.exitCode).toBe(0);
    expect(await countReleases()).toBe(1);
  });

  it('what contradicts what is served is told with each load and each dry run, and stops neither', async () => {
    const years = [1200, 1180, 1220, 1190, 1210].map(
      (stolen, index) => `bicycles-stolen,Hackney,CY${2019 + index},${stolen}`,
    );
    writeFileSync(file('years.csv'), [header, ...years, ''].join('\n'));
    writeFileSync(file('tenfold.csv'), [header, 'bicycles-stolen,Hackney,CY2024,12000', ''].join('\n'));
    const usual = await load(['policing', 'bicycles', file('years.csv'), '--published-at', '2024-01-31']);
    expect(usual.output).not.toContain('beside what is served');
    const line = ['policing', 'bicycles', file('tenfold.csv'), '--published-at', '2025-01-31'];
    const sentence =
      /beside what is served: bicycles: bicycles-stolen of Hackney in CY2024, 12,000, is 10\.0 times above the 1,20\d that the periods beside it make likely/;
    const tried = await load([...line, '--dry-run']);
    expect([tried.exitCode, tried.output]).toEqual([0, expect.stringMatching(sentence)]);
    const loaded = await load(line);
    expect([loaded.exitCode, loaded.output]).toEqual([0, expect.stringMatching(sentence)]);
    expect(await countReleases()).toBe(2);
  });

  it('a manifest is loaded file by file, with what is not known yet named, and a table at the end', async () => {
    const manifest = writeManifest([
      { agency: 'policing', dataset: 'wards', file: 'nowhere.csv' },
      { agency: 'policing', dataset: 'bicycles', file: 'good.csv' },
      { agency: 'policing', dataset: 'wards', file: 'nowhere.csv' },
      { agency: 'policing', dataset: 'bicycles', file: 'bad.csv' },
    ]);
    const { exitCode, output } = await load([manifest]);
    expect(exitCode).toBe(1);
    const lines = output.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').replace(/\d+\.\d\d$/, 'S'));
    expect(lines.filter((line) => /^(not known|\[|dataset |bicycles [^:]|total )/.test(line))).toEqual([
      'not known yet: policing/wards (2 files)',
      '[1/2] policing/bicycles good.csv',
      '[2/2] policing/bicycles bad.csv',
      'dataset file outcome rows loaded left out kept outside rejected observations seconds',
      'bicycles good.csv loaded 2 2 0 0 0 2 S',
      'bicycles bad.csv rejected 2 1 0 0 1 1 S',
      'total 2 files 4 3 0 0 1 3 S',
    ]);
  });

  it('a manifest with a wrong entry loads nothing', async () => {
    const manifest = writeManifest([
      { agency: 'policing', dataset: 'bicycles', file: 'good.csv' },
      { agency: 'policing', dataset: 'bicycles', file: 'lost.csv' },
    ]);
    const { exitCode, output } = await load([manifest]);
    expect([exitCode, output]).toEqual([1, `Entry 2 (policing/bicycles): there is no file ${file('lost.csv')}\n`]);
    const schemas = await database.sql`select from pg_namespace where nspname = 'policing'`;
    expect(schemas).toHaveLength(0);
  });

  it('a manifest of which nothing is known yet is no failure and needs no database', async () => {
    const manifest = writeManifest([{ agency: 'health', dataset: 'waits', file: 'nowhere.csv' }]);
    const { exitCode, output } = await load([manifest], { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/d' });
    expect([exitCode, output]).toEqual([0, 'not known yet: health/waits (1 file)\nThere is nothing to load.\n']);
  });

  it('a single file of a dataset that is not known fails the command', async () => {
    const line = ['policing', 'bicycle', file('good.csv'), '--published-at', '2025-01-31'];
    expect(await load(line)).toEqual({
      exitCode: 1,
      output: 'policing has no dataset "bicycle": expected bicycles\n',
    });
  });

  it('a database that is away fails the command in one line', async () => {
    const line = ['policing', 'bicycles', file('good.csv'), '--published-at', '2025-01-31'];
    const { exitCode, output } = await load(line, { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/d' });
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^The database of DATABASE_URL cannot be prepared: [^\n]*ECONNREFUSED[^\n]*\n$/);
  });

  it('by watch: loads what a partner has put where it is watched, and keeps it when the next is refused', async () => {
    await using data = await createTemporaryFolder();
    const partner = join(data.path, 'partners', 'bicycles');
    mkdirSync(partner, { recursive: true });
    const put = (name: string, text: string) => {
      writeFileSync(join(partner, name), text);
      utimesSync(join(partner, name), new Date('2025-03-01'), new Date('2025-03-01'));
    };
    const watch = () =>
      finish(
        runCommandLine(['watch', '--once'], {
          DATABASE_URL: database.url,
          BOROUGHGRAPH_DATA: data.path,
          WATCH_FOLDER: join(data.path, 'partners'),
        }),
      );
    put('bicycles-2025-01-31.csv', good);
    const first = await watch();
    expect(first.output).toContain('policing/bicycles: the folder bicycles, every hour');
    expect(first.output).toContain('2 rows: 2 loaded');
    expect(first.exitCode).toBe(0);
    put('bicycles-2025-02-28.csv', bad);
    const second = await watch();
    expect(second.output).toContain('not loaded, because 1 row cannot be read');
    expect(second.output).not.toContain('the same bytes');
    expect(second.exitCode).toBe(1);
    expect(await countReleases()).toBe(1);
  });

  async function load(
    line: readonly string[],
    environment: NodeJS.ProcessEnv = {},
  ): Promise<{ exitCode: number | string; output: string }> {
    return finish(runCommandLine(['load', ...line], { DATABASE_URL: database.url, ...environment }));
  }

  async function countReleases(): Promise<number> {
    return countReleasesAt(database.url);
  }
});

describe('npm run load, into the embedded PostgreSQL', () => {
  it('starts it when nothing runs, and leaves neither a process nor a lock', async () => {
    await using data = await createTemporaryFolder();
    const environment = { BOROUGHGRAPH_DATA: data.path };
    const line = ['load', 'policing', 'bicycles', file('good.csv'), '--published-at', '2025-01-31'];
    const { exitCode, output } = await finish(runCommandLine(line, environment));
    expect([exitCode, output.includes('2 observations')]).toEqual([0, true]);
    expect(findRunningPostgres(describeDataFolder(data.path))).toBeNull();
    expect(existsSync(join(data.path, 'lock'))).toBe(false);
  });

  it('joins a system that runs, and one that is only starting', async () => {
    await using data = await createTemporaryFolder();
    const environment = { BOROUGHGRAPH_DATA: data.path, ...(await choosePorts()) };
    await using system = runCommandLine(['start'], environment);
    while (!existsSync(join(data.path, 'lock'))) await new Promise(setImmediate);
    const early = await finish(
      runCommandLine(['load', 'policing', 'bicycles', file('good.csv'), '--published-at', '2025-01-31'], environment),
    );
    expect(early).toEqual({ exitCode: 0, output: expect.stringContaining('2 observations') as string });
    await system.waitFor('npm run load');
    const late = await finish(
      runCommandLine(['load', 'policing', 'bicycles', file('good.csv'), '--published-at', '2025-01-31'], environment),
    );
    expect(late.output).toContain('the same bytes are loaded already');
    const serverUrl = new URL(findRunningPostgres(describeDataFolder(data.path)) ?? '');
    serverUrl.pathname = '/boroughgraph';
    expect(await countReleasesAt(serverUrl.href)).toBe(1);
  });

  it('a load that SIGTERM stops fails, and leaves neither a process nor a lock', async () => {
    await using data = await createTemporaryFolder();
    const line = ['load', 'policing', 'bicycles', file('good.csv'), '--published-at', '2025-01-31'];
    await using program = runCommandLine(line, { BOROUGHGRAPH_DATA: data.path });
    while (!existsSync(join(data.path, 'postgres/postmaster.pid'))) await new Promise(setImmediate);
    program.send('SIGTERM');
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain('Stopped before the end.');
    expect(findRunningPostgres(describeDataFolder(data.path))).toBeNull();
    expect(existsSync(join(data.path, 'lock'))).toBe(false);
  });
});

it('npm run db:migrate with an agency makes the tables of that one', async () => {
  await using database = await createDatabase();
  const { exitCode, output } = await finish(runCommandLine(['migrate', 'health'], { DATABASE_URL: database.url }));
  expect([exitCode, output]).toEqual([0, 'health: the tables are up to date\n']);
});

it('npm run db:migrate makes the tables of every agency', async () => {
  await using database = await createDatabase();
  const { exitCode, output } = await finish(runCommandLine(['migrate'], { DATABASE_URL: database.url }));
  expect([exitCode, output]).toEqual([
    0,
    agencyNames.map(({ slug }) => `${slug}: the tables are up to date\n`).join(''),
  ]);
  const schemas = await database.sql`
    select distinct table_schema as schema from information_schema.tables where table_name = 'release' order by 1`;
  expect(schemas.map((row) => String(row['schema']))).toEqual(agencyNames.map(({ schema }) => schema).toSorted());
});

function runCommandLine(line: readonly string[], environment: NodeJS.ProcessEnv): RunningProgram {
  return runProgram({ script: 'cli-with-stand-ins.ts', arguments: line, environment });
}

async function finish(program: RunningProgram): Promise<{ exitCode: number | string; output: string }> {
  const exitCode = await program.ended;
  return { exitCode, output: program.output() };
}

function file(name: string): string {
  return join(folder.path, name);
}

function writeManifest(loads: readonly Record<string, string>[]): string {
  const path = file('manifest.json');
  writeFileSync(path, JSON.stringify({ loads: loads.map((entry) => ({ ...entry, publishedAt: '2025-01-31' })) }));
  return path;
}

async function choosePorts(): Promise<Record<string, string>> {
  const names = ['GATEWAY', ...agencyNames.map((agency) => agency.variablePrefix)];
  const entries = names.map(async (name) => [`${name}_PORT`, String(await findFreePort())] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function countReleasesAt(adminUrl: string): Promise<number> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  const [row] = await sql<{ count: number }[]>`select count(*)::integer as count from policing.release`;
  await sql.end();
  return row?.count ?? 0;
}
