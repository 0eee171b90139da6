import { createPublicKey } from 'node:crypto';
import { writeGatewayKey, writeSigningKey } from '@boroughgraph/schema/process/gateway-key-variables.ts';
import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import { ensureKey, hasIssuers } from '../access/development-key.ts';
import { gatewayKeyOf } from '../access/gateway-key.ts';
import { agencyNames, directoryName } from '../agency-names.ts';
import { describeGatewayEnvironment, describeSubgraphEnvironment } from '../processes/child-environment.ts';
import { Service } from '../processes/service.ts';
import { Problem } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { embeddedVariable, type EmbeddedEnvironments } from './embedded-environments.ts';
import type { ServersToStart } from './server-programs.ts';

/** What one server by itself has is not enough for five that answer something large at once. */
const memoryFlags = ['--max-semi-space-size=16', '--max-old-space-size=1024'];

/** Starts one process in which the gateway and all agencies serve at their ports, each told the same as apart; nobody is named there. */
export function startTogether(
  { settings, environment, programs, databases, logs, shutdown }: ServersToStart,
  resources: AsyncDisposableStack,
): readonly Service[] {
  const key = gatewayKeyOf(settings.folder);
  const gatewayKey = writeGatewayKey(createPublicKey(key));
  const gateway = describeGatewayEnvironment(environment, settings, {
    agencies: agencyNames,
    signingKey: writeSigningKey(key),
    audit: null,
    developmentKey: null,
    directoryUrl: null,
    publisherKey: ensureKey(settings.folder.publisherKey, settings.folder),
  });
  const agencies = databases.map((database) => {
    return [
      database.agency.slug,
      describeSubgraphEnvironment(environment, settings, { database, gatewayKey }),
    ] as const;
  });
  const environments: EmbeddedEnvironments = { gateway, agencies: Object.fromEntries(agencies) };
  const service = new Service({
    name: 'embedded',
    script: programs.embedded,
    environment: { ...gateway, [embeddedVariable]: JSON.stringify(environments) },
    memoryFlags,
    log: logs('embedded'),
  });
  resources.defer(() => service.stop(shutdown.hurry));
  return [service];
}

/**
 * One process has what the servers apart keep from each other, so that it serves what everybody may see, and nobody by name.
 *
 * @throws {Problem} where callers are vouched for.
 */
export function requireNobodyNamed({ ownUrls }: Settings, environment: Environment): void {
  const directory = ownUrls.has(directoryName.slug) ? directoryName.variables.databaseUrl : null;
  const given = hasIssuers(environment) ? 'CALLER_ISSUERS' : directory;
  if (given === null) return;
  throw new Problem(
    `--embedded serves open figures to whoever asks, and ${given} says who is named: start without --embedded, where each agency has a process of its own, or leave ${given} out.`,
  );
}
