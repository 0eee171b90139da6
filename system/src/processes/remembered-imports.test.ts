import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTemporaryFolder } from '../../testing/temporary-folder.ts';

const preloaded = new URL('./remembered-imports.ts', import.meta.url).href;
const program = new URL('../stores/prepare-protocol.ts', import.meta.url).href;
const text = `console.log(Object.keys(await import(${JSON.stringify(program)})).join())`;

function run(environment: NodeJS.ProcessEnv): string {
  return execFileSync(process.execPath, ['--import', preloaded, '--input-type=module', '-e', text], {
    env: environment,
    encoding: 'utf8',
  });
}

it('A program remembers where its imports led beside its compiled code, and does the same by that', async () => {
  await using temporary = await createTemporaryFolder();
  const environment = { NODE_COMPILE_CACHE: temporary.path };
  const first = run(environment);
  const [folder = ''] = readdirSync(temporary.path);
  const [name = '', ...more] = readdirSync(join(temporary.path, folder)).filter((each) => each.startsWith('imports-'));
  const file = join(temporary.path, folder, name);
  const { ino, mtimeMs } = statSync(file);
  expect([first, more]).toEqual(['prepareOrderSchema,prepareResultSchema\n', []]);
  expect(readFileSync(file, 'utf8')).toMatch(/prepare-protocol\.ts":\{[^}]*"zod":\["file:[^"]*node_modules\/zod\//);
  expect(run(environment)).toBe(first);
  // Not written again: nothing was found anew.
  expect(statSync(file)).toMatchObject({ ino, mtimeMs });
});

it('It remembers nothing where compiled code is not kept', () => {
  expect(run({})).toBe('prepareOrderSchema,prepareResultSchema\n');
});
