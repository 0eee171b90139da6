import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { withoutSuggestions } from '@boroughgraph/schema/operation-limits/hidden-schema.ts';
import { withInputExample } from './input-example.ts';

const schema = buildSchema(`
  """
  Periods between two days.
  Example: \`{ from: "2023-01-01", to: "2023-12-31" }\`.
  """
  input PeriodRange { from: String to: String }
  input Bare { name: String }
  type Query { values(during: PeriodRange, ranges: [PeriodRange!], bare: Bare): Int }
`);
const problemWith = (given: string) => validate(schema, parse(`{ values(${given}) }`))[0]?.message ?? '';
const told = (given: string) => withInputExample(problemWith(given), schema);

describe('a value in place of an object', () => {
  it.each([
    [
      'during: "2024"',
      'Expected value of type "PeriodRange", found "2024". Did you mean { from: "2024-01-01", to: "2024-12-31" }?',
    ],
    [
      'during: 7',
      'Expected value of type "PeriodRange", found 7. Did you mean { from: "2023-01-01", to: "2023-12-31" }?',
    ],
    [
      'ranges: ["2022"]',
      'Expected value of type "PeriodRange!", found "2022". Did you mean { from: "2022-01-01", to: "2022-12-31" }?',
    ],
  ])('%s is answered with a right one', (given, message) => {
    expect(told(given)).toBe(message);
  });

  it('is answered as GraphQL does where the type shows no example', () => {
    expect(told('bare: "x"')).toBe('Expected value of type "Bare", found "x".');
  });

  it('sent as a variable is answered with a right one', () => {
    const message = 'Variable "$days" got invalid value "2024"; Expected type "PeriodRange" to be an object.';
    expect(withInputExample(message, schema)).toContain('Did you mean { from: "2024-01-01"');
  });

  it('is not told what the schema has where a server hides it', () => {
    expect(withoutSuggestions(told('during: "2024"'))).toBe('Expected value of type "PeriodRange", found "2024".');
  });
});
