import {
  buildSchema,
  defaultFieldResolver,
  execute,
  type ExecutionResult,
  getNamedType,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isScalarType,
  parse,
} from 'graphql';
import { wantedForGood } from '@boroughgraph/kit/inside/store/reading/store-source.ts';
import { chargeOwnField, type FieldWithArguments } from '@boroughgraph/kit/inside/series/argument-faults.ts';
import { dateScalar, dateTimeScalar } from '@boroughgraph/kit/inside/series/scalars.ts';
import { createRequestContext, readingsOf, type RequestContext } from '@boroughgraph/kit/series/context.ts';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import { anonymousViewer } from '@boroughgraph/schema/wire/viewer.ts';
import type { Operation } from '../operation.ts';
import type { ServedAgency } from '../system/agencies.ts';
import { areaInterface, isArea, type Ownership, readOwnership } from './ownership.ts';

/** Answers operations in one process over all subgraphs' resolvers: no planner, no fetch, no merge. */
export type Monolith = (operation: Operation) => Promise<ExecutionResult>;

/** A value and whose it is: the resolvers of value types, which all agencies share, are called with its agency's context. */
interface Owned {
  readonly agency: Subgraph;
  readonly value: unknown;
}

type Contexts = ReadonlyMap<Subgraph, RequestContext>;
type Resolve = GraphQLFieldResolver<unknown, RequestContext>;
type Given = Readonly<Record<string, unknown>>;
type Resolver = GraphQLFieldResolver<Owned | undefined, Contexts, Given>;

/** A schema like the composed one, whose fields are resolved by the agencies that own them, over their stores. */
export function createMonolith(api: string, agencies: readonly ServedAgency[]): Monolith {
  const schema = buildSchema(api);
  readDays(schema);
  wire(
    schema,
    agencies.map(({ subgraph }) => subgraph),
  );
  const readers = agencies.map(({ subgraph, store }) => ({ agency: subgraph, readings: readingsOf(subgraph, store) }));
  return async ({ query, variables }) => {
    const contexts = readers.map(({ agency, readings }) => {
      const { findable } = agency;
      const parts = { requestId: 'reference', agency, findable, readings, wanted: wantedForGood() };
      return [agency, createRequestContext({ ...parts, viewer: anonymousViewer })] as const;
    });
    const contextValue: Contexts = new Map(contexts);
    const result = await execute({ schema, document: parse(query), variableValues: variables, contextValue });
    // As a subgraph's server does.
    const errors = [...(result.errors ?? []), ...contexts.flatMap(([, { faults }]) => faults)];
    return errors.length === 0 ? result : { ...result, errors };
  };
}

/** Lets the schema read days as subgraphs do: one that cannot be read costs the field whose argument it is. */
function readDays(schema: GraphQLSchema): void {
  for (const { name, parseValue, parseLiteral } of [dateScalar, dateTimeScalar]) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, { parseValue, parseLiteral });
  }
}

function wire(schema: GraphQLSchema, subgraphs: readonly Subgraph[]): void {
  const ownership = readOwnership(subgraphs);
  const areaOwner = ownership.ownerOf('Borough', 'code');
  if (areaOwner === null) throw new Error('No subgraph owns the areas');
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type))
      type.resolveType = async (owned: Owned, contexts: Contexts, info) => {
        const agency = isArea(type.name) ? areaOwner : owned.agency;
        const resolve = resolverOf(agency, type.name, '__resolveType');
        return String(await resolve?.(owned.value, {}, contextOf(contexts, agency), info));
      };
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      // The values of the executor are those that this resolver gave it.
      field.resolve = createResolver(type.name, field.name, ownership) as GraphQLFieldResolver<unknown, unknown>;
  }
}

function createResolver(type: string, field: string, { ownerOf, requiredBy }: Ownership): Resolver {
  const owner = ownerOf(type, field);
  return async (source, ...[given, contexts, info]) => {
    const agency = owner ?? source?.agency;
    if (agency === undefined) throw new Error(`Nobody owns ${type}.${field}`);
    const context = contextOf(contexts, agency);
    const parent =
      source === undefined
        ? undefined
        : await parentFor(agency, source, { type, needs: requiredBy(field), contexts, info });
    // An agency that does not know an entity has nothing to say of it.
    if (parent === null) return null;
    // Whoever adds to areas without owning them knows no kinds of them.
    const resolve = resolverOf(agency, type, field) ?? (isArea(type) ? resolverOf(agency, areaInterface, field) : null);
    const answer = chargeOwnField(resolve ?? defaultFieldResolver, definitionOf(info));
    const value: unknown = await answer(parent, given, context, info);
    return isCompositeType(getNamedType(info.returnType)) ? own(value, agency) : value;
  };
}

/** The field that is resolved. */
function definitionOf({ parentType, fieldName }: GraphQLResolveInfo): FieldWithArguments {
  const field = parentType.getFields()[fieldName];
  if (field === undefined) throw new Error(`${parentType.name} has no field ${fieldName}`);
  return field;
}

interface Asked {
  readonly type: string;
  /** What the field requires of whoever owns its type. */
  readonly needs: readonly string[];
  readonly contexts: Contexts;
  readonly info: GraphQLResolveInfo;
}

/** The entity as the owner of the field knows it: looked up by its key where it comes from another agency. */
async function parentFor(agency: Subgraph, source: Owned, { type, needs, contexts, info }: Asked): Promise<unknown> {
  if (source.agency === agency && needs.length === 0) return source.value;
  const key = keyOf(source.value, type);
  const extra = await Promise.all(needs.map((need) => readRequired(need, source, { type, needs, contexts, info })));
  const reference = { __typename: type, ...key, ...Object.fromEntries(extra) };
  const resolve = resolverOf(agency, isArea(type) ? areaInterface : type, '__resolveReference') as unknown;
  // A reference resolver takes no arguments.
  const find = resolve as ((reference: object, context: RequestContext) => unknown) | null;
  return find === null ? reference : ((await find(reference, contextOf(contexts, agency))) ?? null);
}

async function readRequired(need: string, source: Owned, { type, contexts, info }: Asked): Promise<[string, unknown]> {
  const field = info.schema.getType(type);
  if (!isObjectType(field)) throw new Error(`${type} has no fields`);
  const resolve = field.getFields()[need]?.resolve as Resolver | undefined;
  const listed = await resolve?.(source, {}, contexts, {
    ...info,
    returnType: field.getFields()[need]?.type ?? info.returnType,
  });
  return [need, Array.isArray(listed) ? listed.map((one: Owned) => one.value) : null];
}

function keyOf(value: unknown, type: string): Record<string, unknown> {
  const name = isArea(type) ? 'code' : 'id';
  // Every entity has the key of its type; a reference to an indicator says in its link what it is narrowed to.
  const { [name]: key, link } = value as Record<string, unknown>;
  return link === undefined ? { [name]: key } : { [name]: key, link };
}

/** The agency's own resolver of a field; null where its value is a property. */
function resolverOf({ resolvers }: Subgraph, type: string, field: string): Resolve | null {
  // Checked against the SDL where they are written.
  const ofType = (resolvers as Record<string, Record<string, Resolve> | undefined>)[type];
  return ofType?.[field] ?? null;
}

function contextOf(contexts: Contexts, agency: Subgraph): RequestContext {
  const context = contexts.get(agency);
  if (context === undefined) throw new Error(`No context for ${agency.name}`);
  return context;
}

/** Marks an object, or every object of a list, as an agency's. */
async function own(value: unknown, agency: Subgraph): Promise<unknown> {
  const known = await value;
  if (known === null || known === undefined) return null;
  if (Array.isArray(known)) return Promise.all(known.map((item: unknown) => own(item, agency)));
  return { agency, value: known } satisfies Owned;
}
