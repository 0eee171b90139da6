import { readSubgraphSchemas } from '@boroughgraph/schema/subgraph-schema.ts';
import { parse, print } from 'graphql';
import type { PublishedVersion } from './published-version.ts';

/** Agencies of the repository of which something else is served, since a version of the graph was published before. */
export interface UnpublishedChanges {
  /** Their schema is another here than in the version. */
  readonly changed: readonly string[];
  /** The version does not have them. */
  readonly missing: readonly string[];
}

/** In what the schemas of the repository are others than those that were published, in the order of their names. */
export function findUnpublished(published: PublishedVersion['subgraphs']): UnpublishedChanges {
  const known = new Map(published.map(({ name, sdl }) => [name, sdl]));
  const own = readSubgraphSchemas();
  const isOther = (sdl: string, text: string) => sdl !== text && print(parse(sdl)) !== text;
  return {
    changed: own
      .filter(({ name, typeDefs }) => known.has(name) && isOther(known.get(name) ?? '', print(typeDefs)))
      .map(({ name }) => name),
    missing: own.filter(({ name }) => !known.has(name)).map(({ name }) => name),
  };
}

/** What is served, what is not, and what to do about it; null where all that is here is published. */
export function describeUnpublished(version: number, { changed, missing }: UnpublishedChanges): string | null {
  if (changed.length + missing.length === 0) return null;
  const parts = [
    ...(changed.length > 0 ? [`the schema of ${changed.join(', ')} here is another`] : []),
    ...(missing.length > 0 ? [`it does not have ${missing.join(', ')}`] : []),
  ];
  const [first = ''] = [...changed, ...missing];
  return `Version ${version} of the graph is served, as it was published: ${parts.join(', and ')}. Publish each, such as npm run subgraph:publish -- ${first} --why "…".`;
}
