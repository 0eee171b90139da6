import { createPublicKey, type KeyObject } from 'node:crypto';
import { writeGatewayKey } from '@boroughgraph/schema/process/gateway-key-variables.ts';
import { findAudit } from '../access/audit-place.ts';
import { developmentKeyFor } from '../access/development-key.ts';
import { gatewayKeyOf } from '../access/gateway-key.ts';
import { describeSubgraphEnvironment } from '../processes/child-environment.ts';
import { Service } from '../processes/service.ts';
import { prepareDirectoryStore } from '../stores/prepare-directory.ts';
import { gatewayEnvironment } from './gateway-environment.ts';
import type { ServersToStart } from './server-programs.ts';

/**
 * Starts a process for each agency, and one for the gateway unless an agency is alone: the last is the one that people talk to. They are
 * stopped with `resources`, the gateway first.
 */
export async function startApart(
  servers: ServersToStart,
  resources: AsyncDisposableStack,
): Promise<readonly Service[]> {
  const { settings, environment, programs, only, databases, logs, shutdown } = servers;
  const key = only === null ? gatewayKeyOf(settings.folder) : null;
  const gatewayKey = key === null ? null : writeGatewayKey(createPublicKey(key));
  const subgraphs = databases.map((database) => {
    const { agency } = database;
    return new Service({
      name: agency.slug,
      script: programs.subgraph(agency),
      environment: describeSubgraphEnvironment(environment, settings, { database, gatewayKey }),
      log: logs(agency.slug),
    });
  });
  resources.defer(async () => {
    await Promise.all(subgraphs.map((service) => service.stop(shutdown.hurry)));
  });
  if (key === null) return subgraphs;
  const told = await tellGateway(servers, key);
  const gateway = new Service({ name: 'gateway', script: programs.gateway, environment: told, log: logs('gateway') });
  resources.defer(() => gateway.stop(shutdown.hurry));
  return [...subgraphs, gateway];
}

async function tellGateway(servers: ServersToStart, key: KeyObject): Promise<NodeJS.ProcessEnv> {
  const { settings, environment, directory } = servers;
  if (directory !== undefined) await prepareDirectoryStore(directory);
  const directoryUrl = directory?.readerUrl ?? null;
  const developmentKey = developmentKeyFor(settings, environment);
  const isAnybodyNamed = developmentKey !== null || directoryUrl !== null;
  const audit = isAnybodyNamed ? findAudit(settings, environment) : null;
  return gatewayEnvironment(servers, key, { audit, developmentKey, directoryUrl });
}
