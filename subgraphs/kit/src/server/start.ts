import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import { type RunningServer, runServer } from '@boroughgraph/schema/process/run-server.ts';
import { traceServer } from '@boroughgraph/schema/tracing/trace-server.ts';
import { openStore } from '../store/database.ts';
import { openAgencyMetrics } from './agency-metrics.ts';
import { readEnvironment } from './environment.ts';
import { createSubgraphServer } from './http-server.ts';
import type { ServedSubgraph } from '../series/served-subgraph.ts';

/** Runs one subgraph as a process: variables, then database, then server. Never rejects. */
export async function startSubgraph(subgraph: ServedSubgraph): Promise<void> {
  await runServer({ name: `The subgraph ${subgraph.name}`, start: () => listenAsAgency(subgraph, process.env) });
}

/**
 * Serves one subgraph as variables say, and resolves when it listens.
 *
 * @throws {EnvironmentError} naming every variable that cannot be used; or when the port cannot be had.
 */
export async function listenAsAgency(subgraph: ServedSubgraph, environment: Environment): Promise<RunningServer> {
  const { port, host, databaseUrl, listenUrl, storeConnections, metrics, tracing, ...options } = readEnvironment(
    subgraph,
    environment,
  );
  const database = openStore({ url: databaseUrl, schema: subgraph.databaseSchema, connections: storeConnections });
  const app = await createSubgraphServer({ subgraph, database, listenUrl, ...options });
  const { activity } = database;
  const door =
    metrics === null ? null : await openAgencyMetrics({ agency: subgraph.name, place: metrics, app, activity });
  // Alone, anybody may be its asker.
  const isAskerTrusted = options.gatewayKeys.length > 0;
  const traced = await traceServer(app, { service: subgraph.name, place: tracing, isAskerTrusted });
  await app.listen({ port, host });
  const [address] = app.addresses();
  return {
    // Another than asked for where that was 0.
    port: typeof address === 'object' ? address.port : port,
    close: async () => {
      await app.close();
      await traced?.close();
      await door?.close();
      await database.close();
    },
  };
}
