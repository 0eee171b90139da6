import { type DefinitionNode, type DocumentNode, Kind } from 'graphql';
import { projectRoot } from '../project-root.ts';
import { parseFile, readCoreSchema } from '../subgraph-schema.ts';

/** The name that the gateway's own part has in a supergraph, beside those of the agencies. */
export const searchName = 'search';

/** Its address in a supergraph, at which nobody is asked: the gateway answers itself. */
export const searchUrl = 'gateway:search';

/** The words of the core that it uses. */
const repeated = new Set(['SearchKind', 'AbsenceReason', 'FoundValue']);

/** The gateway's own part of the graph, as it is composed with those of the agencies. */
export interface SearchSchema {
  readonly name: string;
  readonly url: string;
  readonly typeDefs: DocumentNode;
  /** What its own file says. */
  readonly own: DocumentNode;
}

/**
 * The part of the graph that the gateway answers itself.
 *
 * @throws {GraphQLError} when a file is not GraphQL; its `source` and `locations` say where.
 */
export function readSearchSchema(): SearchSchema {
  const own = parseFile(new URL('schema/search.graphql', projectRoot));
  const definitions = [...readCoreSchema().definitions.filter(isRepeated), ...own.definitions];
  return { name: searchName, url: searchUrl, own, typeDefs: { kind: Kind.DOCUMENT, definitions } };
}

function isRepeated(node: DefinitionNode): boolean {
  const isType = node.kind === Kind.ENUM_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_DEFINITION;
  return isType && repeated.has(node.name.value);
}
