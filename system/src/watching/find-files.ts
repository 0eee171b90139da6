import { lstat, readdir, realpath } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { checksumOf, type FoundFile, publicationDay, WatchProblem } from './found-file.ts';

/** A file that was changed less long ago may still be being written. */
const settledMs = 10_000;
/** Whoever puts in more does not publish a dataset. */
const mostFiles = 1_000;

/**
 * The files that lie in a folder of a partner, the one that was published first before the others. What begins with a dot, lies in a folder
 * below, is a link, or has just been changed is none of them.
 *
 * @param root - The folder of the operator below which partners have theirs; null where nobody has named one.
 * @throws {WatchProblem} when the folder is not below it, or cannot be read.
 */
export async function findFiles(root: string | null, folder: string, now: Date): Promise<readonly FoundFile[]> {
  if (root === null) throw new WatchProblem(`the folder ${folder} is not watched: WATCH_FOLDER names none above it`);
  const place = await placeBelow(root, folder);
  const names = (await readdir(place)).filter((name) => !name.startsWith('.')).toSorted();
  if (names.length > mostFiles) throw new WatchProblem(`the folder ${folder} has more than ${mostFiles} files`);
  const found: FoundFile[] = [];
  for (const name of names) {
    const path = join(place, name);
    const status = await lstat(path);
    if (!status.isFile() || now.getTime() - status.mtimeMs < settledMs) continue;
    found.push({ path, publishedAt: publicationDay(name, status.mtime, now), checksum: await checksumOf(path) });
  }
  return found.toSorted((one, other) => (one.publishedAt < other.publishedAt ? -1 : 1));
}

/**
 * The path of one file below the folder of the operator.
 *
 * @throws {WatchProblem} when it is not below it, or no file.
 */
export async function findFile(root: string | null, file: string): Promise<string> {
  if (root === null) throw new WatchProblem(`the file ${file} is not read: WATCH_FOLDER names no folder above it`);
  const path = await placeBelow(root, file);
  if (!(await lstat(path)).isFile()) throw new WatchProblem(`${file} below WATCH_FOLDER is no file`);
  return path;
}

async function placeBelow(root: string, folder: string): Promise<string> {
  try {
    const [above, place] = await Promise.all([realpath(root), realpath(resolve(root, folder))]);
    if (place.startsWith(`${above}${sep}`)) return place;
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new WatchProblem(`${folder} below WATCH_FOLDER cannot be read: ${reason}`, { cause });
  }
  throw new WatchProblem(`${folder} is not below WATCH_FOLDER`);
}
