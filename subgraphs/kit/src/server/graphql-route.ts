import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import { createDocumentReader, type DocumentReader } from '@boroughgraph/schema/http/document-reader.ts';
import { letGo } from '@boroughgraph/schema/http/let-go.ts';
import { refuseUnparsable } from '@boroughgraph/schema/http/unparsable-operations.ts';
import { writeAnswer } from '@boroughgraph/schema/http/write-answer.ts';
import { fetchLimits } from '@boroughgraph/schema/operation-limits/operation-limits.ts';
import { graphqlPath } from '@boroughgraph/schema/wire/paths.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createRequestContext, type RequestContext } from '../series/context.ts';
import { executedBy } from './agency-executor.ts';
import { type AgencySchema, agencySchemaOf } from './agency-schema.ts';
import { inTurn } from './check-hooks.ts';
import { KnownQuestions } from './known-questions.ts';
import { type AdmitOperation, createAdmission, limitCost } from './limit-cost.ts';
import { limitRepresentations } from './limit-representations.ts';
import { maskErrors } from './mask-errors.ts';
import { nameSamples } from './name-samples.ts';
import { watchRequest } from './request-end.ts';
import { tellCatalogue } from './tell-catalogue.ts';
import { type Teller, tellExtensions } from './tell-extensions.ts';
import { tellTouched } from './tell-touched.ts';
import type { ThingsRouteOptions } from './things-route.ts';

/** What is answered at the route, and to whom. */
export interface GraphqlRouteOptions extends ThingsRouteOptions {
  /** Whether it answers nothing about its schema. */
  readonly hidesSchema: boolean;
  /** Whether no gateway asks it. */
  readonly isAlone: boolean;
}

/** Where the gateway asks an agency. */
export async function addGraphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): Promise<void> {
  const { entrance, subgraph, hidesSchema, isAlone, serverId } = options;
  const { schema, execute } = agencySchemaOf(subgraph);
  const reader = createDocumentReader({ limits: fetchLimits, hidesSchema });
  const admit = createAdmission(schema);
  const tellers = [nameSamples, tellCatalogue(serverId), ...(isAlone ? [] : [tellTouched])];
  const known = new KnownQuestions({ documents: reader.documents, admit, execute, tellers });
  const server = createGraphQLServer(app, { schema, execute, reader, admit, tellers, hidesSchema });
  await server.start();
  const contexts = new WeakMap<FastifyRequest, RequestContext>();
  const answerByServer = fastifyApolloHandler(server, {
    context: (request, reply) => Promise.resolve(contexts.get(request) ?? contextOf(request, reply, options)),
  });
  app.route({
    method: ['GET', 'POST'],
    url: graphqlPath,
    onRequest: inTurn(entrance.checkHeaders),
    // A request without a body has passed no check of one.
    preHandler: [refuseUnparsable(fetchLimits), inTurn(entrance.viewerOf)],
    handler: async (request, reply): Promise<unknown> => {
      const question = known.find(request);
      if (question === null) return answerByServer.call(app, request, reply);
      const context = contextOf(request, reply, options);
      const answer = await known.answer(question, context, (header) => Boolean(request.headers[header]));
      if (answer !== null) return reply.header('content-type', 'application/json; charset=utf-8').send(answer);
      contexts.set(request, context);
      return answerByServer.call(app, request, reply);
    },
  });
}

function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { entrance, subgraph, readings }: ThingsRouteOptions,
): RequestContext {
  const of = { requestId: request.id, viewer: entrance.viewerOf(request), agency: subgraph, readings };
  const { findable } = subgraph;
  const context = createRequestContext({ ...of, findable, wanted: watchRequest(request, reply) });
  // Comes after the last byte of the answer, and when whoever asked goes before.
  reply.raw.once('close', () => context.room.leave?.());
  return context;
}

interface GraphQLServerOptions extends AgencySchema {
  readonly reader: DocumentReader;
  readonly admit: AdmitOperation;
  readonly tellers: readonly Teller[];
  readonly hidesSchema: boolean;
}

function createGraphQLServer(
  app: FastifyInstance,
  { schema, execute, reader, admit, tellers, hidesSchema }: GraphQLServerOptions,
): ApolloServer<RequestContext> {
  // The gateway reads what is long line by line.
  const written = letGo((result) => writeAnswer(result, { inLines: true }));
  return new ApolloServer<RequestContext>({
    gateway: executedBy(schema, execute),
    introspection: true,
    // Nobody registers queries with an agency.
    persistedQueries: false,
    ...reader.options,
    includeStacktraceInErrorResponses: false,
    stringifyResult: written.stringifyResult,
    // The process ends when its start says so, after the store is closed.
    stopOnTerminationSignals: false,
    plugins: [
      reader.plugin,
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginInlineTraceDisabled(),
      // It would look at every field of an answer for hints that no schema here has.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      limitRepresentations(),
      limitCost(admit),
      maskErrors({ log: app.log, hidesSchema }),
      tellExtensions(tellers),
      written.plugin,
    ],
  });
}
