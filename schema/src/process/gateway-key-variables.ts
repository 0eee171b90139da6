import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Variable } from './environment.ts';

/** `GATEWAY_SIGNING_KEY`: with which a gateway signs who asks; null where it tells agencies of nobody. */
export const signingKeyVariable: Variable<KeyObject | null> = {
  name: 'GATEWAY_SIGNING_KEY',
  schema: z.string().transform((text, context) => readKey(text, readPrivate) ?? unusable(context)),
  fallback: null,
  expected: 'an Ed25519 private key, as PKCS #8 in base64',
  example: '$(openssl genpkey -algorithm ed25519 -outform DER | base64 -w0)',
  says: 'With which the gateway signs for agencies who asks; agencies have its public half in GATEWAY_KEYS.',
  isSecret: true,
};

/** `AUDIT_FOLDER`: where a gateway writes down what is asked; null where it writes nothing down. */
export const auditFolderVariable: Variable<string | null> = {
  name: 'AUDIT_FOLDER',
  schema: z.string(),
  fallback: null,
  expected: 'a folder for the records of what named callers ask',
  example: '/var/lib/boroughgraph/audit',
  says: 'Where the gateway writes down what named callers ask.',
};

/** `AUDIT_SIGNING_KEY`: with which a gateway signs what it writes down; null where it writes nothing down. */
export const auditKeyVariable: Variable<KeyObject | null> = {
  ...signingKeyVariable,
  name: 'AUDIT_SIGNING_KEY',
  says: 'With which the gateway signs what it writes down.',
};

/** `GATEWAY_KEYS`: the public keys of the gateways that an agency answers; none where it is alone. */
export const gatewayKeysVariable: Variable<readonly KeyObject[]> = {
  name: 'GATEWAY_KEYS',
  schema: z.string().transform((text, context) => {
    const keys = text.split(',').map((each) => readKey(each, readPublic));
    return keys.flatMap((key) => key ?? unusable(context));
  }),
  fallback: [],
  expected: 'Ed25519 public keys, as SPKI in base64, with commas between them',
  example: '$(openssl pkey -in gateway-key.der -inform DER -pubout -outform DER | base64 -w0)',
  says: 'The gateways that are answered, by their public keys; without any the server is alone and answers its own machine.',
};

/** A private key as text for {@link signingKeyVariable}. */
export function writeSigningKey(key: KeyObject): string {
  return key.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

/** A public key as text for {@link gatewayKeysVariable}. */
export function writeGatewayKey(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).toString('base64');
}

const readPrivate = (der: Buffer): KeyObject => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
const readPublic = (der: Buffer): KeyObject => createPublicKey({ key: der, format: 'der', type: 'spki' });

function readKey(text: string, read: (der: Buffer) => KeyObject): KeyObject | null {
  try {
    const key = read(Buffer.from(text.trim(), 'base64'));
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

function unusable(context: z.RefinementCtx): never {
  context.addIssue({ code: 'custom', message: 'no such key' });
  return z.NEVER;
}
