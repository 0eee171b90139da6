import { generateKeyPairSync } from 'node:crypto';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arePeersInstalled, startHiveGateway } from '../bench/subjects/peers.ts';
import { readOperation, recordedVariables } from '../conformance/anonymous-caller.ts';
import { createDatabase } from '../support/database.ts';
import { type Answer, type RunningSystem, startAgency, startRunningSystem } from '../support/running-system.ts';
import { loadSmallFigures } from '../support/small-figures.ts';

/*
 * Who outgrows our gateway keeps everything else: Hive Gateway over the same supergraph and the same subgraphs. It is installed by
 * `npm run bench:peers`; without it this is skipped.
 */

/** Its own planner leaves fields of interface objects null without a word; that of Hive Router asks for them. */
const rustPlanner = ['--hive-router-runtime'];

const restricted = 'violence-attendances';
/** Made up, and like no other figure. */
const secretFigure = 7_919;

async function loadRestricted(agencies: RunningSystem['agencies']): Promise<void> {
  await loadSmallFigures(agencies);
  const health = agencies.get('health');
  if (health === undefined) throw new Error('health does not run');
  const text = `indicator,area,period,value\n${restricted},E09000012,2024-01,${secretFigure}\n`;
  const source = sourceFile('restricted.csv', new TextEncoder().encode(text));
  const { datasets } = health.subgraph;
  await loadText({ sql: health.store.sql, datasets, dataset: restricted, source, publishedAt: '2024-03-01' });
}

async function askAt(url: string, query: string, variables: object = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  // A GraphQL server answers in this form.
  return (await response.json()) as Answer;
}

describe.skipIf(!arePeersInstalled())('Hive Gateway over the same supergraph and subgraphs', () => {
  const resources = new AsyncDisposableStack();
  let system: RunningSystem;
  let hiveUrl = '';

  const urlsOf = ({ agencies }: RunningSystem) =>
    [...agencies].map(([name, { url }]) => [name, `${url}/graphql`] as const);

  beforeAll(async () => {
    system = resources.use(await startRunningSystem(loadRestricted));
    hiveUrl = resources.use(await startHiveGateway(new Map(urlsOf(system)), rustPlanner)).url;
  }, 60_000);
  afterAll(() => resources.disposeAsync());

  it.each([
    'all-boroughs.graphql',
    'borough-safety.graphql',
    'compare.graphql',
    'courts.graphql',
    'recorded-crime.graphql',
  ])('answers %s as ours does', async (file) => {
    const [query, variables] = [readOperation(file), recordedVariables[file] ?? {}];
    const { data, errors } = await askAt(hiveUrl, query, variables);
    expect(errors).toBeUndefined();
    expect(data).toEqual((await system.ask(query, variables)).data);
  });

  it('shows nothing of what is for named users: it cannot name anybody', async () => {
    const query =
      '{ borough(code: "E09000012") { health { violenceAttendances { observations { value status } } } } health { dataset(id: "violence-attendances") { latestRelease { id } } } }';
    const answer = await askAt(hiveUrl, query);
    expect(answer).toEqual({ data: (await system.ask(query)).data });
    expect(JSON.stringify(answer)).toContain('WITHHELD_BY_TIER');
    expect(JSON.stringify(answer)).not.toContain(String(secretFigure));
  });

  it('is answered nothing by a subgraph that answers its own gateways alone', async () => {
    await using own = new AsyncDisposableStack();
    const database = own.use(await createDatabase());
    const health = system.agencies.get('health');
    if (health === undefined) throw new Error('health does not run');
    const { publicKey } = generateKeyPairSync('ed25519');
    const signed = await startAgency(health.subgraph, database.url, { resources: own, gatewayKeys: [publicKey] });
    const urls = new Map([...urlsOf(system), ['health', `${signed.url}/graphql`] as const]);
    const { url } = own.use(await startHiveGateway(urls, rustPlanner));
    const answer = await askAt(url, '{ borough(code: "E09000012") { name } health { id } }');
    expect(answer.data).toEqual({ borough: { name: 'Hackney' }, health: null });
    expect(answer.errors).toHaveLength(1);
  });
});
