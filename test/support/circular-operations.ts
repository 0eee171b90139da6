import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** An operation that goes round between two lists. */
export interface CircularOperation {
  /** The two, by type and field. */
  readonly name: string;
  readonly query: string;
}

/** One step of a path: a field with its arguments, or a fragment on a type. */
interface Step {
  readonly text: string;
  readonly to: GraphQLCompositeType;
}
interface ListField extends Step {
  readonly name: string;
  readonly owner: GraphQLCompositeType;
}

/** More rounds than anybody asks for. */
const rounds = 3;

/**
 * For each pair of lists of a schema of which each can be reached from the other, the same twice included, an operation in
 * which they lie within each other six times in turn, by the shortest ways. Every operation is valid by the schema.
 */
export function circularOperations(schema: GraphQLSchema): readonly CircularOperation[] {
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no queries');
  const lists = compositesOf(schema).flatMap(listsOf);
  const ways = new Map(compositesOf(schema).map((type) => [type, waysFrom(schema, type)]));
  const wayTo = (from: GraphQLCompositeType, list: ListField) => ways.get(from)?.get(list.owner);
  return lists.flatMap((first) =>
    lists.flatMap((second) => {
      const [start, there, back] = [wayTo(query, first), wayTo(first.to, second), wayTo(second.to, first)];
      if (!start || !there || !back) return [];
      const round = [first, ...there, second, ...back];
      const steps = [...start, ...Array.from({ length: rounds }, () => round).flat()];
      return [{ name: `${first.name}, ${second.name}`, query: write(steps) }];
    }),
  );
}

function write(steps: readonly Step[]): string {
  return steps.reduceRight((inner, { text }) => `{ ${text} ${inner} }`, '{ __typename }');
}

function compositesOf(schema: GraphQLSchema): readonly GraphQLCompositeType[] {
  return Object.values(schema.getTypeMap())
    .filter(isCompositeType)
    .filter(({ name }) => !name.startsWith('__'));
}

function listsOf(owner: GraphQLCompositeType): readonly ListField[] {
  const fields = fieldsOf(owner).filter(({ type }) => isListType(getNullableType(type)));
  return fields.flatMap((field) =>
    stepOf(field).map((step) => ({ ...step, owner, name: `${owner.name}.${field.name}` })),
  );
}

/** The shortest way from a type to each other that can be reached from it. */
function waysFrom(
  schema: GraphQLSchema,
  start: GraphQLCompositeType,
): ReadonlyMap<GraphQLCompositeType, readonly Step[]> {
  const ways = new Map<GraphQLCompositeType, readonly Step[]>([[start, []]]);
  for (const [type, way] of ways)
    for (const step of stepsFrom(schema, type)) if (!ways.has(step.to)) ways.set(step.to, [...way, step]);
  return ways;
}

function stepsFrom(schema: GraphQLSchema, type: GraphQLCompositeType): readonly Step[] {
  const interfaces = isAbstractType(type) ? [] : type.getInterfaces();
  const related = isAbstractType(type) ? schema.getPossibleTypes(type) : interfaces;
  return [...fieldsOf(type).flatMap(stepOf), ...related.map((to) => ({ text: `... on ${to.name}`, to }))];
}

function fieldsOf(type: GraphQLCompositeType): readonly GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

function stepOf(field: GraphQLField<unknown, unknown>): readonly Step[] {
  const to = getNamedType(field.type);
  if (!isCompositeType(to)) return [];
  const given = field.args.filter(isRequiredArgument).map((argument) => `${argument.name}: ${valueFor(argument)}`);
  return [{ text: given.length > 0 ? `${field.name}(${given.join(', ')})` : field.name, to }];
}

function valueFor({ type }: GraphQLArgument): string {
  if (isListType(getNullableType(type))) return '[]';
  const named = getNamedType(type);
  return isEnumType(named) ? (named.getValues()[0]?.name ?? '') : '"2024-01-01"';
}
