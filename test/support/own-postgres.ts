import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findFreePort } from '@boroughgraph/system/ports.ts';
import postgres from 'postgres';
import { removeFolder } from './remove-folder.ts';

const run = promisify(execFile);

/** A PostgreSQL of another kind than the one that the project brings, with data of its own. It goes when it is disposed of. */
export interface OwnPostgres extends AsyncDisposable {
  /** For a superuser. */
  readonly url: string;
  readonly password: string;
}

/** How such a PostgreSQL is started. */
export interface OwnPostgresOptions {
  /** The folder of its programs: `/usr/lib/postgresql/15/bin`. */
  readonly programs: string;
  /** Settings beside those by which it is started. @default none */
  readonly settings?: readonly string[];
  /** Makes its data in an empty folder, as whom it runs. @default `initdb` */
  readonly makeData?: (folder: string, as: Account) => Promise<void>;
  /** The password of the superuser, where its data know one. @default a random one */
  readonly password?: string;
}

/** As whom a program runs: nobody special where root runs the tests, whom PostgreSQL refuses. */
export type Account = Readonly<Partial<Record<'uid' | 'gid', number>>>;

const nobody = 65_534;
const account: Account = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
const superuser = 'boroughgraph';
/** Milliseconds that a start may take on a busy machine. */
const startMs = 60_000;

/** Starts a PostgreSQL by the programs of a folder, on this machine alone, and resolves when it answers. @throws when it does not start, with its log. */
export async function startOwnPostgres(options: OwnPostgresOptions): Promise<OwnPostgres> {
  const { programs, settings = [], password = randomBytes(12).toString('hex') } = options;
  await using unfinished = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'boroughgraph-own-postgres-'));
  unfinished.defer(() => removeFolder(folder));
  await chmod(folder, 0o755);
  const data = join(folder, 'data');
  const makeData = options.makeData ?? ((place, as) => initialise({ programs, folder, data: place, password, as }));
  await run('mkdir', ['-m', '700', data]);
  if (account.uid !== undefined) await chown(data, nobody, nobody);
  await makeData(data, account);
  const port = await findFreePort();
  const all = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'max_connections=200',
    ...settings,
  ];
  const given = ['-D', data, '-p', String(port), ...all.flatMap((setting) => ['-c', setting])];
  const child = spawn(join(programs, 'postgres'), given, { ...account, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  unfinished.defer(async () => {
    child.kill('SIGQUIT');
    await ended;
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const url = `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  await waitUntilAnswering(url, () => (child.exitCode === null ? null : log));
  const resources = unfinished.move();
  return { url, password, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}

interface Initialising {
  readonly programs: string;
  readonly folder: string;
  readonly data: string;
  readonly password: string;
  readonly as: Account;
}

async function initialise({ programs, folder, data, password, as }: Initialising): Promise<void> {
  const file = join(folder, 'password');
  await writeFile(file, password);
  // What every version knows; which order texts have is said of each column that needs one.
  const locale = ['--encoding=UTF8', '--locale=C'];
  const access = [`--username=${superuser}`, '--auth=scram-sha-256', `--pwfile=${file}`];
  await run(join(programs, 'initdb'), ['-D', data, ...access, ...locale, '--no-sync'], { ...as, cwd: '/' });
}

async function waitUntilAnswering(url: string, findEnd: () => string | null): Promise<void> {
  for (const end = Date.now() + startMs; ;) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined });
    const isAnswering = await sql`select`.then(
      () => true,
      () => false,
    );
    await sql.end({ timeout: 1 });
    if (isAnswering) return;
    const log = findEnd();
    if (log !== null || Date.now() > end) throw new Error(`PostgreSQL did not start:\n${log ?? 'it does not answer'}`);
    await delay(100);
  }
}
