import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { PathPattern } from './response-path.ts';

/** Whether the client has asked for what a pattern names, whatever it is of. */
export type Asks = (pattern: PathPattern) => boolean;

/** Reads what an operation asks for; of none, nothing is asked. Its document is valid. Never throws. */
export function readAsked(document: DocumentNode | undefined, operation: OperationDefinitionNode | null): Asks {
  const fragments = new Map(
    (document?.definitions ?? []).flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition.selectionSet] as const] : [],
    ),
  );
  const fieldsIn = ({ selections }: SelectionSetNode): readonly FieldNode[] => selections.flatMap(fieldsOf);
  const fieldsOf = (selection: SelectionNode): readonly FieldNode[] => {
    if (selection.kind === Kind.FIELD) return [selection];
    const inside =
      selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value);
    return inside === undefined ? [] : fieldsIn(inside);
  };
  return (pattern) => {
    let sets = operation === null ? [] : [operation.selectionSet];
    for (const step of pattern.filter((each) => each !== '@')) {
      const asked = sets.flatMap(fieldsIn).filter(({ alias, name }) => (alias ?? name).value === step);
      if (asked.length === 0) return false;
      sets = asked.flatMap(({ selectionSet }) => selectionSet ?? []);
    }
    return true;
  };
}
