import './telemetry-off.ts';
import { ApolloGateway } from '@apollo/gateway';
import { buildASTSchema, parse } from 'graphql';
import type { AgencyConnection } from './agency-connection.ts';
import { AgencySource } from './agency-source.ts';

/** What a gateway is made of. */
export type GatewayParts = {
  readonly supergraphSdl: string;
  /** One for each subgraph of the supergraph, by its name. */
  readonly connections: ReadonlyMap<string, AgencyConnection>;
  readonly logger: GatewayLogger;
};

/** Where the gateway writes what happens to it. */
export type GatewayLogger = Record<'debug' | 'info' | 'warn' | 'error', (message: unknown) => void>;

/**
 * A gateway over a composed supergraph, which it loads from the text and never from the network.
 *
 * The addresses in the supergraph are not used: each agency is reached through its connection.
 *
 * @throws {Error} when it is loaded, if the supergraph is not valid or has a subgraph without a connection.
 */
export function createGateway({ supergraphSdl, connections, logger }: GatewayParts): ApolloGateway {
  const schema = buildASTSchema(parse(supergraphSdl, { noLocation: true }), {
    assumeValidSDL: true,
    assumeValid: true,
  });
  return new ApolloGateway({
    supergraphSdl,
    logger,
    // Off by default where NODE_ENV is production; a corrupt artefact is better found at start everywhere.
    validateSupergraph: true,
    // On by default where NODE_ENV is not production; a plan is nobody's business but ours.
    __exposeQueryPlanExperimental: false,
    buildService: ({ name: agency }) => {
      const connection = connections.get(agency);
      if (!connection) throw new Error(`The supergraph has a subgraph "${agency}", for which there is no address`);
      return new AgencySource({ agency, connection, schema });
    },
  });
}
