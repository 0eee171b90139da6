import { runServer } from '@boroughgraph/schema/process/run-server.ts';
import type { CallerIssuer } from './callers/caller-issuer.ts';
import { developmentIssuer } from './callers/development-issuer.ts';
import { readIssuers } from './callers/read-issuers.ts';
import { type GatewaySettings, readEnvironment } from './environment.ts';
import { readPageOperations } from './supergraph/page-operations.ts';
import { readNamedOperations, readRegisteredOperations, readSupergraph } from './supergraph/schema-files.ts';
import { readPublished } from './trusted-documents/read-safelist.ts';
import { startGateway, type RunningGateway } from './server.ts';
import { listAgencies } from './supergraph/supergraph-agencies.ts';

await runServer({ name: 'The gateway', start });

/** The supergraph comes first: it alone says which agencies there are, and so which variables. */
async function start(): Promise<RunningGateway> {
  const supergraphSdl = await readSupergraph();
  const settings = readEnvironment(process.env, listAgencies(supergraphSdl));
  const registeredOperations = [...(await readRegisteredOperations()), ...(await readPageOperations())];
  const { safelistPath } = settings;
  const safelist = safelistPath === null ? null : [...(await listNamed()), ...(await readPublished(safelistPath))];
  const issuers = await issuersOf(settings);
  return startGateway({ ...settings, supergraphSdl, registeredOperations, safelist, issuers });
}

/** What the repository itself publishes is trusted by every gateway. */
async function listNamed(): Promise<readonly string[]> {
  return [...(await readNamedOperations()).map(({ text }) => text), ...(await readPageOperations())];
}

async function issuersOf({ issuersPath, developmentKey }: GatewaySettings): Promise<readonly CallerIssuer[]> {
  if (issuersPath !== null) return readIssuers(issuersPath);
  return developmentKey === null ? [] : [developmentIssuer(developmentKey)];
}
