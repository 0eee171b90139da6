import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  buildSchema,
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLResolveInfo,
  isInterfaceType,
  isObjectType,
  parse,
  responsePathAsArray,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { CompiledExecutor } from './compiled-executor.ts';

const schema = buildSchema(`
  interface Animal { name: String }
  type Cat implements Animal { name: String lives(of: Int! = 9): Int }
  type Dog implements Animal { name: String }
  type Fish { name: String }
  union Wet = Fish | Dog
  input Wish { word: String!, count: Int = 2 }
  type Query { animal(kind: String): Animal animals: [Animal] wet: Wet cat: Cat late: Animal told: Told! wish(of: Wish, all: [Wish!]): String must(of: Int!): Int broken: Query! }
  type Told { own: String list: [String!]! }
  type Mutation { add(of: Int!): Int }`);

/** What the resolvers of one execution were given. */
interface Context {
  readonly seen: unknown[];
}

const kinds: Readonly<Record<string, unknown>> = { number: 7, none: null, query: 'Query', fish: 'Fish', list: 'Wish' };
const root = {
  animal: ({ kind }: { readonly kind?: string }) => ({ name: 'one', kind: kind ?? 'cat' }),
  animals: () => [{ name: 'a' }, Promise.resolve({ name: 'b', kind: 'dog' })],
  wet: () => ({ __typename: 'Fish', name: 'wet' }),
  cat: () => ({ name: () => 'a method', isDog: true }),
  late: () => ({ name: 'late', kind: 'late' }),
  told: () => ({ own: Symbol('no text'), list: 'text' }),
  wish: (given: unknown, { seen }: Context) => {
    seen.push(given);
    return JSON.stringify(given);
  },
  must: ({ of }: { readonly of: number }) => of,
  broken: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a resolver may throw anything
    throw 'a text';
  },
};

for (const [name, value] of Object.entries(root)) {
  const field = schema.getQueryType()?.getFields()[name];
  if (field)
    field.resolve = (_source, given, context: Context) => (value as (...all: unknown[]) => unknown)(given, context);
}
const laterDog = nextTurn('Dog');
const animal = schema.getType('Animal');
if (isInterfaceType(animal))
  animal.resolveType = ({ kind = 'cat' }: { readonly kind?: string }) => {
    if (kind === 'late') return laterDog;
    if (kind in kinds) return kinds[kind] as string;
    return kind === 'dog' ? 'Dog' : kind === 'cat' ? 'Cat' : kind;
  };
const [cat, mutation] = [schema.getType('Cat'), schema.getMutationType()];
if (isObjectType(cat)) {
  cat.isTypeOf = ({ isDog = false }: { readonly isDog?: boolean }) => Promise.resolve(!isDog);
  const { lives } = cat.getFields();
  if (lives) lives.resolve = (_source, { of }: { readonly of: number }) => of;
}
const add = mutation?.getFields()['add'];
if (add) add.resolve = (_source, { of }: { readonly of: number }) => of;

const executor = new CompiledExecutor(schema, { maxCoercionErrors: 2 });

interface Asked {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

async function answersOf(document: DocumentNode, { variables = {}, operationName }: Asked = {}) {
  const expected = await execute({
    schema,
    document,
    variableValues: variables,
    operationName,
    contextValue: { seen: [] },
    options: { maxCoercionErrors: 2 },
  });
  const context: Context = { seen: [] };
  const answer = await executor.execute({ document, variables, operationName, context }).answer;
  return { answer: told(answer), expected: told(expected), seen: context.seen };
}

const told = (answer: ExecutionResult): unknown => JSON.parse(JSON.stringify(answer));

describe('What is unusual is answered as graphql answers it', () => {
  it.each<[string, string, Asked?]>([
    ['a union by its name', '{ wet { __typename ... on Fish { name } } }'],
    ['an interface', '{ animal { name __typename ... on Cat { lives } } animals { name } }'],
    ['a kind that is known later', '{ late { name } }'],
    ['a kind that is no text', '{ animal(kind: "number") { name } }'],
    ['no kind', '{ animal(kind: "none") { name } }'],
    ['a kind that is not there', '{ animal(kind: "Unicorn") { name } }'],
    ['a kind that is no object', '{ animal(kind: "list") { name } }'],
    ['a kind of another type', '{ animal(kind: "fish") { name } }'],
    ['an object that says it is of another kind', '{ cat { name } }'],
    ['a property that is a method', '{ wet { ... on Fish { name } } told { own } }'],
    ['what is thrown that is no error', '{ broken { __typename } wet { __typename } }'],
    [
      'one field under several nodes',
      '{ animal { name } animal { ... on Cat { lives } } ...again } fragment again on Query { animal { lives: name } }',
    ],
    ['a fragment that nobody knows', '{ ...unknown wet { __typename } }'],
    ['a field that is not there', '{ nothing wet { nothing } }'],
    ['a missing argument', '{ must }'],
    ['a missing variable', 'query ($of: Int!) { must(of: $of) }'],
    ['a variable that is left out', 'query ($of: Int) { must(of: $of) }'],
    ['a null that may not be', '{ must(of: null) }'],
    ['an argument that cannot be read', '{ must(of: "text") wish(of: { word: 1 }) }'],
    [
      'arguments with defaults within',
      'query ($word: String!) { wish(of: { word: $word }, all: { word: "b", count: 1 }) }',
      { variables: { word: 'a' } },
    ],
    ['more wrong variables than are told', 'query ($a: Int!, $b: Int!, $c: Int!) { must(of: $a) }'],
    [
      'a condition that is null',
      'query ($is: Boolean = true) { wet @skip(if: $is) { __typename } }',
      { variables: { is: null } },
    ],
    [
      'a condition within that is null',
      'query ($is: Boolean = true) { animal { name @include(if: $is) } wet { __typename } }',
      { variables: { is: null } },
    ],
    [
      'conditions',
      'query ($is: Boolean!) { wet @skip(if: $is) { __typename } animal @include(if: $is) { name } }',
      { variables: { is: true } },
    ],
    [
      'other conditions',
      'query ($is: Boolean!) { wet @skip(if: $is) { __typename } animal @include(if: $is) { name } }',
      { variables: { is: false } },
    ],
    ['one of several operations', 'query A { wet { __typename } } query B { animal { name } }', { operationName: 'B' }],
    ['several operations', 'query A { wet { __typename } } query B { animal { name } }'],
    ['an operation that is not there', 'query A { wet { __typename } }', { operationName: 'B' }],
    ['no operation', 'fragment F on Query { __typename }'],
    ['a mutation', 'mutation { one: add(of: 1) two: add(of: 2) }'],
    ['a question about the schema', '{ __schema { queryType { name } } __type(name: "Cat") { name } }'],
    [
      'a name that objects have a meaning for',
      '{ __proto__: wet { __typename } constructor: animal { toString: name } }',
    ],
  ])('%s', async (_what, text, asked) => {
    const { answer, expected } = await answersOf(parse(text), asked);
    expect(answer).toEqual(expected);
    expect(JSON.stringify(answer)).toBe(JSON.stringify(expected));
  });
});

describe('What is answered otherwise, and why', () => {
  it('null in place of a default, which a variable brings, comes to the field: it costs nothing around it', async () => {
    const document = parse('query ($of: Int) { animal { ... on Cat { lives(of: $of) name } } }');
    const { answer } = await answersOf(document, { variables: { of: null } });
    expect(answer).toEqual({ data: { animal: { lives: null, name: 'one' } } });
  });
});

describe('A plan', () => {
  const document = parse('query ($word: String!) { wish(of: { word: "a" }) again: wish(of: { word: $word }) }');

  it('reads what no variable changes once for all, and the rest once for each', async () => {
    const [first, second] = [
      await answersOf(document, { variables: { word: 'b' } }),
      await answersOf(document, { variables: { word: 'c' } }),
    ];
    expect(second.seen[0]).toBe(first.seen[0]);
    expect(second.seen.slice(1)).toEqual([{ of: { word: 'c', count: 2 } }]);
    expect(first.seen.every(Object.isFrozen)).toBe(true);
  });

  it('tells a resolver where it is asked', async () => {
    const infos: GraphQLResolveInfo[] = [];
    const own = buildSchema('type Query { list: [Row!]! } type Row { at(of: Int): Int }');
    const [query, row] = [own.getQueryType()?.getFields()['list'], own.getType('Row')];
    if (query) query.resolve = () => [{}, {}];
    const at = isObjectType(row) ? row.getFields()['at'] : undefined;
    if (at) at.resolve = (_source, _given, _context, info) => infos.push(info);
    const asked = parse('query Q($of: Int = 4) { rows: list { own: at(of: $of) } }');
    const compiled = new CompiledExecutor(own, { maxCoercionErrors: 1 });
    await compiled.execute({ document: asked, context: null }).answer;
    await execute({ schema: own, document: asked });
    const toldOf = (info: GraphQLResolveInfo | undefined) => {
      const { path, fieldName, fieldNodes, returnType, parentType, operation, variableValues, rootValue } = info ?? {};
      const names = [
        returnType?.toString(),
        parentType?.toString(),
        operation?.name?.value,
        Object.keys(info?.fragments ?? {}),
      ];
      return [path && responsePathAsArray(path), path, fieldName, fieldNodes, { ...variableValues }, rootValue, names];
    };
    expect(infos.slice(0, 2).map(toldOf)).toEqual(infos.slice(2).map(toldOf));
    expect(infos[1]?.schema).toBe(own);
  });
});
