import '@boroughgraph/gateway/telemetry-off.ts';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { withAddresses } from '../../bench/subjects/supergraph-file.ts';

/** A gateway to compare ours with. */
export interface StockGateway extends AsyncDisposable {
  /** Its GraphQL endpoint. */
  readonly url: string;
}

/** Starts `@apollo/gateway` with its defaults on Apollo Server with its own, over subgraphs at these addresses. */
export async function startStockGateway(
  supergraph: string,
  addresses: ReadonlyMap<string, string>,
): Promise<StockGateway> {
  const gateway = new ApolloGateway({
    supergraphSdl: withAddresses(supergraph, addresses),
    // The one default that is not kept: failures are made on purpose here, and each would be printed.
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
  const server = new ApolloServer({ gateway, stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
  return { url, [Symbol.asyncDispose]: () => server.stop() };
}

function ignore(): void {
  // Nothing is to be done with a line of the log.
}
