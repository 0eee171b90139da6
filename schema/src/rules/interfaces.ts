import { Kind, print, type DocumentNode, type FieldDefinitionNode } from 'graphql';
import type { SchemaElement } from '../elements.ts';
import { inheritedFields, sayTheSame } from '../inherited-fields.ts';

const remedy = 'Run `npm run compose`, which writes the fields of an interface into each type that implements it';

/**
 * A type says the fields of its interfaces in their words: the same description, arguments and type.
 *
 * Who asks for a field by the interface and who asks by the type read of one thing; two texts of it would part in time.
 */
export function requireWordsOfInterface(element: SchemaElement, document: DocumentNode): string | undefined {
  if (element.kind === 'type' && element.node.kind === Kind.OBJECT_TYPE_DEFINITION) {
    const own = new Set(element.node.fields?.map(({ name }) => name.value));
    const missing = [...inheritedFields(element.node, document)].filter(([name]) => !own.has(name));
    return missing.length === 0
      ? undefined
      : `lacks ${missing.map(([name, { parent }]) => `${parent}.${name}`).join(', ')}. ${remedy}`;
  }
  if (element.kind !== 'field' || element.parent.kind !== Kind.OBJECT_TYPE_DEFINITION) return undefined;
  const inherited = inheritedFields(element.parent, document).get(element.node.name.value);
  if (inherited === undefined || sayTheSame(element.node, inherited.node)) return undefined;
  const parts = differences(element.node, inherited.node).join(', ');
  return `is not ${inherited.parent}.${element.node.name.value} word for word: ${parts}. ${remedy}`;
}

/** What differs, each as it stands here and there. */
function differences(one: FieldDefinitionNode, other: FieldDefinitionNode): readonly string[] {
  const parts = [
    ['its description is', one.description?.value ?? '', other.description?.value ?? ''],
    ['its type is', print(one.type), print(other.type)],
    ['its arguments are', argumentsOf(one), argumentsOf(other)],
  ] as const;
  return parts
    .filter(([, here, there]) => here !== there)
    .map(([part, here, there]) => `${part} ${JSON.stringify(here)}, there ${JSON.stringify(there)}`);
}

const argumentsOf = ({ arguments: list = [] }: FieldDefinitionNode) => list.map(print).join(' ');
