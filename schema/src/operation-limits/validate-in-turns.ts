import {
  type DocumentNode,
  ExecutableDefinitionsRule,
  type GraphQLError,
  type GraphQLSchema,
  specifiedRules,
  validate,
  type ValidationRule,
} from 'graphql';
import { takeTurn } from '../process/turns.ts';
import { findRefusal } from './first-rule.ts';
import type { OperationLimits } from './operation-limits.ts';

/** By what a document is judged. */
export interface Judging {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  /** Rules besides those of GraphQL and the limits. */
  readonly rules: readonly ValidationRule[];
  readonly maxErrors: number;
  readonly hideSuggestions: boolean;
}

/**
 * Characters of text that rules look at between two turns, each rule's counted: it goes through the whole document by itself.
 * Measured on Node 24: ten to twenty milliseconds where the text is nothing but fields.
 */
const charactersATurn = 200_000;

/**
 * What a document is refused for, as `validate` of GraphQL says it with the limits, but in turns: a document of 100 KB takes a tenth
 * of a second, in which nobody else would be answered. Empty for one that may be executed. What the limits refuse is refused before
 * any rule looks.
 *
 * Whether there are definitions in it that cannot be executed is left to whoever runs the document: that is found out at its
 * beginning, and by no other rule. Never rejects.
 */
export async function validateInTurns(document: DocumentNode, judging: Judging): Promise<readonly GraphQLError[]> {
  const { schema, limits, maxErrors, hideSuggestions } = judging;
  const refusal = findRefusal(document, schema, limits);
  if (refusal !== null) return [refusal];
  const errors: GraphQLError[] = [];
  for (const rules of groupRules(document, judging.rules)) {
    await takeTurn();
    errors.push(...validate(schema, document, rules, { maxErrors: maxErrors - errors.length, hideSuggestions }));
    // The last one says that there are more.
    if (errors.length >= maxErrors) break;
  }
  return errors;
}

const ofGraphQL = specifiedRules.filter((rule) => rule !== ExecutableDefinitionsRule);

function groupRules({ loc }: DocumentNode, others: readonly ValidationRule[]): readonly (readonly ValidationRule[])[] {
  const rules = [...ofGraphQL, ...others];
  const length = Math.max(1, loc?.end ?? 1);
  const atOnce = Math.min(rules.length, Math.max(1, Math.floor(charactersATurn / length)));
  return Array.from({ length: Math.ceil(rules.length / atOnce) }, (_, at) =>
    rules.slice(at * atOnce, (at + 1) * atOnce),
  );
}
