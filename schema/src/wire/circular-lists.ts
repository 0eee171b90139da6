import {
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

/**
 * The lists of a schema from whose members one can come to a list that holds itself, such as wards of boroughs of wards: by
 * type and field (`Borough.wards`), the kinds of what each holds.
 *
 * A kind is the name of a type, or of the interface that it implements. What cannot be without one field that leads on, as
 * a link cannot be without its area, is of the kind to which it leads. Other lists are absent: they come to an end by
 * themselves.
 */
export type CircularLists = ReadonlyMap<string, ReadonlySet<string>>;

/** A field as one step from kind to kind. */
type Step = { readonly coordinate: string; readonly from: string; readonly to: readonly string[] } & Pick<
  StepForm,
  'isList' | 'isNonNull'
>;
interface StepForm {
  readonly isList: boolean;
  readonly isNonNull: boolean;
}
type FieldHolder = GraphQLObjectType | GraphQLInterfaceType;

const known = new WeakMap<GraphQLSchema, CircularLists>();

/** The circular lists of a schema, found once. */
export function circularListsOf(schema: GraphQLSchema): CircularLists {
  const found = known.get(schema) ?? findCircularLists(schema);
  known.set(schema, found);
  return found;
}

function findCircularLists(schema: GraphQLSchema): CircularLists {
  const holders = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  const steps = holders
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => Object.values(type.getFields()).flatMap((field) => stepOf(schema, type, field)));
  const reachable = findReachable(steps);
  const comesTo = (from: string, to: string): boolean => from === to || reachable.get(from)?.has(to) === true;
  const turns = new Set(
    steps.filter(({ isList, from, to }) => isList && to.some((kind) => comesTo(kind, from))).map(({ from }) => from),
  );
  const isLeading = (kind: string): boolean => [...turns].some((turn) => comesTo(kind, turn));
  const leading = steps.map((step) => ({ ...step, to: step.to.filter(isLeading) })).filter(({ to }) => to.length > 0);
  return new Map(
    leading
      .filter(({ isList }) => isList)
      .map(({ coordinate, to }) => [coordinate, new Set(to.map((kind) => targetOfLink(kind, leading)))]),
  );
}

function stepOf(schema: GraphQLSchema, type: FieldHolder, field: GraphQLField<unknown, unknown>): readonly Step[] {
  const named = getNamedType(field.type);
  if (!isCompositeType(named)) return [];
  const members = isUnionType(named) ? schema.getPossibleTypes(named) : [named];
  const isList = isListType(getNullableType(field.type));
  const to = [...new Set(members.map(kindOf))];
  const coordinate = `${type.name}.${field.name}`;
  return [{ coordinate, from: kindOf(type), to, isList, isNonNull: isNonNullType(field.type) }];
}

/** The kind of what a field gives; of a union, which has none, its name. */
export function kindOf(type: GraphQLCompositeType): string {
  const [first] = isUnionType(type) ? [] : type.getInterfaces();
  return first?.name ?? type.name;
}

/** For each kind those to which one comes from it, in one step or more. */
function findReachable(steps: readonly Step[]): ReadonlyMap<string, ReadonlySet<string>> {
  const next = Map.groupBy(steps, ({ from }) => from);
  const visit = (kind: string, found: Set<string>): Set<string> => {
    for (const to of next.get(kind)?.flatMap((step) => step.to) ?? []) {
      if (found.has(to)) continue;
      found.add(to);
      visit(to, found);
    }
    return found;
  };
  return new Map([...next.keys()].map((kind) => [kind, visit(kind, new Set())]));
}

/** Where a kind leads that is never without it and leads nowhere else; otherwise the kind itself. */
function targetOfLink(kind: string, leading: readonly Step[]): string {
  const ways = leading.filter(({ from }) => from === kind);
  const targets = new Set(ways.flatMap(({ to }) => to));
  const [target] = targets;
  const isLink = targets.size === 1 && ways.every(({ isList, isNonNull }) => !isList && isNonNull);
  return isLink && target !== undefined ? target : kind;
}
