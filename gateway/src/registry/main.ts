import { parseArgs } from 'node:util';
import { checkSubgraph } from './check-subgraph.ts';
import { describeCheck, type PriceChanges } from './describe-check.ts';
import { priceOperations } from './operation-price.ts';
import { type PublishedGraph, readCommittedGraph } from './published-graph.ts';
import { readRecordedOperations } from './recorded-operations.ts';
import { readSubgraphFile, RegistryError } from './read-subgraph-file.ts';

/*
 * `npm run subgraph:check -- NAME [FILE]`: what a changed subgraph would do. Ends with 1 where it cannot be published as it is, or breaks what
 * dashboards ask, and with 2 where the command is not one.
 */

const usage = `Usage: npm run subgraph:check -- NAME [FILE] [--url URL]
  NAME   the subgraph, such as health
  FILE   its changed schema (subgraphs/NAME/schema.graphql unless told)
  --url  where it answers, for one that is new`;

async function check(parameters: readonly string[]): Promise<void> {
  const options = { url: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...parameters], options, allowPositionals: true });
  const [name, file = null, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new RangeError(usage);
  const published = readCommittedGraph(name);
  const before = published.subgraphs.find((each) => each.name === name);
  const changed = readSubgraphFile({ name, file, url: values.url ?? null }, before?.url ?? null);
  const operations = await readRecordedOperations();
  const result = checkSubgraph(published, changed, operations);
  const prices = result.kind === 'refused' ? null : await comparePrices(published, result.next, operations);
  console.log(describeCheck(name, result, prices));
  process.exitCode = result.kind === 'refused' || result.broken.size > 0 ? 1 : 0;
}

async function comparePrices(
  { composition }: PublishedGraph,
  next: PublishedGraph,
  operations: Parameters<typeof priceOperations>[1],
): Promise<PriceChanges> {
  const today = new Date().toISOString().slice(0, 10);
  const [before, after] = await Promise.all(
    [composition, next.composition].map(({ supergraphSdl }) => priceOperations(supergraphSdl, operations, today)),
  );
  return { before: before ?? new Map(), after: after ?? new Map() };
}

const commands = new Map([['check', check]]);

const [command = '', ...parameters] = process.argv.slice(2);
try {
  const run = commands.get(command);
  if (run === undefined) throw new RangeError(usage);
  await run(parameters);
} catch (error) {
  console.error(error instanceof RegistryError ? error.message : usage);
  if (!(error instanceof RegistryError) && !(error instanceof RangeError) && !(error instanceof TypeError)) throw error;
  process.exitCode = error instanceof RegistryError ? 1 : 2;
}
