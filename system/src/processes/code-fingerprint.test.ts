import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTemporaryFolder } from '../../testing/temporary-folder.ts';
import { fingerprintCode } from './code-fingerprint.ts';

const places = { folders: ['code'], files: ['lock.json'] };

it('What code is known by changes with each of its files and with what is installed, and with nothing else', async () => {
  await using temporary = await createTemporaryFolder();
  const write = (path: string, text: string) => {
    writeFileSync(join(temporary.path, path), text);
  };
  for (const folder of ['code', 'code/inner', 'code/node_modules', 'other'])
    mkdirSync(join(temporary.path, folder), { recursive: true });
  write('lock.json', '{}');
  write('code/a.ts', 'a');
  write('code/inner/b.sql', 'b');
  const known = () => fingerprintCode(temporary.path, places);
  const first = known();
  const same = [
    () => {
      write('code/a.ts', 'a');
    },
    () => {
      write('code/a.test.ts', 'a test');
    },
    () => {
      write('code/node_modules/c.js', 'c');
    },
    () => {
      write('other/d.ts', 'd');
    },
  ].map((change) => {
    change();
    return known();
  });
  expect(same).toEqual([first, first, first, first]);
  const others = [
    () => {
      write('code/inner/b.sql', 'B');
    },
    () => {
      write('lock.json', '{ }');
    },
    () => {
      renameSync(join(temporary.path, 'code/a.ts'), join(temporary.path, 'code/e.ts'));
    },
  ].map((change) => {
    change();
    return known();
  });
  expect(new Set([first, ...others]).size).toBe(4);
});
