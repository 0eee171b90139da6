import { readFileSync, writeFileSync } from 'node:fs';
import { hasIndicatorReferences } from '@boroughgraph/schema/indicator-references.ts';
import { describeVariables } from '@boroughgraph/system/configuration/describe-variables.ts';
import { agencies } from '../support/all-agencies.ts';
import { printDefinedIds } from './defined-ids.ts';
import { describeAwaited, describePublished, describeUnnamed, withList, withoutList } from './dataset-lists.ts';

/*
 * `node test/readme/lists.ts write` writes the lists that documents, and one agency, have of datasets, and that of variables; with `check` it says which are not what
 * the agencies' datasets make, and ends with 1.
 */

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const dataSystems = 'schema/data-systems.md';
/** Whoever points at what all agencies have is asked for it by its id alone. */
const pointing = agencies.filter(({ name }) => hasIndicatorReferences(read(`subgraphs/${name}/schema.graphql`)));
const publishedFiles = 'schema/published-files.md';

const documents = [
  ...agencies.map((agency) => {
    const path = `subgraphs/${agency.name}/README.md`;
    return { path, content: withList(read(path), describeAwaited(agency)) };
  }),
  {
    path: dataSystems,
    content: withList(read(dataSystems), describeUnnamed(agencies, withoutList(read(dataSystems)))),
  },
  ...pointing.map(({ name }) => ({
    path: `subgraphs/${name}/src/generated/defined-ids.ts`,
    content: printDefinedIds(agencies),
  })),
  { path: 'README.md', content: withList(read('README.md'), describeVariables()) },
  { path: publishedFiles, content: withList(read(publishedFiles), describePublished(agencies)) },
];

const stale = documents.filter(({ path, content }) => read(path) !== content);
if (process.argv[2] === 'write') {
  for (const { path, content } of stale) writeFileSync(new URL(path, root), content);
} else {
  for (const { path } of stale) console.log(`${path} does not list what there is. Run: npm run compose`);
  process.exitCode = stale.length > 0 ? 1 : 0;
}
