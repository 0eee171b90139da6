import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { checkSubgraph } from '@boroughgraph/gateway/registry/check-subgraph.ts';
import { readCommittedGraph } from '@boroughgraph/gateway/registry/published-graph.ts';
import { startGateway } from '@boroughgraph/gateway/server.ts';
import { createSubgraphServer } from '@boroughgraph/kit/inside/server/http-server.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { checkSubgraphServer } from '@boroughgraph/schema/conform/check-subgraph-server.ts';
import { writeGatewayKey } from '@boroughgraph/schema/process/gateway-key-variables.ts';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';
import { createDatabase } from '../support/database.ts';

const { privateKey: key, publicKey } = generateKeyPairSync('ed25519');
const resources = new AsyncDisposableStack();
const urls: Record<string, string> = {};

beforeAll(async () => {
  const database = resources.use(await createDatabase());
  for (const subgraph of agencies) {
    const { databaseSchema: schema } = subgraph;
    const store = openStore({ url: database.url, schema });
    resources.defer(store.close);
    await store.sql`create schema ${store.sql(schema)}`;
    await migrateStore(store.sql, schema);
    const options = { subgraph, database: store, logLevel: 'silent', gatewayKeys: [publicKey] };
    const server = await createSubgraphServer(options);
    resources.defer(() => server.close());
    urls[subgraph.name] = await server.listen({ port: 0, host: '127.0.0.1' });
  }
});
afterAll(() => resources.disposeAsync());

/** What is not as the contract says, of a subgraph. */
async function problemsOf(name: string, url: string, as: KeyObject | null = key): Promise<readonly string[]> {
  const found = await checkSubgraphServer({ url, name, key: as });
  return found.filter(({ outcome }) => outcome !== 'kept').map(({ says, problem }) => `${says}: ${String(problem)}`);
}

describe('The contract of subgraphs', () => {
  it.each(agencies.map(({ name }) => name))('is kept by %s', async (name) => {
    expect(await problemsOf(name, urls[name] ?? '')).toEqual([]);
  });

  it('is not kept by what answers everybody the same', async () => {
    const sdl = 'type Query { one: Int! } type Area { code: ID }';
    const server = createServer((_request, response) => {
      response.end(JSON.stringify({ data: { _service: { sdl }, _entities: [{ code: 'E09000012' }] } }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
    const found = await checkSubgraphServer({ url, name: 'same', key });
    server.close();
    // That a deadline is taken is all that it keeps, beside telling a schema.
    expect(found.filter(({ outcome }) => outcome === 'kept').map(({ says }) => says)).toEqual([
      'the schema is told at _service { sdl }',
      'a deadline is taken from the header of a request',
    ]);
  });

  it('is broken as a whole by what does not answer', async () => {
    expect(await problemsOf('nobody', 'http://127.0.0.1:9')).toEqual([expect.stringContaining('nothing comes back')]);
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;
const folder = fileURLToPath(new URL('../python-subgraph/', import.meta.url));

/** Starts the agency in Python, and resolves with it and where it answers. */
async function startPython(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const environment = {
    ...process.env,
    PORT: '0',
    GATEWAY_KEYS: writeGatewayKey(publicKey),
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const child = spawn('python3', [`${folder}transport.py`], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: /http:\S+/.exec(line.toString())?.[0] ?? '' };
}

describe.skipIf(!hasPython)('A subgraph in Python', () => {
  let child: ChildProcess;
  let url = '';
  beforeAll(async () => {
    ({ child, url } = await startPython());
  });
  afterAll(async () => {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  });

  it('keeps the contract', async () => {
    expect(await problemsOf('transport', url)).toEqual([]);
  });

  it('makes one graph with the others, and is asked by the gateway', async () => {
    const typeDefs = parse(readFileSync(`${folder}schema.graphql`, 'utf8'));
    const check = checkSubgraph(
      readCommittedGraph('transport'),
      { name: 'transport', url, typeDefs },
      { operations: [] },
    );
    if (check.kind === 'refused') throw new Error(check.problems.join('\n'));
    const all = { ...urls, transport: url };
    await using gateway = await startGateway({
      port: 0,
      logLevel: 'silent',
      supergraphSdl: check.next.composition.supergraphSdl,
      urls: Object.fromEntries(Object.entries(all).map(([name, at]) => [name, `${at}/graphql`])),
      signingKey: key,
    });
    const query = '{ transportLicence boroughs { code transport { stops } } }';
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { data: { boroughs: { code: string }[] }; errors?: unknown };
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ transportLicence: 'Open Government Licence v3.0' });
    expect(data.boroughs.filter(({ code }) => ['E09000001', 'E09000012'].includes(code))).toEqual([
      { code: 'E09000001', transport: null },
      { code: 'E09000012', transport: { stops: 812 } },
    ]);
  });
});
