import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';
import { maxNestedLists, maxNestedOfOneKind } from './limits.ts';
import { type DeepestPath, findDeepestPaths } from './nested-lists.ts';

// A path is as long as a client makes it, and its end says what is wrong with it.
const maxShownPath = 200;

/**
 * Refuses operations in which more than two circular lists of one kind, or more than four of any, lie within each other on
 * one path. Each multiplies what the one around it holds, so that 87 bytes ask for millions of areas. A fragment counts
 * wherever it is spread, and is looked at once.
 *
 * It bounds what the text of an operation multiplies, not how long its lists are.
 */
export function nestedListsRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition({ operation, selectionSet }) {
      const type = context.getSchema().getRootType(operation);
      const deepest = type ? findDeepestPaths(context, selectionSet, type) : [];
      const tooDeep = deepest.find((path) => path.lists > allowedOn(path));
      if (tooDeep) context.reportError(refuse(tooDeep));
      return false;
    },
    FragmentDefinition: () => false,
  };
}

function allowedOn({ kind, steps }: DeepestPath): number {
  if (kind !== null) return maxNestedOfOneKind;
  // One borough at the root of an operation is a list of entities in what an agency is asked for it.
  return steps[0]?.field.name.value === '_entities' ? maxNestedLists + 1 : maxNestedLists;
}

function refuse(path: DeepestPath): GraphQLError {
  const { kind, lists, steps } = path;
  const allowed = allowedOn(path);
  const toFirstTooMany = steps.slice(0, positionOfList(steps, allowed + 1) + 1);
  const which = kind === null ? 'lists that can hold each other without an end' : `lists of the kind ${kind}`;
  const message = `"${describePath(toFirstTooMany)}" is one list too many: on one path ${lists} ${which} lie within each other, and at most ${allowed} may. Ask for what lies deeper in an operation of its own, by the codes or ids that the outer lists give.`;
  const nodes = toFirstTooMany.at(-1)?.field;
  return new GraphQLError(message, { ...(nodes && { nodes }), extensions: { code: 'OPERATION_TOO_LARGE' } });
}

/** Where on a path the list stands that is the `ordinal`th of its kind. */
function positionOfList(steps: DeepestPath['steps'], ordinal: number): number {
  let counted = 0;
  return steps.findIndex(({ isCounted }) => isCounted && (counted += 1) === ordinal);
}

function describePath(steps: DeepestPath['steps']): string {
  const names = steps.map(({ field }) => field.name.value).join('.');
  return names.length > maxShownPath ? `…${names.slice(-maxShownPath)}` : names;
}
