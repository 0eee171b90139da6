import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);
const launch = new URL('launch.js', import.meta.url);

it('A Node that is too old says in a line which is needed, and how it comes', async () => {
  // As an older one would find itself, which is not at hand.
  const text = readFileSync(launch, 'utf8').replaceAll('process.versions.node', "'20.19.0'");
  const failure: unknown = await run(process.execPath, ['--input-type=module', '--eval', text]).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({
    code: 1,
    stderr:
      'boroughgraph runs on Node 24, and this is Node 20.19.0. npm ci brings Node 24 as a package with an install script: where install scripts are off (ignore-scripts) it is missing. Run: npm ci --ignore-scripts=false\n',
  });
});

it('The right Node runs the command', async () => {
  const { stdout } = await run(process.execPath, [fileURLToPath(launch), '--help']);
  expect(stdout).toMatch(/^Usage:/);
});

it('What Node compiles for a command is kept beside the packages', async () => {
  const environment = { ...process.env };
  delete environment['NODE_COMPILE_CACHE'];
  await run(process.execPath, [fileURLToPath(launch), '--help'], { env: environment });
  expect(existsSync(new URL('../node_modules/.cache/boroughgraph', launch))).toBe(true);
});
