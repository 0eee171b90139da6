import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { removeFolder } from '../support/remove-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A copy of the project in a folder of its own, with its packages; it goes when it is disposed of. */
export interface Checkout extends AsyncDisposable {
  readonly folder: string;
  /** The variables of what runs in it. */
  readonly environment: NodeJS.ProcessEnv;
  /** Runs a program in it to its end, and returns what it printed. @throws {Error} with what it printed when it fails. */
  readonly run: (file: string, ...parameters: readonly string[]) => Promise<string>;
  /** Paths that are not what they were when it was made, in order; a folder that is new ends with a slash. */
  readonly changed: () => Promise<readonly string[]>;
}

/** Copies what is committed of the project, or would be, into a temporary folder, and links the installed packages. */
export async function makeCheckout(): Promise<Checkout> {
  const folder = await mkdtemp(join(tmpdir(), 'boroughgraph-fifth-'));
  const environment = {
    ...process.env,
    // The tools of the packages and the Node that runs this, before any other.
    PATH: [join(folder, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH'] ?? ''].join(':'),
  };
  const run = runIn(folder, environment);
  const listed = await runIn(root, environment)('git', 'ls-files', '--cached', '--others', '--exclude-standard', '-z');
  for (const path of listed.split('\0').filter((name) => name !== ''))
    // One that is deleted and not yet committed is listed, too.
    await cp(join(root, path), join(folder, path)).catch(ignoreMissing);
  await linkPackages(folder);
  await run('git', 'init', '--quiet');
  await commit(run);
  return {
    folder,
    environment,
    run,
    changed: async () => {
      const status = await run('git', 'status', '--porcelain', '-z');
      return status
        .split('\0')
        .filter((line) => line !== '')
        .map((line) => line.slice(3))
        .toSorted();
    },
    [Symbol.asyncDispose]: () => removeFolder(folder),
  };
}

async function commit(run: Checkout['run']): Promise<void> {
  await run('git', 'add', '--all');
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid', '-c', 'commit.gpgsign=false'];
  await run('git', ...author, 'commit', '--quiet', '--no-verify', '--message', 'as it is');
}

/** The installed packages, each by a link; the project's own workspaces are those of the copy. */
async function linkPackages(folder: string): Promise<void> {
  const installed = join(root, 'node_modules');
  const target = join(folder, 'node_modules');
  await mkdir(join(target, '@boroughgraph'), { recursive: true });
  for (const name of await readdir(installed))
    if (name !== '@boroughgraph' && name !== '.cache') await symlink(join(installed, name), join(target, name));
  const workspaces = ['schema', 'gateway', 'system', 'test'].map((name) => [name, name] as const);
  const web = ['web', 'gateway/web'] as const;
  const subgraphs = (await readdir(join(folder, 'subgraphs'))).map((name) => [name, `subgraphs/${name}`] as const);
  for (const [name, path] of [...workspaces, web, ...subgraphs]) {
    await symlink(join(folder, path), join(target, '@boroughgraph', name));
    await linkAll(join(root, path, 'node_modules'), join(folder, path, 'node_modules'));
  }
}

/** What npm has put into a workspace, since another version of it lies at the top. */
async function linkAll(installed: string, target: string): Promise<void> {
  const names = await readdir(installed).catch(() => []);
  if (names.length > 0) await mkdir(target, { recursive: true });
  for (const name of names) await symlink(join(installed, name), join(target, name));
}

function runIn(folder: string, environment: NodeJS.ProcessEnv): Checkout['run'] {
  return async (file, ...parameters) => {
    try {
      const options = { cwd: folder, env: environment, maxBuffer: 64 * 1024 * 1024 };
      return (await promisify(execFile)(file, parameters, options)).stdout;
    } catch (error) {
      throw new Error(`${[file, ...parameters].join(' ')} fails:\n${describeFailure(error)}`, { cause: error });
    }
  };
}

/** What a program that failed has printed. */
function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const printed = ['stdout', 'stderr'].map(
    (name) => Object.entries(error).find(([key]) => key === name)?.[1] as unknown,
  );
  return printed.filter((text) => typeof text === 'string').join('') || error.message;
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
