import { addKey } from '@boroughgraph/gateway/directory/api-keys.ts';
import { addAgreement } from '@boroughgraph/kit/store/agreements.ts';
import { createDatabaseOn } from '../support/server-database.ts';
import { holdPostgres } from '../support/held-postgres.ts';
import { loadInto, startNamedSystem } from '../support/named-system.ts';
import { startRunningSystem } from '../support/running-system.ts';
import { readUse } from './cpu.ts';
import { askFor, pageOf, requireShown, safetyFile, seriesOf, type Way } from './safety-figures.ts';

/*
 * What safety costs: the processor time of a request, of gateway, agency, PostgreSQL and whoever asks together, where there are no callers and
 * subgraphs answer everybody on their machine, and where each is told who asks, agreements are asked for, and what is read is written down
 * before it is answered. All ways in turn, in one process: `npm run bench:safety`. Beside a checkout from before there were callers:
 * `safety-against.ts`.
 */

const rounds = 6;
const requestsEach = 80;
const warmUp = 60;

const organisation = 'met-police';
await using server = await holdPostgres();
const makeDatabase = () => createDatabaseOn(server.url);
await using plain = await startRunningSystem(async () => Promise.resolve(), 10_000, makeDatabase);
await using safe = await startNamedSystem(['policing'], makeDatabase);
const policing = plain.agencies.get('policing');
if (policing === undefined) throw new Error('there is policing');
await safe.load('policing', 'operation-sceptre', safetyFile());
await loadInto(policing, 'operation-sceptre', safetyFile());
await addAgreement(safe.agency('policing').store.sql, {
  id: 'bench',
  organisation,
  datasetIds: ['operation-sceptre'],
  areas: null,
  purposes: ['SERIOUS_VIOLENCE_DUTY'],
  from: '2020-01-01',
  until: '2999-12-31',
  reference: null,
});
const rights = {
  organisation,
  role: null,
  scopes: ['policing:restricted'],
  purposes: ['SERIOUS_VIOLENCE_DUTY'],
} as const;
const { key } = await addKey(safe.sql, rights, 1);
const token = await safe.headersOf({ organisation });
const [open, restricted] = ['knives-seized', 'weapon-arrests'] as const;
const ways: readonly Way[] = [
  { name: 'without callers, open', url: plain.url, headers: {}, indicator: open },
  { name: 'anonymous, open', url: safe.url, headers: {}, indicator: open },
  { name: 'with a token, open', url: safe.url, headers: token, indicator: open },
  { name: 'with a token, restricted', url: safe.url, headers: token, indicator: restricted },
  {
    name: 'with a key, restricted',
    url: safe.url,
    headers: { 'x-api-key': key, 'x-purpose': 'SERIOUS_VIOLENCE_DUTY' },
    indicator: restricted,
  },
];
for (const way of ways) await requireShown(way);

const used = () => readUse(process.pid)?.cpuMs ?? 0;
for (const [what, query] of [
  ['a series', seriesOf],
  ['32 series of 24 months', pageOf],
] as const) {
  const totals = new Map<Way, number>();
  for (const way of ways) for (let at = 0; at < warmUp; at += 1) await askFor(way, query(way.indicator));
  for (let round = 0; round < rounds; round += 1)
    for (const way of round % 2 === 0 ? ways : ways.toReversed()) {
      const before = used();
      for (let at = 0; at < requestsEach; at += 1) await askFor(way, query(way.indicator));
      totals.set(way, (totals.get(way) ?? 0) + used() - before);
    }
  const [first] = totals.values();
  console.log(`${what}, ${rounds * requestsEach} requests each:`);
  for (const [{ name }, total] of [...totals].toSorted(([one], [other]) => ways.indexOf(one) - ways.indexOf(other)))
    console.log(
      `  ${name.padEnd(26)} ${(total / rounds / requestsEach).toFixed(2).padStart(6)} ms  ${(total / (first ?? total)).toFixed(2)}`,
    );
}
// The servers of the tests keep connections that would hold the process.
process.exit();
