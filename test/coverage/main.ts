import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describeEach, describeTotals, readCoverage } from './coverage.ts';
import { coverageDocuments, readList } from './documents.ts';

/*
 * Asks a running graph what it answers of the data systems and the measures that the plans name, and prints a line for each and the
 * totals. With `--write` the list of data systems and the README say so, too; without, it says where they say something else.
 */

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: `http://localhost:${process.env['GATEWAY_PORT'] ?? '4000'}/graphql` },
    write: { type: 'boolean', default: false },
  },
});

async function ask(query: string): Promise<unknown> {
  const response = await fetch(values.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  }).catch((cause: unknown) => {
    throw new Error(`No graph answers at ${values.url}: expected the address of a running one, as --url`, { cause });
  });
  // A GraphQL server answers in this form; whoever reads the data checks them.
  const { data, errors } = (await response.json()) as { readonly data: unknown; readonly errors?: unknown };
  if (errors !== undefined) throw new Error(`${values.url} answers with errors: ${JSON.stringify(errors)}`);
  return data;
}

const coverage = await readCoverage(ask, readList());
console.log(`${describeEach(coverage)}\n\n${describeTotals(coverage)}`);
for (const { path, content } of coverageDocuments(coverage).filter(({ isRight }) => !isRight)) {
  if (values.write) writeFileSync(new URL(`../../${path}`, import.meta.url), content);
  console.log(values.write ? `Wrote ${path}` : `${path} says something else of what this graph holds.`);
}
