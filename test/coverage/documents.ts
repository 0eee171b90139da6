import { readFileSync } from 'node:fs';
import { type Coverage, describeTotals, rewriteList } from './coverage.ts';

/** A document of the repository that says what the graph holds, as it must read. */
export interface CoverageDocument {
  readonly path: string;
  readonly isRight: boolean;
  readonly content: string;
}

const root = new URL('../../', import.meta.url);
const listPath = 'schema/data-systems.md';
const begin = '<!-- begin: written by `npm run report:coverage -- --write` -->';
const end = '<!-- end: written by `npm run report:coverage -- --write` -->';

/** The list of data systems as it is committed. */
export function readList(): string {
  return readFileSync(new URL(listPath, root), 'utf8');
}

/**
 * The documents that the coverage makes: the list of data systems, and the README with the totals.
 *
 * @throws {Error} when the README has not the marks between which the totals stand.
 */
export function coverageDocuments(coverage: Coverage): readonly CoverageDocument[] {
  const [list, readme] = [readList(), readFileSync(new URL('README.md', root), 'utf8')];
  const made = [
    { path: listPath, before: list, content: rewriteList(list, coverage.standingOf) },
    { path: 'README.md', before: readme, content: withTotals(readme, describeTotals(coverage)) },
  ];
  return made.map(({ path, before, content }) => ({ path, isRight: before === content, content }));
}

function withTotals(readme: string, totals: string): string {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md: expected a line ${begin} and, below it, a line ${end}`);
  return `${readme.slice(0, from)}${begin}\n\n${totals}\n\n${readme.slice(to)}`;
}
