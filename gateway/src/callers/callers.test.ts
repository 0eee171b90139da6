import { createPublicKey, createSecretKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request as sendRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ViewerTokenReader } from '@boroughgraph/schema/wire/viewer-token.ts';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask, startTestGateway, type TestGateway } from '../../testing/gateway-for-test.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { criticalRule, startTestIssuer, type TestIssuer } from '../../testing/issuer-for-test.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const query = '{ boroughs { name } }';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
function newAudit() {
  const folder = mkdtempSync(join(tmpdir(), 'boroughgraph-audit-'));
  folders.push(folder);
  return { folder, key: privateKey };
}

let issuer: TestIssuer;
let gateway: TestGateway;
beforeAll(async () => {
  issuer = await startTestIssuer();
  gateway = await startTestGateway({
    issuers: [issuer.issuer],
    signingKey: privateKey,
    audit: newAudit(),
    costBudget: 1_000_000,
  });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await issuer.stop();
});

const askWith = (headers: Record<string, string>) => ask(gateway.gateway.url, { query }, headers);
const askAs = (token: string, headers: Record<string, string> = {}) =>
  askWith({ authorization: `Bearer ${token}`, ...headers });
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;

/** The status of a request with header lines of which several may have one name. */
async function statusOf(headers: Readonly<Record<string, string | string[]>>): Promise<number | undefined> {
  const request = sendRequest(`${gateway.gateway.url}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
  });
  request.end(JSON.stringify({ query }));
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

/** What the agency was told of who asked last. */
function toldLast() {
  const headers = gateway.agencies['local-authority'].received.at(-1)?.headers;
  const read = new ViewerTokenReader('local-authority', [publicKey]).read(String(headers?.['x-boroughgraph-viewer']));
  return read?.viewer;
}

describe('A caller', () => {
  it('without a token is anonymous, and asks no issuer', async () => {
    const before = issuer.asked();
    const answer = await askWith({});
    expect([answer.status, toldLast(), issuer.asked()]).toEqual([200, { kind: 'anonymous' }, before]);
  });

  it('with a token is told to the agencies as its organisation names it, with the purpose of the request', async () => {
    const answer = await askAs(await issuer.sign(), { 'x-purpose': 'SERIOUS_VIOLENCE_DUTY' });
    expect([answer.status, toldLast()]).toEqual([
      200,
      {
        kind: 'named',
        subject: 'analyst-7',
        organisation: 'met-police',
        role: 'analyst',
        scopes: ['health:restricted', 'policing:restricted'],
        purpose: 'SERIOUS_VIOLENCE_DUTY',
      },
    ]);
  });

  it('cannot write what agencies are told', async () => {
    await askWith({ 'x-boroughgraph-viewer': '{"kind":"named"}' });
    expect(toldLast()).toEqual({ kind: 'anonymous' });
  });

  it('that is named is answered for nobody’s cache', async () => {
    const url = `${gateway.gateway.url}/graphql?query=${encodeURIComponent('{ __typename }')}`;
    const headers = { 'apollo-require-preflight': 'yes' };
    const [open, named] = [
      await fetch(url, { headers }),
      await fetch(url, { headers: { ...headers, authorization: `Bearer ${await issuer.sign()}` } }),
    ];
    expect([open.headers.get('cache-control'), open.headers.get('vary')]).toEqual([
      'no-cache',
      expect.stringMatching(/authorization.*x-purpose/),
    ]);
    expect([named.headers.get('cache-control'), named.headers.get('etag')]).toEqual(['no-store', null]);
  });

  it('has the budget of its organisation, whoever of it asks', async () => {
    const spend = async (claims: Record<string, unknown>) => {
      const { headers } = await askAs(await issuer.sign(claims));
      return Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
    };
    const [one, other] = [await spend({ sub: 'analyst-1' }), await spend({ sub: 'analyst-2' })];
    const anonymous = Number(/r=(\d+)/.exec((await askWith({})).headers.get('ratelimit') ?? '')?.[1]);
    expect(one - other).toBeGreaterThan(3_000);
    expect(anonymous).not.toBe(2 * other - one);
  });
});

describe('A token', () => {
  const none = (claim: string) => ({ [claim]: undefined });
  it.each([
    ['that has expired', { exp: inSeconds(-60) }, /has expired/],
    ['that says no end', none('exp'), /until when/],
    ['that is good for a week', { exp: inSeconds(604_800) }, /more than a day/],
    ['that is not good yet', { nbf: inSeconds(60) }, /not good yet/],
    ['for another audience', { aud: 'somebody-else' }, /audience/],
    ['of another issuer', { iss: 'https://login.evil.invalid/' }, /issuer of the token is not one/],
    ['of no issuer', none('iss'), /issuer of the token is not one/],
    ['for another organisation than its issuer speaks for', { organisation: 'hackney-council' }, /does not speak/],
    ['for no organisation', none('organisation'), /"organisation"/],
    ['for nobody', none('sub'), /whom it names/],
    ['with a scope that is none', { scope: 'health:restricted\u0007' }, /"scope"/],
    ['for several others', { aud: ['somebody-else', 'boroughgraph '] }, /audience/],
    ['for somebody who is called as a key is', { sub: 'key:0123456789ab' }, /"sub"/],
    ['that has expired a little longer ago than clocks differ', { exp: inSeconds(-7) }, /has expired/],
  ])('%s is refused', async (_, claims, sentence) => {
    const token = await issuer.sign(claims);
    const answer = await askAs(token);
    expect(answer).toMatchObject({
      status: 401,
      errors: [{ message: expect.stringMatching(sentence) as unknown, extensions: { code: 'UNAUTHENTICATED' } }],
    });
    for (const part of token.split('.')) expect(answer.text).not.toContain(part);
  });

  it.each([
    ['for several, this graph among them', () => ({ aud: ['somebody-else', 'boroughgraph'] })],
    ['that is good in a moment, by a clock that is a little ahead', () => ({ nbf: inSeconds(3), iat: inSeconds(3) })],
    ['that has expired by a clock that is a little behind', () => ({ exp: inSeconds(-2) })],
  ])('%s is accepted', async (_, claims) => {
    expect(await askAs(await issuer.sign(claims()))).toMatchObject({ status: 200 });
  });

  it.each([
    ['with a rule that has to be understood', { crit: [criticalRule], [criticalRule]: true }],
    ['by a key that its issuer has not', { kid: 'nobody' }],
    [
      'with a key of its own, and where to find more',
      { kid: 'own', jku: 'https://evil.invalid/keys', jwk: { kty: 'oct' } },
    ],
  ])('%s is refused', async (_, header) => {
    expect(await askAs(await issuer.sign({}, header))).toMatchObject({ status: 401 });
  });

  it('that is signed with the public key of its issuer as if that were a secret is refused', async () => {
    const { keys } = (await (await fetch(issuer.url)).json()) as { keys: JsonWebKey[] };
    const [jwk = {}] = keys;
    const pem = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const [, claims = ''] = (await issuer.sign()).split('.');
    const payload = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    for (const secret of [pem.toString(), JSON.stringify(jwk), jwk['x']])
      for (const alg of ['HS256', 'ES256']) {
        const [, signed, signature] = (
          await new SignJWT(payload)
            .setProtectedHeader({ alg: 'HS256', kid: 'first' })
            .sign(createSecretKey(Buffer.from(String(secret))))
        ).split('.');
        const header = Buffer.from(JSON.stringify({ alg, kid: 'first' })).toString('base64url');
        expect(await askAs([header, signed, signature].join('.'))).toMatchObject({ status: 401 });
      }
  });

  it('beside another one is refused, whichever comes first', async () => {
    const [good, bad] = [`Bearer ${await issuer.sign()}`, `Bearer ${await issuer.sign({ exp: inSeconds(-60) })}`];
    for (const authorization of [
      [good, bad],
      [bad, good],
      [good, good],
    ])
      expect([authorization.map((each) => each === good), await statusOf({ authorization })]).toEqual([
        authorization.map((each) => each === good),
        401,
      ]);
    expect(await statusOf({ authorization: [good] })).toBe(200);
  });

  it('that nobody signed, or that is signed by what anybody knows, is refused', async () => {
    const [, claims = ''] = (await issuer.sign()).split('.');
    const payload = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    const unsigned = new UnsecuredJWT(payload).encode();
    const symmetric = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'HS256', kid: 'first' })
      .sign(createSecretKey(Buffer.from('boroughgraph-boroughgraph-boroughgraph')));
    const statuses = [unsigned, `${unsigned}AAAA`, symmetric].map(async (token) => (await askAs(token)).status);
    expect(await Promise.all(statuses)).toEqual([401, 401, 401]);
  });

  it.each(['', 'Bearer', 'Bearer ', 'Bearer a b', 'Bearer a.b', 'Bearer a.b.c', 'Basic dXNlcjpwYXNz', 'bearer ..'])(
    'is not what "%s" is',
    async (authorization) => {
      expect(await askWith({ authorization })).toMatchObject({ status: 401 });
    },
  );

  it('is refused when its signature is of another token', async () => {
    const [one, other] = [(await issuer.sign()).split('.'), (await issuer.sign({ sub: 'another' })).split('.')];
    expect(await askAs([one[0], one[1], other[2]].join('.'))).toMatchObject({ status: 401 });
  });

  it('is logged nowhere', async () => {
    const tokens = [await issuer.sign(), await issuer.sign({ exp: inSeconds(-60) })];
    for (const token of tokens) await askAs(token);
    const log = JSON.stringify(gateway.log);
    expect(
      tokens.flatMap((token) => token.split('.')).filter((part) => part.length > 60 && log.includes(part)),
    ).toEqual([]);
  });
});

describe('A purpose', () => {
  it.each([
    'CURIOSITY',
    '',
    'serious_violence_duty',
    'Serious_Violence_Duty',
    'SERIOUS_VIOLENCE_DUTY, RESEARCH',
    'SERIOUS_VIOLENCE_DUTY RESEARCH',
    '["SERIOUS_VIOLENCE_DUTY"]',
    'null',
    'constructor',
  ])('called "%s" is none: 400, and the answer says which there are', async (purpose) => {
    expect(await askAs(await issuer.sign(), { 'x-purpose': purpose })).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringMatching(/one of STRATEGIC_ASSESSMENT, .*RESEARCH/) as unknown }],
    });
  });

  it('that is said twice is none', async () => {
    const authorization = `Bearer ${await issuer.sign()}`;
    const purpose = 'SERIOUS_VIOLENCE_DUTY';
    expect([
      await statusOf({ authorization, 'x-purpose': [purpose, purpose] }),
      await statusOf({ authorization, 'x-purpose': [purpose] }),
    ]).toEqual([400, 200]);
  });

  it('that the token does not allow is 403, and the answer says which it does', async () => {
    expect(await askAs(await issuer.sign(), { 'x-purpose': 'RESEARCH' })).toMatchObject({
      status: 403,
      errors: [
        {
          message: expect.stringMatching(/may ask for SERIOUS_VIOLENCE_DUTY/) as unknown,
          extensions: { code: 'FORBIDDEN' },
        },
      ],
    });
  });
});

describe('The keys of an issuer', () => {
  it('change without a restart, and the old one is believed no longer when the new ones are known', async () => {
    await using other = await startOther();
    expect((await other.ask()).status).toBe(200);
    const old = await other.issuer.sign();
    await other.issuer.rotateTo('second');
    vi.useFakeTimers({ now: Date.now() + 20_000, toFake: ['Date'] });
    try {
      expect([(await other.ask()).status, (await other.askAs(old)).status]).toEqual([200, 401]);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([
    ['an error', 500, '{"keys":[]}'],
    ['a page', 200, '<html>Sign in</html>'],
    ['something else', 200, '{"keys":"none"}'],
    ['a secret that all may know', 200, '{"keys":[{"kty":"oct","k":"AAAA","kid":"first","alg":"HS256"}]}'],
    ['no key', 200, '{"keys":[]}'],
  ])('open no door where it answers with %s in their place', async (_, status, text) => {
    await using other = await startOther();
    other.issuer.answerWith(status, text);
    const answer = await other.ask();
    expect([answer.status === 200, answer.data]).toEqual([false, undefined]);
    expect([401, 503]).toContain(answer.status);
  });

  it('are believed for some minutes while it is down, and then open no door until it is back', async () => {
    await using other = await startOther();
    expect((await other.ask()).status).toBe(200);
    other.issuer.answerWith(503, 'Down for maintenance');
    const statuses = [(await other.ask()).status];
    vi.useFakeTimers({ now: Date.now() + 660_000, toFake: ['Date'] });
    try {
      statuses.push((await other.ask()).status);
      other.issuer.answerWith(200, other.keys);
      vi.setSystemTime(Date.now() + 20_000);
      statuses.push((await other.ask()).status);
    } finally {
      vi.useRealTimers();
    }
    expect(statuses).toEqual([200, 503, 200]);
  });

  it('open no door while they cannot be had, and nobody waits long for them', async () => {
    await using other = await startOther();
    await other.issuer.stop();
    expect(await other.ask()).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: 'ISSUER_UNAVAILABLE' } }],
    });
    // Whoever brings no token is not concerned.
    expect((await other.askWith({})).status).toBe(200);
  });
});

it.each([0, 1])('Of what is for everybody a share of %i is written down, whoever asks', async (auditShare) => {
  const audit = newAudit();
  await using test = await startTestGateway({
    issuers: [issuer.issuer],
    signingKey: privateKey,
    audit,
    auditShare,
  });
  // The third is refused, and so written down in any case.
  for (const headers of [{}, { authorization: `Bearer ${await issuer.sign()}` }, { authorization: 'Bearer a.b.c' }])
    await ask(test.gateway.url, { query }, headers);
  await test.gateway.close();
  const { records } = await verifyAudit(audit.folder, publicKey);
  const entries = records.flatMap(({ content }) => (content.kind === 'request' ? [content] : []));
  const asked = [
    [null, 'answered'],
    ['met-police', 'answered'],
  ];
  expect(entries.map(({ organisation, outcome }) => [organisation, outcome])).toEqual([
    ...(auditShare === 0 ? [] : asked),
    [null, 'UNAUTHENTICATED'],
  ]);
});

it('A gateway that knows issuers and cannot sign does not start', async () => {
  await expect(startTestGateway({ issuers: [issuer.issuer] })).rejects.toThrow(/no key/);
  await expect(startTestGateway({ issuers: [issuer.issuer], signingKey: privateKey })).rejects.toThrow(/written down/);
});

async function startOther() {
  const other = await startTestIssuer();
  const keys = await (await fetch(other.url)).text();
  const test = await startTestGateway({ issuers: [other.issuer], signingKey: privateKey, audit: newAudit() });
  const askOtherWith = (headers: Record<string, string>) => ask(test.gateway.url, { query }, headers);
  const askOtherAs = (token: string) => askOtherWith({ authorization: `Bearer ${token}` });
  return {
    issuer: other,
    /** Its first keys, as it lists them. */
    keys,
    askWith: askOtherWith,
    askAs: askOtherAs,
    ask: async () => askOtherAs(await other.sign()),
    [Symbol.asyncDispose]: async () => {
      await test[Symbol.asyncDispose]();
      await other.stop();
    },
  };
}
