import './telemetry-off.ts';
import { Supergraph } from '@apollo/federation-internals';
import type { Schema } from '@apollo/federation-internals';
import { executeQueryPlan } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { buildASTSchema, getVariableValues, parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { AgencyConnection } from './agency-connection.ts';
import { AgencySource } from './agency-source.ts';
import type { GatewayContext } from './gateway-context.ts';
import { Planner } from './planning/planner.ts';
import { QueryPlans } from './planning/query-plans.ts';
import { findRequiringFields } from './planning/requiring-fields.ts';

/** What a gateway is made of. */
export type GatewayParts = {
  readonly supergraphSdl: string;
  /** One for each subgraph of the supergraph, by its name. */
  readonly connections: ReadonlyMap<string, AgencyConnection>;
  readonly logger: GatewayLogger;
  /** The longest that one operation is planned, in milliseconds. @default 5000 */
  readonly planningMs?: number | undefined;
};

/** Where the gateway writes what happens to it. */
export type GatewayLogger = Record<'debug' | 'info' | 'warn' | 'error', (message: unknown) => void>;

type Gateway = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/**
 * A gateway over a composed supergraph, which it loads from the text and never from the network: Apollo's planner, on a
 * thread of its own, and Apollo's executor.
 *
 * The addresses in the supergraph are not used: each agency is reached through its connection.
 *
 * @throws {Error} when it is loaded, if the supergraph is not valid or has a subgraph without a connection.
 */
export function createGateway(parts: GatewayParts): Gateway {
  const listeners = new Set<Parameters<Gateway['onSchemaLoadOrUpdate']>[0]>();
  let planner: Planner | null = null;
  return {
    onSchemaLoadOrUpdate: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: () => {
      const supergraph = loadSupergraph(parts);
      planner = new Planner(parts);
      const { apiSchema } = supergraph;
      for (const listener of listeners) listener({ apiSchema, coreSupergraphSdl: parts.supergraphSdl });
      return Promise.resolve({ executor: createExecutor(supergraph, planner) });
    },
    stop: async () => planner?.stop(),
  };
}

/** A supergraph in the forms that answering takes. */
type LoadedSupergraph = {
  /** What clients see, for validating. */
  readonly apiSchema: GraphQLSchema;
  /** The same, for Apollo's executor. */
  readonly clientSchema: Schema;
  /** All of it. */
  readonly schema: GraphQLSchema;
  readonly sources: Record<string, AgencySource>;
};

function loadSupergraph({ supergraphSdl, connections }: GatewayParts): LoadedSupergraph {
  // A corrupt artefact is better found at start, everywhere.
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: true });
  const clientSchema = supergraph.apiSchema();
  const schema = buildASTSchema(parse(supergraphSdl, { noLocation: true }), {
    assumeValidSDL: true,
    assumeValid: true,
  });
  const sources = supergraph.subgraphsMetadata().map(({ name: agency }) => {
    const connection = connections.get(agency);
    if (!connection) throw new Error(`The supergraph has a subgraph "${agency}", for which there is no address`);
    return [agency, new AgencySource({ agency, connection, schema })] as const;
  });
  return { apiSchema: clientSchema.toGraphQLJSSchema(), clientSchema, schema, sources: Object.fromEntries(sources) };
}

function createExecutor({ apiSchema, clientSchema, schema, sources }: LoadedSupergraph, planner: Planner): Executor {
  const plans = new QueryPlans({ schema: apiSchema, requiringFields: findRequiringFields(schema) }, planner);
  return async (context) => {
    const { document, operation, queryHash: documentHash, request } = context;
    const { errors } = getVariableValues(apiSchema, operation.variableDefinitions ?? [], request.variables ?? {});
    if (errors) return { errors };
    const { plan, answered, fragments } = await plans.planOf({ document, operation, documentHash });
    const asked = { schema: apiSchema, operation: answered, fragments };
    return executeQueryPlan(plan, sources, context, asked, schema, clientSchema);
  };
}
