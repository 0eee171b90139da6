import { findErasing } from '@boroughgraph/schema/changes/erasing-fields.ts';
import { findHazards } from '@boroughgraph/schema/changes/hazards.ts';
import { readByOwnNames } from '@boroughgraph/schema/changes/own-names.ts';
import { findRemovedKeys } from '@boroughgraph/schema/changes/removed-keys.ts';
import { CompositionError } from '@boroughgraph/schema/compose.ts';
import { lintSchema } from '@boroughgraph/schema/lint.ts';
import { type DocumentNode, print } from 'graphql';
import { compareWithVariants, type VariantCheck } from './check-variants.ts';
import type { GraphComparison } from './compare-graphs.ts';
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
  | (GraphComparison & {
      readonly kind: 'composed';
      readonly next: PublishedGraph;
      /** Of variants in which something else changes than in the graph. */
      readonly variants: readonly VariantCheck[];
    });

/** Who asks the graph, and how. */
export interface WhoAsks {
  readonly operations: readonly RecordedText[];
  /** What gateways are known to leave out, by its tags, together; each tag by itself is looked at anyway. @default none */
  readonly variants?: readonly (readonly string[])[];
}

/** What a changed subgraph would do to the graph, to its variants, and to those who ask the recorded operations. Never throws for what the subgraph says. */
export function checkSubgraph(
  published: PublishedGraph,
  changed: ChangedSubgraph,
  { operations, variants: named = [] }: WhoAsks,
): SubgraphCheck {
  const others = published.subgraphs.filter(({ name }) => name !== changed.name);
  const problems = changed.typeDefs === null ? [] : findProblems(published, { ...changed, typeDefs: changed.typeDefs });
  const next = compose([...others, ...asPublished(changed)]);
  if (Array.isArray(next)) return { kind: 'refused', problems: [...problems, ...next] };
  if (problems.length > 0) return { kind: 'refused', problems };
  const graphs = { before: published.composition, after: next.composition, operations };
  const { problems: unmade, ...compared } = compareWithVariants(graphs, named);
  return unmade.length > 0 ? { kind: 'refused', problems: unmade } : { kind: 'composed', next, ...compared };
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
