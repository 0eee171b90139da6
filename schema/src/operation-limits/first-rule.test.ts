import { readFileSync, readdirSync } from 'node:fs';
import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { firstRule } from './first-rule.ts';
import { clientLimits, type OperationLimits } from './operation-limits.ts';

const readText = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const api = buildSchema(readText('../../api.graphql'));
const limits = clientLimits(3_000);
/** Files of operations, those of the questions among them. */
const operations = readdirSync(new URL('../../operations/', import.meta.url), {
  recursive: true,
  encoding: 'utf8',
}).filter((file) => file.endsWith('.graphql'));
const repeat = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => write(at)).join(' ');

/** The messages of all rules of GraphQL and of this one, with the code where it is not that of validation. */
function refusals(query: string, of: OperationLimits = limits): readonly (readonly [string, unknown])[] {
  const errors = validate(api, parse(query), [...specifiedRules, firstRule(of)]);
  return errors.map(({ message, extensions }) => [message, extensions['code']]);
}

/** A limit that half of an operation may fill. */
const halved = Object.fromEntries(
  Object.entries(limits).map(([name, limit]) => [name, typeof limit === 'number' ? limit / 2 : limit]),
);

describe('an operation', () => {
  it.each(operations)('such as %s takes less than half of each limit', (file) => {
    expect(refusals(readText(`../../operations/${file}`), { ...limits, ...halved })).toEqual([]);
  });

  it('that a playground sends first takes less than half of each limit', () => {
    expect(refusals(getIntrospectionQuery(), { ...limits, ...halved })).toEqual([]);
  });

  it('that asks for 33 boroughs by name, each by a fragment of its own, is taken', () => {
    const query = `{ ${repeat(33, (at) => `b${at}: borough(code: "E0900${at}") { ...F${at} }`)} } ${repeat(33, (at) => `fragment F${at} on Borough { name }`)}`;
    expect(refusals(query)).toEqual([]);
  });

  it.each([
    [
      'a field under 101 names',
      `{ ${repeat(101, (at) => `a${at}: boroughs { name }`)} }`,
      '"boroughs" is asked for 101 times in one place',
    ],
    ['a field 101 times', `{ boroughs { ${'name '.repeat(101)} } }`, '"name" is asked for 101 times'],
    [
      'a field over and over in fragments and in others of its name',
      `{ boroughs { ...A ${repeat(40, (at) => `a${at}: name`)} } boroughs { ... on Borough { ${repeat(40, (at) => `b${at}: name`)} } ...A } }
      fragment A on Borough { ${repeat(61, (at) => `c${at}: name`)} }`,
      '"name" is asked for 101 times',
    ],
    ['five directives', '{ boroughs { name @a @b @c @d @e } }', 'There are 5 directives in one place'],
    ['five directives on itself', 'query @a @a @a @a @a { boroughs { name } }', 'There are 5 directives in one place'],
    ['five directives on a variable', 'query ($a: ID @a @a @a @a @a) { boroughs { name } }', 'There are 5 directives'],
    [
      'lists in the arguments of fields of one name',
      `{ ${repeat(30, () => `area(code: [${'1 '.repeat(100)}]) { name }`)} }`,
      'takes 45240 comparisons, and at most 20000',
    ],
    [
      'operations that share many uses of variables',
      `${repeat(60, (at) => `query A${at}($a: ID) { ...F }`)} fragment F on Query { boroughs(codes: [${'$a '.repeat(1_700)}]) { name } }`,
      'has 60 operations and uses variables 1700 times',
    ],
    [
      'the schema about itself, by 99 names',
      `{ __schema { ${repeat(99, (at) => `a${at}: types { fields { type { fields { name } } } }`)} } }`,
      'about itself, and at most 80000',
    ],
    [
      'the text of the schema, 60 times',
      `{ ${repeat(60, (at) => `a${at}: _service { sdl }`)} }`,
      'about itself, and at most 80000',
    ],
    [
      'more fields than there may be',
      `{ boroughs { ...A } } ${repeat(12, (at) => `fragment ${'A'.repeat(at + 1)} on Borough { ...${'A'.repeat(at + 2)} ...${'A'.repeat(at + 2)} }`)} fragment ${'A'.repeat(13)} on Borough { name }`,
      'The operation asks for 12288 fields',
    ],
    [
      'fragments without an end of it',
      `{ ...F0 } ${repeat(300, (at) => `fragment F${at} on Query { ...F${at + 1} }`)} fragment F300 on Query { __typename }`,
      'deeper than 50 levels',
    ],
  ])('that has %s is refused with one error, and no other rule looks at it', (_, query, message) => {
    expect(refusals(query)).toEqual([[expect.stringContaining(message), 'OPERATION_TOO_LARGE']]);
  });

  it.each([
    [
      '{ boroughs { name @aa code @bb links @aa { kind } } }',
      'Unknown directive "@aa", and 2 more directives that are not known.',
    ],
    [
      '{ boroughs { ...A } } fragment A on Borough { links { area { ... on Borough { ...A } } } }',
      'Cannot spread fragment "A" within itself.',
    ],
    ['{ boroughs { name } } fragment A on Borough { nothing }', 'Fragment "A" is never used.'],
    ['{ constructor: boroughs { nothing } }', '"constructor" cannot be used as a name here. Choose another.'],
    [
      'query ($representations: ID) { boroughs { name } }',
      '"representations" cannot be used as a name here. Choose another.',
    ],
  ])('such as %s is refused with one error', (query, message) => {
    expect(refusals(query)).toEqual([[message, undefined]]);
  });

  it('of the gateway may call a variable "representations", and nothing "__proto__"', () => {
    const of = { ...limits, takesRepresentations: true };
    expect(refusals('query ($representations: ID!) { borough(code: $representations) { name } }', of)).toEqual([]);
    expect(refusals('query ($__proto__: ID!) { borough(code: $__proto__) { name } }', of)).toHaveLength(1);
  });

  it('is told of fields that there are not by the rules that come after', () => {
    expect(refusals('{ boroughs { nam } }')).toEqual([
      [expect.stringContaining('Cannot query field "nam"'), undefined],
    ]);
  });
});
