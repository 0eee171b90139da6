import '../telemetry-off.ts';
import { Supergraph } from '@apollo/federation-internals';
import { compareSchemas } from '@boroughgraph/schema/changes/compare-schemas.ts';
import type { ChangeWithOperations } from '@boroughgraph/schema/changes/operation-changes.ts';
import type { Composition } from '@boroughgraph/schema/compose.ts';
import { parse, printSchema } from 'graphql';
import { hideTagged, listTags } from '../supergraph/contract.ts';
import { compareGraphs, type GraphComparison } from './compare-graphs.ts';
import type { RecordedText } from './recorded-operations.ts';

/** What a change would do to those who ask a gateway that leaves out what carries one of some tags. */
export interface VariantCheck extends GraphComparison {
  readonly tags: readonly string[];
}

/** What a change does to a graph and to its variants. */
export interface VariantChecks extends GraphComparison {
  readonly variants: readonly VariantCheck[];
  /** A sentence for each that would make no schema any more. */
  readonly problems: readonly string[];
}

/** Two graphs, and who asks them. */
export interface GraphsOfVariants {
  readonly before: Composition;
  readonly after: Composition;
  readonly operations: readonly RecordedText[];
}

/**
 * What a change does to a graph, and besides to its variants: to the one without each tag that there is, and to those that are named. Of a
 * variant in which nothing else changes nothing is said.
 *
 * @param named - The tags that gateways leave out together.
 */
export function compareWithVariants(
  { before, after, operations }: GraphsOfVariants,
  named: readonly (readonly string[])[],
): VariantChecks {
  const compared = compareGraphs(before, after, operations);
  const whole = new Set(compared.changes.map(keyOf));
  const [variants, problems]: [VariantCheck[], string[]] = [[], []];
  for (const tags of listVariants(before, after, named)) {
    const [old, next] = [before, after].map((each) => readVariant(each, tags));
    if (typeof next === 'string') problems.push(`Without "${tags.join(',')}" the graph makes no schema: ${next}`);
    if (typeof old !== 'object' || typeof next !== 'object') continue;
    const { changes, broken } = compareGraphs(old, next, operations);
    const hidden = new Set(compareSchemas(parse(old.apiSdl), parse(before.apiSdl)).map(({ coordinate }) => coordinate));
    const own = changes
      .filter((each) => !whole.has(keyOf(each)))
      .map((each) => (isShown(each, hidden) ? shown(each) : each));
    if (own.length > 0) variants.push({ tags, changes: own, broken });
  }
  return { ...compared, variants, problems };
}

/** The operations that break in the graph or in a variant, each with a reason: `borough-safety`, `borough-safety without internal`. */
export function brokenInAny(
  broken: ReadonlyMap<string, string>,
  variants: readonly VariantCheck[],
): ReadonlyMap<string, string> {
  const besides = variants.flatMap(({ tags, broken: own }) =>
    [...own]
      .filter(([name]) => !broken.has(name))
      .map(([name, reason]) => [`${name} without ${tags.join(',')}`, reason] as const),
  );
  return new Map([...broken, ...besides]);
}

/** Each variant once, the named ones first. */
function listVariants(before: Composition, after: Composition, named: readonly (readonly string[])[]) {
  const single = [before, after].flatMap(({ supergraphSdl }) => listTags(supergraphSdl)).map((tag) => [tag]);
  const all = [...named, ...single].filter((tags) => tags.length > 0);
  return new Map(all.map((tags) => [tags.toSorted().join(','), tags])).values();
}

/** The graph without what carries one of the tags; why it is none. */
function readVariant({ supergraphSdl }: Composition, tags: readonly string[]): Composition | string {
  const hidden = hideTagged(supergraphSdl, tags);
  try {
    const api = Supergraph.build(hidden, { validateSupergraph: true }).apiSchema().toGraphQLJSSchema();
    return { supergraphSdl: hidden, apiSdl: `${printSchema(api)}\n` };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message.replaceAll(/\s+/g, ' ');
  }
}

const keyOf = ({ change: { coordinate, message } }: ChangeWithOperations) => `${coordinate} ${message}`;

/** Whether something that was left out of a variant is new in it: its tag is gone. */
const isShown = ({ change: { coordinate, message } }: ChangeWithOperations, hidden: ReadonlySet<string>) =>
  message.startsWith('is new') && hidden.has(coordinate);

const shown = (each: ChangeWithOperations): ChangeWithOperations => ({
  ...each,
  change: { ...each.change, weight: 'dangerous', message: 'is shown now, and was left out by its tag' },
});
