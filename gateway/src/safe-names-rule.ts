import { GraphQLError } from 'graphql';
import type { ASTVisitor, NameNode, ValidationContext } from 'graphql';
import { unsafeNames } from './json.ts';

/**
 * Refuses names that JavaScript objects have already (`__proto__`, `constructor`, `prototype`) as aliases, variables,
 * fragments and operations. No field is called so, and agencies' answers with such keys are refused as well: between the
 * two, no name from outside can lead code that copies answers into objects that everything shares. A variable called
 * `representations` is refused, too: the gateway sends its own under that name.
 */
export function safeNamesRule(context: ValidationContext): ASTVisitor {
  const refuse = (nodes: NameNode): void => {
    context.reportError(new GraphQLError(`"${nodes.value}" cannot be used as a name here. Choose another.`, { nodes }));
  };
  return {
    Name(name) {
      if (unsafeNames.has(name.value)) refuse(name);
    },
    VariableDefinition({ variable: { name } }) {
      if (name.value === 'representations') refuse(name);
    },
  };
}
