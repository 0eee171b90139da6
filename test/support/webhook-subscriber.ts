import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { writeVersion } from '@boroughgraph/gateway/supergraph/published-version.ts';
import { addVersion } from '@boroughgraph/gateway/supergraph/version-folder.ts';
import { ensureKey } from '@boroughgraph/system/development-key.ts';
import { notify } from '@boroughgraph/system/notify.ts';
import { readSettings } from '@boroughgraph/system/settings.ts';
import { removeFolder } from './remove-folder.ts';

const secret = 'a secret of a test, long enough';

/** Somebody who is told of what happens behind a gateway, by `npm run webhooks` with data of its own. */
export interface WebhookSubscriber extends AsyncDisposable {
  /** What he has been told, in order: the data of each message that he has taken. */
  readonly messages: readonly unknown[];
  /** The ids of all messages that have come, taken or not. */
  readonly ids: readonly string[];
  /** Whether he takes nothing. */
  isAway: boolean;
  /** Looks once, and tells. */
  readonly look: () => Promise<void>;
  /** The same, so many seconds later for what waits to be sent again. */
  readonly lookAfter: (seconds: number) => Promise<void>;
  /** Publishes a version of some graph, which breaks these operations. */
  readonly publishVersion: (number: number, broken: readonly string[]) => Promise<void>;
}

/** Starts a subscriber, and the data folder of those who tell him. */
export async function startSubscriber(gatewayPort: string, events: readonly string[]): Promise<WebhookSubscriber> {
  const receiver = await startReceiver();
  const folder = await mkdtemp(join(tmpdir(), 'boroughgraph-webhooks-'));
  await writeFile(join(folder, 'secret'), secret);
  const subscribers = [{ url: receiver.url, events, secretFile: 'secret', private: true }];
  const path = join(folder, 'webhooks.json');
  await writeFile(path, JSON.stringify({ subscribers }));
  const data = join(folder, 'data');
  const environment = { WEBHOOKS: path, BOROUGHGRAPH_DATA: data, GATEWAY_PORT: gatewayPort };
  const settings = readSettings(environment);
  const shutdown = { stop: new AbortController().signal, hurry: new AbortController().signal };
  const look = () => notify({ settings, environment, isOnce: true, shutdown });
  return Object.assign(receiver, {
    look,
    lookAfter: async (seconds: number) => {
      await makeDue(join(data, 'webhooks.json'), seconds);
      await look();
    },
    publishVersion: (number: number, broken: readonly string[]) =>
      addVersion(settings.folder.published, number, versionOf(number, broken, settings.folder)),
    [Symbol.asyncDispose]: async () => {
      await receiver.close();
      await removeFolder(folder);
    },
  });
}

/** A server that takes messages. Each must be signed, or it throws. */
async function startReceiver() {
  const received = { messages: new Array<unknown>(), ids: new Array<string>(), isAway: false };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = request.headers;
      const expected = createHmac('sha256', secret)
        .update(`${String(id)}.${String(at)}.${body}`)
        .digest('base64');
      if (signature !== `v1,${expected}`) throw new Error('A message is not signed');
      received.ids.push(String(id));
      // What `npm run webhooks` writes has this form.
      if (!received.isAway) received.messages.push((JSON.parse(body) as { readonly data: unknown }).data);
      response.writeHead(received.isAway ? 503 : 204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has such an address.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return Object.assign(received, { url, close });
}

/** Nobody waits in a test: what is due later is due earlier. */
async function makeDue(path: string, seconds: number): Promise<void> {
  const earlier = (_: string, due: string) => `"due":"${new Date(Date.parse(due) - seconds * 1000).toISOString()}"`;
  await writeFile(path, (await readFile(path, 'utf8')).replaceAll(/"due":"([^"]+)"/g, earlier));
}

type Folder = ReturnType<typeof readSettings>['folder'];

function versionOf(number: number, broken: readonly string[], folder: Folder): string {
  return writeVersion(
    {
      number,
      previous: null,
      at: new Date().toISOString(),
      action: 'publish',
      subject: 'transport',
      who: 'a test',
      why: 'a test',
      broken: [...broken],
      subgraphs: [],
      supergraphSdl: '',
      apiSdl: '',
    },
    ensureKey(folder.publisherKey, folder),
  );
}
