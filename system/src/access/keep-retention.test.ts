import { once, EventEmitter } from 'node:events';
import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTemporaryFolder } from '../../testing/temporary-folder.ts';
import { keepRetention } from './keep-retention.ts';

const program = [fileURLToPath(new URL('../../testing/stand-in-retention.ts', import.meta.url))];
const dayMs = 86_400_000;

let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
beforeAll(async () => {
  folder = await createTemporaryFolder();
});
afterAll(() => folder[Symbol.asyncDispose]());

/** A mark that was made so many milliseconds ago, and what is said until there are so many lines. */
async function keep(name: string, { ageMs, lines, broken = '' }: { ageMs: number; lines: number; broken?: string }) {
  const mark = join(folder.path, name);
  writeFileSync(mark, '');
  const at = new Date(Date.now() - ageMs);
  utimesSync(mark, at, at);
  const heard = new EventEmitter();
  const said: string[] = [];
  const log = (line: string) => {
    said.push(line);
    if (said.length === lines) heard.emit('enough');
  };
  const environment = { ...process.env, BROKEN: broken };
  const enough = once(heard, 'enough');
  await using keeping = keepRetention({ mark, hours: 24, program, environment, log, lookMs: 20 });
  expect(keeping).toBeDefined();
  if (lines > 0) await enough;
  return { said, ageMs: () => Date.now() - statSync(mark).mtimeMs };
}

describe('While the system runs', () => {
  it('what is held for too long is looked for once it is due, and not again', async () => {
    const { said, ageMs } = await keep('due', { ageMs: dayMs + 60_000, lines: 1 });
    expect(said).toEqual(['nothing is held for too long']);
    expect(ageMs()).toBeLessThan(60_000);
  });

  it('nothing is done before', async () => {
    const { said, ageMs } = await keep('early', { ageMs: dayMs - 600_000, lines: 0 });
    expect(said).toEqual([]);
    expect(ageMs()).toBeGreaterThan(60_000);
  });

  it('a run that fails is said, and is due as before', async () => {
    const { said, ageMs } = await keep('failing', { ageMs: dayMs * 2, lines: 2, broken: 'retention' });
    expect(said).toEqual([
      'nothing is held for too long',
      'What is held for too long could not be deleted whole; it is tried again.',
    ]);
    expect(ageMs()).toBeGreaterThan(dayMs);
  });
});
