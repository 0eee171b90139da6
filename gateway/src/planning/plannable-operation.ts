import {
  type DirectiveNode,
  type DocumentNode,
  doTypesOverlap,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  OverlappingFieldsCanBeMergedRule,
  print,
  type SelectionNode,
  type SelectionSetNode,
  validate,
} from 'graphql';
import { estimateIntricacy } from './intricacy.ts';
import type { PlannableSchema } from './plannable-schema.ts';
import { addConditions, readOpenConditions, skipped } from './conditions.ts';

type Scope = PlannableSchema & {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Whether the operation is written for the planner; otherwise for the answer. */
  readonly isPlanned: boolean;
  readonly isLifting: boolean;
};

/** One operation, written twice. */
export interface PlannableOperation {
  /** What the planner is given: it may ask for more than the client does. */
  readonly planned: string;
  /** How much there is to find out about it: see `estimateIntricacy`. */
  readonly intricacy: number;
  /** By which the answer is put together: it has what the client asks for, and nothing else. */
  readonly answered: OperationDefinitionNode;
  /** Those of the document, by name: `answered` has none but in what it asks the schema of itself. */
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** Where a selection stands. */
interface Place {
  readonly type: GraphQLCompositeType;
  /** Takes selections out of the fragment around this place; null where none picks a kind of what a field gives. */
  readonly lift: Lift | null;
}

interface Lift {
  /** The name of what the field gives. */
  readonly from: string;
  readonly put: (field: FieldNode) => void;
}

interface Fragment {
  readonly selections: readonly SelectionNode[];
  readonly directives: readonly DirectiveNode[];
  readonly type: GraphQLCompositeType;
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
/** An object may not be asked for nothing. */
const nothing: FieldNode = { ...typename, directives: [skipped] };

/**
 * An operation of a client without the forms that @apollo/query-planner 2.14.4 and the executor get wrong. `document` is
 * valid and holds the operation.
 *
 * - What a constant `@skip` or `@include` leaves out is gone. The planner forgets it inside a field that a variable decides
 *   on, and asks an agency that may refuse.
 * - A fragment that picks nothing, such as one on an area within a borough, is opened. What another within it picks is
 *   missing from answers otherwise, without a word.
 *
 * Besides, where it is planned:
 *
 * - Where all of a selection may be left out, by a variable or because it is of another kind, the kind is asked for: otherwise nobody
 *   knows whether the object is there.
 * - `area { ... on Ward { crimeRate } }` asks for the rate of every kind of area. For a field that needs another agency's
 *   value, within a fragment that picks a kind, the planner goes in circles until its memory is used up; within one of
 *   conditions alone it fails, so that the field has these itself.
 */
export function writePlannable(
  known: PlannableSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): PlannableOperation {
  const root = known.schema.getRootType(operation.operation) ?? undefined;
  const named = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = new Map(named.map((fragment) => [fragment.name.value, fragment]));
  const write = (isPlanned: boolean, isLifting: boolean): OperationDefinitionNode => {
    const selectionSet = rewriteSet(operation.selectionSet, root, { ...known, fragments, isPlanned, isLifting });
    return { ...operation, selectionSet };
  };
  const plain = write(true, false);
  const plainText = print(plain);
  const lifted = write(true, true);
  const liftedText = print(lifted);
  const isPlannable = liftedText === plainText || isSound(known.schema, lifted);
  return {
    planned: isPlannable ? liftedText : plainText,
    intricacy: estimateIntricacy(known, isPlannable ? lifted : plain),
    answered: write(false, false),
    fragments: Object.fromEntries(fragments),
  };
}

/** Two kinds may be asked for two things under one name; lifted, that would be one field with two meanings. */
function isSound(schema: GraphQLSchema, lifted: OperationDefinitionNode): boolean {
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [lifted] };
  return validate(schema, document, [OverlappingFieldsCanBeMergedRule]).length === 0;
}

function rewriteSet(set: SelectionSetNode, type: GraphQLCompositeType | undefined, scope: Scope): SelectionSetNode {
  if (!type) return set;
  const selections = set.selections.flatMap((selection) => rewrite(selection, { type, lift: null }, scope));
  if (selections.length === 0) return { ...set, selections: [scope.isPlanned ? typename : nothing] };
  const isKindAsked = scope.isPlanned && !selections.some(isCertain);
  return { ...set, selections: isKindAsked ? [typename, ...selections] : selections };
}

/** Whether something of it is asked for whatever the variables are, and of whatever kind the object is. */
function isCertain(selection: SelectionNode): boolean {
  if (selection.directives?.length) return false;
  if (selection.kind !== Kind.INLINE_FRAGMENT) return true;
  return selection.typeCondition === undefined && selection.selectionSet.selections.some(isCertain);
}

function rewrite(selection: SelectionNode, place: Place, scope: Scope): readonly SelectionNode[] {
  const open = readOpenConditions(selection);
  if (open === null) return [];
  if (selection.kind === Kind.FIELD) return rewriteField({ ...selection, directives: open }, place, scope);
  const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : scope.fragments.get(selection.name.value);
  const condition = inner?.typeCondition && scope.schema.getType(inner.typeCondition.name.value);
  const type = isCompositeType(condition) ? condition : place.type;
  const selections = inner?.selectionSet.selections ?? [];
  return rewriteFragment({ selections, directives: open, type }, place, scope);
}

function rewriteField(field: FieldNode, { type, lift }: Place, scope: Scope): readonly SelectionNode[] {
  const name = field.name.value;
  // What the schema says of itself is answered here, by no agency.
  if (name === '__schema' || name === '__type') return scope.isPlanned ? [] : [field];
  const selectionSet = field.selectionSet && rewriteSet(field.selectionSet, typeOfField(type, name), scope);
  const written = { ...field, ...(selectionSet && { selectionSet }) };
  if (lift === null || !scope.requiringFields.has(`${lift.from}.${name}`)) return [written];
  lift.put(written);
  return [];
}

function rewriteFragment({ selections, directives, type }: Fragment, place: Place, scope: Scope): SelectionNode[] {
  const { schema, isLifting } = scope;
  // A fragment within one that is opened may pick what is not there.
  if (!doTypesOverlap(schema, place.type, type)) return [];
  const isPicking = !holdsAlways(schema, place.type, type);
  const lifted: FieldNode[] = [];
  const outer =
    place.lift ??
    (isLifting && (isPicking || directives.length > 0) && isInterfaceType(place.type)
      ? { from: place.type.name, put: (field: FieldNode) => void lifted.push(field) }
      : null);
  const lift = outer && {
    from: outer.from,
    put: (field: FieldNode) => {
      outer.put(addConditions(field, directives));
    },
  };
  const inner = selections.flatMap((selection) =>
    rewrite(selection, { type: isPicking ? type : place.type, lift }, scope),
  );
  // Its kind decides whether the client gets what is lifted.
  return [...(lifted.length > 0 ? [typename, ...lifted] : []), ...wrap(inner, directives, isPicking ? type : null)];
}

/** Whether everything that is a `given` is a `type`. */
function holdsAlways(schema: GraphQLSchema, given: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
  return given === type || (isAbstractType(type) && !isUnionType(given) && schema.isSubType(type, given));
}

/** A fragment with these selections, or the selections where it would pick nothing and has no condition. */
function wrap(
  selections: readonly SelectionNode[],
  directives: readonly DirectiveNode[],
  type: GraphQLCompositeType | null = null,
): readonly SelectionNode[] {
  if (selections.length === 0 || (directives.length === 0 && type === null)) return selections;
  const typeCondition: InlineFragmentNode['typeCondition'] =
    type === null ? undefined : { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } };
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
  return [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet, ...(typeCondition && { typeCondition }) }];
}

function typeOfField(parent: GraphQLCompositeType, name: string): GraphQLCompositeType | undefined {
  const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
  const type = fields[name]?.type;
  const named = type && getNamedType(type);
  return isCompositeType(named) ? named : undefined;
}
