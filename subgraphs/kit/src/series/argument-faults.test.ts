import { buildSchema, execute, type ExecutionResult, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { maxAgencyErrors } from '@boroughgraph/schema/wire/limits.ts';
import { chargeOwnField } from './argument-faults.ts';
import { requireAll, requireLast, requireRange } from './argument-checks.ts';
import type { RequestContext } from './context.ts';
import type { PeriodRange } from './period-range.ts';
import { badUserInput } from './errors.ts';
import { dateScalar } from './scalars.ts';

const sdl = `
  scalar Date
  input Range { from: Date to: Date }
  type Page { nodes: [Int!]! hasNextPage: Boolean! endCursor: String }
  type Query {
    list(during: Range, last: Int): [Int!]! nullable(last: Int): [Int!] page(last: Int): Page!
    word(last: Int): String! many(last: Int): [Query!]! failing(last: Int): [Int!]!
  }`;

/** A schema of which every field checks `during` and `last`, and what its answer and the errors beside it are. */
async function ask(query: string): Promise<Pick<ExecutionResult, 'data' | 'errors'>> {
  const schema = buildSchema(sdl);
  Object.assign(schema.getType('Date') ?? {}, {
    parseValue: dateScalar.parseValue,
    parseLiteral: dateScalar.parseLiteral,
  });
  const answers: Readonly<Record<string, unknown>> = {
    list: [1],
    nullable: [1],
    page: { nodes: [1], hasNextPage: true, endCursor: 'a' },
    word: 'a',
    many: Array.from({ length: maxAgencyErrors + 1 }, () => ({})),
  };
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {}))
    field.resolve = chargeOwnField((_source, given) => {
      // As the schema says.
      const { during, last } = given as { readonly during?: PeriodRange; readonly last?: number };
      if (field.name === 'failing') throw new Error('the store is away');
      requireAll(
        () => requireRange(during),
        () => requireLast(last),
      );
      return answers[field.name];
    }, field);
  // No more of it is needed here.
  const contextValue = { faults: [] } as unknown as RequestContext;
  const { data, errors = [] } = await execute({ schema, document: parse(query), contextValue });
  return {
    data: JSON.parse(JSON.stringify(data)) as Record<string, unknown>,
    errors: [...errors, ...contextValue.faults],
  };
}

const told = (errors: ExecutionResult['errors']) =>
  errors?.map(({ path, extensions: { argument, instead } }) => [path?.join('.'), argument, instead]);

describe('A wrong argument', () => {
  it('costs the field that has it, under its alias, and no other field', async () => {
    const { data, errors } = await ask('{ wrong: list(last: -1) right: list(last: 1) }');
    expect(data).toEqual({ wrong: [], right: [1] });
    expect(errors).toMatchObject([
      {
        message: 'last is -1: expected a number from 0',
        path: ['wrong'],
        extensions: {
          code: 'BAD_USER_INPUT',
          argument: 'last',
          instead: 'An empty list stands in its place, since the field may not be null.',
        },
      },
    ]);
  });

  it('is told for each argument, days that cannot be read among them', async () => {
    const { data, errors } = await ask('{ list(during: { from: "2025-13-01" }, last: -1) }');
    expect(data).toEqual({ list: [] });
    expect(errors?.map(({ message, extensions }) => [extensions['argument'], message])).toEqual([
      ['during', 'Date "2025-13-01" is not valid: expected a day such as 2025-03-31'],
      ['last', 'last is -1: expected a number from 0'],
    ]);
    const both = await ask('{ list(during: { from: "2025-02-01", to: "2025-01-01" }, last: -1) }');
    expect(both.errors).toHaveLength(2);
  });

  it('makes null of what may be null, and an empty page of a page', async () => {
    const { data, errors } = await ask('{ nullable(last: -1) page(last: -1) { nodes hasNextPage endCursor } }');
    expect(data).toEqual({ nullable: null, page: { nodes: [], hasNextPage: false, endCursor: null } });
    expect(told(errors)).toEqual([
      ['nullable', 'last', undefined],
      ['page', 'last', 'An empty Page stands in its place, since the field may not be null.'],
    ]);
  });

  it('takes along what is around a value that has no empty one', async () => {
    const { data, errors } = await ask('{ word(last: -1) }');
    expect(data).toBeNull();
    expect(told(errors)).toEqual([['word', 'last', undefined]]);
  });

  it('leaves an empty value nowhere without its error, however many there are', async () => {
    const { data, errors = [] } = await ask('{ many { list(last: -1) } }');
    expect(data).toBeNull();
    expect(errors.length).toBeLessThanOrEqual(maxAgencyErrors + 1);
  });

  it('is not what another failure is taken for', async () => {
    const { data, errors } = await ask('{ failing(last: 1) }');
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ message: 'the store is away' }]);
  });

  it('is quoted no further than a sentence takes', async () => {
    const { errors } = await ask(`{ list(during: { from: "${'x'.repeat(1_000)}" }) }`);
    expect(errors?.[0]?.message.length).toBeLessThan(200);
    expect(badUserInput('no').extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });
});
