import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { furtherManifestPath, manifestPath } from '../support/published-manifest.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = globSync('subgraphs/*/src/datasets/*.ts', { cwd: root })
  .filter((path) => !path.includes('.test.') && readsItsFile(readFileSync(root + path, 'utf8')))
  .map((path) => ({ agency: path.split('/')[1] ?? '', path: path.replace(/\.ts$/, '') }));

/** Whether a text is a dataset with words of its own for its file: what only declares itself is loaded by `test/files`, as all are. */
function readsItsFile(text: string): boolean {
  return /^export const dataset: (?!.*= awaitedDataset\()/m.test(text);
}

/** The tests beside a page, as one text; empty where there are none. */
function testsOf(path: string): string {
  const files = globSync(`${path}{.test,.db.test,.property.test}.ts`, { cwd: root });
  return files.map((file) => readFileSync(root + file, 'utf8')).join('\n');
}

const aCase = /\bit(?:\.each)?\(/;
/** What begins a case that is left out where the published files are not at hand. */
const onPublishedFile = /\b(?:it|describe)\.skipIf\(\s*(?:publishedFile|[a-z]\w* === null)/i;

/** The tests that are run wherever the project is. */
const onHandMadeFiles = (text: string) => text.slice(0, onPublishedFile.exec(text)?.index);

describe('every dataset that can be loaded', () => {
  it('has a test on a small file that was made by hand', () => {
    expect(pages.length).toBeGreaterThan(40);
    expect(pages.filter(({ path }) => !aCase.test(onHandMadeFiles(testsOf(path))))).toEqual([]);
  });

  it.skipIf(manifestPath === null || furtherManifestPath === null)(
    'has one on its published file, where a manifest loads one',
    () => {
      const texts = [manifestPath, furtherManifestPath].map((path) => readFileSync(path ?? '', 'utf8'));
      const loaded = pages.filter(({ path }) => {
        const id = path.split('/').at(-1) ?? '';
        return texts.some((text) => text.includes(`"dataset": "${id}"`));
      });
      expect(loaded.length).toBeGreaterThan(35);
      expect(loaded.filter(({ path }) => !testsOf(path).includes('publishedFile('))).toEqual([]);
    },
  );
});
