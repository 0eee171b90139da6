import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstMessage, startProgram } from '../processes.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boroughgraph-holding-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A program that holds a folder, says where it is, and goes on as `then` says. */
async function hold(then: string) {
  const script = join(folder, 'program.mjs');
  await writeFile(
    script,
    `import { holdFolder, holding } from ${JSON.stringify(new URL('./holding.ts', import.meta.url).href)};
     process.channel?.ref();
     await holding(async (held) => {
       process.send(await holdFolder(held));
       ${then}
     });
     process.exit(0);`,
  );
  const program = startProgram({ name: 'example', script });
  return { program, ended: once(program.child, 'exit'), held: String(await firstMessage(program)) };
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'What is held goes when a person ends the work by %s',
  async (signal) => {
    const { program, ended, held } = await hold('await new Promise(() => 0);');
    expect(existsSync(held)).toBe(true);
    program.child.kill(signal);
    expect(await ended).toEqual([130, null]);
    expect(existsSync(held)).toBe(false);
  },
);

it('What is held goes when the work fails, which is told', async () => {
  const { program, ended, held } = await hold(`throw new Error('It does not start.');`);
  expect(await ended).toEqual([1, null]);
  expect(program.output()).toContain('Error: It does not start.');
  expect(existsSync(held)).toBe(false);
});
