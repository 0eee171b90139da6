import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readVariables } from '../process/environment.ts';
import { signingKeyVariable } from '../process/gateway-key-variables.ts';
import { get } from './subgraph-client.ts';
import { checkSubgraphServer, type Conformity } from './check-subgraph-server.ts';

/*
 * `npm run subgraph:conform -- URL`: how a running subgraph keeps schema/CONTRACT.md. Ends with 1 where it does not, and with 2 where the
 * command is not one.
 */

const usage = `Usage: npm run subgraph:conform -- URL [--name NAME] [--key FILE]
  URL     where it answers, without a path, such as http://127.0.0.1:4003
  --name  by which name the gateway knows it (what its /health says unless told)
  --key   a private key of a gateway that it believes, as a JWK (GATEWAY_SIGNING_KEY unless told; without
          any, what takes one is left untried)`;

function readKey(path: string | undefined): KeyObject | null {
  if (path === undefined) return readVariables(process.env, { key: signingKeyVariable }).key;
  // What no key can be made of is refused there.
  return createPrivateKey({ key: JSON.parse(readFileSync(path, 'utf8')) as JsonWebKey, format: 'jwk' });
}

async function readName(url: string): Promise<string> {
  const { json } = await get({ url }, '/health');
  const name = typeof json === 'object' && json !== null && 'agency' in json ? json.agency : null;
  return typeof name === 'string' ? name : 'unknown';
}

function describe({ says, outcome, problem }: Conformity): string {
  const lines = problem === null ? [] : problem.split('\n').map((line) => `           ${line}`);
  return [`${outcome.padEnd(9)}${says}`, ...lines].join('\n');
}

async function run(): Promise<void> {
  const options = { name: { type: 'string' }, key: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0 || !URL.canParse(given)) throw new RangeError(usage);
  const url = new URL(given).origin;
  const name = values.name ?? (await readName(url).catch(() => 'unknown'));
  const found = await checkSubgraphServer({ url, name, key: readKey(values.key) });
  console.log(found.map(describe).join('\n'));
  const countOf = (outcome: Conformity['outcome']) => found.filter((each) => each.outcome === outcome).length;
  console.log(`\n${countOf('kept')} kept, ${countOf('broken')} broken, ${countOf('untried')} untried`);
  process.exitCode = countOf('broken') > 0 ? 1 : 0;
}

try {
  await run();
} catch (error) {
  console.error(error instanceof RangeError || error instanceof TypeError ? usage : error);
  process.exitCode = 2;
}
