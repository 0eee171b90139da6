import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { developmentAudience, developmentIssuerName } from '@boroughgraph/schema/process/development-callers.ts';
import { importJWK, type JWK, jwtVerify } from 'jose';
import { afterAll, expect, it } from 'vitest';
import { readSettings } from '../settings.ts';
import { describeDataFolder } from '../stores/data-folder.ts';
import { developmentKeyFor, ensureKey } from './development-key.ts';
import { makeToken, printToken } from './print-token.ts';

const root = mkdtempSync(join(tmpdir(), 'boroughgraph-token-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
const folder = describeDataFolder(root);
const settings = { ...readSettings({}), folder };
const token = {
  organisation: 'hackney-council',
  scopes: ['health:restricted'],
  purposes: ['SERIOUS_VIOLENCE_DUTY'] as const,
};

it('A token for development says what it was asked to, for an hour, and the gateway of the same folder alone believes it', async () => {
  expect(developmentKeyFor(settings, {})).toBeNull();
  const signed = await makeToken(ensureKey(folder.developmentKey, folder), token);
  expect(statSync(folder.developmentKey).mode & 0o077).toBe(0);
  const key = JSON.parse(developmentKeyFor(settings, {}) ?? 'null') as JWK;
  expect(Object.keys(key).toSorted()).toEqual(['crv', 'kty', 'x']);
  const { payload } = await jwtVerify(signed, await importJWK(key, 'EdDSA'), {
    issuer: developmentIssuerName,
    audience: developmentAudience,
  });
  expect(payload).toMatchObject({
    organisation: 'hackney-council',
    scope: 'health:restricted',
    purposes: ['SERIOUS_VIOLENCE_DUTY'],
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3_600);
});

it('There is no key for development beside issuers, nor where other machines reach the gateway', async () => {
  const issuers = { CALLER_ISSUERS: '/etc/issuers.json' };
  expect([developmentKeyFor(settings, issuers), developmentKeyFor({ ...settings, host: '0.0.0.0' }, {})]).toEqual([
    null,
    null,
  ]);
  await expect(printToken(settings, issuers, token)).rejects.toThrow('believed by nobody');
});
