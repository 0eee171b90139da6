import { chmodSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Problem, describeError } from './problem.ts';

/** Where one instance of the system keeps what must outlive it. All paths are absolute. */
export interface DataFolder {
  readonly root: string;
  /** Exists while a process uses the embedded PostgreSQL of this folder. */
  readonly lock: string;
  /** The data of the embedded PostgreSQL; only the user that it runs as may enter. */
  readonly postgres: string;
  /** Password of the embedded PostgreSQL's superuser; only the owner of the folder may read it. */
  readonly password: string;
  /** What the embedded PostgreSQL reports. */
  readonly log: string;
}

/** The paths inside the data folder `root`. Touches no disk. */
export function describeDataFolder(root: string): DataFolder {
  return {
    root: resolve(root),
    lock: resolve(root, 'lock'),
    postgres: resolve(root, 'postgres'),
    password: resolve(root, 'postgres-password'),
    log: resolve(root, 'postgres.log'),
  };
}

/**
 * Makes the data folder where it is missing.
 *
 * @throws {Problem} when that is not allowed.
 */
export function createDataFolder(folder: DataFolder): void {
  try {
    // Without leave to enter, the unprivileged user that PostgreSQL runs as under root could not reach its own folder.
    if (mkdirSync(folder.root, { recursive: true }) !== undefined) chmodSync(folder.root, 0o755);
  } catch (error) {
    throw new Problem(
      `The data folder cannot be made (${describeError(error)}). Allow it, or name another: BOROUGHGRAPH_DATA=/some/folder`,
      { cause: error },
    );
  }
}
