import {
  defaultFieldResolver,
  type DirectiveNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
} from 'graphql';
import type { RequestContext } from '../series/context.ts';
import { badUserInput } from '../series/errors.ts';

/** The keys by which one kind of thing can be asked about, each the names of its fields. */
type Keys = readonly (readonly string[])[];

/** The most characters of what was given that are quoted. */
const maxQuoted = 60;

/**
 * The schema, in which each reference of `_entities` is looked up by itself: one that cannot be read, of a kind that is not here
 * or that fails is null with an error in its place, and costs the others nothing. Changes the schema that it is given.
 */
export function lookUpReferencesApart(schema: GraphQLSchema): GraphQLSchema {
  const field: GraphQLField<unknown, RequestContext, Representations> | undefined = schema.getQueryType()?.getFields()[
    '_entities'
  ];
  if (field === undefined) return schema;
  const kinds = keysByKind(schema);
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (...asked) => {
    const [, { representations }] = asked;
    return representations.map((reference, at) => findFault(reference, at, kinds) ?? lookUp(resolve, reference, asked));
  };
  return schema;
}

type Resolver = GraphQLFieldResolver<unknown, RequestContext, Representations>;
interface Representations {
  readonly representations: readonly unknown[];
}

/** What is found, or will be; an error in place of what fails at once, which in a list is one of its place. */
function lookUp(resolve: Resolver, reference: unknown, [source, , context, info]: Parameters<Resolver>): unknown {
  try {
    const found: unknown = resolve(source, { representations: [reference] }, context, info);
    return Array.isArray(found) ? found[0] : found;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The kinds of things that may be asked about, and those interfaces of theirs that have a key. */
function keysByKind(schema: GraphQLSchema): ReadonlyMap<string, Keys> {
  const union = schema.getType('_Entity');
  const types = isUnionType(union) ? union.getTypes() : [];
  const all = [...types, ...types.flatMap((type) => type.getInterfaces())];
  const keyed = all.map((type) => [type.name, keysOf(type)] as const);
  return new Map(keyed.filter(([, keys]) => keys.length > 0));
}

function keysOf(type: GraphQLNamedType): Keys {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const nodes = [type.astNode, ...type.extensionASTNodes].flatMap((node) => node?.directives ?? []);
  return nodes
    .filter((node) => node.name.value === 'key' && isResolvable(node))
    .flatMap(({ arguments: given = [] }) => given)
    .flatMap(({ name, value }) =>
      name.value === 'fields' && value.kind === Kind.STRING ? [value.value.trim().split(/\s+/)] : [],
    );
}

/** What is declared only so that others can point at it is looked up elsewhere: here it has nothing but its key. */
function isResolvable({ arguments: given = [] }: DirectiveNode): boolean {
  return !given.some(({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value);
}

function findFault(reference: unknown, at: number, kinds: ReadonlyMap<string, Keys>): GraphQLError | null {
  const kind = readOwn(reference, '__typename');
  const keys = typeof kind === 'string' ? kinds.get(kind) : undefined;
  if (keys === undefined) {
    const known = [...kinds.keys()].join(', ');
    return refuse(`__typename of reference ${at} is ${quote(kind)}: expected one of ${known}`);
  }
  const isKnown = keys.some((names) => names.every((name) => typeof readOwn(reference, name) === 'string'));
  if (isKnown) return null;
  const expected = keys.map((names) => `"${names.join('", "')}"`).join(' or ');
  return refuse(`reference ${at} is of kind ${String(kind)} and lacks its key: expected ${expected} as text`);
}

const refuse = (message: string): GraphQLError => badUserInput(message, 'representations');

function readOwn(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function quote(value: unknown): string {
  if (value === undefined) return 'not there';
  const text = JSON.stringify(value);
  return text.length > maxQuoted ? `${text.slice(0, maxQuoted)}…` : text;
}
