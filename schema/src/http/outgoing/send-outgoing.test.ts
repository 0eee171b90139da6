import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './public-address.ts';
import { type OutgoingRequest, type ResolveName, sendOutgoing } from './send-outgoing.ts';

const signal = new AbortController().signal;

/** A server on this machine: what it is asked, and the host by which it is listed. */
async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    host: `127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const send = (request: Omit<OutgoingRequest, 'signal'>) => sendOutgoing({ ...request, signal });

/** Names that lead to these addresses, whatever they are. */
const leadTo =
  (...addresses: readonly string[]): ResolveName =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

describe('An address', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    'fd00::1',
    'fe80::1',
    'ff02::1',
    'localhost',
    '',
  ])('%s is not of the open internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('A host', () => {
  it('that nobody lists is not asked', async () => {
    await using server = await serve((_request, response) => response.end('secret'));
    const hosts = { open: ['data.example'], within: [] };
    await expect(send({ url: `http://${server.host}/`, hosts })).rejects.toThrow('is no host that may be asked');
  });

  it('that is listed as open is asked by https alone, and never within the network', async () => {
    const hosts = { open: ['127.0.0.1', '[::1]', 'data.example', '127.0.0.1:9'], within: [] };
    for (const [url, problem] of [
      ['http://data.example/', 'asked by https only'],
      ['https://someone:secret@data.example/', 'with a password'],
      ['https://127.0.0.1/', 'not of the open internet'],
      ['https://2130706433/', 'not of the open internet'],
      ['https://[::1]/', 'not of the open internet'],
      ['file:///etc/passwd', 'no host that may be asked'],
    ] as const)
      await expect(send({ url, hosts }), url).rejects.toThrow(problem);
    for (const addresses of [['10.0.0.7'], ['8.8.8.8', '127.0.0.1'], ['::ffff:10.0.0.7']])
      await expect(send({ url: 'https://data.example/', hosts, resolve: leadTo(...addresses) })).rejects.toThrow(
        'data.example leads to an address that is not of the open internet',
      );
  });

  it('within the network is asked where it is listed as such', async () => {
    await using server = await serve((request, response) => {
      response.end(`${request.method ?? ''} ${String(request.headers['x-mark'])}`);
    });
    const hosts = { open: [], within: [server.host] };
    const response = await send({ url: `http://${server.host}/`, hosts, headers: { 'x-mark': 'yes' } });
    expect(await text(response)).toBe('GET yes');
  });

  it('that names another address is followed as often as is allowed, to where is allowed', async () => {
    await using inside = await serve((_request, response) => response.end('inside'));
    await using server = await serve((request, response) => {
      const location = { '/far': `http://${inside.host}/`, '/round': '/round', '/near': '/here' }[request.url ?? ''];
      if (location === undefined) response.end('here');
      else response.writeHead(302, { location }).end();
    });
    const hosts = { open: [], within: [server.host] };
    const ask = (path: string) => send({ url: `http://${server.host}${path}`, hosts, maxRedirects: 3 });
    expect(await text(await ask('/near'))).toBe('here');
    await expect(ask('/far')).rejects.toThrow(`${inside.host} is no host that may be asked`);
    await expect(ask('/round')).rejects.toThrow('followed no further');
  });

  it('that does not answer is said not to', async () => {
    const hosts = { open: [], within: ['127.0.0.1:9'] };
    await expect(send({ url: 'http://127.0.0.1:9/', hosts })).rejects.toThrow('127.0.0.1:9 does not answer');
  });
});
