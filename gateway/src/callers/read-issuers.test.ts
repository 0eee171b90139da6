import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { developmentAudience, developmentIssuerName } from '@boroughgraph/schema/process/development-callers.ts';
import { SignJWT } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { CallerCheck } from './caller-check.ts';
import { developmentIssuer } from './development-issuer.ts';
import { readIssuers } from './read-issuers.ts';

const folder = mkdtempSync(join(tmpdir(), 'boroughgraph-issuers-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const path = join(folder, 'issuers.json');
const police = {
  issuer: 'https://login.police.example/',
  jwksUrl: 'https://login.police.example/keys',
  organisations: ['met-police'],
};
const signIn = { name: 'Metropolitan Police', clientId: 'boroughgraph' };
async function read(content: unknown) {
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readIssuers(path);
}

describe('A file of issuers', () => {
  it('says who vouches for whom, by asymmetric algorithms alone; nobody is asked for keys yet', async () => {
    const [issuer, ...more] = await read([police]);
    expect([issuer, more]).toMatchObject([
      { issuer: police.issuer, audience: 'boroughgraph', organisations: ['met-police'] },
      [],
    ]);
    expect(issuer?.algorithms.filter((each) => /^HS|none/.test(each))).toEqual([]);
    expect(await read([{ ...police, jwksUrl: 'http://127.0.0.1:9/keys', algorithms: ['RS256'] }])).toMatchObject([
      { algorithms: ['RS256'] },
    ]);
  });

  it('says how people sign in by an issuer, as a page without a secret that may ask its origin and those that are named', async () => {
    const given = { ...signIn, parameters: { audience: 'boroughgraph' }, origins: ['https://tokens.police.example'] };
    const [issuer] = await read([{ ...police, signIn: given }]);
    const origins = ['https://login.police.example', 'https://tokens.police.example'];
    expect(issuer?.signIn).toEqual({ ...given, scope: 'openid', origins });
    expect((await read([police]))[0]?.signIn).toBe(null);
  });

  it.each([
    ['no JSON', 'issuers'],
    ['nobody', []],
    ['one twice', [police, police]],
    ['one that speaks for nobody', [{ ...police, organisations: [] }]],
    ['one that speaks for whom it likes', [{ issuer: police.issuer, jwksUrl: police.jwksUrl }]],
    ['an organisation that is no name', [{ ...police, organisations: ['*'] }]],
    ['keys that come unencrypted', [{ ...police, jwksUrl: 'http://login.police.example/keys' }]],
    ['keys of a file', [{ ...police, jwksUrl: 'file:///etc/keys.json' }]],
    ['a shared secret', [{ ...police, algorithms: ['HS256'] }]],
    ['tokens that nobody signs', [{ ...police, algorithms: ['none'] }]],
    ['no algorithm', [{ ...police, algorithms: [] }]],
    ['a rule that there is not', [{ ...police, trustEverything: true }]],
    ['a page without an id', [{ ...police, signIn: { name: 'Police' } }]],
    ['a page with a secret', [{ ...police, signIn: { ...signIn, clientSecret: 'secret' } }]],
    ['a page that does not ask who somebody is', [{ ...police, signIn: { ...signIn, scope: 'profile' } }]],
    ['a page that is led elsewhere', [{ ...police, signIn: { ...signIn, parameters: { redirect_uri: 'x' } } }]],
    ['a page that may ask everybody', [{ ...police, signIn: { ...signIn, origins: ['https://*.example'] } }]],
    ['a page that may ask a path', [{ ...police, signIn: { ...signIn, origins: ['https://a.example/;'] } }]],
    ['a page that asks unencrypted', [{ ...police, issuer: 'http://login.police.example/', signIn }]],
    ['a page, and an issuer that is no address', [{ ...police, issuer: 'police', signIn }]],
  ])('with %s stops the start, named, with an example', async (_, content) => {
    await expect(read(content)).rejects.toThrow(
      /^CALLER_ISSUERS names .*issuers.json, which cannot be used: .*Example: /s,
    );
  });
});

describe('The key for development', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const jwk = publicKey.export({ format: 'jwk' });
  const askWith = async (issuers: ConstructorParameters<typeof CallerCheck>[0]) => {
    const token = await new SignJWT({ organisation: 'anybody', scope: 'health:restricted' })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(developmentIssuerName)
      .setAudience(developmentAudience)
      .setSubject('developer')
      .setExpirationTime('1h')
      .sign(privateKey);
    return new CallerCheck(issuers, null).identify({ headers: { authorization: `Bearer ${token}` }, rawHeaders: [] });
  };

  it('lets its bearer name anybody, and is no issuer where others vouch', async () => {
    expect(await askWith([developmentIssuer(JSON.stringify(jwk))])).toMatchObject({ organisation: 'anybody' });
    await expect(askWith(await read([police]))).rejects.toThrow('not one that is accepted here');
  });

  it.each([
    '',
    'key',
    '{}',
    JSON.stringify({ kty: 'oct', k: 'AAAA' }),
    JSON.stringify(privateKey.export({ format: 'jwk' })),
  ])('is not %s', (text) => {
    expect(() => developmentIssuer(text)).toThrow('DEVELOPMENT_CALLER_KEY is no public Ed25519 key');
  });
});
