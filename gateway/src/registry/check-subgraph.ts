import { compareAccess } from '@boroughgraph/schema/changes/access-changes.ts';
import { compareSchemas } from '@boroughgraph/schema/changes/compare-schemas.ts';
import { findErasing } from '@boroughgraph/schema/changes/erasing-fields.ts';
import { findHazards } from '@boroughgraph/schema/changes/hazards.ts';
import { type ChangeWithOperations, findInvalid, findTouched } from '@boroughgraph/schema/changes/operation-changes.ts';
import { readByOwnNames } from '@boroughgraph/schema/changes/own-names.ts';
import { findRemovedKeys } from '@boroughgraph/schema/changes/removed-keys.ts';
import { type Composition, CompositionError } from '@boroughgraph/schema/compose.ts';
import { lintSchema } from '@boroughgraph/schema/lint.ts';
import { buildASTSchema, type DocumentNode, parse, print } from 'graphql';
import { composePublished, parseSubgraph, type PublishedGraph, type PublishedSubgraph } from './published-graph.ts';
import type { RecordedText } from './recorded-operations.ts';

/** A subgraph that somebody wants to publish: its name, its address and its schema; the schema is null where it is to be taken down. */
export interface ChangedSubgraph {
  readonly name: string;
  readonly url: string;
  /** All of it, with the core where it is one of the house's. Its nodes know file and line. */
  readonly typeDefs: DocumentNode | null;
}

/** What a change would do. */
export type SubgraphCheck =
  /** There would be no such graph, or one that fails later. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  | {
      readonly kind: 'composed';
      readonly next: PublishedGraph;
      readonly changes: readonly ChangeWithOperations[];
      /** The recorded operations that break, each with a reason. */
      readonly broken: ReadonlyMap<string, string>;
    };

/** What a changed subgraph would do to the graph and to those who ask the recorded operations. Never throws for what the subgraph says. */
export function checkSubgraph(
  published: PublishedGraph,
  changed: ChangedSubgraph,
  operations: readonly RecordedText[],
): SubgraphCheck {
  const others = published.subgraphs.filter(({ name }) => name !== changed.name);
  const problems = changed.typeDefs === null ? [] : findProblems(published, { ...changed, typeDefs: changed.typeDefs });
  const next = compose([...others, ...asPublished(changed)]);
  if (Array.isArray(next)) return { kind: 'refused', problems: [...problems, ...next] };
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'composed', next, ...compareGraphs(published.composition, next.composition, operations) };
}

function asPublished({ name, url, typeDefs }: ChangedSubgraph): readonly PublishedSubgraph[] {
  return typeDefs === null ? [] : [{ name, url, sdl: print(typeDefs) }];
}

function compose(subgraphs: readonly PublishedSubgraph[]): PublishedGraph | string[] {
  try {
    // In the order of their names, whoever came first.
    return composePublished(subgraphs.toSorted((one, other) => (one.name < other.name ? -1 : 1)));
  } catch (error) {
    if (error instanceof CompositionError) return [...error.problems];
    throw error;
  }
}

function findProblems({ subgraphs }: PublishedGraph, { name, typeDefs }: { name: string; typeDefs: DocumentNode }) {
  const changed = { name, typeDefs: readByOwnNames(typeDefs) };
  const known = subgraphs.map((each) => ({ name: each.name, typeDefs: readByOwnNames(parseSubgraph(each).typeDefs) }));
  const before = known.find((each) => each.name === name) ?? null;
  const others = known.filter((each) => each.name !== name);
  return [
    ...lintSchema(changed.typeDefs),
    ...findHazards(changed, others),
    ...findErasing(before, changed, others),
    ...(before === null ? [] : findRemovedKeys(before, changed)),
  ];
}

/** The changes from one graph to another, and what they do to the operations: the same whoever makes them, and in whichever direction. */
export function compareGraphs(before: Composition, after: Composition, operations: readonly RecordedText[]) {
  const apis = [before, after].map(({ apiSdl }) => parse(apiSdl));
  const [old, next] = apis.map((document) => buildASTSchema(document, { assumeValid: true }));
  if (apis[0] === undefined || apis[1] === undefined || old === undefined || next === undefined)
    throw new Error('Two schemas are compared');
  const changes = [
    ...compareSchemas(apis[0], apis[1]),
    ...compareAccess(parse(before.supergraphSdl), parse(after.supergraphSdl)),
  ];
  const touched = findTouched(changes, operations, { before: old, after: next });
  const reasons = touched.flatMap(({ change, broken }) =>
    broken.map((name) => [name, `${change.coordinate} ${change.message}`] as const),
  );
  const broken = new Map([...findInvalid(operations, { before: old, after: next }), ...reasons]);
  return { changes: touched, broken };
}
