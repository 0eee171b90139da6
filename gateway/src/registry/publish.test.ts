import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureSubgraphs } from '../../testing/fixture-subgraphs.ts';
import { listVersions } from '../supergraph/version-folder.ts';
import { graphOf, type PublishedBase, publishSubgraph, readNewest, rollBack, type VersionStore } from './publish.ts';
import { composePublished } from './published-graph.ts';
import { ensurePublisherKey } from './publisher-key.ts';

const { councils, transport, urlOf } = fixtureSubgraphs;
const operations = Object.entries({
  names: '{ borough(code: "1") { name } }',
  stations: '{ borough(code: "1") { stations } }',
}).map(([name, text]) => ({ name, text, document: parse(text) }));
const graph = composePublished(['councils', 'transport'].map((name) => subgraphOf(name)));
const publishing = { who: 'a colleague', why: 'stops are counted now', acceptsBreaking: false };
const withStops = transport.replace(
  '"Its stations',
  '"Its stops. Null where nobody has counted." stops: Int "Its stations',
);
const withoutStations = transport.replace('stations: Int', 'stops: Int');

function subgraphOf(name: string) {
  return { name, url: urlOf(name), sdl: name === 'councils' ? councils : transport };
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boroughgraph-publish-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A store of its own, in which nobody has published. */
function makeStore(name: string): VersionStore {
  const key = ensurePublisherKey(join(folder, name, 'key.json'));
  return { folder: join(folder, name, 'versions'), key, keys: [createPublicKey(key)], operations };
}

async function baseOf(store: VersionStore): Promise<PublishedBase> {
  const newest = await readNewest(store);
  return { newest, graph: newest === null ? graph : graphOf(newest.version) };
}

async function publish(store: VersionStore, sdl: string | null, more: Partial<typeof publishing> = {}) {
  const changed = { name: 'transport', url: urlOf('transport'), typeDefs: sdl === null ? null : parse(sdl) };
  const base = await baseOf(store);
  return publishSubgraph(store, { base, changed, publishing: { ...publishing, ...more } });
}

describe('A subgraph that is published', () => {
  it('is a version, signed, with who and why, and the whole graph', async () => {
    const store = makeStore('whole');
    await publish(store, withStops);
    const newest = await readNewest(store);
    expect(newest?.version).toMatchObject({
      number: 1,
      previous: null,
      action: 'publish',
      subject: 'transport',
      who: 'a colleague',
      why: 'stops are counted now',
      broken: [],
      apiSdl: expect.stringContaining('stops: Int') as string,
    });
    const { version } = await publish(store, null, { acceptsBreaking: true });
    expect(version).toMatchObject({ number: 2, previous: newest?.hash, action: 'remove', broken: ['stations'] });
    expect(version.subgraphs.map(({ name }) => name)).toEqual(['councils']);
  });

  it('and breaks a recorded operation is refused, unless somebody accepts that, with a reason', async () => {
    const store = makeStore('breaking');
    await expect(publish(store, withoutStations)).rejects.toThrow(
      'It breaks 1 recorded operation, and the dashboards that ask it:\n  stations: Borough.stations is gone\nWhoever has spoken',
    );
    await expect(publish(store, withoutStations, { acceptsBreaking: true, why: ' ' })).rejects.toThrow(
      'Nobody says why',
    );
    expect(await listVersions(store.folder)).toEqual([]);
    const { version } = await publish(store, withoutStations, { acceptsBreaking: true });
    expect(version.broken).toEqual(['stations']);
  });

  it('and breaks one where a tag is left out has to be accepted, too', async () => {
    const store = makeStore('variant');
    const hidden = transport
      .replace('"@shareable"', '"@shareable", "@tag"')
      .replace('stations: Int', 'stations: Int @tag(name: "internal")');
    await expect(publish(store, hidden)).rejects.toThrow('stations without internal: Borough.stations is gone');
    const { version } = await publish(store, hidden, { acceptsBreaking: true });
    expect(version.broken).toEqual(['stations without internal']);
  });

  it('and makes no graph is refused', async () => {
    await expect(publish(makeStore('broken'), transport.replace('stations: Int', 'stations: Int!'))).rejects.toThrow(
      'transport cannot be published:\n[transport] Borough.stations is Int!',
    );
  });

  it('while somebody else publishes is refused to the second', async () => {
    const store = makeStore('raced');
    const outcomes = await Promise.allSettled([publish(store, withStops), publish(store, withStops)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await listVersions(store.folder)).toEqual([1]);
  });

  it('is not believed from a key that may not publish', async () => {
    const store = makeStore('foreign');
    await publish(store, withStops);
    const stranger = { ...store, keys: [generateKeyPairSync('ed25519').publicKey] };
    await expect(readNewest(stranger)).rejects.toThrow('is signed by none of the 1 keys');
  });
});

describe('Going back', () => {
  it('publishes the version of before once more, and keeps what has been', async () => {
    const store = makeStore('back');
    await publish(store, transport);
    await publish(store, withStops);
    const version = await rollBack(store, null, { ...publishing, why: 'stops were counted twice' });
    expect(version).toMatchObject({ number: 3, action: 'rollback', subject: '1', why: 'stops were counted twice' });
    expect(version.apiSdl).not.toContain('stops');
    expect(await listVersions(store.folder)).toEqual([3, 2, 1]);
  });

  it('to what breaks a recorded operation has to be accepted, too', async () => {
    const store = makeStore('back-breaking');
    await publish(store, withoutStations, { acceptsBreaking: true });
    await publish(store, transport);
    await expect(rollBack(store, 1, publishing)).rejects.toThrow('stations: Borough.stations is gone');
  });

  it.each([null, 1, 2])('to %s, which is not before the newest, is refused', async (number) => {
    const store = makeStore(`nothing-${String(number)}`);
    await publish(store, transport);
    await expect(rollBack(store, number, publishing)).rejects.toThrow('to go back to; there are: 1');
  });
});

describe('The key that signs', () => {
  it('is made once, and for its owner alone', async () => {
    const path = join(folder, 'made', 'key.json');
    const [one, other] = [ensurePublisherKey(path), ensurePublisherKey(path)];
    expect(one.equals(other)).toBe(true);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('of another kind is refused', async () => {
    const path = join(folder, 'other-key.json');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await writeFile(path, JSON.stringify(privateKey.export({ format: 'jwk' })));
    expect(() => ensurePublisherKey(path)).toThrow('expected Ed25519');
  });
});
