import { type DirectiveNode, Kind } from 'graphql';

/** Whether a `@skip` or `@include` leaves out what it stands at, whatever the variables are. */
export function leavesOutAlways({ name, arguments: given = [] }: DirectiveNode): boolean {
  return given.some(({ value }) => value.kind === Kind.BOOLEAN && value.value === (name.value === 'skip'));
}
