import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { join } from 'node:path';

/** A text that is dear to make, and that is the same whenever it is made of the same. */
export interface Making {
  /** Of letters, digits and hyphens. One text is kept of each name: that of the latest making. */
  readonly name: string;
  /** All that decides what comes out: what it is made of, and by which code and which versions of libraries. */
  readonly of: readonly string[];
}

/**
 * What was made before of the same, by this version of Node; null where nothing was, or where nothing is kept.
 *
 * It is looked for where Node keeps the code that it compiles: whoever could write there could have this user run anything. A file that is not this
 * user's own, that others may write, or that is not whole is not believed.
 *
 * @param folder - @default where Node keeps compiled code of this process
 */
export function findMade(making: Making, folder: string | undefined = getCompileCacheDir()): string | null {
  if (folder === undefined) return null;
  const file = readOwnFile(pathOf(making, folder));
  const [, of, content, text] = /^(\S+) (\S+)\n([^]*)$/.exec(file ?? '') ?? [];
  if (text === undefined || of !== hashOrigin(making) || content !== hash([text])) return null;
  return text;
}

/**
 * Keeps what was made, for whoever next wants it made of the same. Never throws: what cannot be kept is made again.
 *
 * @param folder - @default where Node keeps compiled code of this process
 */
export function keepMade(making: Making, text: string, folder: string | undefined = getCompileCacheDir()): void {
  if (folder === undefined) return;
  const path = pathOf(making, folder);
  // Several processes may make the same at once: each file is there whole, or not at all.
  const unfinished = `${path}.${process.pid}`;
  try {
    writeFileSync(unfinished, `${hashOrigin(making)} ${hash([text])}\n${text}`, { mode: 0o600, flag: 'wx' });
    renameSync(unfinished, path);
  } catch {
    // The folder is gone, or full.
    rmSync(unfinished, { force: true });
  }
}

const pathOf = ({ name }: Making, folder: string) => join(folder, `made-${name}.txt`);

const hashOrigin = ({ name, of }: Making) => hash([process.version, name, ...of]);

function hash(parts: readonly string[]): string {
  const digest = createHash('sha256');
  // With its length, so that the end of one part is not taken for the beginning of the next.
  for (const part of parts) digest.update(`${part.length}\n`).update(part);
  return digest.digest('base64url');
}

/** Who may write a file beside its owner. */
const othersMayWrite = 0o022;

/** Null where it is not there, or could be somebody else's work. */
function readOwnFile(path: string): string | null {
  try {
    // A link could lead to a file of this user that was made for something else. Windows has no such flag, which then counts as none.
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const { uid, mode } = fstatSync(file);
      const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & othersMayWrite) === 0);
      return isOwn ? readFileSync(file, 'utf8') : null;
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}
