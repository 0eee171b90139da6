import { buildSubgraphSchema } from '@apollo/subgraph';
import { buildSchema, execute, type ExecutionResult, getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CompiledExecutor } from './compiled-executor.ts';

const typeDefs = parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  enum Status { PUBLISHED WITHHELD }
  interface Dated { years: [Int!]! }
  type Book implements Dated @key(fields: "id") { id: ID! title: String years: [Int!]! prices(last: Int): [Float]! states: [Status!] grid: [[Int!]!]! }
  type Query { books: [Book] dated: [Dated!]! }`);

interface Book {
  readonly id: string;
  readonly title?: string;
  readonly years?: unknown;
  readonly prices?: unknown;
  readonly states?: unknown;
  readonly grid?: unknown;
}

const whole: Book = {
  id: 'a',
  title: 'A',
  years: [2023, 2024],
  prices: [1.5, null, 0],
  states: ['PUBLISHED', 'WITHHELD'],
  grid: [[1], []],
};
const question = parse(
  `query Q($last: Int) { books { __typename ...all prices(last: $last) } } fragment all on Book { id title years states grid }`,
);

const libraryOf = (books: readonly (Book | null)[]) =>
  buildSubgraphSchema({
    typeDefs,
    resolvers: {
      Query: { books: () => books, dated: () => books.filter((book) => book !== null) },
      Dated: { __resolveType: () => 'Book' },
      Book: { __resolveReference: ({ id }: Book) => books.find((book) => book?.id === id) ?? null },
    },
  });

interface Asked {
  readonly document?: ReturnType<typeof parse>;
  readonly variables?: Readonly<Record<string, unknown>>;
}

async function answersOf(
  books: readonly (Book | null)[],
  { document = question, variables = {} }: Asked = {},
): Promise<readonly [ExecutionResult, ExecutionResult]> {
  const schema = libraryOf(books);
  const executor = new CompiledExecutor(schema, { maxCoercionErrors: 50 });
  const columns = await executor.execute({ document, variables, context: {} }).answer;
  return [columns, await execute({ schema, document, variableValues: variables })];
}

describe('execution by a plan', () => {
  it.each([
    ['whole books', [whole]],
    ['none', []],
    ['nulls between', [null, whole, null]],
    [
      'columns that may be null',
      [
        { ...whole, states: null },
        { ...whole, states: undefined },
      ],
    ],
    ['empty columns', [{ ...whole, years: [], prices: [], states: [] }]],
    ['texts that are numbers', [{ ...whole, years: ['2024'], prices: ['1.5'] }]],
    ['columns that come later', [{ ...whole, years: Promise.resolve([2024]) }]],
    ['a column that is missing', [whole, { ...whole, years: undefined }]],
  ])('answers %s as the schema does', async (_name, books) => {
    const [columns, real] = await answersOf(books);
    expect(JSON.parse(JSON.stringify(columns.data))).toEqual(JSON.parse(JSON.stringify(real.data)));
    expect(columns.errors?.map(({ path }) => path)).toEqual(real.errors?.map(({ path }) => path));
  });

  it.each([
    ['a number that is none', { ...whole, years: ['many'] }],
    ['a null that may not be', { ...whole, years: [2024, null] }],
    ['a status that nobody knows', { ...whole, states: ['LOST'] }],
    ['a value in place of a list', { ...whole, years: 2024 }],
  ])('refuses %s with the path of its column', async (_name, book) => {
    const [columns] = await answersOf([whole, book]);
    const [error] = columns.errors ?? [];
    expect(columns.errors).toHaveLength(1);
    expect(error?.path?.slice(0, 2)).toEqual(['books', 1]);
    expect(error?.path).toHaveLength(3);
  });

  it('resolves references', async () => {
    const document = parse(
      'query ($who: [_Any!]!) { _entities(representations: $who) { ... on Book { id years prices } } }',
    );
    const variables = {
      who: [
        { __typename: 'Book', id: 'a' },
        { __typename: 'Book', id: 'z' },
      ],
    };
    const [columns, real] = await answersOf([whole], { document, variables });
    expect(columns).toEqual(real);
    expect(columns.data).toMatchObject({ _entities: [{ id: 'a', years: [2023, 2024] }, null] });
  });

  it('answers by an interface', async () => {
    const document = parse('{ dated { years ... on Book { prices } } }');
    const [columns, real] = await answersOf([whole], { document });
    expect(columns).toEqual(real);
    expect(columns.data).toMatchObject({ dated: [{ years: [2023, 2024] }] });
  });

  it('leaves no entry that fails later to nobody, where one before it has failed at once', async () => {
    const schema = buildSchema('type Query { rows: [Row!] } type Row { at: Int }');
    const rows = schema.getQueryType()?.getFields()['rows'];
    const { promise, reject } = Promise.withResolvers();
    if (rows) rows.resolve = () => [null, promise];
    const executor = new CompiledExecutor(schema, { maxCoercionErrors: 1 });
    const { errors } = await executor.execute({ document: parse('{ rows { at } }'), context: null }).answer;
    expect(errors?.map(({ path }) => path)).toEqual([['rows', 0]]);
    // Vitest fails where nobody hears of it.
    reject(new Error('later'));
    await new Promise((resolve) => setImmediate(resolve));
  });

  it('describes the schema, not its columns', async () => {
    const [columns, real] = await answersOf([whole], { document: parse(getIntrospectionQuery()) });
    expect(columns).toEqual(real);
    expect(JSON.stringify(columns)).not.toContain('column');
  });

  it('says what is wrong with variables', async () => {
    const [columns, real] = await answersOf([whole], { variables: { last: 'many' } });
    expect(columns.errors?.map(({ message }) => message)).toEqual(real.errors?.map(({ message }) => message));
  });
});
