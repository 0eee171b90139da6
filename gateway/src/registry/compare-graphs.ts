import { compareAccess } from '@boroughgraph/schema/changes/access-changes.ts';
import { compareSchemas } from '@boroughgraph/schema/changes/compare-schemas.ts';
import { type ChangeWithOperations, findInvalid, findTouched } from '@boroughgraph/schema/changes/operation-changes.ts';
import type { Composition } from '@boroughgraph/schema/compose.ts';
import { buildASTSchema, parse } from 'graphql';
import type { RecordedText } from './recorded-operations.ts';

/** What differs between two graphs, and what that does to the recorded operations. */
export interface GraphComparison {
  readonly changes: readonly ChangeWithOperations[];
  /** The recorded operations that break, each with a reason. */
  readonly broken: ReadonlyMap<string, string>;
}

/** The changes from one graph to another, and what they do to the operations: the same whoever makes them, and in whichever direction. */
export function compareGraphs(
  before: Composition,
  after: Composition,
  operations: readonly RecordedText[],
): GraphComparison {
  const apis = [before, after].map(({ apiSdl }) => parse(apiSdl));
  const [old, next] = apis.map((document) => buildASTSchema(document, { assumeValid: true }));
  if (apis[0] === undefined || apis[1] === undefined || old === undefined || next === undefined)
    throw new Error('Two schemas are compared');
  const changes = [
    ...compareSchemas(apis[0], apis[1]),
    ...compareAccess(parse(before.supergraphSdl), parse(after.supergraphSdl)),
  ];
  const invalid = findInvalid(operations, { before: old, after: next });
  const touched = findTouched(changes, operations, { before: old, invalid });
  const reasons = touched.flatMap(({ change, broken }) =>
    broken.map((name) => [name, `${change.coordinate} ${change.message}`] as const),
  );
  const broken = new Map([...invalid, ...reasons]);
  return { changes: touched, broken };
}
