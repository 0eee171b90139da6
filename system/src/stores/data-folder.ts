import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Problem, describeError, systemErrorCode } from '../problem.ts';

/** Where one instance of the system keeps what must outlive it. All paths are absolute. */
export interface DataFolder {
  readonly root: string;
  /** Exists while a process uses the embedded PostgreSQL of this folder. */
  readonly lock: string;
  /** The data of the embedded PostgreSQL; only the user that it runs as may enter. */
  readonly postgres: string;
  /** Password of the embedded PostgreSQL's superuser; only the owner of the folder may read it. */
  readonly password: string;
  /** Passwords of the roles that the system makes, a file for each; only the owner of the folder may read them. */
  readonly rolePasswords: string;
  /** What the embedded PostgreSQL reports. */
  readonly log: string;
  /** With which tokens are signed while the project is developed on this machine; only the owner of the folder may read it. */
  readonly developmentKey: string;
  /** What named callers have asked; see the gateway's `src/audit`. */
  readonly audit: string;
  /** With which that is signed; only the owner of the folder may read it. */
  readonly auditKey: string;
  /** Made when what is held for too long was last looked for by the system itself; the time of its last change is that. */
  readonly retentionKept: string;
  /** The versions of the graph that were published; see the gateway's `src/registry`. */
  readonly published: string;
  /** With which those are signed; only the owner of the folder may read it. */
  readonly publisherKey: string;
  /** How often operations and fields were asked for; see the gateway's `src/usage`. */
  readonly usage: string;
  /** With which the gateway speaks to subgraphs that partners run, where `npm run subgraph:key` has made it; only the owner of the folder may read it. */
  readonly gatewayKey: string;
  /** What Node keeps of the code that it has compiled, so that the next start is faster. May be deleted at any time. */
  readonly compiled: string;
}

/** The paths inside the data folder `root`. Touches no disk. */
export function describeDataFolder(root: string): DataFolder {
  return {
    root: resolve(root),
    lock: resolve(root, 'lock'),
    postgres: resolve(root, 'postgres'),
    password: resolve(root, 'postgres-password'),
    rolePasswords: resolve(root, 'role-passwords'),
    log: resolve(root, 'postgres.log'),
    developmentKey: resolve(root, 'development-key.json'),
    audit: resolve(root, 'audit'),
    auditKey: resolve(root, 'audit-key.json'),
    retentionKept: resolve(root, 'retention-kept'),
    published: resolve(root, 'published'),
    publisherKey: resolve(root, 'publisher-key.json'),
    usage: resolve(root, 'usage'),
    gatewayKey: resolve(root, 'gateway-key.json'),
    compiled: resolve(root, 'compiled'),
  };
}

/**
 * Makes the data folder, and those above it, where they are missing.
 *
 * @throws {Problem} naming the folder, what failed, and what would be accepted, when one of them cannot be made.
 */
export function createDataFolder(folder: DataFolder): void {
  try {
    // Without leave to enter, the unprivileged user that PostgreSQL runs as under root could not reach its own folder.
    if (makeFolder(folder.root)) chmodSync(folder.root, 0o755);
  } catch (error) {
    throw new Problem(
      `The data folder ${folder.root} cannot be made (${describeError(error)}). Name one that is there, or one in a folder in which this user may make folders: BOROUGHGRAPH_DATA=/some/folder`,
      { cause: error },
    );
  }
}

/**
 * Makes a folder, those above it first; false where it is there already.
 *
 * One at a time, because the recursive `mkdirSync` of Node takes ENOENT for a folder above that is missing and tries for ever
 * where the one above is there and says so itself, as /proc does.
 */
function makeFolder(path: string): boolean {
  if (isFolder(path)) return false;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    // Another process was faster.
    if (systemErrorCode(error) === 'EEXIST' && isFolder(path)) return false;
    throw error;
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
