import { Kind, getNamedType, isInterfaceType, isObjectType } from 'graphql';
import type { DocumentNode, GraphQLNamedType, GraphQLSchema, SelectionSetNode } from 'graphql';
import { readParts } from '../document-parts.ts';

/** The field of an area that needs another agency's first, by `@requires`. */
const requiringField = 'crimeRate';

/**
 * Whether an operation has a form for which `@apollo/query-planner` 2.14.4 writes a wrong plan, or none: at random these
 * would hide what else may be wrong.
 *
 * An area is narrowed to a kind and asked for its rate of crime, `area { ... on Ward { crimeRate } }`: where an agency gives
 * the area that does not own areas, the whole operation fails, after a quarter of a minute of planning. And a kind is
 * widened and narrowed again, `borough { ... on Area { ... on Borough { links } } }`: what is asked there is missing from
 * the answer without a word; a test of its own holds on to that.
 */
export function meetsPlannerFault(schema: GraphQLSchema, document: DocumentNode): boolean {
  const { operations, fragments } = readParts(document);
  const root = { type: schema.getQueryType() ?? undefined, isNarrowed: false, isWidened: false };
  return operations.some(({ selectionSet }) => isMetIn(selectionSet, root));

  function isMetIn(set: SelectionSetNode, place: Place): boolean {
    return set.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) {
        if (place.isNarrowed && selection.name.value === requiringField) return true;
        const type = typeOf(place.type, selection.name.value);
        return selection.selectionSet
          ? isMetIn(selection.selectionSet, { type, isNarrowed: false, isWidened: false })
          : false;
      }
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const condition = inner?.typeCondition?.name.value;
      const type = condition === undefined ? place.type : schema.getType(condition);
      const isNarrowing = isInterfaceType(place.type) && isObjectType(type);
      if (place.isWidened && isNarrowing) return true;
      const isWidened = place.isWidened || (isObjectType(place.type) && isInterfaceType(type));
      const within = { type, isNarrowed: place.isNarrowed || isNarrowing, isWidened };
      return inner ? isMetIn(inner.selectionSet, within) : false;
    });
  }
}

interface Place {
  readonly type: GraphQLNamedType | undefined;
  /** Whether a fragment around it picks some of the kinds that the field above may give. */
  readonly isNarrowed: boolean;
  /** Whether a fragment around it is on an interface of the one kind that the field above gives. */
  readonly isWidened: boolean;
}

function typeOf(parent: GraphQLNamedType | undefined, field: string): GraphQLNamedType | undefined {
  const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
  const type = fields[field]?.type;
  return type && getNamedType(type);
}
