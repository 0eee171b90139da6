import { startFromEnvironment } from '@boroughgraph/gateway/start-from-environment.ts';
import type { ServedSubgraph } from '@boroughgraph/kit/series/served-subgraph.ts';
import { readEnvironment } from '@boroughgraph/kit/server/environment.ts';
import { listenAsAgency } from '@boroughgraph/kit/server/start.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { findRestrictedRelease } from '@boroughgraph/kit/store/restricted-release.ts';
import { type RunningServer, runServer } from '@boroughgraph/schema/process/run-server.ts';
import { importAgencies } from '../agencies.ts';
import { embeddedVariable, readAgencyEnvironments } from './agency-environments.ts';

/*
 * The gateway and all agencies in one process: each at its port, with its environment, as apart. For open figures alone.
 */

await runServer({ name: 'The system in one process', start });

async function start(): Promise<RunningServer> {
  const agencies = readAgencyEnvironments(process.env[embeddedVariable] ?? '');
  const subgraphs = await importAgencies(Object.keys(agencies));
  const running = await Promise.all(
    [...subgraphs].map(async ([slug, subgraph]) => {
      const environment = { ...process.env, ...agencies[slug] };
      await requireOpen(slug, subgraph, environment);
      return listenAsAgency(subgraph, environment);
    }),
  );
  const gateway = await startFromEnvironment(process.env);
  return {
    port: gateway.port,
    close: async () => {
      await gateway.close();
      await Promise.all(running.map((agency) => agency.close()));
    },
  };
}

/** @throws where the store of an agency has figures that only some may read. */
async function requireOpen(slug: string, subgraph: ServedSubgraph, environment: NodeJS.ProcessEnv): Promise<void> {
  const { databaseUrl: url } = readEnvironment(subgraph, environment);
  const database = openStore({ url, schema: subgraph.databaseSchema, connections: 1 });
  try {
    const release = await findRestrictedRelease(database);
    if (release === null) return;
    throw new Error(
      `${slug} has ${release}, of which only named users may read something, and --embedded serves open figures alone: start without --embedded, or recall the release`,
    );
  } finally {
    await database.close();
  }
}
