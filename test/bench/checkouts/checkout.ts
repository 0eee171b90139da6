import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readCommit } from '../machine.ts';

/** A working copy of this project with its packages installed, which runs by its own code: this one, or one that it is compared with. */
export interface Checkout {
  /** What tables call it. */
  readonly name: 'this' | 'other';
  /** Absolute. */
  readonly folder: string;
  /** The commit that is checked out; what was changed since is not told. */
  readonly commit: string;
  /** Its agencies, by the names of their folders. */
  readonly agencies: readonly string[];
}

/**
 * The checkout in a folder.
 *
 * @throws {TypeError} when there is none, or its packages are not installed.
 */
export function describeCheckout(name: Checkout['name'], folder: string): Checkout {
  const isComplete = ['system/src/main.ts', 'node_modules'].every((path) => existsSync(join(folder, path)));
  if (!isComplete)
    throw new TypeError(`${folder} is no checkout of this project that can run: clone it there, then run npm ci in it`);
  // The kit has no schema.
  const schemas = globSync('subgraphs/*/schema.graphql', { cwd: folder });
  const agencies = schemas.map((path) => basename(dirname(path))).toSorted();
  return { name, folder, commit: readCommit(folder) ?? 'no commit', agencies };
}
