import type { KeyObject } from 'node:crypto';
import { writeSigningKey } from '@boroughgraph/schema/process/gateway-key-variables.ts';
import { ensureKey } from '../access/development-key.ts';
import { agencyNames } from '../agency-names.ts';
import { describeGatewayEnvironment, type GatewayAccess } from '../processes/child-environment.ts';
import type { ServersToStart } from './server-programs.ts';

/** What a gateway of this system is told: that it speaks with `key` to all agencies, and by what it lets anybody in. */
export function gatewayEnvironment(
  { settings, environment }: Pick<ServersToStart, 'settings' | 'environment'>,
  key: KeyObject,
  named: Pick<GatewayAccess, 'audit' | 'developmentKey' | 'directoryUrl'>,
): NodeJS.ProcessEnv {
  return describeGatewayEnvironment(environment, settings, {
    agencies: agencyNames,
    signingKey: writeSigningKey(key),
    publisherKey: ensureKey(settings.folder.publisherKey, settings.folder),
    ...named,
  });
}
