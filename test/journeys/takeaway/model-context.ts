import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { describe, expect, it } from 'vitest';
import type { SharedSystem } from './shared-system.ts';

type Json = Readonly<Record<string, unknown>>;

/** Asks as a language model does, with the official client, in each of the two protocols. */
export function testModelContext(shared: SharedSystem): void {
  async function connect(mode: 'auto' | 'legacy'): Promise<Client & AsyncDisposable> {
    const client = new Client({ name: 'a test', version: '1' }, { versionNegotiation: { mode } });
    await client.connect(new StreamableHTTPClientTransport(new URL(`${shared.running.url}/mcp`)));
    return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() });
  }
  async function call(client: Client, name: string, given: Json) {
    const { content, isError = false } = await client.callTool({ name, arguments: given });
    const [only] = content as readonly { readonly text: string }[];
    return { isError, text: only?.text ?? '' };
  }
  const read = async (client: Client, name: string, given: Json) => {
    const { isError, text } = await call(client, name, given);
    expect([name, isError, isError ? text : '']).toEqual([name, false, '']);
    return JSON.parse(text) as Json;
  };

  describe.each(['auto', 'legacy'] as const)('a language model by the protocol %s', (mode) => {
    it('is told five tools, and goes from words to figures that say what they are', async () => {
      await using client = await connect(mode);
      // Nothing is announced that is never sent.
      expect(client.getServerCapabilities()).toEqual({ tools: { listChanged: false } });
      const { tools } = await client.listTools();
      expect(tools.map(({ name }) => name)).toEqual(['search', 'series', 'compare', 'framework', 'catalogue']);
      const { search } = (await read(client, 'search', { text: 'police officers' })) as { search: Json[] };
      expect(search[0]).toMatchObject({ kind: 'INDICATOR', id: 'police-officers', agency: 'policing' });
      const series = await read(client, 'series', { indicator: 'police-officers', area: 'E09000005', last: 36 });
      expect(series).toMatchObject({
        indicator: { dataset: { publisher: expect.stringMatching(/./) as unknown } },
        statement: expect.stringContaining('Brent') as unknown,
        caveats: expect.any(Array) as unknown,
      });
      const { observations } = series as unknown as { observations: { value: number; address?: string }[] };
      const [figure] = observations.filter(({ address }) => address !== undefined).slice(-1);
      const there = await fetch(figure?.address ?? '', { headers: { accept: 'application/json' } });
      const { facts } = (await there.json()) as { facts: { value: number } };
      expect([there.status, facts.value]).toEqual([200, figure?.value]);
      const { dataset } = series['indicator'] as { dataset: { id: string } };
      expect(await read(client, 'catalogue', { dataset: dataset.id })).toMatchObject({ dataset: { id: dataset.id } });
      const { frameworks } = (await read(client, 'framework', {})) as { frameworks: { id: string }[] };
      const one = await read(client, 'framework', { framework: frameworks[0]?.id });
      expect(one).toMatchObject({ framework: { id: frameworks[0]?.id, measures: expect.any(Array) as unknown } });
    });
  });

  it('A page of others is refused, and one of this machine is answered', async () => {
    const statusFrom = async (origin: string) => {
      const response = await fetch(`${shared.running.url}/mcp`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', origin },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' }),
      });
      return response.status;
    };
    expect([await statusFrom('https://evil.example'), await statusFrom('http://localhost:6274')]).toEqual([403, 200]);
  });

  describe('a tool', () => {
    it('tells nothing that is withheld, and says that it is', async () => {
      await using client = await connect('auto');
      const asked = { indicator: 'looked-after-children-at-31-march', area: 'E09000012', last: 36 };
      const { observations } = (await read(client, 'series', asked)) as { observations: Json[] };
      const withheld = observations.filter(({ status }) => status === 'CONFIDENTIAL');
      expect(withheld.length).toBeGreaterThan(0);
      for (const own of withheld)
        expect([own['value'], own['displayValue'], own['address']]).toEqual([null, '[c]', undefined]);
    });

    it.each([
      ['series', { indicator: 'nothing', area: 'E09000012' }, 'nothing'],
      ['series', { indicator: 'police-officers', area: 'Hackney' }, 'Hackney'],
      ['series', { indicator: 'police-officers', area: 'E09000012', last: 1_000 }, 'last'],
      ['series', { indicator: 'hate-crime-outcomes', area: 'E09000012' }, ''],
      ['compare', { indicator: 'looked-after-children-at-31-march', area: 'E09000012' }, 'Not compared.'],
      ['catalogue', { dataset: ' { __typename }' }, '{ __typename }'],
    ] as const)('%s of %j is refused with the reason', async (name, given, reason) => {
      await using client = await connect('auto');
      const { isError, text } = await call(client, name, given).catch((error: unknown) => ({
        isError: true,
        text: String(error),
      }));
      expect([isError, text.includes(reason), text.length < 2_000]).toEqual([true, true, true]);
    });
  });
}
