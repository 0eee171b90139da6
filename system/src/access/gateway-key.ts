import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { DataFolder } from '../stores/data-folder.ts';
import { ensureKey } from './development-key.ts';

/**
 * With which the gateway speaks to subgraphs: the key that `npm run subgraph:key` has made for partners who run one, or else one that is
 * made at each start and told to these processes alone, so that only this gateway is answered by these subgraphs.
 *
 * @throws {Problem} when there is one in the data folder that cannot be read.
 */
export function gatewayKeyOf(folder: DataFolder): KeyObject {
  return existsSync(folder.gatewayKey)
    ? ensureKey(folder.gatewayKey, folder)
    : generateKeyPairSync('ed25519').privateKey;
}
