import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../../testing/listening-server.ts';
import { type PublishedVersion, writeVersion } from './published-version.ts';
import { placeOf } from './supergraph-place.ts';
import { addVersion, versionPath } from './version-folder.ts';

const { signal } = new AbortController();
const [ours, theirs] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];

const version = (number: number): PublishedVersion => ({
  number,
  previous: null,
  at: '2026-01-31T12:00:00.000Z',
  action: 'publish',
  subject: 'health',
  who: 'a colleague',
  why: 'a test',
  broken: [],
  subgraphs: [],
  supergraphSdl: `# version ${number}`,
  apiSdl: '',
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boroughgraph-place-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('A file', () => {
  it('is read once, and again when it has changed', async () => {
    const path = join(folder, 'supergraph.graphql');
    await writeFile(path, '# one');
    const place = placeOf(path, []);
    const first = await place.read(null, signal);
    expect(first).toMatchObject({ supergraphSdl: '# one', version: null });
    expect(await place.read(first?.mark ?? null, signal)).toBeNull();
    await writeFile(path, '# another');
    expect(await place.read(first?.mark ?? null, signal)).toMatchObject({ supergraphSdl: '# another' });
  });

  it('is refused where somebody has to have signed it, and nobody has', async () => {
    const path = join(folder, 'unsigned.graphql');
    await writeFile(path, '# one');
    await expect(placeOf(path, [ours.publicKey]).read(null, signal)).rejects.toThrow('is not signed');
  });
});

describe('A folder of versions', () => {
  it('has nothing while nobody has published, then the newest', async () => {
    const store = join(folder, 'store');
    const place = placeOf(store, [ours.publicKey]);
    expect(await place.read(null, signal)).toBeNull();
    await addVersion(store, 1, writeVersion(version(1), ours.privateKey));
    await addVersion(store, 2, writeVersion(version(2), ours.privateKey));
    const found = await place.read('another', signal);
    expect(found).toMatchObject({ supergraphSdl: '# version 2', version: 2 });
    expect(await place.read(found?.mark ?? '', signal)).toBeNull();
  });

  it('keeps a number for whoever was first', async () => {
    const store = join(folder, 'raced');
    await addVersion(store, 1, 'first');
    await expect(addVersion(store, 1, 'second')).rejects.toMatchObject({ code: 'EEXIST' });
  });

  it('is not believed where another has signed, or nobody, or another text stands there; a start takes the last that is', async () => {
    const store = join(folder, 'forged');
    const place = placeOf(store, [ours.publicKey]);
    await addVersion(store, 1, writeVersion(version(1), ours.privateKey));
    const changed = writeVersion(version(2), ours.privateKey).replace('# version 2', '# version 3');
    for (const [at, text] of [
      [2, changed],
      [3, writeVersion(version(3), theirs.privateKey)],
      [4, '{"signed":"{}","signature":""}'],
      [5, 'half'],
      // A version of before under a new number.
      [6, writeVersion(version(1), ours.privateKey)],
    ] as const) {
      await addVersion(store, at, text);
      await expect(place.read('another', signal), text).rejects.toThrow(
        /is signed by none|not signed|holds another version/,
      );
    }
    const found = await place.read(null, signal);
    expect(found).toMatchObject({ supergraphSdl: '# version 1', version: 1 });
    // Where what nobody believed is taken away, the next has its number.
    await rm(versionPath(store, 6));
    await addVersion(store, 6, writeVersion(version(6), ours.privateKey));
    expect(await place.read(found?.mark ?? '', signal)).toMatchObject({ version: 6 });
  });
});

describe('An address', () => {
  it('is asked by its tag, and nothing is read where that is the same', async () => {
    await using server = await listen((request, response) => {
      const isKnown = request.headers['if-none-match'] === '"a"';
      response.writeHead(isKnown ? 304 : 200, { etag: '"a"' }).end(isKnown ? undefined : '# from afar');
    });
    const place = placeOf(server.url, []);
    expect(await place.read(null, signal)).toEqual({ supergraphSdl: '# from afar', version: null, mark: '"a"' });
    expect(await place.read('"a"', signal)).toBeNull();
  });

  it.each([
    ['answers 500', 500, ''],
    ['answers more than', 200, 'a'.repeat(17 * 1024 * 1024)],
  ])('that %s is an error', async (message, status, body) => {
    await using server = await listen((_request, response) => {
      response.writeHead(status).end(body);
    });
    await expect(placeOf(server.url, []).read(null, signal)).rejects.toThrow(message);
  });
});
