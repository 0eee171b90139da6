import { BREAK, type DocumentNode, GraphQLError, type NameNode, visit } from 'graphql';
import { unsafeNames } from '../wire/unsafe-names.ts';
import type { OperationLimits } from './operation-limits.ts';

/**
 * What to say of a document in which a name stands that JavaScript objects have already (`__proto__`, `constructor`,
 * `prototype`): as an alias, a variable, a fragment, an operation or anything else. No field is called so, and agencies'
 * answers with such keys are refused as well: between the two, no name from outside can lead code that copies answers into
 * objects that everything shares. A client's variable called `representations` is refused, too: the gateway sends its own
 * under that name. Null where there is none. Never throws.
 */
export function findUnsafeName(
  document: DocumentNode,
  { takesRepresentations }: Pick<OperationLimits, 'takesRepresentations'>,
): GraphQLError | null {
  // To visit every node is dear. Names have no escapes: what is not in the text is no name.
  const text = document.loc?.source.body;
  const suspicious = [...unsafeNames, ...(takesRepresentations ? [] : ['representations'])];
  if (text !== undefined && !suspicious.some((name) => text.includes(name))) return null;
  return search(document, takesRepresentations);
}

function search(document: DocumentNode, takesRepresentations: boolean): GraphQLError | null {
  let found: GraphQLError | null = null;
  const refuse = (nodes: NameNode): typeof BREAK => {
    found = new GraphQLError(`"${nodes.value}" cannot be used as a name here. Choose another.`, { nodes });
    return BREAK;
  };
  visit(document, {
    Name: (name) => (unsafeNames.has(name.value) ? refuse(name) : undefined),
    VariableDefinition: ({ variable: { name } }) =>
      !takesRepresentations && name.value === 'representations' ? refuse(name) : undefined,
  });
  return found;
}
