import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A text that changes with the version of Node and with the name or content of any file in some folders of `root`, but for tests and
 * installed packages, which the lock file among `files` stands for. Some hundredths of a second for all of this project.
 *
 * @throws when something of it cannot be read.
 */
export function fingerprintCode(root: string, { folders, files }: CodePlaces): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) addFile(hash, root, file);
  for (const folder of folders) addFolder(hash, root, folder);
  return hash.digest('base64url');
}

/** Where code lies, below one folder. */
export interface CodePlaces {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

function addFolder(hash: Hash, root: string, folder: string): void {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== 'node_modules') addFolder(hash, root, path);
    if (entry.isFile() && !entry.name.endsWith('.test.ts')) addFile(hash, root, path);
  }
}

function addFile(hash: Hash, root: string, path: string): void {
  const content = readFileSync(join(root, path));
  // With its length, so that the end of one file is not taken for the name of the next.
  hash.update(`\n${path} ${content.length}\n`).update(content);
}
