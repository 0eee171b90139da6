import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFamily } from '../cpu.ts';
import { startNpmScript } from './npm-script.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boroughgraph-scripts-'));
  const scripts = { start: 'exec node program.mjs', load: 'node -e "process.exit(3)"' };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'example', scripts }));
  // As the system does: a child in a group of its own, which Ctrl-C does not reach, and an orderly end.
  await writeFile(
    join(folder, 'program.mjs'),
    `import { spawn } from 'node:child_process';
     import { writeFileSync } from 'node:fs';
     const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1e6)'], { detached: true });
     process.on('SIGINT', () => {
       writeFileSync('stopped', String(child.pid));
       child.on('exit', () => process.exit());
       child.kill();
     });
     console.log('It serves.');`,
  );
});
afterAll(() => rm(folder, { recursive: true }));

const request = (held: AsyncDisposableStack, ...words: readonly string[]) => ({
  checkout: { name: 'other', folder, commit: 'none', agencies: [] } as const,
  arguments: words,
  environment: {},
  held,
});

describe.skipIf(process.platform !== 'linux')('a script of another checkout', () => {
  it('runs under npm with all that it starts, and ends in order with what holds it', async () => {
    const held = new AsyncDisposableStack();
    const script = startNpmScript(request(held, 'start'));
    await script.waitFor('It serves.');
    // npm, the script and its child, which has a group of its own.
    expect(readFamily(script.pid)).toHaveLength(3);
    await held.disposeAsync();
    const child = Number(await readFile(join(folder, 'stopped'), 'utf8'));
    expect(existsSync(`/proc/${child}`)).toBe(false);
    expect(() => startNpmScript(request(held, 'start'))).toThrow('the measurement is over');
  });

  it('that ends is not waited for, and tells how it ended', async () => {
    await using held = new AsyncDisposableStack();
    const script = startNpmScript(request(held, 'run', 'load'));
    await expect(script.waitFor('It serves.')).rejects.toThrow('it ended before it said "It serves."');
    expect(await script.ended).toBe(3);
  });
});
