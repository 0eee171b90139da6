import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { signingKeyVariable } from '@boroughgraph/schema/process/gateway-key-variables.ts';
import { graphqlPath } from '@boroughgraph/schema/wire/paths.ts';
import { requestIdHeader } from '@boroughgraph/schema/wire/request-id.ts';
import { anonymousViewer, viewerHeader } from '@boroughgraph/schema/wire/viewer.ts';
import { writeViewerToken } from '@boroughgraph/schema/wire/viewer-token.ts';
import type { Sent } from './attack.ts';

/** Sends to agencies as their gateway does, which alone they answer: what a client has written comes to them through it. */
export class GatewayVoice {
  readonly #key: KeyObject;
  #sent = 0;

  /**
   * @param pid - A running gateway, which was told its key when it was started.
   * @throws {Error} when it was told none, or the system does not say what it was told.
   */
  constructor(pid: number) {
    const prefix = `${signingKeyVariable.name}=`;
    const told = readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .find((each) => each.startsWith(prefix));
    if (told === undefined) throw new Error('The gateway has no key to sign with');
    const key = Buffer.from(told.slice(prefix.length), 'base64');
    this.#key = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  }

  /** The same request with the token of the gateway; null for one that it never sends. */
  sign(sent: Sent, agency: string): Sent | null {
    if (sent.kind === 'raw' || sent.method !== 'POST' || sent.path !== graphqlPath) return null;
    if (typeof sent.body !== 'string') return null;
    this.#sent += 1;
    const requestId = `attack-${this.#sent}`;
    const token = writeViewerToken({ viewer: anonymousViewer, agency, requestId, body: sent.body }, this.#key);
    return { ...sent, headers: { ...sent.headers, [requestIdHeader]: requestId, [viewerHeader]: token } };
  }
}
