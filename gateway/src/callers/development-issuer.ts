import { EnvironmentError } from '@boroughgraph/schema/process/environment.ts';
import { developmentIssuerName, developmentAudience } from '@boroughgraph/schema/process/development-callers.ts';
import { z } from 'zod';
import { type CallerIssuer, keysOf } from './caller-issuer.ts';

const keySchema = z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });

/**
 * Who vouches for callers on the machine of somebody who develops: whoever has the key in the data folder, for any organisation.
 *
 * @throws {EnvironmentError} when the text is no public key.
 */
export function developmentIssuer(key: string): CallerIssuer {
  return {
    issuer: developmentIssuerName,
    audience: developmentAudience,
    organisations: null,
    algorithms: ['EdDSA'],
    keys: keysOf({ keys: [readKey(key)] }),
  };
}

function readKey(text: string): z.infer<typeof keySchema> {
  try {
    return keySchema.parse(JSON.parse(text));
  } catch {
    throw new EnvironmentError(
      'DEVELOPMENT_CALLER_KEY is no public Ed25519 key as a JWK. Leave it out: the system on one machine sets it by itself.',
    );
  }
}
