import { composeServices } from '@apollo/composition';
import { printSchema } from 'graphql';
import type { Agency } from './agencies/agency.ts';
import type { SubgraphSchema } from './subgraph-schema.ts';
import { findUnenforced } from './unenforced-directives.ts';

/** The whole graph in its two forms, as GraphQL text that ends with a line feed. */
export interface Composition {
  /** What the gateway loads: every type, and which subgraph answers for which field. */
  readonly supergraphSdl: string;
  /** What clients see: the same types without the directives of federation. */
  readonly apiSdl: string;
}

/** What composing needs of a subgraph. */
type ComposedSubgraph = Pick<SubgraphSchema, 'name' | 'typeDefs'> &
  ({ readonly agency: Pick<Agency, 'port'> } | { readonly url: string });

/** The subgraphs do not make one graph. `problems` has a sentence for each reason, and the message all of them. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The subgraphs do not compose:', ...problems].join('\n'));
    this.problems = problems;
  }
}

/**
 * The graph that the subgraphs make together.
 *
 * The address of each subgraph in it is the one that `npm start` gives it, by the port of its description: whoever runs a
 * subgraph elsewhere says so in the environment of the gateway.
 *
 * @throws {CompositionError} when two subgraphs contradict each other. A hint, such as two descriptions of one type,
 * counts as well: it is the first sign that two agencies mean different things by one name; so does a rule of who may see a field that would
 * not be enforced.
 */
export function composeSubgraphs(subgraphs: readonly ComposedSubgraph[]): Composition {
  const unenforced = subgraphs.flatMap(({ name, typeDefs }) => findUnenforced(name, typeDefs));
  if (unenforced.length > 0) throw new CompositionError(unenforced);
  const result = composeServices(
    subgraphs.map(({ name, typeDefs, ...where }) => ({
      name,
      typeDefs,
      url: 'url' in where ? where.url : urlOf(where.agency),
    })),
  );
  if (result.errors !== undefined) throw new CompositionError(result.errors.map(({ message }) => oneLine(message)));
  if (result.hints.length > 0)
    throw new CompositionError(
      result.hints.map(({ definition, message }) => oneLine(`${definition.code}: ${message}`)),
    );
  const apiSchema = result.schema.toAPISchema().toGraphQLJSSchema();
  return { supergraphSdl: `${result.supergraphSdl.trimEnd()}\n`, apiSdl: `${printSchema(apiSchema)}\n` };
}

/** Where `npm start` puts a subgraph. */
const urlOf = ({ port }: Pick<Agency, 'port'>) => `http://127.0.0.1:${port}/graphql`;

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
