import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parseIsoDate } from '../statistics/calendar.ts';
import { badUserInput } from './errors.ts';

/** A calendar day. A text that is none is BAD_USER_INPUT. */
export const dateScalar = textScalar('Date', 'a day such as 2025-03-31', (text) => parseIsoDate(text) !== null);

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** An instant in UTC. A text that is none is BAD_USER_INPUT. */
export const dateTimeScalar = textScalar(
  'DateTime',
  'an instant in UTC such as 2025-03-31T08:30:00Z',
  (text) => instant.test(text) && !Number.isNaN(Date.parse(text)),
);

function textScalar(
  name: string,
  expected: string,
  isValid: (text: string) => boolean,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && isValid(value)) return value;
    throw badUserInput(`${name} ${JSON.stringify(value)} is not valid: expected ${expected}`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    serialize: (value) => {
      if (typeof value === 'string') return value;
      throw new GraphQLError(`${name} must be served from text`);
    },
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}
