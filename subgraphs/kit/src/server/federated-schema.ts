import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Subgraphs from '@apollo/subgraph';
import { addResolversToSchema, type GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/index.js';
import { entitiesResolver } from '@apollo/subgraph/dist/types.js';
import { findMade, keepMade, type Making } from '@boroughgraph/schema/process/made-before.ts';
import { textsOf } from '@boroughgraph/schema/subgraph-schema.ts';
import {
  buildASTSchema,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  graphqlSync,
  parse,
  validateSchema,
  version,
} from 'graphql';
import type { ServedSubgraph } from '../series/served-subgraph.ts';

/** What a schema is made of. */
export type SchemaParts = Pick<ServedSubgraph, 'name' | 'typeDefs' | 'resolvers'>;

/**
 * The schema of a subgraph with what gateways need of it, as `@apollo/subgraph` builds it: that is a quarter of the processor time in which an
 * agency starts. The library writes the whole schema down, reads that again, and answers with it what it is asked about itself; this text is
 * kept for the next start, which then needs no more of the library than its resolvers.
 *
 * @param folder - Where it is kept. @default where Node keeps compiled code
 * @throws {GraphQLError} when what the subgraph says is no valid schema.
 */
export function federatedSchemaOf(parts: SchemaParts, folder?: string): GraphQLSchema {
  const making = describeMaking(parts);
  const known = making && findMade(making, folder);
  if (known !== null) return readSchema(known, parts);
  const schema = build(parts);
  // What is kept is believed: it must be as valid as what Apollo Server would start with.
  if (making !== null && validateSchema(schema).length === 0) keepMade(making, readDescription(schema), folder);
  return schema;
}

const load = createRequire(import.meta.url);

/** Null where it is not known what its document says. */
function describeMaking({ name, typeDefs }: SchemaParts): Making | null {
  const texts = textsOf(typeDefs);
  if (texts === null) return null;
  // It says which versions it needs of the rest of Apollo's.
  const library = readFileSync(load.resolve('@apollo/subgraph/package.json'), 'utf8');
  return { name: `schema-${name}`, of: [version, library, ...texts] };
}

function build({ typeDefs, resolvers }: SchemaParts): GraphQLSchema {
  // Loaded only here. Its types are not known to what loads it.
  const { buildSubgraphSchema } = load('@apollo/subgraph') as typeof Subgraphs;
  return buildSubgraphSchema({ typeDefs, resolvers: mapOf(resolvers) });
}

/** What the schema says of itself to gateways, with all that the library has added. */
function readDescription(schema: GraphQLSchema): string {
  const { data } = graphqlSync({ schema, source: '{ _service { sdl } }' });
  const { sdl } = data?.['_service'] as { readonly sdl: string };
  return sdl;
}

function readSchema(sdl: string, { resolvers }: SchemaParts): GraphQLSchema {
  const schema = buildASTSchema(parse(sdl, { noLocation: true }), { assumeValid: true, assumeValidSDL: true });
  const query = schema.getQueryType()?.name ?? 'Query';
  addResolversToSchema(schema, { [query]: { _service: () => ({ sdl }), _entities: findEntities } });
  addResolversToSchema(schema, {
    _Entity: { __resolveType: ({ __typename }: { readonly __typename: string }) => __typename },
  });
  addResolversToSchema(schema, mapOf(resolvers));
  return schema;
}

/** As the library does it. */
const findEntities: GraphQLFieldResolver<unknown, unknown, { readonly representations: unknown }> = (...asked) => {
  const [, { representations }, context, info] = asked;
  return entitiesResolver({ representations, context, info });
};

/** In the form that the library takes; each subgraph's own types have checked what it cannot know. */
const mapOf = (resolvers: SchemaParts['resolvers']) => resolvers as GraphQLResolverMap<unknown>;
