import { createPublicKey } from 'node:crypto';
import { writeGatewayKey } from '@boroughgraph/schema/process/gateway-key-variables.ts';
import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import { hasIssuers } from '../access/development-key.ts';
import { gatewayKeyOf } from '../access/gateway-key.ts';
import { directoryName } from '../agency-names.ts';
import { describeSubgraphEnvironment } from '../processes/child-environment.ts';
import { Service } from '../processes/service.ts';
import { Problem } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { type AgencyEnvironments, embeddedVariable } from './agency-environments.ts';
import { gatewayEnvironment } from './gateway-environment.ts';
import type { ServersToStart } from './server-programs.ts';

/** What one server by itself has is not enough for five that answer something large at once. */
const memoryFlags = ['--max-semi-space-size=16', '--max-old-space-size=1024'];

/** Starts one process in which the gateway and all agencies serve at their ports, each told what it is told apart; nobody is named there. */
export function startTogether(
  { settings, environment, programs, databases, logs, shutdown }: ServersToStart,
  resources: AsyncDisposableStack,
): readonly Service[] {
  const key = gatewayKeyOf(settings.folder);
  const gatewayKey = writeGatewayKey(createPublicKey(key));
  const gateway = gatewayEnvironment({ settings, environment }, key, {
    audit: null,
    developmentKey: null,
    directoryUrl: null,
  });
  // Their own alone: all else they have from the gateway, and one variable does not hold a whole environment for each.
  const agencies: AgencyEnvironments = Object.fromEntries(
    databases.map((database) => [
      database.agency.slug,
      describeSubgraphEnvironment({}, settings, { database, gatewayKey }),
    ]),
  );
  const service = new Service({
    name: 'embedded',
    script: programs.embedded,
    environment: { ...gateway, [embeddedVariable]: JSON.stringify(agencies) },
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
