import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';

/*
 * An agency is its folder. Its name stands in code of its own folder; elsewhere only in tests, and in the files below, each of
 * which is about a figure or an operation of a particular agency. Whatever is about all of them reads the folders.
 */

/** What may name agencies beside tests, and why. A folder ends with a slash. */
const particular: Readonly<Record<string, string>> = {
  'subgraphs/local-authority/src/local-priorities/': 'the plan sets priorities that police figures measure',
  'subgraphs/local-authority/src/resolvers/local-priorities.ts': 'what a borough chooses is a recorded crime',
  'test/package.json': 'tests import the figures of particular agencies',
  'test/attack/': 'attacks the figures of particular agencies',
  'test/browser/': 'shows figures of particular agencies',
  'test/bench/': 'loads and asks for particular figures; results say whose processor time they are',
  'test/critic/bends.ts': 'bends particular published files',
  'test/conformance/': 'lists traps in particular published files',
  'test/fifth-agency/': 'copies health',
  'test/journeys/named/': 'restricted figures of particular agencies',
  'test/journeys/takeaway/': 'takes figures of particular agencies away',
  'test/misreadings/': 'figures that are misread, each of a particular agency',
  'test/postgres-versions/restore.ts': 'one agency stands for all',
  'test/questions/ten-tasks.ts': 'what people ask of particular agencies',
  'test/random-cells/': 'reads published files of particular agencies again',
  'test/reference/': 'made-up figures of particular agencies, and failures that need two of them',
  'test/scale/agreements.ts': 'one agency stands for all',
  'test/support/published-system.ts': 'a file that holds figures of two datasets',
  'test/support/small-figures.ts': 'made-up figures of particular agencies',
  'subgraphs/local-authority/src/datasets/children-looked-after.ts':
    'two agencies publish figures of the same children',
  'subgraphs/health/src/datasets/looked-after-children-health.ts': 'two agencies publish figures of the same children',
  'subgraphs/criminal-justice/src/datasets/looked-after-children-convictions.ts':
    'two agencies publish figures of the same children',
  'gateway/testing/': 'small agencies with familiar names',
  'system/example/': 'a manifest names agencies, and this one shows how',
  'system/testing/': 'stands in for particular agencies',
};

/** What may name every agency there is, and why. */
const complete: Readonly<Record<string, string>> = {
  'test/bench/results.json': 'measured when there were these',
  'test/reference/rule-cases/with-failures.ts': 'cases of failures at different agencies',
  'test/critic/bends.ts': 'bends particular published files',
  'test/questions/ten-tasks.ts': 'a task for figures of each',
  'test/support/small-figures.ts': 'made-up figures of particular agencies; an agency without any has none',
  'system/testing/stand-in-agencies.ts': 'stands in for particular agencies',
};

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = globSync(
  ['vitest.config.ts', '{package,turbo}.json', '.ci/run', '{gateway,schema,system,subgraphs,test}/**/*.{ts,js,json}'],
  {
    cwd: root,
    exclude: (name) => ['node_modules', 'generated', 'peers', 'duckdb', 'dist'].includes(name),
  },
);

const isTest = (file: string) => file.endsWith('.test.ts');

/** A file without its comments, in which an agency is an example. */
const codeOf = (file: string) =>
  readFileSync(`${root}${file}`, 'utf8')
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '');

/** The agencies that a file outside of their folders names: as a text of its own, in a path or package, or by a variable. */
function namedIn(file: string): readonly string[] {
  const code = codeOf(file);
  return agencies
    .filter(({ name }) => !file.startsWith(`subgraphs/${name}/`))
    .filter(({ name, variablePrefix }) =>
      new RegExp(`(['"\`])${name}\\1|(subgraphs|@boroughgraph)/${name}\\b|\\b${variablePrefix}_[A-Z]+`).test(code),
    )
    .map(({ name }) => name);
}

const naming = files
  .filter((file) => !isTest(file))
  .map((file) => ({ file, names: namedIn(file) }))
  .filter(({ names }) => names.length > 0);
const placeOf = (file: string) => Object.keys(particular).find((place) => file.startsWith(place));

describe('the name of an agency', () => {
  it('stands outside of its folder only where a particular agency is meant', () => {
    expect(naming.filter(({ file }) => placeOf(file) === undefined)).toEqual([]);
  });

  it('stands nowhere in a list of them all', () => {
    const lists = naming.filter(({ names }) => names.length === agencies.length).map(({ file }) => file);
    expect(lists.filter((file) => complete[file] === undefined)).toEqual([]);
  });

  it('stands in each place that may have it', () => {
    const used = new Set(naming.map(({ file }) => placeOf(file)));
    expect(Object.keys(particular).filter((place) => !used.has(place))).toEqual([]);
  });
});
