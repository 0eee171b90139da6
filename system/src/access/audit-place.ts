import type { AuditPlace } from '@boroughgraph/gateway/audit/audit-chain.ts';
import { auditFolderVariable, auditKeyVariable } from '@boroughgraph/schema/process/gateway-key-variables.ts';
import { type Environment, readVariables } from '@boroughgraph/schema/process/environment.ts';
import type { Settings } from '../settings.ts';
import { ensureKey } from './development-key.ts';

/**
 * Where the gateway of this system writes down what is asked, and its key: what the variables say, or else the data folder, with a key that
 * is made where there is none.
 *
 * @throws {Problem} when the key can neither be read nor made.
 */
export function findAudit({ folder }: Settings, environment: Environment): AuditPlace {
  const given = readVariables(environment, { folder: auditFolderVariable, key: auditKeyVariable });
  return { folder: given.folder ?? folder.audit, key: given.key ?? ensureKey(folder.auditKey, folder) };
}
