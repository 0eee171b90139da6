import { readSubgraphSchemas } from '@boroughgraph/schema/subgraph-schema.ts';
import { print } from 'graphql';
import { expect, it } from 'vitest';
import { describeUnpublished, findUnpublished } from './unpublished-changes.ts';

const published = readSubgraphSchemas().map(({ name, typeDefs }) => ({
  name,
  url: `http://${name}.invalid`,
  sdl: print(typeDefs),
}));
const [first, second, ...others] = published;
if (first === undefined || second === undefined) throw new Error('There are two agencies at least');

it('A version of what the code has is as the code, whoever else is in it', () => {
  const guest = { name: 'transport', url: 'http://transport.invalid', sdl: 'type Query { one: Int }' };
  expect(findUnpublished([...published, guest])).toEqual({ changed: [], missing: [] });
  expect(describeUnpublished(1, { changed: [], missing: [] })).toBeNull();
});

it('A version of something else is said to be served, with what to do about it', () => {
  const changed = { ...first, sdl: `${first.sdl}\ntype More { one: Int }` };
  const found = findUnpublished([changed, ...others]);
  expect(found).toEqual({ changed: [first.name], missing: [second.name] });
  expect(describeUnpublished(3, found)).toBe(
    `Version 3 of the graph is served, as it was published: the schema of ${first.name} here is another, and it does not have ${second.name}. Publish each, such as npm run subgraph:publish -- ${first.name} --why "…".`,
  );
});
