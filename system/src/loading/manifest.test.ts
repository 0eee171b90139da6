import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTemporaryFolder } from '../../testing/temporary-folder.ts';
import { readManifest } from './manifest.ts';

const entry = { agency: 'health', dataset: 'admissions', file: 'health/a.csv', publishedAt: '2025-01-31' };

it('Paths of a manifest start from its own folder, in its order', async () => {
  await using manifest = await write({
    description: 'for people',
    loads: [entry, { ...entry, reference: { lsoas: '../l.csv' } }],
  });
  expect(readManifest(manifest.path)).toEqual([
    { ...entry, file: join(manifest.folder, 'health/a.csv'), references: {}, embargoUntil: null },
    {
      ...entry,
      file: join(manifest.folder, 'health/a.csv'),
      references: { lsoas: join(manifest.folder, '../l.csv') },
      embargoUntil: null,
    },
  ]);
});

it('The end of an embargo in a manifest is an instant, in London where no zone is named', async () => {
  const until = (embargoUntil: string) => ({ loads: [{ ...entry, embargoUntil }] });
  await using manifest = await write(until('2026-07-01T09:30'));
  expect(readManifest(manifest.path)).toMatchObject([{ embargoUntil: '2026-07-01T08:30:00.000Z' }]);
  await using wrong = await write(until('soon'));
  expect(() => readManifest(wrong.path)).toThrow(
    'entry 1, embargoUntil: "soon" is no end of an embargo: expected an instant such as 2026-12-01T09:30:00Z, or 2026-12-01T09:30 in London',
  );
});

it.each([
  [
    { loads: [entry, { ...entry, publishedAt: '31/01/2025' }] },
    'entry 2, publishedAt: expected a day such as 2025-12-15',
  ],
  [{ loads: [{ ...entry, agency: 7 }] }, 'entry 1, agency: expected a text in quotation marks'],
  [{ loads: [{ ...entry, references: {} }] }, 'entry 1: no entry has "references": expected agency, dataset'],
  [{ load: [] }, 'loads: expected a list in square brackets, and there is none'],
  [[], 'the whole: expected an object in curly brackets'],
])('%j is refused with the entry and the key', async (content, problem) => {
  await using manifest = await write(content);
  expect(() => readManifest(manifest.path)).toThrow(`${manifest.path}: ${problem}`);
});

it.each<[string, (text: string) => Buffer]>([
  ['a byte order mark', (text) => Buffer.from(`\uFEFF${text}`)],
  ['UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
])('A manifest may be written with %s', async (_what, encode) => {
  await using folder = await createTemporaryFolder();
  const path = join(folder.path, 'manifest.json');
  writeFileSync(path, encode(JSON.stringify({ loads: [entry] })));
  expect(readManifest(path)).toHaveLength(1);
});

it('Everything that is wrong is told at once, each in a line', async () => {
  await using manifest = await write({
    loads: [
      { ...entry, file: '' },
      { ...entry, dataset: '' },
    ],
  });
  expect(() => readManifest(manifest.path)).toThrow(/entry 1, file: .*\n.*entry 2, dataset: /);
});

it('A manifest that is not there, or is no JSON, is told with its path', async () => {
  await using folder = await createTemporaryFolder();
  const path = join(folder.path, 'manifest.json');
  expect(() => readManifest(path)).toThrow(`The manifest ${path} cannot be read: ENOENT`);
  writeFileSync(path, 'loads:');
  expect(() => readManifest(path)).toThrow(/^The manifest .* cannot be read: it is no manifest, which is JSON/);
  writeFileSync(path, '{\n"loads": [{"agency": "a" "b"}]}');
  expect(() => readManifest(path)).toThrow('it is no JSON at line 2: a comma or a quotation mark is missing there');
  writeFileSync(path, '');
  expect(() => readManifest(path)).toThrow('it is empty');
  expect(() => readManifest(folder.path)).toThrow('it is a folder: name the manifest in it');
});

async function write(content: unknown): Promise<{ readonly path: string; readonly folder: string } & AsyncDisposable> {
  const folder = await createTemporaryFolder();
  const path = join(folder.path, 'manifest.json');
  writeFileSync(path, JSON.stringify(content));
  return { path, folder: folder.path, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}
