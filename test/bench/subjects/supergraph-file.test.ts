import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { agencies } from '../../support/all-agencies.ts';
import { withAddresses, writeSupergraph } from './supergraph-file.ts';

const supergraph = 'enum join__Graph { HEALTH @join__graph(name: "health", url: "http://health.invalid/graphql") }';

it('A supergraph gets the addresses of the subgraphs that run', () => {
  const urls = new Map([['health', 'http://127.0.0.1:7/graphql']]);
  expect(withAddresses(supergraph, urls)).toBe(
    'enum join__Graph { HEALTH @join__graph(name: "health", url: "http://127.0.0.1:7/graphql") }',
  );
});

it('A subgraph without an address is refused by name', () => {
  expect(() => withAddresses(supergraph, new Map())).toThrow('a subgraph "health", for which there is no address');
});

it('A supergraph for a peer lies in a folder that goes with it', async () => {
  const file = await writeSupergraph(new Map(agencies.map(({ name }, index) => [name, `http://127.0.0.1:${index}/`])));
  expect(readFileSync(file.path, 'utf8')).toContain('@join__graph(name: "policing", url: "http://127.0.0.1:0/")');
  await file[Symbol.asyncDispose]();
  expect(existsSync(dirname(file.path))).toBe(false);
});
