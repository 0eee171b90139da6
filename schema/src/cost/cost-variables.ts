import { createHash } from 'node:crypto';
import { type DocumentNode, Kind, type OperationDefinitionNode, type TypeNode, visit } from 'graphql';

/** Types of which a single value never says how long a list is, nor whether something is left out. */
const singleTypes: ReadonlySet<string> = new Set(['ID', 'String', 'Float', 'Date', 'DateTime']);

/**
 * The variables of an operation whose values may decide what it costs: all but those of one name or day that are the whole
 * value of an argument. What is not among them can change without another estimate.
 */
export function costVariables(document: DocumentNode, operation: OperationDefinitionNode): readonly string[] {
  const declared = operation.variableDefinitions ?? [];
  const single = new Set(declared.filter(({ type }) => isSingle(type)).map(({ variable }) => variable.name.value));
  if (single.size === 0) return declared.map(({ variable }) => variable.name.value);
  visit(document, {
    VariableDefinition: () => false,
    ObjectField: ({ value }) => {
      if (value.kind === Kind.VARIABLE) single.delete(value.name.value);
    },
  });
  return declared.map(({ variable }) => variable.name.value).filter((name) => !single.has(name));
}

function isSingle(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isSingle(type.type);
  return type.kind === Kind.NAMED_TYPE && singleTypes.has(type.name.value);
}

/** From this length on a text is remembered by its hash. */
const maxKeyLength = 200;

/**
 * The same text for values by which an operation costs the same: of a list, its length alone. A short one, whatever the values
 * are.
 */
export function writeCostKey(names: readonly string[], variables: Readonly<Record<string, unknown>>): string {
  const key = names.map((name) => writeValue(variables[name])).join(' ');
  return key.length > maxKeyLength ? createHash('sha256').update(key).digest('base64') : key;
}

function writeValue(value: unknown): string {
  return Array.isArray(value) ? `[${value.length}]` : JSON.stringify(value ?? null);
}
