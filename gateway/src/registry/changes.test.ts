import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { hashSupergraph, supergraphHeader } from '@boroughgraph/schema/wire/supergraph-header.ts';
import { parse, print } from 'graphql';
import { expect, it, vi } from 'vitest';
import { type CountedAgencies, fires, serveCounted } from '../../testing/counted-agency.ts';
import { fixtureSubgraphs } from '../../testing/fixture-subgraphs.ts';
import { startGateway } from '../server.ts';
import { listAgencies } from '../supergraph/supergraph-agencies.ts';
import { writeVersion } from '../supergraph/published-version.ts';
import { placeOf } from '../supergraph/supergraph-place.ts';
import { addVersion, versionPath } from '../supergraph/version-folder.ts';
import { composePublished } from './published-graph.ts';
import { graphOf, publishSubgraph, readNewest, rollBack, type VersionStore } from './publish.ts';

/*
 * `npm run test:changes` does 200 of them; each run of all tests, one of each kind.
 */

const { councils, transport } = fixtureSubgraphs;
const schemas: Readonly<Record<string, string>> = { councils, transport, fires };
const changes = Number(process.env['CHANGES'] ?? '10');
/** How many ask at once, all the time. */
const askers = changes > 10 ? 6 : 2;

const operations = Object.entries({
  figures: '{ borough(code: "1") { people stations } }',
  names: '{ borough(code: "1") { name stations } }',
}).map(([name, text]) => ({ name, text, document: parse(text) }));
const publishing = { who: 'a test', why: 'to see what happens', acceptsBreaking: true };

type Servers = readonly [CountedAgencies, CountedAgencies];

/** A store, the servers of two sets of agencies, and a gateway that watches the store. */
async function prepare(resources: AsyncDisposableStack) {
  const folder = await mkdtemp(join(tmpdir(), 'boroughgraph-changes-'));
  resources.defer(() => rm(folder, { recursive: true }));
  const servers: Servers = [resources.use(await serveCounted(1)), resources.use(await serveCounted(2))];
  const { privateKey: key } = generateKeyPairSync('ed25519');
  const store: VersionStore = { folder, key, keys: [createPublicKey(key)], operations };
  const first = composePublished(
    ['councils', 'transport'].map((name) => ({
      name,
      url: servers[0].urlOf(name),
      sdl: print(parse(schemas[name] ?? '')),
    })),
  );
  const graph = new Graph(store, servers, first);
  await graph.publish('councils', 0);
  const place = { ...placeOf(folder, store.keys), everyMs: 10 };
  const found = await place.read(null, new AbortController().signal);
  if (found === null) throw new Error('A version has been published');
  const urlsOf = (sdl: string) => Object.fromEntries(listAgencies(sdl).map(({ name, url }) => [name, url]));
  const gateway = await startGateway({
    urls: urlsOf(found.supergraphSdl),
    port: 0,
    logStream: { write: () => undefined },
    registeredOperations: operations.map(({ text }) => text),
    watched: { place, first: found, urlsOf },
  });
  resources.use(gateway);
  return { gateway, graph };
}

/** What is published, and what answers have to be by each version of it. */
class Graph {
  /** The figures that councils and transport give, by the hash of the supergraph. */
  readonly expected = new Map<string, readonly [people: number, stations: number]>();
  readonly #store: VersionStore;
  readonly #servers: Servers;
  readonly #first: ReturnType<typeof composePublished>;

  constructor(store: VersionStore, servers: Servers, first: ReturnType<typeof composePublished>) {
    this.#store = store;
    this.#servers = servers;
    this.#first = first;
  }

  /** Publishes a subgraph at one of the servers, or takes it down; the number of the version. */
  async publish(name: string, server: 0 | 1, sdl: string | null = schemas[name] ?? ''): Promise<number> {
    const newest = await readNewest(this.#store);
    const base = { newest, graph: newest === null ? this.#first : graphOf(newest.version) };
    const changed = { name, url: this.#servers[server].urlOf(name), typeDefs: sdl === null ? null : parse(sdl) };
    return this.#note((await publishSubgraph(this.#store, { base, changed, publishing })).version);
  }

  async rollBack(): Promise<number> {
    return this.#note(await rollBack(this.#store, null, publishing));
  }

  /** Puts down what the gateway has to refuse: signed by a stranger, or no supergraph though it is signed. */
  async forge(isSigned: boolean): Promise<{ readonly number: number; takeAway(): Promise<void> }> {
    const newest = await readNewest(this.#store);
    if (newest === null) throw new Error('Something is published');
    const number = newest.version.number + 1;
    const key = isSigned ? this.#store.key : generateKeyPairSync('ed25519').privateKey;
    const supergraphSdl = isSigned ? 'type Query { broken: Int }' : newest.version.supergraphSdl;
    await addVersion(this.#store.folder, number, writeVersion({ ...newest.version, number, supergraphSdl }, key));
    return { number, takeAway: () => rm(versionPath(this.#store.folder, number)) };
  }

  #note({ number, supergraphSdl, subgraphs }: Awaited<ReturnType<typeof rollBack>>): number {
    const figureOf = (name: string) =>
      subgraphs.some((each) => each.name === name && each.url === this.#servers[0].urlOf(name)) ? 1 : 2;
    this.expected.set(hashSupergraph(supergraphSdl), [figureOf('councils'), figureOf('transport')]);
    return number;
  }
}

/** Asks without end, until it is told to stop; how often each answer came, by the supergraph that it names. */
async function keepAsking(url: string, answers: Map<string, number>, signal: AbortSignal): Promise<void> {
  for (let count = 0; !signal.aborted; count += 1) {
    const { name, text } = operations[count % operations.length] ?? { name: '', text: '' };
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text }),
    });
    const key = `${response.headers.get(supergraphHeader) ?? ''} ${name} ${response.status} ${(await response.text()).trim()}`;
    answers.set(key, (answers.get(key) ?? 0) + 1);
  }
}

function answerOf(name: string, [people, stations]: readonly [number, number]): string {
  return JSON.stringify({
    data: { borough: name === 'figures' ? { people, stations } : { name: 'Hackney', stations } },
  });
}

/** The bytes in use when all that nobody holds is gone. */
function usedBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

async function serves(url: string, number: number, isRefused = false): Promise<void> {
  await vi.waitUntil(
    async () => {
      const told = (await (await fetch(`${url}/supergraph`)).json()) as { version: number; refused: unknown };
      return isRefused ? told.refused !== null : told.version === number;
    },
    { timeout: 30_000, interval: 20 },
  );
}

/** The kinds of changes, in turn. */
async function change(graph: Graph, url: string, turn: number): Promise<void> {
  const server = turn % 20 < 10 ? 1 : 0;
  const forge = async (isSigned: boolean) => {
    const forged = await graph.forge(isSigned);
    await serves(url, forged.number, true);
    await forged.takeAway();
  };
  const kinds = [
    async () => serves(url, await graph.publish('transport', server)),
    async () => serves(url, await graph.publish('councils', server)),
    () => forge(true),
    async () => serves(url, await graph.publish('fires', server)),
    async () => serves(url, await graph.rollBack()),
    () => forge(false),
    async () => serves(url, await graph.publish('fires', server)),
    () =>
      expect(
        graph.publish('transport', server, transport.replace('stations: Int', 'stations: Int!')),
      ).rejects.toThrow(),
    async () => serves(url, await graph.publish('fires', server, null)),
    async () => serves(url, await graph.rollBack()),
  ];
  await kinds[turn % kinds.length]?.();
}

it(`${changes} changes of the graph, good and bad, fail no request, mix no two graphs in one answer, and leave nothing behind`, async () => {
  await using resources = new AsyncDisposableStack();
  const { gateway, graph } = await prepare(resources);
  const answers = new Map<string, number>();
  const stop = new AbortController();
  const asking = Array.from({ length: askers }, () => keepAsking(gateway.url, answers, stop.signal));
  let [bytes, threads] = [0, 0];
  for (let turn = 0; turn < changes; turn += 1) {
    await change(graph, gateway.url, turn);
    // By then, all that is made once is made.
    if (turn === Math.min(9, changes - 1)) [bytes, threads] = [usedBytes(), countThreads()];
  }
  expect(countThreads()).toBeLessThanOrEqual(threads);
  const grown = usedBytes() - bytes;
  stop.abort();
  await Promise.all(asking);
  const wrong = [...answers.keys()].filter((key) => {
    const [hash = '', name = '', status = '', ...rest] = key.split(' ');
    const expected = graph.expected.get(hash);
    return expected === undefined || `${status} ${rest.join(' ')}` !== `200 ${answerOf(name, expected)}`;
  });
  expect(wrong).toEqual([]);
  const [seen, asked] = [new Set([...answers.keys()].map((key) => key.split(' ')[0])), sum(answers.values())];
  expect(seen.size).toBeGreaterThan(3);
  if (changes > 10)
    console.log(
      `${changes} changes under ${asked} requests: ${Math.round(grown / 1024)} KiB more in use than after ten`,
    );
  // The store itself is a file a version; in memory nothing grows with their number.
  expect(grown).toBeLessThan(8 * 1024 * 1024);
}, 1_200_000);

/** Planners are threads: one or two for each generation. */
function countThreads(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);
