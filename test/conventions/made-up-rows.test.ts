import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { publishedFile } from '../support/published-files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const published = publishedFile('manifest.json');

/** Characters of a row that two people do not write alike by chance. */
const shortestRow = 18;
/** A row has a cell that begins with a digit, which no heading has. */
const isRow = (line: string) => line.length >= shortestRow && /,"?-?\d|^\d[^,]*,/.test(line);

function readRows(folder: string): ReadonlySet<string> {
  const texts = globSync('**/*.{csv,tsv,txt,json,geojson}', { cwd: folder })
    .filter((name) => name !== 'manifest.json')
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  return new Set(texts.flatMap((text) => text.split(/\r?\n/).map((line) => line.trim())).filter(isRow));
}

/** The lines of a file, and the texts that stand in quotes in them. */
function textsIn(file: string): readonly string[] {
  return readFileSync(`${root}${file}`, 'utf8')
    .split(/\n|\\n/)
    .flatMap((line) => [line, ...line.split(/['`]/)])
    .map((text) => text.trim());
}

it.skipIf(published === null)('No row of a published file stands in a test', () => {
  const rows = readRows(dirname(published ?? ''));
  expect(rows.size).toBeGreaterThan(10_000);
  const tests = globSync('{gateway,schema,system,subgraphs,test}/**/*.ts', {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'generated',
  });
  const copies = tests.flatMap((file) =>
    textsIn(file)
      .filter((text) => isRow(text) && rows.has(text))
      .map((text) => `${file}: ${text}`),
  );
  expect(copies).toEqual([]);
});
