import {
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { countDirectives, type Directives } from './directives.ts';
import { measureIntrospection } from './introspection.ts';
import type { OperationLimits } from './operation-limits.ts';
import { measurePlaces } from './places.ts';
import { findUnsafeName } from './safe-names.ts';
import { measureSelections } from './selections.ts';
import { countVariableUses } from './variable-uses.ts';

/**
 * The rule that looks at a document before any other does, as a whole and in time that grows with its text: the first thing
 * for which it has to be refused is the one error, and no other rule looks at it any more. Several of those that GraphQL asks
 * for take time that grows with the square of what this rule counts.
 *
 * Give it to the server with the other rules, in any place.
 */
export function firstRule(limits: OperationLimits): ValidationRule {
  return (context: ValidationContext): ASTVisitor => ({
    Document: (document) => {
      const problem = findRefusal(document, context.getSchema(), limits);
      if (problem === null) return undefined;
      context.reportError(problem);
      // Visitors see no more of a document that one of them takes away.
      return null;
    },
  });
}

/** What a document has to be refused for, before it is compared with the schema; null for one that may be. Never throws. */
export function findRefusal(
  document: DocumentNode,
  schema: GraphQLSchema,
  limits: OperationLimits,
): GraphQLError | null {
  return (
    judgeDirectives(countDirectives(document, knownDirectives(schema)), limits) ??
    judgeSelections(document, limits) ??
    judgePlaces(document, limits) ??
    judgeVariables(document, limits) ??
    judgeIntrospection(document, schema, limits) ??
    findUnsafeName(document, limits)
  );
}

function knownDirectives(schema: GraphQLSchema): ReadonlySet<string> {
  return new Set(schema.getDirectives().map(({ name }) => name));
}

function judgeDirectives({ most, unknown }: Directives, { maxDirectives }: OperationLimits): GraphQLError | null {
  if (most && most.count > maxDirectives) {
    const message = `There are ${most.count} directives in one place, and at most ${maxDirectives} may stand there. Leave out those that repeat others.`;
    return tooLarge(message, most.node);
  }
  const [first, ...others] = unknown;
  if (!first) return null;
  const times = others.length > 0 ? `, and ${others.length} more directives that are not known` : '';
  return new GraphQLError(`Unknown directive "@${first.name.value}"${times}.`, { nodes: first });
}

function judgeSelections(document: DocumentNode, { maxNesting, maxSelections }: OperationLimits): GraphQLError | null {
  const { count, nesting, circular, unused } = measureSelections(document, maxNesting);
  if (nesting > maxNesting) return tooLarge(describeNesting(maxNesting));
  if (circular)
    return new GraphQLError(`Cannot spread fragment "${circular.name.value}" within itself.`, { nodes: circular });
  if (unused) return new GraphQLError(`Fragment "${unused.name.value}" is never used.`, { nodes: unused });
  if (count <= maxSelections) return null;
  return tooLarge(
    `The operation asks for ${count} fields, a fragment's counted wherever it is spread, and at most ${maxSelections} may be asked for. Ask for less at once.`,
  );
}

function judgePlaces(document: DocumentNode, { maxSameField, maxComparisons }: OperationLimits): GraphQLError | null {
  const { mostRepeated, comparisons } = measurePlaces(document);
  if (mostRepeated && mostRepeated.times > maxSameField) {
    const { field, times } = mostRepeated;
    const message = `"${field.name.value}" is asked for ${times} times in one place, under one name or several, and at most ${maxSameField} may be. Ask for a list, or send several operations.`;
    return tooLarge(message, field);
  }
  if (comparisons <= maxComparisons) return null;
  return tooLarge(
    `To find out whether fields of one name are the same takes ${comparisons} comparisons, and at most ${maxComparisons} are made. Ask for each field once.`,
  );
}

function judgeVariables(document: DocumentNode, { maxVariableUses }: OperationLimits): GraphQLError | null {
  const { operations, uses } = countVariableUses(document);
  if (operations * uses <= maxVariableUses) return null;
  return tooLarge(
    `The document has ${operations} operations and uses variables ${uses} times, which are compared with each operation: ${operations * uses} comparisons, and at most ${maxVariableUses} are made. Send each operation by itself, and lists as one variable.`,
  );
}

function judgeIntrospection(
  document: DocumentNode,
  schema: GraphQLSchema,
  { maxIntrospected }: OperationLimits,
): GraphQLError | null {
  const values = Math.round(measureIntrospection(document, schema));
  if (values <= maxIntrospected) return null;
  return tooLarge(
    `The operation asks the schema for about ${values} values about itself, and at most ${maxIntrospected} may be asked for. Ask once for each type.`,
  );
}

/** What a document is answered whose brackets or fragments lie too deep within each other. */
export function describeNesting(maxNesting: number): string {
  return `The operation nests deeper than ${maxNesting} levels, the most that are taken, fragments counted where they are spread. Ask for what lies deeper in an operation of its own.`;
}

function tooLarge(message: string, node?: ASTNode): GraphQLError {
  return new GraphQLError(message, { ...(node && { nodes: node }), extensions: { code: 'OPERATION_TOO_LARGE' } });
}
