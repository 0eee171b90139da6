import { Kind, print, type TypeNode } from 'graphql';

/** Whether whoever reads values of the type `before` can read those of `after`: the same, or null where it was not promised less often. */
export function isReadable(before: TypeNode, after: TypeNode): boolean {
  if (after.kind === Kind.NON_NULL_TYPE)
    return isReadable(before.kind === Kind.NON_NULL_TYPE ? before.type : before, after.type);
  if (before.kind === Kind.LIST_TYPE) return after.kind === Kind.LIST_TYPE && isReadable(before.type, after.type);
  return before.kind === after.kind && print(before) === print(after);
}

/** Whether what was given for the type `before` is taken for `after`. */
export function isGivable(before: TypeNode, after: TypeNode): boolean {
  if (before.kind === Kind.NON_NULL_TYPE)
    return isGivable(before.type, after.kind === Kind.NON_NULL_TYPE ? after.type : after);
  if (before.kind === Kind.LIST_TYPE) return after.kind === Kind.LIST_TYPE && isGivable(before.type, after.type);
  return before.kind === after.kind && print(before) === print(after);
}

/** Whether two types differ in nothing but whether they, as a whole, may be null. */
export function isSameButForNull(before: TypeNode, after: TypeNode): boolean {
  return print(before).replace(/!$/, '') === print(after).replace(/!$/, '');
}

/** Whether two types differ in nothing but whether they, or what they hold, may be null. */
export function isSameButForNulls(before: TypeNode, after: TypeNode): boolean {
  return print(before).replaceAll('!', '') === print(after).replaceAll('!', '');
}
