import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { publishedFile } from '../support/published-files.ts';
import { readSteps, type Step } from './read-steps.ts';
import { removeFolder } from '../support/remove-folder.ts';

/*
 * Runs every command that the READMEs show, in their order, against data of its own, and compares an answer that a README
 * prints with the one that comes. A command that starts a server goes on in the background until the next one that does; what
 * needs the published files is left out, visibly, where they are not at hand. Exits with 1 when a command fails.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const data = await mkdtemp(join(tmpdir(), 'boroughgraph-readme-'));
const environment = { ...process.env, BOROUGHGRAPH_DATA: data, CI: 'true' };

/** What a server prints when it can be used. */
const readyText = 'Playground';
/** A cold start on a small machine takes a quarter of it. */
const readyMs = 120_000;

/** The root's README first: it loads the files that the answers of the others rest on. */
function findReadmes(): readonly string[] {
  return ['README.md', ...globSync('subgraphs/*/README.md', { cwd: root }).toSorted()];
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

/** Runs a command to its end, and returns what it printed. */
async function run(command: string): Promise<string> {
  const child = spawn('sh', ['-c', command], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const printed = await text(child.stdout);
  process.stdout.write(printed);
  await ended;
  if (child.exitCode !== 0) throw new Error(`"${command}" ended with ${String(child.exitCode)}`);
  return printed;
}

async function runStep({ command, answer }: Step): Promise<void> {
  if (isTestRun(command)) {
    console.log(`# ${command}: run by CI before this`);
    return;
  }
  if (command.includes('../shared/') && !hasFiles) {
    console.log(`# ${command}: left out, the published files are not at hand`);
    return;
  }
  console.log(`$ ${command}`);
  if (isServer(command)) {
    await startServer(withoutInstall(command));
    return;
  }
  const printed = await run(withoutInstall(command));
  if (answer !== null && hasFiles && !isDeepStrictEqual(JSON.parse(printed), JSON.parse(answer)))
    throw new Error(`"${command}" does not answer what the README says:\n${answer}`);
}

const isServer = (command: string) => /^npm (ci && npm )?(run )?start\b/.test(command);
/** CI has installed and tested already: what runs here is the rest of such a line. */
const withoutInstall = (command: string) => command.replace(/^npm ci && /, '');
const isTestRun = (command: string) => /^npm (test( -w \S+)?|run check)$/.test(withoutInstall(command));
const hasFiles = publishedFile('manifest.json') !== null;

try {
  for (const readme of findReadmes()) for (const step of await readSteps(join(root, readme))) await runStep(step);
  console.log('every command of the READMEs ran');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await stopServer();
  await removeFolder(data);
}
