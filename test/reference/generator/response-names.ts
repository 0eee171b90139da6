/**
 * The response names in use at one place of an answer, over all the fragments that meet there.
 *
 * Two selections may share a name if they ask for the same, or if they can never meet in one object.
 */
export type Names = Map<string, NameUse>;

/** What a response name stands for. */
export interface NameUse {
  /** The field with its arguments and its type: two that are the same can be merged. */
  readonly meaning: string;
  /** The type of the value, as the schema writes it. */
  readonly type: string;
  /** The object type whose field it is; null for a field of an interface, which meets them all. */
  readonly parent: string | null;
  /** The names inside it; null for a scalar or an enum value. */
  readonly inside: Names | null;
  /** True once the name stands for different things in different types. */
  readonly isShared: boolean;
}

/** Whether `use` may stand under `name` beside what stands there. */
export function isFree(names: Names, name: string, use: NameUse): boolean {
  const known = names.get(name);
  if (known === undefined) return true;
  if (known.isShared) return false;
  if (known.meaning === use.meaning) return true;
  const neverMeet = known.parent !== null && use.parent !== null && known.parent !== use.parent;
  return neverMeet && known.type === use.type && known.inside === null && use.inside === null;
}

/** Notes a use that {@link isFree}; the names inside the value are then shared with those that were there. */
export function take(names: Names, name: string, use: NameUse): NameUse {
  const known = names.get(name);
  if (known === undefined) {
    names.set(name, use);
    return use;
  }
  const isShared = known.isShared || known.meaning !== use.meaning;
  const taken = { ...known, isShared, parent: known.parent === use.parent ? known.parent : null };
  names.set(name, taken);
  return taken;
}

/** Whether all of `added` can stand beside `names`, at every depth. */
export function canMerge(names: Names, added: Names): boolean {
  return added.entries().every(([name, use]) => {
    if (!isFree(names, name, use) || use.isShared) return !names.has(name);
    const inside = names.get(name)?.inside;
    return !inside || use.inside === null || canMerge(inside, use.inside);
  });
}

/** Adds all of `added`, for which {@link canMerge} holds. */
export function merge(names: Names, added: Names): void {
  for (const [name, use] of added) {
    const known = names.get(name);
    if (known?.inside && use.inside) merge(known.inside, use.inside);
    else take(names, name, { ...use, inside: use.inside === null ? null : copyNames(use.inside) });
  }
}

function copyNames(names: Names): Names {
  return new Map(
    names
      .entries()
      .map(([name, use]) => [name, { ...use, inside: use.inside === null ? null : copyNames(use.inside) }]),
  );
}
