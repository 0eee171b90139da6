import {
  buildSchema,
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  responsePathAsArray,
} from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CompiledExecutor } from './compiled-executor.ts';

const schema = buildSchema(`
  enum Colour { RED GREEN }
  interface Node { id: ID! self: Node other: [Node!] count(of: Int = 3): Int! }
  type Leaf implements Node { id: ID! self: Node other: [Node!] count(of: Int = 3): Int! colour: Colour grid: [[Int!]] tall: Float! }
  type Branch implements Node { id: ID! self: Node other: [Node!] count(of: Int = 3): Int! leaf: Leaf! leaves: [Leaf]! maybe: [Leaf!] any: Any word(a: String, b: [Int!]): String }
  union Any = Leaf | Branch
  type Query { branch: Branch branches: [Branch!]! surely: Branch! node: Node any: [Any] leaf: Leaf! }`);

/** A number from 0 to 1 that a text has for good. */
function chance(text: string): number {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** What is to come, one at a time, in an order that is the same for whoever asks for the same. */
class Clock {
  readonly #coming: { readonly order: number; readonly go: () => void }[] = [];

  later(name: string, settle: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const go = () => {
        try {
          resolve(settle());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      this.#coming.push({ order: chance(`order ${name}`), go });
    });
  }

  /** Until nothing is to come any more. */
  async run(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      this.#coming.sort((a, b) => a.order - b.order);
      const next = this.#coming.shift();
      if (next === undefined) return;
      next.go();
    }
  }
}

interface Context {
  readonly seed: string;
  readonly clock: Clock;
}

/** A value of the type, or now and then something else: null, a failure, a promise, or what its type does not allow. */
function valueOf(type: GraphQLOutputType, name: string, context: Context): unknown {
  const roll = chance(`${context.seed} ${name}`);
  if (roll < 0.03) throw new Error(`failed at ${name}`);
  if (roll < 0.06) return new Error(`an error for ${name}`);
  if (roll < 0.1) return null;
  if (roll < 0.13) return context.clock.later(name, () => Promise.reject(new Error(`rejected at ${name}`)));
  if (roll < 0.4) return context.clock.later(name, () => wholeOf(type, name, context));
  return wholeOf(type, name, context);
}

function wholeOf(type: GraphQLOutputType, name: string, context: Context): unknown {
  if (isNonNullType(type)) return wholeOf(type.ofType, name, context);
  if (isListType(type)) return entriesOf(type.ofType, name, context);
  if (isObjectType(type)) return { __typename: type.name };
  const roll = chance(`whole ${context.seed} ${name}`);
  if (isAbstractType(type)) return { __typename: roll < 0.05 ? 'Query' : roll < 0.5 ? 'Leaf' : 'Branch' };
  if (isEnumType(type)) return roll < 0.1 ? 'BLUE' : 'RED';
  if (type.name === 'Int' || type.name === 'Float') return roll < 0.05 ? 'no number' : Math.floor(roll * 100);
  return roll < 0.05 ? {} : `text of ${name}`;
}

function entriesOf(type: GraphQLOutputType, name: string, context: Context): unknown {
  const count = Math.floor(chance(`count ${name}`) * 4);
  const entry = (_: unknown, index: number): unknown => {
    const own = `${name}.${index}`;
    // The numbers of a column come as they are.
    if (!isCompositeType(getNamedType(type)) && !isListType(type)) return wholeOf(type, own, context);
    try {
      return valueOf(type, own, context);
    } catch (error) {
      return error;
    }
  };
  const entries = Array.from({ length: count }, entry);
  return chance(`set ${name}`) < 0.1 ? new Set(entries) : entries;
}

const resolve: GraphQLFieldResolver<unknown, Context> = (_source, given, context, info) =>
  valueOf(info.returnType, `${responsePathAsArray(info.path).join('.')} ${JSON.stringify(given)}`, context);
for (const type of Object.values(schema.getTypeMap()))
  if (isObjectType(type) && !type.name.startsWith('__'))
    for (const field of Object.values(type.getFields())) field.resolve = resolve;

/** A random operation: fields under names of their own, in fragments and under conditions. */
function operationOf(seed: string): string {
  let count = 0;
  const roll = (): number => chance(`operation ${seed} ${(count += 1)}`);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] ?? oneOf(list);
  const condition = (): string =>
    roll() < 0.85 ? '' : oneOf([' @skip(if: $no)', ' @include(if: $yes)', ' @skip(if: true)', ' @include(if: $no)']);
  const fieldOf = (type: string, depth: number): string => {
    const fields = Object.values(typeOf(type).getFields()).filter(
      (field) => depth > 0 || !isCompositeType(getNamedType(field.type)),
    );
    const field = oneOf([...fields, null]);
    if (field === null) return `__typename${condition()}`;
    const alias = roll() < 0.2 ? `${oneOf(['a', 'b', '__proto__'])}: ` : '';
    const given = field.name === 'count' ? oneOf(['', '(of: 4)', '(of: $of)']) : '';
    const words = field.name === 'word' ? oneOf(['', '(a: "x", b: [1, 2])', '(b: [$one])']) : '';
    const named = getNamedType(field.type);
    const inside = isCompositeType(named) ? ` ${selection(named.name, depth - 1)}` : '';
    return `${alias}${field.name}${given}${words}${condition()}${inside}`;
  };
  const typeOf = (name: string) => {
    const type = schema.getType(name);
    if (isObjectType(type)) return type;
    throw new TypeError(`${name} is no type of objects`);
  };
  const selection = (name: string, depth: number): string => {
    const types = name === 'Node' || name === 'Any' ? ['Leaf', 'Branch'] : [name];
    const parts = Array.from({ length: 1 + Math.floor(roll() * 4) }, () => {
      const type = oneOf(types);
      if (types.length === 1 && roll() < 0.75) return fieldOf(type, depth);
      return roll() < 0.5 ? `...on ${type}${condition()} { ${fieldOf(type, depth)} }` : '__typename ...Shared';
    });
    return `{ ${parts.join(' ')} }`;
  };
  return `query ($yes: Boolean! = true, $no: Boolean!, $of: Int, $one: Int!) ${selection('Query', 4)}
    fragment Shared on Node { id count self { id } }`;
}

async function answerTo(run: (context: Context) => unknown, seed: string): Promise<ExecutionResult> {
  const context = { seed, clock: new Clock() };
  const answer = run(context) as Promise<ExecutionResult> | ExecutionResult;
  await context.clock.run();
  return answer;
}

const told = ({ data, errors }: ExecutionResult) => ({
  data: JSON.stringify(data),
  errors: errors?.map((error) => JSON.stringify(error)),
});

/*
 * Where an entry of a list fails at once, `graphql` leaves the others that come later and fail to nobody, and the process would end. Ours
 * leaves none. Vitest would take those of `graphql` for faults of the test, and is not told of them.
 */
let left = 0;
const others = process.listeners('unhandledRejection');
beforeAll(() => {
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', () => (left += 1));
});
afterAll(() => {
  process.removeAllListeners('unhandledRejection');
  for (const other of others) process.on('unhandledRejection', other);
});

/** How many operations are asked; `npm run test:execution` asks more. */
const operations = Number(process.env['EXECUTED_OPERATIONS'] ?? '100');

const executor = new CompiledExecutor(schema, { maxCoercionErrors: 50 });

it('answers random operations as graphql does, whatever fails and whatever comes later', async () => {
  let [failed, held] = [0, 0];
  for (let number = 0; number < operations; number += 1) {
    const seed = String(number);
    const document: DocumentNode = parse(operationOf(seed));
    const variables = { no: false, one: number, ...(number % 2 === 0 && { of: number }), yes: number % 3 > 0 };
    const expected = await answerTo(
      (contextValue) => execute({ schema, document, variableValues: variables, contextValue }),
      seed,
    );
    const before = left;
    const answer = await answerTo((context) => executor.execute({ document, variables, context }).answer, seed);
    expect(told(answer), `${seed}: ${operationOf(seed)}`).toEqual(told(expected));
    expect(left - before).toBe(0);
    failed += expected.errors?.length ?? 0;
    held += expected.data === null ? 0 : 1;
  }
  expect([failed > operations / 2, held > operations / 3]).toEqual([true, true]);
});
