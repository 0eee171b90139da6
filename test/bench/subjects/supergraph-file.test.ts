import { expect, it } from 'vitest';
import { withAddresses } from './supergraph-file.ts';

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
