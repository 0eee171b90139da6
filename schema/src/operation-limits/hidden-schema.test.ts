import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { hiddenSchemaRule, withoutSuggestions } from './hidden-schema.ts';

const schema = buildSchema('type Query { _service: Service a: Int } type Service { sdl: String }');
const messages = (query: string): readonly string[] =>
  validate(schema, parse(query), [hiddenSchemaRule]).map(({ message }) => message);

it.each([
  '{ __schema { types { name } } }',
  '{ x: __type(name: "A") { name } }',
  '{ ...F } fragment F on Query { _service { sdl } }',
])('%s is refused where the schema is hidden', (query) => {
  expect(messages(query)).toEqual([expect.stringContaining('this server does not tell its schema')]);
});

it('What a thing is called is told', () => {
  expect(messages('{ __typename a }')).toEqual([]);
});

it.each([
  [
    'Cannot query field "directive" on type "__Schema". Did you mean "directives"?',
    'Cannot query field "directive" on type "__Schema".',
  ],
  [
    'Value "X" does not exist in "A" enum. Did you mean the enum value "Y" or "Z"?',
    'Value "X" does not exist in "A" enum.',
  ],
  ['last is -1: expected a number from 0', 'last is -1: expected a number from 0'],
])('Of "%s" is told "%s"', (message, told) => {
  expect(withoutSuggestions(message)).toBe(told);
});
