import type { ApolloServerOptions, ApolloServerPlugin, BaseContext } from '@apollo/server';
import { type ASTVisitor, type DocumentNode, type GraphQLSchema, parse, type ValidationContext } from 'graphql';
import { createDocumentStore, type DocumentStore } from '../caching/document-store.ts';
import { firstRule } from '../operation-limits/first-rule.ts';
import { hiddenSchemaRule } from '../operation-limits/hidden-schema.ts';
import type { OperationLimits } from '../operation-limits/operation-limits.ts';
import { validateInTurns } from '../operation-limits/validate-in-turns.ts';
import { takeTurn } from '../process/turns.ts';
import { maxValidationErrors } from '../wire/limits.ts';
import { nestedListsRule } from '../wire/nested-lists-rule.ts';
import { Judgements } from './judgements.ts';

/** What a server makes of the documents that it is sent. */
export interface DocumentReaderOptions {
  readonly limits: OperationLimits;
  /** Whether it answers nothing about its schema. */
  readonly hidesSchema: boolean;
}

/** What Apollo Server is given so that it reads documents within limits, and long ones in turns. */
export interface DocumentReader {
  readonly options: Required<
    Pick<ApolloServerOptions<BaseContext>, 'documentStore' | 'parseOptions' | 'validationRules' | 'validationOptions'>
  >;
  /** Has to be among the server's plugins. */
  readonly plugin: ApolloServerPlugin;
  /** What it has read, and found valid. */
  readonly documents: DocumentStore;
}

/** From so many characters on a document is judged in turns: a shorter one takes some milliseconds. */
const longText = 4_000;

/**
 * How a server reads documents: it parses and judges a short one at once, as Apollo Server does, by the rules of GraphQL and the
 * limits. A long one is judged before, in turns; then Apollo Server parses it, and takes what is known of it for the outcome of
 * its own rules.
 */
export function createDocumentReader({ limits, hidesSchema }: DocumentReaderOptions): DocumentReader {
  const parseOptions = { maxTokens: limits.maxTokens };
  const validationOptions = { maxErrors: maxValidationErrors, hideSuggestions: hidesSchema };
  const rules = [...(hidesSchema ? [hiddenSchemaRule] : []), nestedListsRule];
  const documentStore = createDocumentStore();
  const judgements = new Judgements();

  const judge = async (text: string, schema: GraphQLSchema): Promise<void> => {
    await takeTurn();
    const document = tryToParse(text, parseOptions);
    // Apollo Server finds out what is wrong with it.
    if (document === null) return;
    const errors = await validateInTurns(document, { schema, limits, rules, ...validationOptions });
    judgements.add(text, errors);
    await takeTurn();
  };
  const plugin: ApolloServerPlugin = {
    requestDidStart: () =>
      Promise.resolve({
        didResolveSource: async ({ source, queryHash, schema }) => {
          if (source.length < longText || documentStore.has(queryHash)) return;
          await judgements.once(source, () => judge(source, schema));
        },
      }),
  };
  const validationRules = [judgedRule(judgements), firstRule(limits), ...rules];
  return {
    options: { documentStore, parseOptions, validationRules, validationOptions },
    plugin,
    documents: documentStore,
  };
}

function tryToParse(text: string, options: { readonly maxTokens: number }): DocumentNode | null {
  try {
    return parse(text, options);
  } catch {
    return null;
  }
}

/** Tells what is known of a document, and lets no other rule look at it again. */
function judgedRule(judgements: Judgements) {
  return (context: ValidationContext): ASTVisitor => ({
    Document: (document) => {
      const known = judgements.of(document.loc?.source.body ?? '');
      if (known === null) return undefined;
      for (const error of known) context.reportError(error);
      // Visitors see no more of a document that one of them takes away.
      return null;
    },
  });
}
