import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTemporaryFolder } from '../../testing/temporary-folder.ts';
import { createDataFolder, describeDataFolder } from './data-folder.ts';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

it('A data folder is made with those above it, and everybody may enter it', async () => {
  await using temporary = await createTemporaryFolder();
  const root = join(temporary.path, 'one/two');
  createDataFolder(describeDataFolder(root));
  expect([statSync(root).isDirectory(), modeOf(root)]).toEqual([true, '755']);
});

it('A data folder that is there stays as it is', async () => {
  await using temporary = await createTemporaryFolder();
  chmodSync(temporary.path, 0o700);
  createDataFolder(describeDataFolder(temporary.path));
  expect(modeOf(temporary.path)).toBe('700');
});

it('A data folder that is a file, or lies in one, is refused with its name, the reason and an example', async () => {
  await using temporary = await createTemporaryFolder();
  const file = join(temporary.path, 'file');
  writeFileSync(file, '');
  const advice =
    'Name one that is there, or one in a folder in which this user may make folders: BOROUGHGRAPH_DATA=/some/folder';
  expect(() => {
    createDataFolder(describeDataFolder(file));
  }).toThrow(`The data folder ${file} cannot be made (EEXIST: file already exists, mkdir '${file}'). ${advice}`);
  const within = join(file, 'data');
  expect(() => {
    createDataFolder(describeDataFolder(within));
  }).toThrow(`The data folder ${within} cannot be made (`);
});
