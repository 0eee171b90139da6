import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { createTemporaryFolder } from '../../testing/temporary-folder.ts';
import { openImportMemory } from './import-memory.ts';

const parent = 'file:///project/main.ts';
const imported = { parent, specifier: 'library', isRequire: false };
const required = { ...imported, isRequire: true };

async function makePlace() {
  const temporary = await createTemporaryFolder();
  const [module, common] = ['library.js', 'library.cjs'].map((name) => join(temporary.path, name));
  for (const path of [module, common]) writeFileSync(path ?? '', '');
  return {
    file: join(temporary.path, 'imports.json'),
    module: pathToFileURL(module ?? '').href,
    common: pathToFileURL(common ?? '').href,
    path: temporary.path,
    [Symbol.asyncDispose]: () => temporary[Symbol.asyncDispose](),
  };
}

it('What was noted of an import is found by the next that opens the file, apart from a require of the same words', async () => {
  await using place = await makePlace();
  const first = openImportMemory(place.file, 'installed');
  expect(first.find(imported)).toBeNull();
  first.note(imported, [place.module, 'module']);
  first.note(required, [place.common, null]);
  first.save();
  const next = openImportMemory(place.file, 'installed');
  expect([next.find(imported), next.find(required), next.find({ ...imported, parent: 'file:///other.ts' })]).toEqual([
    [place.module, 'module'],
    [place.common, null],
    null,
  ]);
  expect([statSync(place.file).mode & 0o777, readdirSync(place.path)]).toEqual([
    0o600,
    ['imports.json', 'library.cjs', 'library.js'],
  ]);
});

it('Nothing is known of another installation, from a file that is cut off, or of what is no longer there', async () => {
  await using place = await makePlace();
  const first = openImportMemory(place.file, 'installed');
  first.note(imported, [place.module, 'module']);
  first.note(required, [place.common, null]);
  first.save();
  expect(openImportMemory(place.file, 'installed anew').find(imported)).toBeNull();
  rmSync(new URL(place.module));
  const next = openImportMemory(place.file, 'installed');
  expect([next.find(imported), next.find(required)]).toEqual([null, [place.common, null]]);
  writeFileSync(place.file, '{"installation":"installed","kno');
  expect(openImportMemory(place.file, 'installed').find(required)).toBeNull();
});

it('Nothing is written where nothing was noted, and nothing is thrown where nothing can be', async () => {
  await using place = await makePlace();
  const memory = openImportMemory(place.file, 'installed');
  memory.save();
  expect(existsSync(place.file)).toBe(false);
  const nowhere = openImportMemory(join(place.path, 'gone', 'imports.json'), 'installed');
  nowhere.note(imported, [place.module, 'module']);
  expect(() => {
    nowhere.save();
  }).not.toThrow();
});
