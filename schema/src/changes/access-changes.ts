import { type DocumentNode, print } from 'graphql';
import { listElements } from '../elements.ts';
import type { SchemaChange } from './schema-change.ts';

/** The directives that say who may see something. */
const accessDirectives = new Set(['authenticated', 'requiresScopes', 'policy']);

/**
 * What differs between two supergraphs in who may see what. That more may see it breaks nobody, and is what has to be looked at first:
 * it counts as dangerous. Never throws.
 */
export function compareAccess(before: DocumentNode, after: DocumentNode): readonly SchemaChange[] {
  const [old, next] = [rulesOf(before), rulesOf(after)];
  return [...old].flatMap(([coordinate, was]) => {
    const is = next.get(coordinate);
    if (is === undefined || is === was) return [];
    if (was === '') return [change(coordinate, 'breaking', `is not for everybody any more: ${is}`)];
    if (is === '') return [change(coordinate, 'dangerous', `is for everybody now, and was for few: ${was}`)];
    return [change(coordinate, 'breaking', `is for others: ${was} is ${is} now`)];
  });
}

const change = (coordinate: string, weight: 'breaking' | 'dangerous', message: string): SchemaChange => ({
  coordinate,
  weight,
  reach: 'users',
  message,
});

function rulesOf(document: DocumentNode): ReadonlyMap<string, string> {
  return new Map(
    listElements(document).map(({ coordinate, node: { directives = [] } }) => [
      coordinate,
      directives
        .filter(({ name }) => accessDirectives.has(name.value))
        .map(print)
        .sort()
        .join(' '),
    ]),
  );
}
