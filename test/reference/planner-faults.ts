import {
  type DocumentNode,
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
import { leavesOutAlways } from './constant-conditions.ts';
import { readParts } from './document-parts.ts';

/** The fields of an area that need another agency's first, by `@requires`. */
const requiringFields = ['crimeRate', 'policingAbsences'];

/** The interface of whose kinds each agency knows its own alone. */
const kindsApart = 'Indicator';

/**
 * Whether an operation has a form for which `@apollo/query-planner` 2.14.4 as the stock gateway uses it writes a wrong plan,
 * or none. Ours gives it another form.
 *
 * An area is narrowed to a kind and asked for what needs its residents, `area { ... on Ward { crimeRate } }`: where an agency gives
 * the area that does not own areas, the whole operation fails, after half a minute of planning. A kind is widened and
 * narrowed again, `borough { ... on Area { ... on Borough { links } } }`: what is asked there is missing from the answer
 * without a word. A constant condition is forgotten inside what a variable decides on: the agency is asked, and may
 * refuse an argument that nobody should have read. And an indicator is asked only for what single kinds have,
 * `indicator { ... on JusticeIndicator { id } }`: agencies with other kinds are not asked for it, nor for what there is around it,
 * which is null in their part of the answer, and nobody reads its arguments.
 */
export function meetsPlannerFault(schema: GraphQLSchema, document: DocumentNode): boolean {
  const { operations, fragments } = readParts(document);
  const root: Place = { type: schema.getQueryType() ?? undefined, isNarrowed: false, isWidened: false, isOpen: false };
  return operations.some(({ selectionSet }) => isMetIn(selectionSet, root));

  function isMetIn(set: SelectionSetNode, place: Place): boolean {
    return set.selections.some((selection) => {
      const conditions = (selection.directives ?? []).flatMap(({ arguments: given = [] }) => given);
      if (place.isOpen && conditions.some(({ value }) => value.kind === Kind.BOOLEAN)) return true;
      const isOpen = place.isOpen || conditions.some(({ value }) => value.kind === Kind.VARIABLE);
      if (selection.kind !== Kind.FIELD) return isMetInFragment(selection, { ...place, isOpen });
      if (place.isNarrowed && requiringFields.includes(selection.name.value)) return true;
      const type = typeOf(place.type, selection.name.value);
      const inner = { type, isNarrowed: false, isWidened: false, isOpen };
      if (selection.selectionSet === undefined) return false;
      return (
        (type?.name === kindsApart && !asksEachKind(selection.selectionSet)) || isMetIn(selection.selectionSet, inner)
      );
    });
  }

  /** Whether something is asked of an indicator whatever kind it is. */
  function asksEachKind(set: SelectionSetNode): boolean {
    return set.selections.some((selection) => {
      if (selection.directives?.some(leavesOutAlways)) return false;
      if (selection.kind === Kind.FIELD) return true;
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const condition = inner?.typeCondition?.name.value ?? kindsApart;
      return condition === kindsApart && inner !== undefined && asksEachKind(inner.selectionSet);
    });
  }

  function isMetInFragment(selection: InlineFragmentNode | FragmentSpreadNode, place: Place): boolean {
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const condition = inner?.typeCondition?.name.value;
    const type = condition === undefined ? place.type : schema.getType(condition);
    const isNarrowing = isInterfaceType(place.type) && isObjectType(type);
    if (place.isWidened && isNarrowing) return true;
    const isWidened = place.isWidened || (isObjectType(place.type) && isInterfaceType(type));
    const within = { type, isNarrowed: place.isNarrowed || isNarrowing, isWidened, isOpen: place.isOpen };
    return inner ? isMetIn(inner.selectionSet, within) : false;
  }
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
}

function typeOf(parent: GraphQLNamedType | undefined, field: string): GraphQLNamedType | undefined {
  const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
  const type = fields[field]?.type;
  return type && getNamedType(type);
}
