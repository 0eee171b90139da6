import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTemporaryFolder } from '../../testing/temporary-folder.ts';
import { publicationDay } from './found-file.ts';
import { missingReferences } from './reference-files.ts';
import { nextLook, watchDataset } from './watch-dataset.ts';
import type { WatchedDataset, WatchPlaces } from './watch-places.ts';

const now = new Date('2026-03-10T12:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
beforeEach(async () => {
  folder = await createTemporaryFolder();
});
afterEach(() => folder[Symbol.asyncDispose]());

/** Where to look, and what was loaded and said: each file's text with its day. A text with `bad` in it is refused. */
function places(more: Partial<WatchPlaces> = {}) {
  const loaded: string[] = [];
  const said: string[] = [];
  const all: WatchPlaces = {
    folder: join(folder.path, 'watch'),
    hosts: { open: [], within: [] },
    partners: join(folder.path, 'partners'),
    load: ({ path, publishedAt, references }) => {
      const text = readFileSync(path, 'utf8');
      const beside = Object.entries(references).map(([name, file]) => ` with ${name} ${readFileSync(file, 'utf8')}`);
      loaded.push(`${basename(path)} ${publishedAt} ${text}${beside.join('')}`);
      return Promise.resolve({ isLoaded: !text.includes('bad'), said: text.includes('bad') ? 'refused' : 'loaded' });
    },
    log: (line) => said.push(line),
    signal: new AbortController().signal,
    ...more,
  };
  return { all, loaded, said };
}

/** Puts a file where a partner puts his, changed long enough ago. */
function put(name: string, text: string, changedAt = later(-1)): void {
  const own = join(folder.path, 'partners', 'stops');
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, name), text);
  utimesSync(join(own, name), changedAt, changedAt);
}

const inFolder: WatchedDataset = {
  agency: 'transport',
  dataset: 'stops',
  watched: { folder: 'stops', everyHours: 6 },
};

/** A server of files. */
async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo;
  const dispose = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { host: `127.0.0.1:${port}`, [Symbol.asyncDispose]: dispose };
}

describe('A folder that is watched', () => {
  it('has each of its files loaded once, in the order of their days', async () => {
    put('stops-2026-02-01.csv', 'February');
    put('stops-2026-01-01.csv', 'January');
    put('.hidden.csv', 'hidden');
    put('half.csv', 'half', later(-0.001));
    symlinkSync('/etc/passwd', join(folder.path, 'partners', 'stops', 'link.csv'));
    const { all, loaded, said } = places();
    expect(nextLook(all, inFolder)).toBe(0);
    expect(await watchDataset(all, inFolder, now)).toBe(true);
    expect(await watchDataset(all, inFolder, now)).toBe(true);
    expect(loaded).toEqual(['stops-2026-01-01.csv 2026-01-01 January', 'stops-2026-02-01.csv 2026-02-01 February']);
    expect(said).toEqual(['loaded', 'loaded']);
    expect(nextLook(all, inFolder)).toBe(later(6).getTime());
  });

  it('has a file that was refused tried again after a day, or when another is there', async () => {
    put('stops-2026-01-01.csv', 'bad');
    const { all, loaded } = places();
    expect(await watchDataset(all, inFolder, now)).toBe(false);
    expect(await watchDataset(all, inFolder, later(6))).toBe(true);
    expect(loaded).toHaveLength(1);
    put('stops-2026-01-01.csv', 'better');
    expect(await watchDataset(all, inFolder, later(12))).toBe(true);
    put('stops-2026-01-02.csv', 'bad');
    expect(await watchDataset(all, inFolder, later(25))).toBe(false);
    expect(loaded.map((each) => each.split(' ').at(-1))).toEqual(['bad', 'better', 'bad']);
  });

  it('is read only below that of the operator', async () => {
    mkdirSync(join(folder.path, 'partners'));
    mkdirSync(join(folder.path, 'secret'));
    writeFileSync(join(folder.path, 'secret', 'key.csv'), 'secret');
    symlinkSync(join(folder.path, 'secret'), join(folder.path, 'partners', 'linked'));
    const { all, loaded, said } = places();
    for (const place of ['../secret', 'linked', '/etc', '.', 'missing'])
      await watchDataset(all, { ...inFolder, watched: { folder: place, everyHours: 6 } }, now);
    const nowhere = places({ partners: null });
    await watchDataset(nowhere.all, inFolder, now);
    expect([...loaded, ...nowhere.loaded]).toEqual([]);
    expect(said).toHaveLength(5);
    expect(said[0]).toBe('transport/stops: ../secret is not below WATCH_FOLDER. What is served stays.');
    expect(nowhere.said[0]).toContain('WATCH_FOLDER names none above it');
  });
});

describe('An address that is watched', () => {
  const at = (url: string): WatchedDataset => ({ ...inFolder, watched: { url, everyHours: 24 } });

  it('has what is new there loaded, by the day of its change, and nothing twice', async () => {
    let [text, asked] = ['first', 0];
    await using server = await serve((request, response) => {
      asked += 1;
      const headers = { etag: `"${text}"`, 'last-modified': 'Mon, 02 Mar 2026 09:00:00 GMT' };
      if (request.headers['if-none-match'] === headers.etag) response.writeHead(304).end();
      else response.writeHead(200, headers).end(text);
    });
    const { all, loaded } = places({ hosts: { open: [], within: [server.host] } });
    const dataset = at(`http://${server.host}/open/stops.csv?year=2026`);
    for (const hours of [0, 24]) expect(await watchDataset(all, dataset, later(hours))).toBe(true);
    text = 'second';
    expect(await watchDataset(all, dataset, later(48))).toBe(true);
    expect(loaded).toEqual(['stops.csv 2026-03-02 first', 'stops.csv 2026-03-02 second']);
    expect(asked).toBe(3);
    // What was fetched lies nowhere afterwards.
    expect(readdirSync(all.folder, { recursive: true })).toEqual(['fetched', 'transport.stops.json']);
  });

  it('that fails leaves what is served, and is asked for all of it again', async () => {
    let isAway = true;
    await using server = await serve((_request, response) => {
      if (isAway) response.writeHead(503).end();
      else response.writeHead(200, { etag: '"one"' }).end('back');
    });
    const { all, loaded, said } = places({ hosts: { open: [], within: [server.host] } });
    const dataset = at(`http://${server.host}/stops.csv`);
    expect(await watchDataset(all, dataset, now)).toBe(false);
    expect(said).toEqual([`transport/stops: http://${server.host}/stops.csv answers 503. What is served stays.`]);
    isAway = false;
    expect(await watchDataset(all, dataset, later(24))).toBe(true);
    expect(loaded).toEqual(['stops.csv 2026-03-11 back']);
  });

  it('that nobody lists, or that leads within, is not asked', async () => {
    await using server = await serve((_request, response) => response.end('secret'));
    const { all, loaded, said } = places({ hosts: { open: [server.host], within: [] } });
    for (const url of [`http://${server.host}/`, `https://${server.host}/`, 'http://169.254.169.254/latest'])
      expect(await watchDataset(all, at(url), now)).toBe(false);
    expect(loaded).toEqual([]);
    expect(
      said.map((line) => /is asked by https only|not of the open internet|no host that may be asked/.exec(line)?.[0]),
    ).toEqual(['is asked by https only', 'not of the open internet', 'no host that may be asked']);
  });
});

describe('A dataset that is read beside other files', () => {
  it('has them looked up with each file, from an address or below the folder of the operator', async () => {
    put('stops-2026-01-01.csv', 'January');
    writeFileSync(join(folder.path, 'partners', 'zones.csv'), 'zones');
    await using server = await serve((_request, response) => response.end('lines'));
    const { all, loaded } = places({ hosts: { open: [], within: [server.host] } });
    const references = { zones: { file: 'zones.csv' }, lines: { url: `http://${server.host}/lines.csv` } };
    const dataset: WatchedDataset = { ...inFolder, watched: { folder: 'stops', everyHours: 6, references } };
    expect(await watchDataset(all, dataset, now)).toBe(true);
    expect(await watchDataset(all, dataset, later(6))).toBe(true);
    expect(loaded).toEqual(['stops-2026-01-01.csv 2026-01-01 January with zones zones with lines lines']);
    expect(readdirSync(all.folder, { recursive: true })).toEqual(['fetched', 'transport.stops.json']);
  });

  it('is not loaded without one of them, and is once it can be had', async () => {
    put('stops-2026-01-01.csv', 'January');
    writeFileSync(join(folder.path, 'outside.csv'), 'secret');
    const { all, loaded, said } = places();
    const beside = (file: string): WatchedDataset => ({
      ...inFolder,
      watched: { folder: 'stops', everyHours: 6, references: { zones: { file } } },
    });
    for (const file of ['zones.csv', '../outside.csv', 'stops'])
      expect(await watchDataset(all, beside(file), now)).toBe(false);
    expect([loaded, said]).toEqual([
      [],
      [
        'transport/stops: zones.csv below WATCH_FOLDER cannot be read: ENOENT. What is served stays.',
        'transport/stops: ../outside.csv is not below WATCH_FOLDER. What is served stays.',
        'transport/stops: stops below WATCH_FOLDER is no file. What is served stays.',
      ],
    ]);
    writeFileSync(join(folder.path, 'partners', 'zones.csv'), 'zones');
    expect(await watchDataset(all, beside('zones.csv'), later(6))).toBe(true);
    expect(loaded).toHaveLength(1);
  });

  it('is not watched until its page says where each comes from', () => {
    const references = { zones: 'the zones', lines: 'the lines' };
    const watched = { folder: 'stops', everyHours: 6, references: { lines: { file: 'lines.csv' } } };
    expect(missingReferences({ references, watched })).toEqual(['zones']);
    expect(missingReferences({ references })).toEqual([]);
  });
});

it('A day of publication is that of the name, else of the change, and never to come', () => {
  expect(publicationDay('stops-2026-01-31.csv', null, now)).toBe('2026-01-31');
  expect(publicationDay('stops.csv', new Date('2026-02-01T23:30:00Z'), now)).toBe('2026-02-01');
  expect(publicationDay('stops-2026-13-45.csv', null, now)).toBe('2026-03-10');
  expect(publicationDay('plan-2030-01-01.csv', null, now)).toBe('2026-03-10');
});
