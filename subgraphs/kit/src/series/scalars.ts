import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parseIsoDate } from '../statistics/calendar.ts';

/**
 * A text that a scalar could not read. It stands where the value would, so that it costs the field whose argument it is: thrown,
 * it would cost the whole request. No resolver is given one: see argument-faults.ts.
 */
export class UnreadableText {
  /** Quotes the text and says what would be accepted. */
  readonly problem: string;

  constructor(problem: string) {
    this.problem = problem;
  }
}

/** The scalars that give an {@link UnreadableText} for what they cannot read. */
export const textScalars: ReadonlySet<string> = new Set(['Date', 'DateTime']);

/** A calendar day. A text that is none is an {@link UnreadableText}. */
export const dateScalar = textScalar('Date', 'a day such as 2025-03-31', (text) => parseIsoDate(text) !== null);

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** An instant in UTC. A text that is none is an {@link UnreadableText}. */
export const dateTimeScalar = textScalar(
  'DateTime',
  'an instant in UTC such as 2025-03-31T08:30:00Z',
  (text) => instant.test(text) && !Number.isNaN(Date.parse(text)),
);

function textScalar(
  name: string,
  expected: string,
  isValid: (text: string) => boolean,
): GraphQLScalarType<string | UnreadableText, string> {
  const parse = (value: unknown): string | UnreadableText => {
    if (typeof value === 'string' && isValid(value)) return value;
    return new UnreadableText(`${name} ${quote(value)} is not valid: expected ${expected}`);
  };
  return new GraphQLScalarType<string | UnreadableText, string>({
    name,
    serialize: (value) => {
      if (typeof value === 'string') return value;
      throw new GraphQLError(`${name} must be served from text`);
    },
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}

/** Characters of a value that an error quotes. */
const longestQuoted = 100;

function quote(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > longestQuoted ? `${text.slice(0, longestQuoted)}…` : text;
}
