import type { KeyObject } from 'node:crypto';
import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import { developmentAudience, developmentIssuerName } from '@boroughgraph/schema/process/development-callers.ts';
import { SignJWT } from 'jose';
import type { TokenToMake } from '../access-commands.ts';
import { Problem } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { say } from '../terminal.ts';
import { ensureKey, hasIssuers } from './development-key.ts';

/**
 * Prints a token that the gateway of this data folder believes for an hour.
 *
 * @throws {Problem} where issuers vouch for callers, so that nobody believes it.
 */
export async function printToken(settings: Settings, environment: Environment, token: TokenToMake): Promise<void> {
  if (hasIssuers(environment))
    throw new Problem('CALLER_ISSUERS names who vouches for callers: a token that is made here is believed by nobody.');
  say(await makeToken(ensureKey(settings.folder.developmentKey, settings.folder), token));
}

/** A token that names somebody who develops, for an hour. */
export function makeToken(key: KeyObject, { organisation, scopes, purposes }: TokenToMake): Promise<string> {
  return new SignJWT({ organisation, role: 'developer', scope: scopes.join(' '), purposes })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(developmentIssuerName)
    .setAudience(developmentAudience)
    .setSubject('developer')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(key);
}
