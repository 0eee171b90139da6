import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeError, Problem, systemErrorCode } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { createDataFolder } from './data-folder.ts';

/** The passwords of the roles that the system makes in PostgreSQL. */
export interface RolePasswords {
  /** The password of a role; the same at each call. @throws {Problem} when it can neither be read nor made. */
  readonly of: (role: string) => string;
}

/**
 * The passwords with which the roles of a system log in: those of the folder that it was given, which it only reads, or random ones in its data
 * folder. Each is a file that is called as its role, which only its owner may read. Touches no disk yet.
 */
export function rolePasswordsOf({
  folder,
  passwordsFolder,
}: Pick<Settings, 'folder' | 'passwordsFolder'>): RolePasswords {
  const known = new Map<string, string>();
  const find = (role: string): string => {
    if (passwordsFolder !== null) return readGiven(join(passwordsFolder, role));
    createDataFolder(folder);
    return readOrMake(folder.rolePasswords, role);
  };
  return {
    of: (role) => {
      const password = known.get(role) ?? find(role);
      known.set(role, password);
      return password;
    },
  };
}

function readGiven(path: string): string {
  try {
    const password = readFileSync(path, 'utf8').trimEnd();
    if (password !== '') return password;
  } catch (error) {
    throw new Problem(
      `The password of a role cannot be read from ${path}: ${describeError(error)}. DATABASE_PASSWORDS names a folder with a file for each role.`,
      { cause: error },
    );
  }
  throw new Problem(`The password of a role is missing: ${path} is empty.`);
}

function readOrMake(folder: string, role: string): string {
  const path = join(folder, role);
  try {
    mkdirSync(folder, { mode: 0o700, recursive: true });
    const password = readOrNull(path) ?? make(path);
    // Whoever copied the folder may have let others read it.
    if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
    return password;
  } catch (error) {
    throw new Problem(`The password of a role cannot be kept in ${path}: ${describeError(error)}`, { cause: error });
  }
}

/** Of two that make one at once, the second takes that of the first; half of one is never there to be read. */
function make(path: string): string {
  const password = randomBytes(32).toString('hex');
  const made = `${path}.${process.pid}.new`;
  writeFileSync(made, password, { mode: 0o600 });
  try {
    linkSync(made, path);
    return password;
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
    return readFileSync(path, 'utf8');
  } finally {
    rmSync(made);
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
