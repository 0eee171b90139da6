import { buildSchema, parse, print } from 'graphql';
import { expect, it } from 'vitest';
import { shrink } from './shrink.ts';

const schema = buildSchema(`
  type Query { area(code: ID, on: String): Area other: String }
  type Area { name: String areas: [Area] }`);

const large = {
  query: `query ($on: String, $if: Boolean = true, $code: ID) {
    other
    area(code: $code, on: $on) { name ...F @include(if: $if) }
  }
  fragment F on Area { areas { again: name ...G } }
  fragment G on Area { name areas { name @skip(if: false) } }`,
  variables: { on: '2025-01-01', code: 'a' },
};

it('An operation shrinks to what makes it differ, with the variables that it needs', async () => {
  const small = await shrink(schema, large, ({ query }) =>
    Promise.resolve(/on: \$on/.test(query) && /again/.test(query)),
  );
  expect({ ...small, query: print(parse(small.query)) }).toEqual({
    query: print(parse('query ($on: String) { area(on: $on) { ... on Area { areas { again: name } } } }')),
    variables: { on: '2025-01-01' },
  });
});

it('An operation that differs whatever is left out shrinks to one chain of fields', async () => {
  const { query, variables } = await shrink(schema, large, () => Promise.resolve(true));
  expect([print(parse(query)), variables]).toEqual([
    print(parse('{ area { ... on Area { areas { ... on Area { areas { name } } } } } }')),
    {},
  ]);
});

it('An operation of which everything is needed stays', async () => {
  expect(await shrink(schema, large, () => Promise.resolve(false))).toEqual(large);
});
