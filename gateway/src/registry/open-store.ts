import { createPublicKey, type KeyObject } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Environment, readVariables } from '@boroughgraph/schema/process/environment.ts';
import { hiddenTagsVariable, supergraphKeysVariable } from '../supergraph/supergraph-variables.ts';
import { usageFolderVariable } from '../usage/usage-variables.ts';
import type { VersionStore } from './publish.ts';
import { ensurePublisherKey } from './publisher-key.ts';
import { readRecordedOperations } from './recorded-operations.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where versions lie, and with which key they are signed. */
export interface StorePlaces {
  /** Null for `published` in the data folder. */
  readonly folder: string | null;
  /** A file; null for `publisher-key.json` in the data folder. */
  readonly key: string | null;
  /** The tags that gateways leave out, in the words of SUPERGRAPH_WITHOUT, beside what that says here. */
  readonly without: readonly string[];
}

const dataFolder = (environment: Environment) => resolve(root, environment['BOROUGHGRAPH_DATA'] || '.data');

/** Where gateways count what is asked: as they are told, or in the data folder. */
export function usageFolder(environment: Environment): string {
  return resolve(environment[usageFolderVariable.name] || resolve(dataFolder(environment), 'usage'));
}

/**
 * The key with which the gateway of `npm start` speaks to subgraphs that partners run: a file of the data folder, made where there is none.
 * It is used from the next start.
 */
export function openGatewayKey(environment: Environment): KeyObject {
  return ensurePublisherKey(resolve(dataFolder(environment), 'gateway-key.json'));
}

/**
 * The store of versions that a command works with: by what it was told, or else that of the system on this machine.
 *
 * @throws {EnvironmentError} when SUPERGRAPH_KEYS or SUPERGRAPH_WITHOUT is set and cannot be used, or what is left out is no tags.
 */
export async function openStore(
  { folder, key, without }: StorePlaces,
  environment: Environment,
): Promise<VersionStore> {
  const data = dataFolder(environment);
  const own = ensurePublisherKey(key ?? resolve(data, 'publisher-key.json'));
  const { others } = readVariables(environment, { others: supergraphKeysVariable });
  const given = [environment[hiddenTagsVariable.name], ...without].map((text) => ({ [hiddenTagsVariable.name]: text }));
  return {
    folder: folder ?? resolve(data, 'published'),
    key: own,
    keys: [createPublicKey(own), ...others],
    operations: await readRecordedOperations(),
    variants: given.map((each) => readVariables(each, { tags: hiddenTagsVariable }).tags),
  };
}
