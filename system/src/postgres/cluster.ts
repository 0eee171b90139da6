import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { resolve } from 'node:path';
import type { DataFolder } from '../stores/data-folder.ts';
import type { Account, AsPostgresUser } from './account.ts';
import type { PostgresBinaries } from './binaries.ts';
import { Problem, systemErrorCode } from '../problem.ts';
import { runCommand } from '../processes/run-command.ts';

/** Superuser of the embedded PostgreSQL. */
export const superuser = 'boroughgraph';

/** Version of the data format that the embedded programs read, as in the file PG_VERSION. */
const majorVersion = '18';

/** What is needed to make the files of a new database server. */
export interface ClusterRequest {
  readonly folder: DataFolder;
  readonly binaries: PostgresBinaries;
  readonly account: Account | null;
  readonly asUser: AsPostgresUser;
  /** Whether to wait until the new files are on the disk. */
  readonly isDurable: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes the files of a new PostgreSQL where there are none, with a random password for its superuser.
 *
 * Made in a folder beside and renamed when complete: a start that is interrupted leaves nothing half made.
 *
 * @throws {Problem} when the data are of another PostgreSQL version, or cannot be made.
 */
export async function ensureCluster(request: ClusterRequest): Promise<void> {
  const { folder, account, signal } = request;
  if (existsSync(folder.postgres)) {
    requireOwnership(folder, account);
    requireVersion(folder);
    return;
  }
  // A name of its own each time: the initdb of a killed start may still be writing into the last one.
  const made = mkdtempSync(`${folder.postgres}.new-`);
  const passwordFile = `${folder.password}.new`;
  const password = randomBytes(24).toString('hex');
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account !== null) for (const path of [made, passwordFile]) chownSync(path, account.uid, account.gid);
    await runInitdb(request, made, passwordFile);
    signal?.throwIfAborted();
    writeFileSync(folder.password, password, { mode: 0o600 });
    chmodSync(folder.password, 0o600);
    renameSync(made, folder.postgres);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(made, { recursive: true, force: true });
  }
}

/**
 * The password of the embedded superuser.
 *
 * @throws {Problem} when this user may not read it, or it is gone.
 */
export function readPassword(folder: DataFolder): string {
  try {
    return readFileSync(folder.password, 'utf8');
  } catch (error) {
    const reason = systemErrorCode(error) === 'ENOENT' ? 'is missing' : 'may not be read by this user';
    throw new Problem(
      `The database password ${folder.password} ${reason}. Start as the user who started first, or with another folder: BOROUGHGRAPH_DATA=.data-2`,
      { cause: error },
    );
  }
}

async function runInitdb(request: ClusterRequest, made: string, passwordFile: string): Promise<void> {
  // The builtin provider sorts by code point in every release of PostgreSQL, so that no index depends on the ICU or libc at hand.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${superuser}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const options = ['-D', made, ...access, ...locale, ...(request.isDurable ? [] : ['--no-sync'])];
  const result = await runCommand(request.asUser(request.binaries.initdb, options), request.signal);
  request.signal?.throwIfAborted();
  if (result.exitCode === 0) return;
  const hint = result.output.includes('shared libraries')
    ? ' Its libraries are not linked: run npm rebuild, and allow its install script.'
    : '';
  throw new Problem(`PostgreSQL could not be set up in ${made}: ${lastLine(result.output)}${hint}`);
}

/** Under root, data that root brought along are handed to the account; anybody else can only say whose they are. */
function requireOwnership(folder: DataFolder, account: Account | null): void {
  const { uid } = statSync(folder.postgres);
  if (uid === (account?.uid ?? process.getuid?.() ?? uid)) return;
  if (account === null)
    throw new Problem(
      `The data in ${folder.postgres} belong to another user (uid ${uid}). Start as the user who started first, or with another folder: BOROUGHGRAPH_DATA=.data-2`,
    );
  for (const entry of ['.', ...readdirSync(folder.postgres, { recursive: true, encoding: 'utf8' })])
    lchownSync(resolve(folder.postgres, entry), account.uid, account.gid);
}

function requireVersion(folder: DataFolder): void {
  const versionFile = resolve(folder.postgres, 'PG_VERSION');
  if (!existsSync(versionFile))
    throw new Problem(
      `The folder ${folder.postgres} holds no PostgreSQL data. Move it away, or name another data folder: BOROUGHGRAPH_DATA=.data-2`,
    );
  const found = readFileSync(versionFile, 'utf8').trim();
  if (found === majorVersion) return;
  throw new Problem(
    `The data in ${folder.postgres} belong to PostgreSQL ${found}; this is PostgreSQL ${majorVersion}. Move the folder away to start anew, or go back to the earlier version.`,
  );
}

function lastLine(output: string): string {
  const lines = output.trim().split('\n');
  return lines.findLast((line) => /error|fatal|cannot|could not|denied/i.test(line)) ?? lines.at(-1) ?? '';
}
