import { type ConstDirectiveNode, Kind, type SelectionNode } from 'graphql';
import { listElements } from '../elements.ts';
import { type ComposedSchema, keysOf, readFieldSet, textGiven } from './federation-fields.ts';

/**
 * A sentence for each key by which others may ask about a thing of a subgraph, and after the change could not: it is gone, or only points
 * at the thing from now on. They hold what they ask with for as long as they do: a key is added first, and taken away when nobody asks by
 * it. A thing that the subgraph gives up whole is no hazard: it breaks who asks for it.
 */
export function findRemovedKeys(before: ComposedSchema, after: ComposedSchema): readonly string[] {
  const [kept, named] = [readKeys(after), readKeys(after, () => true)];
  return [...readKeys(before)].flatMap(([type, keys]) => {
    if (!named.has(type)) return [];
    return [...keys]
      .filter(([key]) => kept.get(type)?.has(key) !== true)
      .map(([key, written]) => {
        const what = `[${before.name}] @key(fields: "${written}") of ${type}`;
        return named.get(type)?.has(key) === true
          ? `${what} is not resolvable any more: other agencies ask about it by that key. Leave it as it was.`
          : `${what} is gone: other agencies ask about it by that key. Keep it beside a new one.`;
      });
  });
}

/** The keys of each type, in the order of their fields' names, each as it is written. */
function readKeys(
  { typeDefs }: ComposedSchema,
  isRead = isResolvable,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const types = listElements(typeDefs).filter(({ kind }) => kind === 'type');
  return new Map(
    types.map(({ coordinate, node }) => {
      const keys = keysOf(node).filter(isRead);
      const written = keys.map((key) => textGiven(key, 'fields'));
      return [coordinate, new Map(written.map((key) => [sortFields(readFieldSet(key)), key]))] as const;
    }),
  );
}

function isResolvable({ arguments: given = [] }: ConstDirectiveNode): boolean {
  return !given.some(({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value);
}

function sortFields(selections: readonly SelectionNode[]): string {
  const fields = selections.map((each) =>
    each.kind === Kind.FIELD && each.selectionSet
      ? `${each.name.value} { ${sortFields(each.selectionSet.selections)} }`
      : each.kind === Kind.FIELD
        ? each.name.value
        : '',
  );
  return fields.sort().join(' ');
}
