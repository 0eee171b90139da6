import { runServer } from '@boroughgraph/schema/process/run-server.ts';
import { readEnvironment } from './environment.ts';
import { readRegisteredOperations, readSupergraph } from './schema-files.ts';
import { startGateway, type RunningGateway } from './server.ts';
import { listAgencies } from './supergraph-agencies.ts';

await runServer({ name: 'The gateway', start });

/** The supergraph comes first: it alone says which agencies there are, and so which variables. */
async function start(): Promise<RunningGateway> {
  const supergraphSdl = await readSupergraph();
  const settings = readEnvironment(process.env, listAgencies(supergraphSdl));
  return startGateway({ ...settings, supergraphSdl, registeredOperations: await readRegisteredOperations() });
}
