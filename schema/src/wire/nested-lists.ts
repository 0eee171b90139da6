import {
  type FieldNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { type CircularLists, circularListsOf, kindOf } from './circular-lists.ts';

/** The path of an operation on which the most lists of a kind lie within each other. */
export interface DeepestPath {
  /** Null stands for circular lists of all kinds together. */
  readonly kind: string | null;
  /** How many lists of the kind lie within each other. */
  readonly lists: number;
  /** The fields from the root to the last list of the kind, and whether each is such a list. */
  readonly steps: readonly PathStep[];
}

/** A field of a path. */
export interface PathStep {
  readonly field: FieldNode;
  readonly isCounted: boolean;
}

/** A path of fields, from its first: many paths share their ends. */
type Path = PathStep & { readonly lists: number; readonly rest: Path | null };
/** The deepest path of each kind, and by `entered` of each kind that another leads to one thing of. */
type Depths = ReadonlyMap<string | null, Path>;
interface Place {
  readonly type: GraphQLCompositeType;
  readonly meter: Meter;
}
/** What one operation is measured with. */
interface Meter {
  readonly context: ValidationContext;
  readonly circularLists: CircularLists;
  readonly ofFragments: Map<string, Depths>;
}

const nothing: Depths = new Map();
const noKinds: ReadonlySet<string> = new Set();

/**
 * For each kind of circular list, and for all kinds together first, the deepest path of `selectionSet`. Kinds of which there
 * is no list are absent. One thing to which another kind leads counts as a list of its own, as the area of a series does: the
 * agency that knows what lies in it is asked about all such things at once.
 *
 * Each fragment is looked at once, however often it is spread. What the schema does not have is passed over.
 */
export function findDeepestPaths(
  context: ValidationContext,
  selectionSet: SelectionSetNode,
  type: GraphQLCompositeType,
): readonly DeepestPath[] {
  const meter = { context, circularLists: circularListsOf(context.getSchema()), ofFragments: new Map() };
  const depths = ofSelections(selectionSet, { type, meter });
  return [...depths].map(([key, path]) => {
    const kind = key?.startsWith(enteredPrefix) ? key.slice(enteredPrefix.length) : key;
    return { kind, lists: path.lists, steps: stepsOf(path) };
  });
}

function ofSelections({ selections }: SelectionSetNode, place: Place): Depths {
  const deepest = new Map<string | null, Path>();
  for (const selection of selections)
    for (const [kind, path] of ofSelection(selection, place))
      if (path.lists > (deepest.get(kind)?.lists ?? 0)) deepest.set(kind, path);
  return deepest;
}

function ofSelection(selection: SelectionNode, place: Place): Depths {
  if (selection.kind === Kind.FIELD) return ofField(selection, place);
  if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value, place.meter);
  return ofSelections(selection.selectionSet, narrow(place, selection.typeCondition?.name.value));
}

function ofFragment(name: string, meter: Meter): Depths {
  const known = meter.ofFragments.get(name);
  const fragment = meter.context.getFragment(name);
  const type = fragment && meter.context.getSchema().getType(fragment.typeCondition.name.value);
  if (known || !isCompositeType(type) || !fragment) return known ?? nothing;
  // One that spreads itself is refused by another rule; here it must come to an end.
  meter.ofFragments.set(name, nothing);
  const depths = ofSelections(fragment.selectionSet, { type, meter });
  meter.ofFragments.set(name, depths);
  return depths;
}

function ofField(field: FieldNode, { type, meter }: Place): Depths {
  const definition = fieldOf(type, field.name.value);
  const inside = definition && getNamedType(definition.type);
  if (!field.selectionSet || !isCompositeType(inside)) return nothing;
  const depths = ofSelections(field.selectionSet, { type: inside, meter });
  const own = meter.circularLists.get(`${type.name}.${field.name.value}`) ?? noKinds;
  const kinds = own.size > 0 ? new Set([null, ...own, ...depths.keys()]) : depths.keys();
  const paths = new Map([...kinds].map((kind) => [kind, extend(depths.get(kind) ?? null, field, isOf(kind, own))]));
  const within = own.size === 0 && isEntered(type, inside, meter) ? depths.get(kindOf(inside)) : undefined;
  const path = within && extend(within, field, true);
  if (path && path.lists > (paths.get(entered(kindOf(inside)))?.lists ?? 0)) paths.set(entered(kindOf(inside)), path);
  return paths;
}

/** Whether another kind leads here, so that an agency may be asked about all that is found here as a list of entities. */
function isEntered(from: GraphQLCompositeType, to: GraphQLCompositeType, { context }: Meter): boolean {
  return kindOf(from) !== kindOf(to) && from !== context.getSchema().getQueryType();
}

const enteredPrefix = 'one ';
const entered = (kind: string): string => enteredPrefix + kind;

/** Whether a list of the kinds `own`, of which there may be none, counts as one of `kind`. */
function isOf(kind: string | null, own: ReadonlySet<string>): boolean {
  return kind === null ? own.size > 0 : own.has(kind);
}

function extend(rest: Path | null, field: FieldNode, isCounted: boolean): Path {
  return { field, isCounted, rest, lists: (rest?.lists ?? 0) + (isCounted ? 1 : 0) };
}

function narrow(place: Place, condition: string | undefined): Place {
  const type = condition === undefined ? undefined : place.meter.context.getSchema().getType(condition);
  return isCompositeType(type) ? { ...place, type } : place;
}

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function stepsOf(path: Path): readonly PathStep[] {
  const steps: PathStep[] = [];
  for (let step: Path | null = path; step !== null; step = step.rest) steps.push(step);
  return steps;
}
