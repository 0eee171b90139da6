import { createHttpServer } from '@boroughgraph/kit/inside/server/http-server.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { startGateway } from '@boroughgraph/gateway/server.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';
import type { Attack } from './attack.ts';
import { attacks } from './attacks.ts';
import { findFault } from './judge.ts';
import { send } from './send.ts';
import { startKeptThread } from '@boroughgraph/gateway/testing/kept-threads.ts';

const running = new AsyncDisposableStack();
const urls = new Map<string, string>();

beforeAll(async () => {
  for (const subgraph of agencies) {
    // Nothing is read: what is refused never comes to a resolver.
    const store = openStore({ url: 'postgres://nobody@127.0.0.1:9/none', schema: subgraph.databaseSchema });
    const server = await createHttpServer(subgraph, store, 'silent');
    running.defer(async () => {
      await server.close();
      await store.close();
    });
    urls.set(subgraph.name, await server.listen({ port: 0, host: '127.0.0.1' }));
  }
  const agencyUrls = Object.fromEntries([...urls].map(([name, url]) => [name, `${url}/graphql`]));
  const gateway = running.use(
    await startGateway({ urls: agencyUrls, port: 0, logLevel: 'silent', startPlanningThread: startKeptThread }),
  );
  urls.set('gateway', gateway.url);
});

afterAll(() => running.disposeAsync());

const isFor = ({ target }: Attack, server: string): boolean =>
  target === 'all' || (target === 'gateway') === (server === 'gateway');

async function ask(url: string): Promise<unknown> {
  const body = JSON.stringify({ query: '{ __typename }' });
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return response.json();
}

describe.each([...agencies.map(({ name }) => name), 'gateway'])('%s', (name) => {
  it('refuses every attack in the form that it has, and answers whoever comes after', async () => {
    const url = urls.get(name) ?? '';
    const before = Object.getOwnPropertyNames(Object.prototype);
    const faults: string[] = [];
    for (const attack of attacks.filter((each) => isFor(each, name))) {
      const fault = findFault(attack, await send(attack.sent, url));
      if (fault !== null) faults.push(`${attack.name} ${fault}`);
      if (!JSON.stringify(await ask(url)).includes('Query')) faults.push(`${attack.name} leaves nobody to answer`);
    }
    expect(faults).toEqual([]);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });
});
