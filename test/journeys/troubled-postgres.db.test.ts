import { execFileSync } from 'node:child_process';
import {
  accessSync,
  chownSync,
  constants,
  mkdtempDisposableSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { createSubgraphServer } from '@boroughgraph/kit/inside/server/http-server.ts';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { openStore, type StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import { subgraph } from '@boroughgraph/policing/subgraph.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../support/database.ts';

/*
 * What comes of a PostgreSQL that refuses: the server of policing runs through all of it, reads with a role of its own, and is never started anew.
 */

const schema = subgraph.databaseSchema;
/** Of its server to the store; two more hear of changes. */
const connections = 2;
/** PostgreSQL's code for a write where none is taken. */
const readOnlyCode = '25006';
const resources = new AsyncDisposableStack();
const lines: string[] = [];
let database: TestDatabase;
let role: string;
let passwords: string;
let owner: StoreDatabase;
let app: Awaited<ReturnType<typeof createSubgraphServer>>;

beforeAll(async () => {
  database = resources.use(await createDatabase());
  role = `${new URL(database.url).pathname.slice(1)}_reads`;
  passwords = join(resources.use(mkdtempDisposableSync(join(tmpdir(), 'boroughgraph-'))).path, 'passwords');
  // Whatever becomes of the test: the next one of the same name begins anew.
  await database.sql`drop role if exists ${database.sql(role)}`;
  await changePassword('first');
  writePassword('first');
  owner = openStore({ url: database.url, schema });
  resources.defer(() => owner.close());
  await owner.sql`create schema ${owner.sql(schema)}`;
  await migrateStore(owner.sql, schema, role);
  resources.defer(async () => {
    await database.sql`drop owned by ${database.sql(role)}`;
    await database.sql`drop role ${database.sql(role)}`;
  });
  const url = urlOf(`?passfile=${passwords}`);
  const served = openStore({ url, schema, connections });
  resources.defer(() => served.close());
  const logStream = { write: (line: string) => lines.push(line) };
  app = await createSubgraphServer({ subgraph, database: served, logLevel: 'warn', logStream, listenUrl: url });
  resources.defer(() => app.close());
});
afterAll(() => resources.disposeAsync());

/** The database as the role reads it, without its password. */
function urlOf(parameters: string): string {
  const url = new URL(database.url);
  url.username = role;
  url.password = '';
  return url.href + parameters;
}

async function changePassword(password: string): Promise<void> {
  const { sql } = database;
  const [found] = await sql`select from pg_roles where rolname = ${role}`;
  await sql.unsafe(`${found === undefined ? 'create' : 'alter'} role "${role}" login password '${password}'`);
}

function writePassword(password: string): void {
  writeFileSync(passwords, `*:*:*:${role}:${password}\n`);
}

/** Ends all connections of the role, and lets the server find that out: what was agreed with them is over. */
async function endConnections(): Promise<void> {
  await database.sql`select pg_terminate_backend(pid, 1000) from pg_stat_activity where usename = ${role}`;
  for (let each = 0; each <= connections; each += 1) await isReady();
}

const query = '{ policing { datasets { latestRelease { id } } } }';

interface Answer {
  readonly data: { readonly policing: { readonly datasets: readonly { readonly latestRelease: object | null }[] } };
  readonly errors?: readonly { readonly message: string; readonly extensions: object }[];
}

async function ask(): Promise<Answer> {
  const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query } });
  return response.json<Answer>();
}

/** How many releases are served; null where every error says that the agency cannot reach its figures. */
async function countReleases(): Promise<number | null> {
  const { data, errors } = await ask();
  if (errors === undefined) return data.policing.datasets.filter(({ latestRelease }) => latestRelease !== null).length;
  for (const { message, extensions } of errors)
    expect({ message, extensions }).toEqual({
      message: 'policing cannot reach its figures at the moment',
      extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'policing' },
    });
  return null;
}

const isReady = async (): Promise<boolean> => (await app.inject('/ready')).statusCode === 200;

const knownReasons = /password authentication failed|too many connections for role|no encryption/g;

/** By which reasons of PostgreSQL the log has said since the last time that it refuses, each once. */
function reasonsSaid(): readonly string[] {
  return [...new Set(lines.splice(0).join('').match(knownReasons))];
}

async function load(publishedAt: string, value: number): Promise<string> {
  const text = `indicator,area,period,subset,value,status\nknife-crime,Hackney,2024-02,,${value},\n`;
  const source = sourceFile(`${publishedAt}.csv`, new TextEncoder().encode(text));
  const { datasets } = subgraph;
  const report = await loadText({
    sql: owner.sql,
    datasets,
    dataset: 'met-weapon-crime',
    source,
    publishedAt,
    confirmRevision: true,
  });
  expect(report).toMatchObject({ outcome: 'loaded' });
  return report.releaseId ?? '';
}

it('A PostgreSQL that refuses writes is read all the same; who wants to write is told why, and can as soon as it takes them', async () => {
  const release = await load('2024-02-28', 80);
  expect(await countReleases()).toBe(1);
  const name = database.sql(new URL(database.url).pathname.slice(1));
  await database.sql`alter database ${name} set default_transaction_read_only = on`;
  await endConnections();
  const refused = openStore({ url: database.url, schema });
  await expect(recallRelease(refused, release, 'wrong')).rejects.toMatchObject({ cause: { code: readOnlyCode } });
  await refused.close();
  expect([await countReleases(), await isReady()]).toEqual([1, true]);
  await database.sql`set default_transaction_read_only = off`;
  await database.sql`alter database ${name} reset default_transaction_read_only`;
  await recallRelease(owner, release, 'wrong');
  expect(await countReleases()).toBe(0);
  await load('2024-03-31', 82);
  expect(await countReleases()).toBe(1);
});

it('A PostgreSQL that has no connection left is not answered from until it has, by a reason in the log alone', async () => {
  await database.sql`alter role ${database.sql(role)} connection limit 0`;
  await endConnections();
  expect([await countReleases(), await isReady()]).toEqual([null, false]);
  expect(reasonsSaid()).toEqual(['too many connections for role']);
  await database.sql`alter role ${database.sql(role)} connection limit -1`;
  expect([await countReleases(), await isReady()]).toEqual([1, true]);
});

it('More requests than connections wait for one, and none fails', async () => {
  await database.sql.unsafe(`alter role "${role}" connection limit ${connections + 2}`);
  const counts = await Promise.all(Array.from({ length: 40 }, countReleases));
  expect(counts).toEqual(Array.from({ length: 40 }, () => 1));
  await database.sql`alter role ${database.sql(role)} connection limit -1`;
});

describe('A PostgreSQL that changes the password of its reader', () => {
  it('goes on with the connections that there are, and refuses new ones by a reason in the log alone', async () => {
    await countReleases();
    await changePassword('second');
    expect(await countReleases()).toBe(1);
    await endConnections();
    expect([await countReleases(), await isReady()]).toEqual([null, false]);
    expect(reasonsSaid()).toEqual(['password authentication failed']);
  });

  it('is read again without a restart, once the file of passwords has the new one', async () => {
    writePassword('second');
    expect([await countReleases(), await isReady()]).toEqual([1, true]);
  });
});

/** The file by which the PostgreSQL of the tests admits whom; null where this process may not change it. */
async function findRules(): Promise<string | null> {
  const [{ path } = { path: '' }] = await database.sql<{ path: string }[]>`select current_setting('hba_file') as path`;
  try {
    accessSync(path, constants.W_OK);
    return path;
  } catch {
    return null;
  }
}

/** Lets PostgreSQL encrypt, by a certificate of its own for this address, and gives the file of the certificate. */
async function beginEncryption(folder: string): Promise<string> {
  const [key, certificate] = [join(folder, 'test.key'), join(folder, 'test.crt')];
  const subject = ['-subj', '/CN=database.invalid', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...subject];
  execFileSync('openssl', [...request, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const { uid, gid } = statSync(folder);
  for (const file of [key, certificate]) chownSync(file, uid, gid);
  await database.sql.unsafe(`alter system set ssl_cert_file = '${certificate}'`);
  await database.sql.unsafe(`alter system set ssl_key_file = '${key}'`);
  await setEncryption('on');
  return certificate;
}

async function setEncryption(ssl: 'on' | 'off'): Promise<void> {
  await database.sql.unsafe(`alter system set ssl = ${ssl}`);
  await readSettings();
}

/** Makes PostgreSQL read its settings and rules, and resolves when it has. */
async function readSettings(): Promise<void> {
  const loadedAt = async () => {
    const [row] = await database.sql<{ at: string }[]>`select pg_conf_load_time()::text as at`;
    return row?.at;
  };
  const before = await loadedAt();
  await database.sql`select pg_reload_conf()`;
  while ((await loadedAt()) === before);
}

/** What comes of a connection: whether it is encrypted, or the message of its failure. */
async function connect(parameters: string): Promise<string> {
  const store = openStore({ url: urlOf(`?passfile=${passwords}${parameters}`), schema, connections: 1 });
  const outcome = await store.sql`select ssl from pg_stat_ssl where pid = pg_backend_pid()`.then(
    ([row]) => (row?.['ssl'] === true ? 'encrypted' : 'plain'),
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  await store.close();
  return outcome;
}

it('A PostgreSQL without TLS is not used where TLS is required, and is where it is preferred', async () => {
  expect([await connect('&sslmode=prefer'), await connect('&sslmode=disable')]).toEqual(['plain', 'plain']);
  expect(await connect('&sslmode=require')).toMatch(/SSL|TLS/i);
});

it('A PostgreSQL that requires TLS is used by those who offer it, and others hear why not', async (context) => {
  const rules = await findRules();
  if (rules === null) {
    context.skip('the PostgreSQL of the tests is not ours');
    return;
  }
  const before = readFileSync(rules, 'utf8');
  const certificate = await beginEncryption(dirname(rules));
  writeFileSync(rules, `hostnossl all ${role} all reject\n${before}`);
  await readSettings();
  try {
    const modes = ['disable', 'require', 'verify-full', `verify-full&sslrootcert=${certificate}`];
    const outcomes = [];
    for (const mode of modes) outcomes.push(await connect(`&sslmode=${mode}`));
    expect(outcomes).toEqual([
      expect.stringMatching(/^pg_hba.conf rejects connection for host "127.0.0.1", user "\w+", .*no encryption$/),
      'encrypted',
      expect.stringMatching(/^self-signed certificate/),
      'encrypted',
    ]);
    // What listens may have heard of the changed password since.
    reasonsSaid();
    await endConnections();
    expect(await countReleases()).toBeNull();
    expect(reasonsSaid()).toEqual(['no encryption']);
  } finally {
    writeFileSync(rules, before);
    await setEncryption('off');
  }
  expect(await countReleases()).toBe(1);
});
