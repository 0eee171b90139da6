import { Kind, type OperationDefinitionNode } from 'graphql';
import { readOwn } from './result-object.ts';

/** The truth value that a variable of an operation has where a client gives it none; undefined where it has no such default. */
export function defaultOf({ variableDefinitions = [] }: OperationDefinitionNode, name: string): boolean | undefined {
  const value = variableDefinitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
  return value?.kind === Kind.BOOLEAN ? value.value : undefined;
}

/** The truth values of some variables; null where one has none. */
export function readBooleans(
  operation: OperationDefinitionNode,
  names: Iterable<string>,
  variables: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, boolean> | null {
  const read = new Map<string, boolean>();
  for (const name of names) {
    const given = readOwn(variables, name);
    const value = given === undefined ? defaultOf(operation, name) : given;
    if (typeof value !== 'boolean') return null;
    read.set(name, value);
  }
  return read;
}
