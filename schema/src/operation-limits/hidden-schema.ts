import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/** The fields by which a schema tells of itself: those of GraphQL, and that of a subgraph which gives its text. */
export const tellingFields: ReadonlySet<string> = new Set(['__schema', '__type', '_service']);

/** Refuses operations that ask a server about its schema, where it is not to tell. `__typename` stays. */
export function hiddenSchemaRule(context: ValidationContext): ASTVisitor {
  return {
    Field(field) {
      const { value: name } = field.name;
      if (!tellingFields.has(name)) return;
      const message = `"${name}" is not answered: this server does not tell its schema. Ask whoever runs it for the schema.`;
      context.reportError(new GraphQLError(message, { nodes: field }));
    },
  };
}

/** An error's message without the names that GraphQL offers in place of one that there is not. Never throws. */
export function withoutSuggestions(message: string): string {
  return message.replaceAll(/ ?Did you mean [^?]*\?/g, '');
}
