import type { KeyObject } from 'node:crypto';
import { EnvironmentError, type Variable } from '@boroughgraph/schema/process/environment.ts';
import {
  auditFolderVariable,
  auditKeyVariable,
  signingKeyVariable,
} from '@boroughgraph/schema/process/gateway-key-variables.ts';
import { isLoopback } from '@boroughgraph/schema/process/loopback.ts';
import { databaseUrlVariable } from '@boroughgraph/schema/process/variables.ts';
import { agencyNames } from '@boroughgraph/schema/wire/agency-names.ts';
import { z } from 'zod';
import type { AuditPlace } from '../audit/audit-chain.ts';
import { directorySchema } from '../directory/directory-tables.ts';

/** What of the gateway's settings decides who is named, and how it is written down. */
export interface CallerSettings {
  readonly host: string;
  /** A JSON file that lists who vouches for callers; null where it is nobody. */
  readonly issuersPath: string | null;
  /** The public key, as a JWK, whose tokens are believed while the project is developed; null everywhere else. */
  readonly developmentKey: string | null;
  /** The database of the directory, as the role of the gateway; null where there is none. */
  readonly directoryUrl: string | null;
  /** With which agencies are told who asks; null where everybody is anonymous. */
  readonly signingKey: KeyObject | null;
  /** Where requests are written down; null where nobody is named. */
  readonly audit: AuditPlace | null;
}

/** Who vouches for callers. */
export const issuersVariable: Variable<string | null> = {
  name: 'CALLER_ISSUERS',
  schema: z.string(),
  fallback: null,
  expected: 'a JSON file that lists who vouches for callers',
  example: '/etc/boroughgraph/issuers.json',
  says: 'Who vouches for callers; without it nobody is named but on one machine.',
};

/** What `npm start` vouches with. */
export const developmentKeyVariable: Variable<string | null> = {
  name: 'DEVELOPMENT_CALLER_KEY',
  schema: z.string(),
  fallback: null,
  expected: 'a public key of the system on one machine, which sets it by itself',
  example: '{"kty":"OKP", …}',
  says: 'The key whose tokens are believed on one machine; `npm start` sets it.',
};

/** Who is still a colleague of whom. */
export const directoryVariable: Variable<string | null> = {
  ...databaseUrlVariable(
    agencyNames(directorySchema).variables.databaseUrl,
    'The directory of colleagues and keys, as the role of the gateway; needed where CALLER_ISSUERS is set.',
  ),
  fallback: null,
};

/**
 * Refuses settings by which callers are named and something that this takes is missing. A key that anybody with the data folder has must
 * not be believed beside those of issuers, nor by other machines.
 *
 * @throws {EnvironmentError} naming the variable, and one that could be.
 */
export function requireKeys({
  host,
  issuersPath,
  developmentKey,
  directoryUrl,
  signingKey,
  audit,
}: CallerSettings): void {
  if (developmentKey !== null && (issuersPath !== null || !isLoopback(host)))
    throw new EnvironmentError(
      'DEVELOPMENT_CALLER_KEY is set beside CALLER_ISSUERS, or where other machines reach the gateway: leave it out. It is for one machine alone.',
    );
  if (issuersPath !== null && directoryUrl === null)
    throw new EnvironmentError(
      `${directoryVariable.name} is missing: who vouches for callers is known, and not who is still a colleague of theirs. It must be ${directoryVariable.expected}. Example: ${directoryVariable.name}=${directoryVariable.example}`,
    );
  if (issuersPath === null && developmentKey === null && directoryUrl === null) return;
  if (audit === null)
    throw new EnvironmentError(
      `${auditFolderVariable.name} and ${auditKeyVariable.name} are missing: callers are named, and what they ask cannot be written down. Example: ${auditFolderVariable.name}=${auditFolderVariable.example} ${auditKeyVariable.name}=${auditKeyVariable.example}`,
    );
  if (signingKey === null)
    throw new EnvironmentError(
      `${signingKeyVariable.name} is missing: callers are named, and agencies cannot be told who asks. It must be ${signingKeyVariable.expected}. Example: ${signingKeyVariable.name}=${signingKeyVariable.example}`,
    );
}
