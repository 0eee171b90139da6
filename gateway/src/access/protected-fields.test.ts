import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AgencyServer, serveAgency } from '../../testing/agency-server.ts';
import { ask } from '../../testing/gateway-for-test.ts';
import { startTestIssuer, type TestIssuer } from '../../testing/issuer-for-test.ts';
import { protectedAgencies, protectedGraph } from '../../testing/protected-agencies.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { type RunningGateway, startGateway } from '../server.ts';
import { startKeptThread } from '../../testing/kept-threads.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const folder = mkdtempSync(join(tmpdir(), 'boroughgraph-audit-'));
let agencies: readonly AgencyServer[];
let issuer: TestIssuer;
let gateway: RunningGateway;
beforeAll(async () => {
  agencies = await Promise.all(protectedAgencies.map((agency) => serveAgency(agency)));
  const urls = Object.fromEntries(
    protectedAgencies.map(({ name }, at) => [name, `${agencies[at]?.url ?? ''}/graphql`]),
  );
  issuer = await startTestIssuer();
  gateway = await startGateway({
    urls,
    port: 0,
    supergraphSdl: protectedGraph.supergraphSdl,
    logLevel: 'silent',
    startPlanningThread: startKeptThread,
    issuers: [issuer.issuer],
    signingKey: privateKey,
    audit: { folder, key: privateKey },
  });
});
afterAll(async () => {
  await gateway.close();
  await Promise.all([issuer.stop(), ...agencies.map((agency) => agency.stop())]);
  rmSync(folder, { recursive: true, force: true });
});

const code = 'UNAUTHORIZED_FIELD_OR_TYPE';
const asNamed = async () => ({ authorization: `Bearer ${await issuer.sign()}` });

describe('A protected field', () => {
  it('is null with an error at its place, under each of its names, and the rest is answered', async () => {
    const { status, data, errors } = await ask(gateway.url, { query: '{ recorded one: secret two: secret }' });
    expect({ status, data, errors }).toEqual({
      status: 200,
      data: { recorded: 7, one: null, two: null },
      errors: ['one', 'two'].map((key) => ({
        message: 'Query.secret is not for this caller.',
        path: [key],
        extensions: { code },
      })),
    });
  });

  it('takes what may not be null with it, and is asked of no agency', async () => {
    for (const agency of agencies) (agency.received as unknown[]).length = 0;
    const { data, errors } = await ask(gateway.url, {
      query: '{ me { id badge } search { ... on Officer { badge } } }',
    });
    expect([data, errors]).toMatchObject([
      { me: null, search: null },
      [
        { path: ['me', 'badge'], extensions: { code } },
        { path: ['search', 0, 'badge'], extensions: { code } },
      ],
    ]);
    expect(JSON.stringify(agencies.map(({ received }) => received))).not.toContain('badge');
  });

  it('is answered to one caller and not to the next, whichever asks first: no plan is of both', async () => {
    const query = '{ me { name summary } }';
    const answers = [];
    for (const headers of [{}, await asNamed(), {}, await asNamed()])
      answers.push((await ask(gateway.url, { query }, headers)).data);
    const [open, named] = [{ me: { name: 'One', summary: null } }, { me: { name: 'One', summary: 'badge 11' } }];
    expect(answers).toEqual([open, named, open, named]);
  });

  it('is none of what the schema says of itself', async () => {
    const query = `{ __schema { ...S } ...F } fragment S on __Schema { queryType { name } } fragment F on Query { secret }`;
    const { data, errors } = await ask(gateway.url, { query });
    expect([data, errors]).toMatchObject([
      { __schema: { queryType: { name: 'Query' } }, secret: null },
      [{ path: ['secret'] }],
    ]);
  });

  it('is protected in a GET as well', async () => {
    const url = `${gateway.url}/graphql?query=${encodeURIComponent('{ secret }')}`;
    const got = (await (await fetch(url, { headers: { 'apollo-require-preflight': 'yes' } })).json()) as {
      data: unknown;
    };
    expect(got).toMatchObject({ data: { secret: null }, errors: [{ extensions: { code } }] });
  });

  const ranks = '{ officers { id grade: rank ...R } } fragment R on Party { ... on Officer { ... { rank } } }';
  const hash = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(ranks).digest('hex') } };
  const inAddress = (parameters: Readonly<Record<string, string>>) =>
    fetch(`${gateway.url}/graphql?${new URLSearchParams(parameters).toString()}`, {
      headers: { 'apollo-require-preflight': 'yes', ...headers },
    });
  const posted = (body: object, path = '/graphql') =>
    fetch(gateway.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  let headers: Readonly<Record<string, string>> = {};
  it.each<readonly [string, () => Promise<Response>]>([
    ['a POST', () => posted({ query: ranks })],
    ['a GET', () => inAddress({ query: ranks })],
    ['a hash with its text', () => posted({ query: ranks, extensions: hash })],
    ['a hash alone', () => inAddress({ extensions: JSON.stringify(hash) })],
    ['a table', () => posted({ query: ranks }, '/graphql?format=csv')],
    ['a table of objects', () => inAddress({ query: ranks, format: 'ndjson', list: 'officers' })],
  ])('through %s is for its callers alone, under each of its names, and written down for both', async (_, send) => {
    const seen: unknown[] = [];
    for (const who of [{}, await asNamed(), {}]) {
      headers = who;
      const response = await send();
      const text = await response.text();
      seen.push([text.includes('SERGEANT'), text.includes(code), response.headers.get('cache-control')]);
    }
    const [open, own] = [
      [false, true, 'no-store'],
      [true, false, 'no-store'],
    ];
    expect(seen).toEqual([open, own, open]);
    // What is not waited for is written with the next that is.
    await ask(gateway.url, { query: '{ me { badge } }' }, await asNamed());
    const { records } = await verifyAudit(folder, publicKey);
    expect(records.slice(-4, -1).map(({ content }) => content)).toMatchObject([
      { organisation: null, protectedShown: [], outcome: code },
      { organisation: 'met-police', protectedShown: ['Officer.rank'], outcome: 'answered' },
      { organisation: null, protectedShown: [], outcome: code },
    ]);
  });

  it('that is shown is written down, and one that is refused, too', async () => {
    await ask(gateway.url, { query: '{ secret }' });
    await ask(gateway.url, { query: '{ me { badge } recorded }' }, await asNamed());
    const { records } = await verifyAudit(folder, publicKey);
    expect(records.slice(-2).map(({ content }) => content)).toMatchObject([
      { organisation: null, protectedShown: [], outcome: code },
      { organisation: 'met-police', protectedShown: ['Officer.badge'], outcome: 'answered' },
    ]);
  });
});

it('Two callers who ask the same at the same time are asked about twice', async () => {
  for (const agency of agencies) (agency.received as unknown[]).length = 0;
  const headers = await asNamed();
  const other = { authorization: `Bearer ${await issuer.sign({ sub: 'another' })}` };
  await Promise.all([headers, other].map((each) => ask(gateway.url, { query: '{ recorded }' }, each)));
  const viewers = agencies.flatMap(({ received }) => received).map((each) => each.headers['x-boroughgraph-viewer']);
  expect([viewers.length, new Set(viewers).size]).toEqual([2, 2]);
});
