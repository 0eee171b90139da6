import { type Environment, EnvironmentError } from '@boroughgraph/schema/process/environment.ts';
import type { CallerIssuer } from './callers/caller-issuer.ts';
import { developmentIssuer } from './callers/development-issuer.ts';
import { readIssuers } from './callers/read-issuers.ts';
import { type GatewaySettings, readAgencyUrls, readEnvironment, readSupergraphSettings } from './environment.ts';
import { listTags } from './supergraph/contract.ts';
import { readPageOperations } from './supergraph/page-operations.ts';
import { readNamedOperations, readRegisteredOperations, readSupergraph } from './supergraph/schema-files.ts';
import { describeUnpublished, findUnpublished } from './supergraph/unpublished-changes.ts';
import { readPublished } from './trusted-documents/read-safelist.ts';
import { startGateway, type RunningGateway } from './server.ts';
import { listAgencies } from './supergraph/supergraph-agencies.ts';
import { type FoundSupergraph, placeOf, type SupergraphPlace } from './supergraph/supergraph-place.ts';

/**
 * Starts a gateway as its variables say. The supergraph comes first: it alone says which agencies there are, and so which variables.
 *
 * @throws {EnvironmentError} naming what cannot be used, and as {@link startGateway} does.
 */
export async function startFromEnvironment(environment: Environment): Promise<RunningGateway> {
  const place = findPlace(readSupergraphSettings(environment));
  const first = await readFirst(place);
  const settings = readEnvironment(environment, listAgencies(first.supergraphSdl));
  requireTags(settings.hiddenTags, first.supergraphSdl);
  const urlsOf = (supergraphSdl: string) => readAgencyUrls(environment, listAgencies(supergraphSdl));
  const watched = place && { place, first, urlsOf, unpublished: describeUnpublishedOf(first) };
  const { supergraphSdl } = first;
  const registeredOperations = [...(await readRegisteredOperations()), ...(await readPageOperations()).planned];
  const { safelistPath } = settings;
  const safelist = safelistPath === null ? null : [...(await listNamed()), ...(await readPublished(safelistPath))];
  const issuers = await issuersOf(settings);
  return startGateway({ ...settings, supergraphSdl, watched, registeredOperations, safelist, issuers });
}

/** A tag that is misspelt would hide nothing: better nobody is answered. @throws {EnvironmentError} naming it. */
function requireTags(hidden: readonly string[], supergraphSdl: string): void {
  if (hidden.length === 0) return;
  const tags = listTags(supergraphSdl);
  const unknown = hidden.filter((tag) => !tags.includes(tag));
  if (unknown.length === 0) return;
  throw new EnvironmentError(
    `SUPERGRAPH_WITHOUT names ${unknown.join(', ')}, and nothing of the graph is tagged so: it has ${tags.join(', ') || 'no tags'}`,
  );
}

/** What the repository itself publishes is trusted by every gateway. */
async function listNamed(): Promise<readonly string[]> {
  const { planned, onDemand } = await readPageOperations();
  return [...(await readNamedOperations()).map(({ text }) => text), ...planned, ...onDemand];
}

function findPlace({
  supergraph,
  supergraphKeys,
}: Pick<GatewaySettings, 'supergraph' | 'supergraphKeys'>): SupergraphPlace | null {
  return supergraph === null ? null : placeOf(supergraph, supergraphKeys);
}

/** What lies there, or what the repository has while nobody has published. */
async function readFirst(place: SupergraphPlace | null): Promise<FoundSupergraph> {
  const found = await place?.read(null, new AbortController().signal);
  return found ?? { supergraphSdl: await readSupergraph(), version: null, mark: '' };
}

/** What is published outlives a change of the code: whoever has changed it should hear that it is not served yet. */
function describeUnpublishedOf({ version, subgraphs = null }: FoundSupergraph): string | null {
  return version === null || subgraphs === null ? null : describeUnpublished(version, findUnpublished(subgraphs));
}

async function issuersOf({ issuersPath, developmentKey }: GatewaySettings): Promise<readonly CallerIssuer[]> {
  if (issuersPath !== null) return readIssuers(issuersPath);
  return developmentKey === null ? [] : [developmentIssuer(developmentKey)];
}
