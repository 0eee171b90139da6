import {
  type DocumentNode,
  type FieldNode,
  type FragmentSpreadNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Answer } from './answer.ts';
import { leavesOutAlways } from './constant-conditions.ts';
import { type DocumentParts, readParts } from './document-parts.ts';

/** The fields of an area that need another agency's first, by `@requires`. */
const requiringFields = ['crimeRate', 'policingAbsences'];
const isRequiring = ({ name }: FieldNode): boolean => requiringFields.includes(name.value);

type Fragments = DocumentParts['fragments'];

/** The types of whose kinds each agency knows its own alone. */
const kindsApart = ['Indicator', 'MeasuredBy'];

/**
 * Whether an operation has a form for which `@apollo/query-planner` 2.14.4 as the stock gateway uses it writes a wrong plan,
 * or none. Ours gives it another form.
 *
 * An area is narrowed to a kind and asked for what needs its residents, `area { ... on Ward { crimeRate } }`: where an agency gives
 * the area that does not own areas, the whole operation fails, after half a minute of planning. A kind is widened and
 * narrowed again, `borough { ... on Area { ... on Borough { links } } }`: what is asked there is missing from the answer
 * without a word. A constant condition is forgotten inside what a variable decides on: the agency is asked, and may
 * refuse an argument that nobody should have read. What needs another agency's value is left out by a variable,
 * `area { officers crimeRate @include(if: $v) }`: what is asked beside it is null without a word where `$v` is not true. And an
 * indicator is asked only for what single kinds have, `indicator { ... on JusticeIndicator { id } }`: agencies with other kinds
 * are not asked for it, nor for what there is around it, which is null in their part of the answer, and nobody reads its arguments.
 */
export function meetsPlannerFault(schema: GraphQLSchema, document: DocumentNode): boolean {
  const { operations, fragments } = readParts(document);
  const root: Place = {
    type: schema.getQueryType() ?? undefined,
    isNarrowed: false,
    isWidened: false,
    isOpen: false,
    isPart: false,
  };
  return operations.some(({ selectionSet }) => isMetIn(selectionSet, root));

  function isMetIn(set: SelectionSetNode, place: Place): boolean {
    return set.selections.some((selection) => {
      const conditions = (selection.directives ?? []).flatMap(({ arguments: given = [] }) => given);
      if (place.isOpen && conditions.some(({ value }) => value.kind === Kind.BOOLEAN)) return true;
      const isVariable = conditions.some(({ value }) => value.kind === Kind.VARIABLE);
      const isOpen = place.isOpen || isVariable;
      const isPart = place.isPart || isVariable;
      if (selection.kind !== Kind.FIELD) return isMetInFragment(selection, { ...place, isOpen, isPart });
      if (isRequiring(selection) && (place.isNarrowed || isPart)) return true;
      const type = typeOf(place.type, selection.name.value);
      const inner = { type, isNarrowed: false, isWidened: false, isOpen, isPart: false };
      if (selection.selectionSet === undefined) return false;
      return (
        (kindsApart.includes(type?.name ?? '') && !asksEachKind(selection.selectionSet, fragments)) ||
        isMetIn(selection.selectionSet, inner)
      );
    });
  }

  function isMetInFragment(selection: InlineFragmentNode | FragmentSpreadNode, place: Place): boolean {
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const condition = inner?.typeCondition?.name.value;
    const type = condition === undefined ? place.type : schema.getType(condition);
    const isNarrowing = isInterfaceType(place.type) && isObjectType(type);
    if (place.isWidened && isNarrowing) return true;
    const isWidened = place.isWidened || (isObjectType(place.type) && isInterfaceType(type));
    const within = { ...place, type, isNarrowed: place.isNarrowed || isNarrowing, isWidened };
    return inner ? isMetIn(inner.selectionSet, within) : false;
  }
}

/** Whether something is asked of an indicator whatever kind it is. */
function asksEachKind(set: SelectionSetNode, fragments: Fragments): boolean {
  return set.selections.some((selection) => {
    if (selection.directives?.some(leavesOutAlways)) return false;
    if (selection.kind === Kind.FIELD) return true;
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const condition = inner?.typeCondition?.name.value;
    return (
      [undefined, ...kindsApart].includes(condition) &&
      inner !== undefined &&
      asksEachKind(inner.selectionSet, fragments)
    );
  });
}

/** Whether the stock gateway says that its planner has failed at an operation of a form that it should know. */
export function isUnplanned({ errors = [] }: Answer): boolean {
  return errors.some(({ message }) => message.startsWith('Cannot add selection of field "'));
}

/** Whether a condition that is no variable leaves something out. Of that the stock gateway asks for the keys, ours does not. */
export function leavesOutByConstant(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    Directive: (directive) => {
      isFound ||= leavesOutAlways(directive);
    },
  });
  return isFound;
}

interface Place {
  readonly type: GraphQLNamedType | undefined;
  /** Whether a fragment around it picks some of the kinds that the field above may give. */
  readonly isNarrowed: boolean;
  /** Whether a fragment around it is on an interface of the one kind that the field above gives. */
  readonly isWidened: boolean;
  /** Whether a variable decides on it, or on something around it. */
  readonly isOpen: boolean;
  /** Whether a variable decides on it, or on a fragment around it in the object that it is a field of. */
  readonly isPart: boolean;
}

function typeOf(parent: GraphQLNamedType | undefined, field: string): GraphQLNamedType | undefined {
  const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
  const type = fields[field]?.type;
  return type && getNamedType(type);
}
