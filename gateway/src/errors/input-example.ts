import { type GraphQLSchema, isInputObjectType } from 'graphql';

/** What GraphQL says of a value that stands where an object of some input type should, written in the query or sent as a variable. */
const wrongValue = /Expected (?:value of )?type "(?<type>\w+)!?"(?:, found| to be an object)/;

/** How the description of an input type shows one that is right. */
const exampleIn = /Example: `(?<example>\{[^`]*\})`/;

/** A year that was given in place of an object. */
const givenYear = /(?:found|got invalid value) "(?<year>\d{4})"/;

/**
 * The message, and after it a right value where it is about a wrong one of an input type whose description shows an example:
 * `during: "2024"` is answered with the year as a range. In the words in which GraphQL offers names, so that it goes where a server hides its
 * schema. Never throws.
 */
export function withInputExample(message: string, schema: GraphQLSchema): string {
  const type = schema.getType(wrongValue.exec(message)?.groups?.['type'] ?? '');
  if (!isInputObjectType(type)) return message;
  const example = exampleIn.exec(type.description ?? '')?.groups?.['example'];
  if (example === undefined) return message;
  const year = givenYear.exec(message)?.groups?.['year'];
  return `${message} Did you mean ${year === undefined ? example : example.replaceAll(/\b\d{4}\b/g, year)}?`;
}
