import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const versionFile = /^(\d{6})\.json$/;

/** The numbers of the versions in a folder, the newest first; none where there is no such folder. */
export async function listVersions(folder: string): Promise<readonly number[]> {
  const files = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return files
    .flatMap((file) => versionFile.exec(file)?.[1] ?? [])
    .map(Number)
    .toSorted((one, other) => other - one);
}

/** Where a version lies. */
export function versionPath(folder: string, number: number): string {
  return join(folder, `${String(number).padStart(6, '0')}.json`);
}

/** The text of a version. */
export async function readVersionText(folder: string, number: number): Promise<string> {
  return readFile(versionPath(folder, number), 'utf8');
}

/**
 * Adds a version: whole or not at all, and never in the place of another.
 *
 * @throws {Error} with the code EEXIST where somebody else has published that number meanwhile.
 */
export async function addVersion(folder: string, number: number, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = versionPath(folder, number);
  const unfinished = `${path}.${randomUUID()}`;
  try {
    await using file = await open(unfinished, 'wx', 0o644);
    await file.writeFile(text);
    await file.sync();
    // Unlike a rename it fails where there is one.
    await link(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}
