import { type DocumentNode, type GraphQLSchema, validate } from 'graphql';
import { ownerOf } from './compare-schemas.ts';
import { type OperationUses, readUses } from './operation-uses.ts';
import type { SchemaChange } from './schema-change.ts';

/** An operation that dashboards ask, as it is recorded. */
export interface RecordedOperation {
  readonly name: string;
  readonly document: DocumentNode;
}

/** A change, with the names of the operations that it touches. */
export interface ChangeWithOperations {
  readonly change: SchemaChange;
  /** Those that break by it. */
  readonly broken: readonly string[];
  /** Those that use what has changed, and go on as before. */
  readonly touched: readonly string[];
}

/** The schemas of before and after, as clients see them. */
export interface SchemaPair {
  readonly before: GraphQLSchema;
  readonly after: GraphQLSchema;
}

/**
 * The changes, in their order, each with the operations that it touches. Operations that the schema of before does not have touch nothing.
 *
 * @param known.invalid - The operations that are not valid any more, by name: see {@link findInvalid}.
 */
export function findTouched(
  changes: readonly SchemaChange[],
  operations: readonly RecordedOperation[],
  { before, invalid }: Pick<SchemaPair, 'before'> & { readonly invalid: ReadonlyMap<string, string> },
): readonly ChangeWithOperations[] {
  const used = operations.map(({ name, document }) => ({
    name,
    uses: { ...readUses(before, document), isInvalid: invalid.has(name) },
  }));
  return changes.map((change) => {
    const touched = used.filter(({ uses }) => isTouched(change, uses));
    const isBroken = ({ uses }: { readonly uses: JudgedUses }) =>
      change.weight === 'breaking' && isReached(change, uses);
    return {
      change,
      broken: touched.filter(isBroken).map(({ name }) => name),
      touched: touched.filter((each) => !isBroken(each)).map(({ name }) => name),
    };
  });
}

/** What an operation uses, and whether the schema of after refuses it. */
type JudgedUses = OperationUses & { readonly isInvalid: boolean };

/** Whether an operation uses what has changed, or what that belongs to where it is new. */
function isTouched({ coordinate, reach }: SchemaChange, { asked, given, withheld }: OperationUses): boolean {
  if ([asked, given].some((uses) => uses.has(coordinate))) return true;
  if (withheld.has(coordinate)) return true;
  const owner = ownerOf(coordinate);
  return reach === 'withholders' && owner !== null && asked.has(owner);
}

function isReached(
  { coordinate, reach, besides }: SchemaChange,
  { asked, given, withheld, isInvalid }: JudgedUses,
): boolean {
  switch (reach) {
    case 'users':
      return asked.has(coordinate) && (besides === undefined || asked.has(besides));
    case 'givers':
      return given.has(coordinate);
    case 'withholders':
      // One that is new is given by nobody.
      return withheld.has(coordinate) || !given.has(coordinate);
    case 'misgivers':
      return isInvalid && given.has(coordinate);
    default:
      return reach satisfies never;
  }
}

/**
 * The operations that were valid by the schema of before and are not by that of after, each with the first reason. It finds nothing that
 * `findTouched` does not, by another way: what is published goes by both.
 */
export function findInvalid(
  operations: readonly RecordedOperation[],
  { before, after }: SchemaPair,
): ReadonlyMap<string, string> {
  const reasons = operations.flatMap(({ name, document }) => {
    if (validate(before, document).length > 0) return [];
    const [reason] = validate(after, document);
    return reason === undefined ? [] : [[name, reason.message] as const];
  });
  return new Map(reasons);
}
