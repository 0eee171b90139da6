import { createHash } from 'node:crypto';
import { type ExecutionResult, type GraphQLSchema, Kind } from 'graphql';
import type { OperationContext } from '../operations/operation-context.ts';
import type { OperationToPlan } from '../planning/query-plans.ts';
import type { AccessRules } from './access-rules.ts';
import { CallerAccess } from './caller-access.ts';
import { AnswerCompletion } from './completed-answer.ts';
import { filterOperation } from './operation-filter.ts';

/** What is left of an operation, and how its answer is made whole. */
interface TakenOut {
  /** To be planned in the place of what was asked, and known by another hash. */
  readonly operation: OperationToPlan;
  /** The answer to what was asked. */
  readonly complete: (result: ExecutionResult, variables: Readonly<Record<string, unknown>>) => ExecutionResult;
}

/**
 * Takes out of an operation what its caller may not see; null where that is nothing. Notes in the context what it asks for and its caller may
 * see, where not everybody may.
 *
 * @throws {GraphQLError} OPERATION_TOO_LARGE where what is left is too much.
 */
export function takeOut(
  { accessRules, apiSchema: schema }: { readonly accessRules: AccessRules | null; readonly apiSchema: GraphQLSchema },
  asked: OperationToPlan,
  { viewer, protectedShown }: Pick<OperationContext, 'viewer' | 'protectedShown'>,
): TakenOut | null {
  if (accessRules === null) return null;
  const access = new CallerAccess(accessRules, schema, viewer);
  const filtered = filterOperation(asked, schema, access);
  for (const [coordinate, isShown] of access.decisions) if (isShown) protectedShown?.add(coordinate);
  const root = schema.getRootType(asked.operation.operation);
  if (filtered === null || root == null) return null;
  const { document, operation, typeKey } = filtered;
  const fragments = Object.fromEntries(
    asked.document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  return {
    operation: { document, operation, documentHash: hashOf(asked, access) },
    complete: (result, variables) => {
      if (result.data == null) return result;
      const completion = new AnswerCompletion({ schema, access, fragments, variables, typeKey });
      const data = completion.complete(result.data, root, asked.operation.selectionSet);
      return { ...result, data, errors: [...(result.errors ?? []), ...completion.errors] };
    },
  };
}

/** The same for the same document and the same decisions about it, and for nothing else. */
function hashOf({ documentHash }: OperationToPlan, { decisions }: CallerAccess): string {
  const decided = [...decisions].map(([coordinate, isShown]) => `${coordinate} ${isShown}`).toSorted();
  return createHash('sha256')
    .update(JSON.stringify([documentHash, decided]))
    .digest('hex');
}
