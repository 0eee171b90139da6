import { buildSchema, getOperationAST, getVariableValues, parse } from 'graphql';
import { expect, it } from 'vitest';
import { codeVariableErrors } from './variable-errors.ts';

const schema = buildSchema('type Query { towns(codes: [ID!]): Int }');

function errorsOf(codes: readonly unknown[]) {
  const operation = getOperationAST(parse('query ($codes: [ID!]) { towns(codes: $codes) }'));
  const { errors = [] } = getVariableValues(schema, operation?.variableDefinitions ?? [], { codes }, { maxErrors: 2 });
  return codeVariableErrors(errors).map(({ message, extensions, locations }) => [
    message,
    extensions['code'],
    locations,
  ]);
}

const at = [{ line: 1, column: 8 }];

it('What is wrong with variables is a mistake of whoever asks, with its place', () => {
  expect(errorsOf([{}])).toEqual([
    ['Variable "$codes" got invalid value {} at "codes[0]"; ID cannot represent value: {}', 'BAD_USER_INPUT', at],
  ]);
});

it('What is beyond the errors that are told is one, too', () => {
  expect(errorsOf([{}, {}, {}])).toEqual([
    ['Variable "$codes" got invalid value {} at "codes[0]"; ID cannot represent value: {}', 'BAD_USER_INPUT', at],
    ['Variable "$codes" got invalid value {} at "codes[1]"; ID cannot represent value: {}', 'BAD_USER_INPUT', at],
    ['More values of variables are wrong than the 2 that are told.', 'BAD_USER_INPUT', undefined],
  ]);
});
