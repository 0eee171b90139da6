import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { createDocumentReader } from '@boroughgraph/schema/http/document-reader.ts';
import { letGo } from '@boroughgraph/schema/http/let-go.ts';
import { writeAnswer } from '@boroughgraph/schema/http/write-answer.ts';
import type { Audit } from '../audit/audit.ts';
import { auditPlugin } from '../audit/audit-plugin.ts';
import { emptyNamePlugin } from '../operations/empty-name-plugin.ts';
import { completenessPlugin } from '../operations/completeness-plugin.ts';
import { stepsPlugin } from '../operations/steps-plugin.ts';
import { costPlugin } from '../operations/cost-plugin.ts';
import { errorPlugin } from '../errors/error-plugin.ts';
import { suggestionPlugin } from '../errors/suggestion-plugin.ts';
import type { GatewayContext } from './gateway-context.ts';
import { operationLimits } from '../limits.ts';
import { samplePlugin } from '../operations/sample-plugin.ts';
import { tablePlugin } from '../takeaway/table-plugin.ts';
import { answerOperation } from '../operations/answer-operation.ts';
import { usagePlugin } from '../usage/usage-plugin.ts';
import { writePublicErrors } from '../errors/public-errors.ts';
import type { PersistedQueries } from '../trusted-documents/persisted-queries.ts';
import type { Generation } from '../supergraph/generation.ts';

/** Where the server writes what happens to it. */
export type GraphQLServerLogger = Record<'debug' | 'info' | 'warn' | 'error', (message: unknown) => void>;

/** How the server over a generation behaves. */
export interface GraphQLServerOptions {
  readonly logger: GraphQLServerLogger;
  /** Whether it answers nothing about its schema. */
  readonly hidesSchema: boolean;
  /** Where operations are kept that clients name by their SHA-256. */
  readonly persistedQueries: PersistedQueries;
  /** Where requests are written down; null where nobody is named. */
  readonly audit: Audit | null;
  /** The share of requests that are written down though they touch nothing but what is for everybody, from 0 to 1. */
  readonly auditShare: number;
}

/** What Apollo Server would do by itself. */
function disabledPlugins(): ApolloServerPlugin[] {
  return [
    // Nothing about operations or schemas is sent anywhere, whatever the environment says.
    ApolloServerPluginUsageReportingDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    // Traces in answers, and a pass over every field for cache hints that nothing here gives.
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginCacheControlDisabled(),
    // The playground is served from /playground, and works offline.
    ApolloServerPluginLandingPageDisabled(),
  ];
}

/** The GraphQL server over one generation: what it accepts, and what it tells clients. Not started yet. */
export function createGraphQLServer(
  generation: Generation,
  { logger, hidesSchema, persistedQueries, audit, auditShare }: GraphQLServerOptions,
): ApolloServer<GatewayContext> {
  const reader = createDocumentReader({ limits: operationLimits, hidesSchema });
  const written = letGo((result) => writeAnswer(result));
  return new ApolloServer<GatewayContext>({
    gateway: answerBy(generation),
    logger,
    introspection: true,
    csrfPrevention: true,
    cache: 'bounded',
    persistedQueries: { cache: persistedQueries },
    ...reader.options,
    includeStacktraceInErrorResponses: false,
    stringifyResult: written.stringifyResult,
    // For what fails before there is an operation; the error plugin rewrites the others, with all that is known by then.
    formatError: (_, error) => {
      const [first] = writePublicErrors([error], { data: undefined, broken: [], requestId: null });
      return first ?? { message: 'Internal server error' };
    },
    plugins: [
      emptyNamePlugin,
      reader.plugin,
      errorPlugin,
      costPlugin(generation.costLimit),
      samplePlugin,
      completenessPlugin,
      stepsPlugin,
      ...(audit === null ? [] : [auditPlugin(audit, auditShare)]),
      usagePlugin(),
      tablePlugin,
      written.plugin,
      ...(hidesSchema ? [suggestionPlugin] : []),
      ...disabledPlugins(),
    ],
    // main.ts stops everything in order.
    stopOnTerminationSignals: false,
  });
}

type ApolloGateway = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];

/** The generation in the form in which Apollo Server takes a gateway: a schema, and what answers operations. */
function answerBy(generation: Generation): ApolloGateway {
  const listeners = new Set<Parameters<ApolloGateway['onSchemaLoadOrUpdate']>[0]>();
  return {
    onSchemaLoadOrUpdate: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: () => {
      const { apiSchema, supergraphSdl: coreSupergraphSdl } = generation;
      for (const listener of listeners) listener({ apiSchema, coreSupergraphSdl });
      return Promise.resolve({
        executor: ({ document, operation, queryHash: documentHash, request: { variables = {} }, context }) =>
          // The context is what the route has made; Apollo Server has lost its type.
          answerOperation(generation, { document, operation, documentHash, variables }, context as GatewayContext),
      });
    },
    // Whoever has made the generation closes it.
    stop: () => Promise.resolve(),
  };
}
