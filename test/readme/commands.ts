import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishedFile } from '../support/published-files.ts';

/*
 * Runs every command that the README shows, in its order, against data of its own. A command that starts a server goes on in
 * the background until the next one that does; a command that needs the published files is left out, visibly, where they
 * are not at hand. Exits with 1 when a command fails.
 */

const root = new URL('../../', import.meta.url).pathname;
const data = await mkdtemp(join(tmpdir(), 'boroughgraph-readme-'));
const environment = { ...process.env, BOROUGHGRAPH_DATA: data, CI: 'true' };

/** What a server prints when it can be used. */
const readyText = 'Playground';
/** A cold start on a small machine takes a quarter of it. */
const readyMs = 120_000;

/** The lines of the README's blocks marked `sh`. */
async function readCommands(): Promise<readonly string[]> {
  const text = await readFile(join(root, 'README.md'), 'utf8');
  const blocks = [...text.matchAll(/^```sh\n([^]*?)^```/gm)].map(([, block = '']) => block.replaceAll('\\\n', ' '));
  return blocks.flatMap((block) => block.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')));
}

let server: ChildProcess | null = null;

/** Starts a server and waits until it says that it can be used. */
async function startServer(command: string): Promise<void> {
  await stopServer();
  const child = spawn('sh', ['-c', `exec ${command}`], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = child;
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`"${command}" did not say "${readyText}" within ${readyMs} ms`));
    }, readyMs);
    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      if (!chunk.toString().includes(readyText)) return;
      clearTimeout(late);
      resolve();
    });
    child.on('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`"${command}" ended with ${String(code)}`));
    });
  });
}

/** Ends the server that runs, and waits until it has. */
async function stopServer(): Promise<void> {
  const child = server;
  server = null;
  if (child === null || child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

function run(command: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', command], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`"${command}" ended with ${String(code)}`));
    });
  });
}

const isServer = (command: string) => /^npm (ci && npm )?(run )?start\b/.test(command);
/** CI has installed and tested already: what runs here is the rest of such a line. */
const withoutInstall = (command: string) => command.replace(/^npm ci && /, '');
const isTestRun = (command: string) => withoutInstall(command) === 'npm test' || command === 'npm run check';

try {
  for (const command of await readCommands()) {
    const needsFiles = command.includes('../shared/');
    if (isTestRun(command)) console.log(`# ${command}: run by CI before this`);
    else if (needsFiles && publishedFile('manifest.json') === null)
      console.log(`# ${command}: left out, the published files are not at hand`);
    else {
      console.log(`$ ${command}`);
      await (isServer(command) ? startServer(withoutInstall(command)) : run(withoutInstall(command)));
    }
  }
  console.log('every command of the README ran');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await stopServer();
  await rm(data, { recursive: true, force: true });
}
