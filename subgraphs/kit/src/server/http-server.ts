import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/index.js';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import Fastify, { type FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { StoreDatabase } from '../store/database.ts';
import { type CatalogueReader, createCatalogueReader } from '../store/read-catalogue.ts';
import { createRequestContext, type RequestContext } from './context.ts';
import { fromStore } from './errors.ts';
import { maskErrors } from './mask-errors.ts';
import type { Subgraph } from './subgraph.ts';

/** Bytes of a request at most: the references of 2,000 areas take a tenth of it. */
const bodyLimit = 1024 * 1024;

/** A server of one subgraph over its store, ready to listen: `/graphql`, `/playground`, `/health` (alive) and `/ready` (its store answers). */
export async function createHttpServer(
  subgraph: Subgraph,
  database: StoreDatabase,
  logLevel: string,
): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit,
    logger: logLevel === 'silent' ? false : { level: logLevel },
    genReqId: (request) => knownRequestId(request.headers['x-request-id']),
  });
  const readCatalogue = createCatalogueReader(database);
  const server = createGraphQLServer(subgraph, app);
  await server.start();
  await app.register(fastifyApollo(server), {
    path: '/graphql',
    context: (request) =>
      Promise.resolve(createRequestContext({ requestId: request.id, agency: subgraph, database, readCatalogue })),
  });
  addHealthRoutes(app, subgraph, readCatalogue);
  addPlaygroundRoutes(app, subgraph);
  return app;
}

function createGraphQLServer(subgraph: Subgraph, app: FastifyInstance): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema: buildSubgraphSchema({ typeDefs: subgraph.typeDefs, resolvers: resolverMap(subgraph) }),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // The process ends when its start says so, after the store is closed.
    stopOnTerminationSignals: false,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      maskErrors(app.log),
    ],
  });
}

function addHealthRoutes(app: FastifyInstance, { name }: Subgraph, readCatalogue: CatalogueReader): void {
  app.get('/health', () => ({ agency: name, status: 'alive' }));
  app.get('/ready', async (_request, reply) => {
    const isReady = await fromStore(readCatalogue()).then(
      () => true,
      () => false,
    );
    const status = isReady ? 'ready' : 'its store does not answer';
    return reply.status(isReady ? 200 : 503).send({ agency: name, status });
  });
}

function addPlaygroundRoutes(app: FastifyInstance, { title }: Subgraph): void {
  const page = renderGraphiQL({ title: `${title}: playground`, endpoint: '/graphql' });
  app.get('/playground', (_request, reply) => reply.type('text/html').send(page));
  app.get('/', (_request, reply) => reply.redirect('/playground'));
}

/** The resolvers in the form that the library takes; each subgraph's own types have checked what it cannot know. */
function resolverMap({ resolvers }: Subgraph): GraphQLResolverMap<unknown> {
  return resolvers as GraphQLResolverMap<unknown>;
}

/** The id that the gateway sent along; a new one where there is none that could be one. */
function knownRequestId(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' && /^[\w-]{8,64}$/.test(header) ? header : randomUUID();
}
