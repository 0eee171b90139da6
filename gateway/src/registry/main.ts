import { createPublicKey } from 'node:crypto';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { EnvironmentError } from '@boroughgraph/schema/process/environment.ts';
import { gatewayKeysVariable, writeGatewayKey } from '@boroughgraph/schema/process/gateway-key-variables.ts';
import { readVersion, VersionError } from '../supergraph/published-version.ts';
import { describeUnpublished, findUnpublished } from '../supergraph/unpublished-changes.ts';
import { listVersions, readVersionText } from '../supergraph/version-folder.ts';
import { type CheckUsage, readCheckUsage } from './check-usage.ts';
import { checkSubgraph } from './check-subgraph.ts';
import { brokenInAny } from './check-variants.ts';
import { describeCheck, type PriceChanges } from './describe-check.ts';
import { openGatewayKey, openStore, usageFolder } from './open-store.ts';
import { priceOperations } from './operation-price.ts';
import { graphOf, type PublishedBase, publishSubgraph, readNewest, rollBack, type VersionStore } from './publish.ts';
import { readCommittedGraph } from './published-graph.ts';
import { readSubgraphFile, RegistryError } from './read-subgraph-file.ts';

/*
 * `npm run subgraph:check`, `subgraph:publish`, `subgraph:rollback`, `subgraph:versions` and `subgraph:key`. Ends with 1 where something cannot be published
 * as it is, or breaks what dashboards ask, and with 2 where the command is not one.
 */

const usage = `Usage:
  npm run subgraph:check -- NAME [FILE] [--url URL]
  npm run subgraph:publish -- NAME [FILE] --why TEXT [--url URL] [--who NAME] [--accept-breaking]
  npm run subgraph:publish -- NAME --remove --why TEXT [--who NAME] [--accept-breaking]
  npm run subgraph:rollback -- [NUMBER] --why TEXT [--who NAME] [--accept-breaking]
  npm run subgraph:versions
  npm run subgraph:key

  NAME    the subgraph, such as health
  FILE    its changed schema (subgraphs/NAME/schema.graphql unless told)
  NUMBER  the version that is to be back (the one before the newest unless told)
  --without  the tags that a gateway leaves out together, as its SUPERGRAPH_WITHOUT has them; once for each gateway (each tag by itself,
          and SUPERGRAPH_WITHOUT, are looked at anyway)
  --url   where it answers, for one that is new or has moved
  --store the folder of published versions (published in the data folder unless told)
  --usage the folder in which gateways count what is asked (USAGE_FOLDER, or usage in the data folder, unless told)
  --key   the file of the key that signs (publisher-key.json in the data folder unless told)`;

const options = {
  url: { type: 'string' },
  why: { type: 'string', default: '' },
  who: { type: 'string', default: userInfo().username },
  store: { type: 'string' },
  key: { type: 'string' },
  usage: { type: 'string' },
  without: { type: 'string', multiple: true },
  remove: { type: 'boolean', default: false },
  'accept-breaking': { type: 'boolean', default: false },
} as const;

function readCommand(parameters: readonly string[], most: number) {
  const { values, positionals } = parseArgs({ args: [...parameters], options, allowPositionals: true });
  if (positionals.length > most) throw new RangeError(usage);
  const publishing = { who: values.who, why: values.why, acceptsBreaking: values['accept-breaking'] };
  return { values, positionals, publishing };
}

type Given = ReturnType<typeof readCommand>['values'];

const openNamed = ({ store, key, without }: Pick<Given, 'store' | 'key' | 'without'>) =>
  openStore({ folder: store ?? null, key: key ?? null, without: without ?? [] }, process.env);

async function readBase(store: VersionStore, name: string): Promise<PublishedBase> {
  const newest = await readNewest(store);
  return { newest, graph: newest === null ? readCommittedGraph(name) : graphOf(newest.version) };
}

function readChanged({ graph }: PublishedBase, [name, file]: readonly string[], { url, remove }: Given) {
  if (name === undefined) throw new RangeError(usage);
  const published = graph.subgraphs.find((each) => each.name === name);
  if (!remove) return readSubgraphFile({ name, file: file ?? null, url: url ?? null }, published?.url ?? null);
  if (published === undefined)
    throw new RegistryError(`No subgraph "${name}" is published, so that none can be removed`);
  return { name, url: published.url, typeDefs: null };
}

async function check(parameters: readonly string[]): Promise<void> {
  const { values, positionals } = readCommand(parameters, 2);
  const store = await openNamed(values);
  const base = await readBase(store, positionals[0] ?? '');
  const changed = readChanged(base, positionals, values);
  const result = checkSubgraph(base.graph, changed, store);
  const prices = result.kind === 'refused' ? null : await comparePrices(base, result.next, store);
  console.log(describeCheck(changed.name, result, { prices, usage: await readUsageOf(store, values) }));
  process.exitCode = result.kind === 'refused' || brokenInAny(result.broken, result.variants).size > 0 ? 1 : 0;
}

const today = () => new Date().toISOString().slice(0, 10);

function readUsageOf({ operations }: VersionStore, { usage }: Given): Promise<CheckUsage | null> {
  return readCheckUsage(usage ?? usageFolder(process.env), operations, today());
}

async function comparePrices(
  { graph }: PublishedBase,
  next: PublishedBase['graph'],
  { operations }: VersionStore,
): Promise<PriceChanges> {
  const [before, after] = await Promise.all(
    [graph, next].map(({ composition }) => priceOperations(composition.supergraphSdl, operations, today())),
  );
  return { before: before ?? new Map(), after: after ?? new Map() };
}

async function publish(parameters: readonly string[]): Promise<void> {
  const { values, positionals, publishing } = readCommand(parameters, 2);
  const store = await openNamed(values);
  const base = await readBase(store, positionals[0] ?? '');
  const changed = readChanged(base, positionals, values);
  const { check: checked, version } = await publishSubgraph(store, { base, changed, publishing });
  const usage = await readUsageOf(store, values);
  console.log(describeCheck(changed.name, checked, { prices: null, usage }));
  console.log(
    `\nVersion ${version.number} is published in ${store.folder}. Gateways that watch it serve it within seconds.`,
  );
}

async function rollback(parameters: readonly string[]): Promise<void> {
  const { values, positionals, publishing } = readCommand(parameters, 1);
  const [number] = positionals;
  if (number !== undefined && !/^\d{1,6}$/.test(number)) throw new RangeError(usage);
  const version = await rollBack(await openNamed(values), number === undefined ? null : Number(number), publishing);
  console.log(`Version ${version.number} is published: it is version ${version.subject} once more.`);
}

async function versions(parameters: readonly string[]): Promise<void> {
  const { folder, keys } = await openNamed(readCommand(parameters, 0).values);
  const numbers = await listVersions(folder);
  if (numbers.length === 0) console.log(`Nobody has published in ${folder}: the graph of the repository is served.`);
  await sayUnpublished(folder, numbers, keys);
  for (const number of numbers) {
    const { at, action, subject, who, why, broken } = readVersion(await readVersionText(folder, number), keys);
    const breaking = broken.length > 0 ? ` (breaks ${broken.join(', ')})` : '';
    console.log(`${String(number).padStart(6)}  ${at}  ${action} ${subject}, ${who}: ${why}${breaking}`);
  }
}

/** The key stays, so that who runs a subgraph elsewhere need be told once. */
function key(parameters: readonly string[]): Promise<void> {
  readCommand(parameters, 0);
  console.log(`${gatewayKeysVariable.name}=${writeGatewayKey(createPublicKey(openGatewayKey(process.env)))}`);
  return Promise.resolve();
}

/** What of the code is not served: nobody else would say so to whoever has just changed it. */
async function sayUnpublished(folder: string, [newest]: readonly number[], keys: VersionStore['keys']): Promise<void> {
  if (newest === undefined) return;
  const { subgraphs } = readVersion(await readVersionText(folder, newest), keys);
  const described = describeUnpublished(newest, findUnpublished(subgraphs));
  if (described !== null) console.log(`${described}\n`);
}

const commands = new Map([
  ['key', key],
  ['check', check],
  ['publish', publish],
  ['rollback', rollback],
  ['versions', versions],
]);

function isForPerson(error: unknown): error is Error {
  return error instanceof RegistryError || error instanceof VersionError || error instanceof EnvironmentError;
}

/** Of `parseArgs`, and ours: the command is not one. */
const isMistyped = (error: unknown) => error instanceof RangeError || error instanceof TypeError;

const [command = '', ...parameters] = process.argv.slice(2);
try {
  const run = commands.get(command);
  if (run === undefined) throw new RangeError(usage);
  await run(parameters);
} catch (error) {
  if (!isForPerson(error) && !isMistyped(error)) throw error;
  console.error(isForPerson(error) ? error.message : usage);
  process.exitCode = isForPerson(error) ? 1 : 2;
}
