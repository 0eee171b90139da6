import { buildSchema, getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { coerceVariables } from './coerced-variables.ts';

const sdl = 'input Wish { word: String!, count: Int = 2 } type Query { wish(of: Wish): String }';
const schema = buildSchema(sdl);

function operationOf(text: string) {
  const operation = getOperationAST(parse(text));
  if (operation === null || operation === undefined) throw new TypeError(`${text} is no operation`);
  return operation;
}

const operation = operationOf('query ($of: Wish) { wish(of: $of) }');

it('Values of one object are coerced once for an operation and a schema', () => {
  const variables = { of: { word: 'a' } };
  const first = coerceVariables({ schema, operation, variables, maxErrors: 1 });
  expect(first.coerced).toEqual({ of: { word: 'a', count: 2 } });
  expect(coerceVariables({ schema, operation, variables, maxErrors: 9 }).coerced).toBe(first.coerced);
  const other = operationOf('query ($of: Wish, $again: Int = 3) { wish(of: $of) }');
  expect(coerceVariables({ schema, operation: other, variables, maxErrors: 1 }).coerced).toMatchObject({ again: 3 });
  const stricter = buildSchema(sdl.replace('count: Int = 2', 'count: Int!'));
  expect(coerceVariables({ schema: stricter, operation, variables, maxErrors: 1 }).errors).toHaveLength(1);
  const again = { of: { word: 'a' } };
  expect(coerceVariables({ schema, operation, variables: again, maxErrors: 1 }).coerced).not.toBe(first.coerced);
});

it('What is wrong is told each time, as much of it as is asked for', () => {
  const variables = { of: { word: 1, count: 'x', more: true } };
  const told = [1, 9].map((maxErrors) => coerceVariables({ schema, operation, variables, maxErrors }).errors?.length);
  expect(told).toEqual([2, 3]);
});
