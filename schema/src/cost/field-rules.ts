import {
  type ConstDirectiveNode,
  getNamedType,
  getNullableType,
  type GraphQLAbstractType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  valueFromASTUntyped,
} from 'graphql';
import { entryWeight, leafWeight, objectWeight } from './weights.ts';

/** A type that has fields. */
export type FieldHolder = GraphQLObjectType | GraphQLInterfaceType;

/** How many periods series have at most, and how many of them make a year. */
export interface Periods {
  readonly most: number;
  readonly aYear: number;
}

/** What a schema says of the cost of one field, by its directives. Null or empty where it says nothing. */
export interface FieldRule {
  readonly definition: GraphQLField<unknown, unknown>;
  readonly isList: boolean;
  /** Whether it gives one value, which has no fields of its own. */
  readonly isPlain: boolean;
  /** Once for each object that has the field. */
  readonly weight: number;
  /** For each entry of a list. */
  readonly memberWeight: number;
  readonly assumedSize: number | null;
  /** Arguments of which the largest is how many entries there are. */
  readonly slicing: readonly string[];
  /** The fields of what this one gives that have the length which this one's arguments and directives say. */
  readonly sizedFields: readonly string[];
  /** The lists that multiply to a length: arguments of one element are added. */
  readonly sizedBy: { readonly factors: readonly (readonly string[])[]; readonly each: number } | null;
  readonly periods: Periods | null;
  readonly byPeriod: { readonly range: string | null; readonly last: string | null } | null;
  /** Arguments that cost something for each entry that the field leads to, where they are given. */
  readonly argumentWeights: ReadonlyMap<string, number>;
  /** Who can answer for it; empty in the schema of one agency. */
  readonly graphs: ReadonlySet<string>;
}

const known = new WeakMap<FieldHolder, Map<string, FieldRule | null>>();

/**
 * What a schema says of a field: its own directives, or those of an interface of its type, each kind by itself. Null where
 * the type has no such field. Never throws.
 */
export function ruleOf(type: FieldHolder, name: string): FieldRule | null {
  const rules = known.get(type) ?? new Map<string, FieldRule | null>();
  known.set(type, rules);
  const found = rules.get(name);
  if (found !== undefined) return found;
  const rule = readRule(type, name);
  rules.set(name, rule);
  return rule;
}

/** How many things there are at most of the kind that a value of an enum names; null where the schema does not say. Never throws. */
export function membersOf(type: GraphQLEnumType, value: string): number | null {
  const node = type.getValue(value)?.astNode?.directives?.find(isCalled('members'));
  return numberOrNull(valuesOf(node)?.['most']);
}

/** Whether none of those who can answer for a field is one of `here`; never in the schema of one agency. */
export function isElsewhere(graphs: ReadonlySet<string>, here: ReadonlySet<string>): boolean {
  if (graphs.size === 0) return false;
  for (const graph of graphs) if (here.has(graph)) return false;
  return true;
}

/**
 * The kinds of which a thing of an abstract type may be where `here` answer for it: what an agency measures is of its own kind
 * alone. All kinds where they know none, as agencies that add to areas know no kinds of them.
 */
export function kindsOf(
  schema: GraphQLSchema,
  type: GraphQLAbstractType,
  here: ReadonlySet<string>,
): readonly GraphQLObjectType[] {
  const kinds = schema.getPossibleTypes(type);
  const known = kinds.filter(({ astNode }) =>
    astNode?.directives?.some((node) => {
      const values = node.name.value === 'join__implements' ? valuesOf(node) : null;
      return values !== null && values['interface'] === type.name && here.has(textOrNull(values['graph']) ?? '');
    }),
  );
  return known.length > 0 ? known : kinds;
}

/** Those that are in both. */
export function sharedGraphs(graphs: ReadonlySet<string>, here: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...graphs].filter((graph) => here.has(graph)));
}

type DirectiveValues = Readonly<Record<string, unknown>>;

function readRule(type: FieldHolder, name: string): FieldRule | null {
  const definition = type.getFields()[name];
  if (definition === undefined) return null;
  const find = (directive: string): DirectiveValues | null => findDirective(type, name, directive);
  const isList = isListType(getNullableType(definition.type));
  const listSize = find('listSize');
  return {
    definition,
    isList,
    isPlain: !isList && !isCompositeType(getNamedType(definition.type)),
    ...weightsOf(definition, isList, find('cost')),
    assumedSize: numberOrNull(listSize?.['assumedSize']),
    slicing: textsOf(listSize?.['slicingArguments']),
    sizedFields: textsOf(listSize?.['sizedFields']),
    sizedBy: sizedByOf(find('sizedBy')),
    periods: periodsOf(find('periods')),
    byPeriod: byPeriodOf(find('byPeriod')),
    argumentWeights: argumentWeightsOf(definition),
    graphs: graphsOf(type, name),
  };
}

function argumentWeightsOf({ args }: GraphQLField<unknown, unknown>): ReadonlyMap<string, number> {
  return new Map(
    args.flatMap(({ name, astNode }) => {
      const weight = numberOrNull(valuesOf(astNode?.directives?.find(isCalled('cost')))?.['weight']);
      return weight === null ? [] : [[name, weight] as const];
    }),
  );
}

type Weights = Pick<FieldRule, 'weight' | 'memberWeight'>;

function weightsOf({ type }: GraphQLField<unknown, unknown>, isList: boolean, cost: DirectiveValues | null): Weights {
  const named = getNamedType(type);
  const ofType = numberOrNull(valuesOf(named.astNode?.directives?.find(isCalled('cost')))?.['weight']);
  const own = numberOrNull(cost?.['weight']);
  const member = ofType ?? (isCompositeType(named) ? objectWeight : isList ? entryWeight : leafWeight);
  return isList ? { weight: own ?? leafWeight, memberWeight: member } : { weight: own ?? member, memberWeight: 0 };
}

function sizedByOf(values: DirectiveValues | null): FieldRule['sizedBy'] {
  if (values === null) return null;
  const factors = textsOf(values['lists']).map((names) => names.split(' '));
  return { factors, each: numberOrNull(values['each']) ?? 1 };
}

function periodsOf(values: DirectiveValues | null): Periods | null {
  const most = numberOrNull(values?.['most']);
  return most === null ? null : { most, aYear: numberOrNull(values?.['aYear']) ?? 12 };
}

function byPeriodOf(values: DirectiveValues | null): FieldRule['byPeriod'] {
  return values && { range: textOrNull(values['range']), last: textOrNull(values['last']) };
}

/** The values of a directive of a field, or of the same field of an interface of its type. */
function findDirective(type: FieldHolder, name: string, directive: string): DirectiveValues | null {
  for (const holder of [type, ...type.getInterfaces()]) {
    const node = holder.getFields()[name]?.astNode?.directives?.find(isCalled(directive));
    if (node) return valuesOf(node);
  }
  return null;
}

/** The supergraph has the directives of a specification under its name. */
function isCalled(directive: string): (node: ConstDirectiveNode) => boolean {
  return ({ name }) => name.value === directive || name.value.endsWith(`__${directive}`);
}

function valuesOf(node: ConstDirectiveNode | undefined): DirectiveValues | null {
  if (node === undefined) return null;
  return Object.fromEntries((node.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

/** The subgraphs that can answer for a field, by the directives of composition. */
function graphsOf(type: FieldHolder, name: string): ReadonlySet<string> {
  const placed = [type, ...type.getInterfaces()].map((holder) => namedGraphs(holder, name));
  // Of a field that others add to each kind of an entity, only the interface says who.
  const own = placed.find((graphs) => graphs.length > 0);
  const holders = [type, ...type.getInterfaces()].filter((holder) => name in holder.getFields());
  return new Set(own ?? holders.flatMap(graphsOfType));
}

function namedGraphs(type: FieldHolder, name: string): readonly string[] {
  const nodes = type.getFields()[name]?.astNode?.directives ?? [];
  return nodes
    .filter((node) => node.name.value === 'join__field')
    .map(valuesOf)
    .filter((values) => values?.['external'] !== true)
    .flatMap((values) => textOrNull(values?.['graph']) ?? []);
}

function graphsOfType({ astNode }: FieldHolder): readonly string[] {
  const nodes = astNode?.directives?.filter((node) => node.name.value === 'join__type') ?? [];
  return nodes.flatMap((node) => textOrNull(valuesOf(node)?.['graph']) ?? []);
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}
