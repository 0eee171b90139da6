import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from '../problem.ts';
import { runCommand, type Command } from '../processes/run-command.ts';

/** An unprivileged user of this machine. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Turns a PostgreSQL program and its arguments into a command that runs as the right user.
 */
export type AsPostgresUser = (file: string, programArguments: readonly string[]) => Command;

/**
 * The user that PostgreSQL runs as: null for the user of this process, unless that is root, whom PostgreSQL refuses.
 *
 * Under root it is the owner of the data where there are some, so that they need not change hands; else `postgres` where
 * that user exists; else `nobody`.
 *
 * @param dataOwner uid of the owner of existing data, null when there are none.
 * @param passwd the text of `/etc/passwd`.
 * @throws {Problem} when root finds no such user.
 */
export function chooseAccount(uid: number, dataOwner: number | null, passwd: string): Account | null {
  if (uid !== 0) return null;
  const accounts = parsePasswd(passwd).filter((account) => account.uid !== 0);
  const account =
    accounts.find((each) => each.uid === dataOwner) ??
    accounts.find((each) => each.name === 'postgres') ??
    accounts.find((each) => each.name === 'nobody');
  if (account !== undefined) return account;
  throw new Problem(
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor a user "nobody". Add one (useradd postgres), or start as an ordinary user.',
  );
}

/** `chooseAccount` for this process, this machine, and the data in `folder`, which need not exist yet. */
export function findAccount(folder: string): Account | null {
  const uid = process.getuid?.() ?? 1;
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid ?? null;
  return uid === 0 ? chooseAccount(uid, owner, readFileSync('/etc/passwd', 'utf8')) : null;
}

/**
 * How to run PostgreSQL's programs as `account`, when they and the data lie in `paths`.
 *
 * Where a folder on the way to a path is closed to the account, such as a clone under `/root`, the programs keep one right
 * of root: to pass closed folders (CAP_DAC_OVERRIDE).
 *
 * @throws {Problem} naming the closed folder, when that right cannot be kept here.
 */
export async function prepareAccount(account: Account | null, paths: readonly string[]): Promise<AsPostgresUser> {
  if (account === null) return (file, programArguments) => ({ file, arguments: programArguments });
  const closed = paths.map((path) => findClosedFolder(path, account)).find((folder) => folder !== null);
  if (closed === undefined) return (file, programArguments) => ({ file, arguments: programArguments, account });
  const asUser: AsPostgresUser = (file, programArguments) => passingClosedFolders(account, file, programArguments);
  if ((await runCommand(asUser('true', []))).exitCode === 0) return asUser;
  throw new Problem(
    `PostgreSQL runs as the user "${account.name}" when root starts it, and that user may not enter ${closed}. ` +
      `Allow it (chmod o+x ${closed}), move the project, or start as an ordinary user.`,
  );
}

/** The topmost folder on the way to `path` that `account` may not enter, or null. Access lists beyond the mode are not seen. */
export function findClosedFolder(path: string, account: Account): string | null {
  const parent = dirname(path);
  if (parent === path) return null;
  const closedAbove = findClosedFolder(parent, account);
  if (closedAbove !== null) return closedAbove;
  const { uid, gid, mode } = statSync(parent);
  const enterBit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  return (mode & enterBit) === 0 ? parent : null;
}

/**
 * PostgreSQL looks for its own programs with access(2), which drops what a user other than root has been granted, unless
 * the securebit no_setuid_fixup is set: capabilities(7).
 */
function passingClosedFolders(account: Account, file: string, programArguments: readonly string[]): Command {
  const user = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  const right = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'];
  return { file: 'setpriv', arguments: [...user, ...right, '--', file, ...programArguments] };
}

function parsePasswd(passwd: string): Account[] {
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    if (name === undefined || uid === undefined || gid === undefined) return [];
    // macOS writes the ids of nobody as -2; the system takes them without a sign.
    return [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }];
  });
}
