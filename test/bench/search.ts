import { readFileSync } from 'node:fs';
import { Pool } from 'undici';
import { agencyNames } from '@boroughgraph/schema/wire/agency-names.ts';
import { agencies } from '../support/all-agencies.ts';
import { holdPostgres } from '../support/held-postgres.ts';
import { wantedFirst } from '../questions/search-queries.ts';
import { readUse } from './cpu.ts';
import { makeBaseDataset } from './data/datasets.ts';
import { findPostgres } from './find-postgres.ts';
import { projectFile } from './processes.ts';
import { startAgencies, startOwnGateway, urlsOf } from './running-agencies.ts';
import type { GraphQLRequest } from './workloads/workload.ts';

/*
 * What a search over all agencies costs beside the catalogue of one, in processor time of the gateway, the agencies and PostgreSQL together:
 * `npm run bench:search`, over the published files, or with `--small` over a few figures. No answer is remembered, each search has other
 * words than the one before, and everything is asked in turn. Ends with 1 where a search costs more than the cheapest catalogue.
 */

const rounds = 3;
const requestsEach = 100;
const warmUp = 120;

await using server = await holdPostgres();
const dataset = await makeBaseDataset(server.url, 'search', !process.argv.includes('--small'));
await using running = await startAgencies(dataset);
const { program, url } = await startOwnGateway(urlsOf(running));
await using gateway = program;
const parts = new Map([
  ['gateway', gateway.pid],
  ...running.list.map(({ name, pid }) => [name, pid] as const),
  ['PostgreSQL', await findPostgres(server.url)],
]);
const pool = new Pool(new URL(url).origin, { connections: 1 });

/** All that a search itself says. */
const searchText = `query Search($text: String!) { search(text: $text, first: 10) {
  kind id name text agency score isGuess isNamed unmatched isHeld isSynthetic reason note narrowing { dimension value label }
} }`;
/** What the page of the catalogue and many others want besides: what is held of it, and the newest figure of an area. */
const operationText = readFileSync(projectFile('schema/operations/search.graphql'), 'utf8');
const catalogueText = readFileSync(projectFile('schema/operations/catalogue.graphql'), 'utf8');
const workloads: readonly (readonly [name: string, ask: (index: number) => GraphQLRequest])[] = [
  ['a search of all', (index) => ({ query: searchText, variables: { text: textAt(index) } })],
  [
    'the operation Search',
    (index) => ({ query: operationText, variables: { text: textAt(index), area: 'E09000012' } }),
  ],
  ...agencies.map(({ name }) => [`the catalogue of ${name}`, () => catalogueOf(name)] as const),
];

/** What each process has used until now, in milliseconds. */
const read = () => new Map([...parts].map(([part, pid]) => [part, readUse(pid)?.cpuMs ?? 0]));

for (const [, request] of workloads) for (let index = 0; index < warmUp; index += 1) await ask(request(index));
const totals = new Map<string, number>();
for (let round = 0; round < rounds; round += 1)
  for (const [name, request] of round % 2 === 0 ? workloads : workloads.toReversed()) {
    const before = read();
    for (let index = 0; index < requestsEach; index += 1) await ask(request(index + round * requestsEach));
    const after = read();
    const used = [...after].map(([part, ms]) => [part, (ms - (before.get(part) ?? 0)) / requestsEach] as const);
    const sum = used.reduce((all, [, ms]) => all + ms, 0);
    totals.set(name, (totals.get(name) ?? 0) + sum / rounds);
    console.log(`${name}: ${sum.toFixed(2)} ms (${used.map(([part, ms]) => `${part} ${ms.toFixed(2)}`).join(', ')})`);
  }
const [search = 0, , ...catalogues] = totals.values();
for (const [name, ms] of totals) console.log(`${name}: ${ms.toFixed(2)} ms, mean of ${rounds} rounds`);
// The connections would hold the process.
process.exit(search < Math.min(...catalogues) ? 0 : 1);

/** Words that are searched for: no two texts are the same, since what is found for one may be remembered. */
function textAt(index: number): string {
  const [text] = wantedFirst[index % wantedFirst.length] ?? [''];
  return `${text} ${2000 + Math.floor(index / wantedFirst.length)}`;
}

/** The recorded operation of the catalogue, of one agency. */
function catalogueOf(agency: string): GraphQLRequest {
  const holdings = catalogueText.slice(catalogueText.indexOf('fragment Holdings'));
  return { query: `query Catalogue { ${agencyNames(agency).rootField} { ...Holdings } } ${holdings}`, variables: {} };
}

async function ask(request: GraphQLRequest): Promise<void> {
  const { statusCode, body } = await pool.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip' },
    body: JSON.stringify(request),
  });
  await body.dump();
  if (statusCode !== 200) throw new Error(`the gateway answered ${statusCode}`);
}
