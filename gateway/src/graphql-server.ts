import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { maxTokens } from '@boroughgraph/schema/wire/limits.ts';
import { nestedListsRule } from '@boroughgraph/schema/wire/nested-lists-rule.ts';
import { errorPlugin } from './error-plugin.ts';
import { createGateway } from './gateway.ts';
import type { GatewayParts } from './gateway.ts';
import type { GatewayContext } from './gateway-context.ts';
import { maxSelections } from './limits.ts';
import { writePublicErrors } from './public-errors.ts';
import { safeNamesRule } from './safe-names-rule.ts';

/** The GraphQL server over a gateway: what it accepts, and what it tells clients. Not started yet. */
export function createGraphQLServer(parts: GatewayParts): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    gateway: createGateway(parts),
    logger: parts.logger,
    introspection: true,
    csrfPrevention: true,
    cache: 'bounded',
    // No client registers queries; storing them for anybody who asks would be for nothing.
    persistedQueries: false,
    maxRecursiveSelections: maxSelections,
    parseOptions: { maxLexicalTokens: maxTokens },
    validationRules: [safeNamesRule, nestedListsRule],
    includeStacktraceInErrorResponses: false,
    // For what fails before there is an operation; the error plugin rewrites the others, with all that is known by then.
    formatError: (_, error) => {
      const [first] = writePublicErrors([error], { data: undefined, broken: [], requestId: null });
      return first ?? { message: 'Internal server error' };
    },
    plugins: [
      errorPlugin,
      // Nothing about operations or schemas is sent anywhere, whatever the environment says.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      // Traces in answers, and a pass over every field for cache hints that nothing here gives.
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      // The playground is served from /playground, and works offline.
      ApolloServerPluginLandingPageDisabled(),
    ],
    // main.ts stops everything in order.
    stopOnTerminationSignals: false,
  });
}
