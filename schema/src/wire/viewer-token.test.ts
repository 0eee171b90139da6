import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anonymousViewer, type NamedViewer } from './viewer.ts';
import { hashBody, ViewerTokenReader, writeViewerToken } from './viewer-token.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const officer: NamedViewer = {
  kind: 'named',
  subject: 'officer-7',
  organisation: 'met-police',
  role: 'analyst',
  scopes: ['health:restricted'],
  purpose: 'SERIOUS_VIOLENCE_DUTY',
};
const request = { viewer: officer, agency: 'health', requestId: 'request-1', body: '{"query":"{ __typename }"}' };
const write = (more: Partial<typeof request> = {}, key = privateKey) => writeViewerToken({ ...request, ...more }, key);
const reader = (agency = 'health', keys = [publicKey]) => new ViewerTokenReader(agency, keys);
const startedAt = new Date('2026-01-01T12:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: startedAt, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});
const after = (seconds: number) => vi.setSystemTime(startedAt.getTime() + seconds * 1_000);

/** A token with the same signature and another part of its payload. */
function bent(token: string, change: (payload: Record<string, unknown>) => Record<string, unknown>): string {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const read = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  return [head, Buffer.from(JSON.stringify(change(read))).toString('base64url'), signature].join('.');
}

describe('A token of a gateway', () => {
  it('says who asks, by which request, and for which body', () => {
    expect(reader().read(write())).toEqual({
      viewer: officer,
      requestId: 'request-1',
      bodyHash: hashBody(request.body),
    });
    expect(reader().read(writeViewerToken({ ...request, viewer: anonymousViewer }, privateKey))?.viewer).toEqual(
      anonymousViewer,
    );
  });

  it('is good once', () => {
    const [token, same] = [write(), reader()];
    expect([same.read(token) !== null, same.read(token)]).toEqual([true, null]);
  });

  it('is still not good a second time when others have come in between', () => {
    const [token, same] = [write(), reader()];
    same.read(token);
    after(30);
    same.read(write());
    expect(same.read(token)).toBeNull();
  });

  it.each([
    [0, true],
    [34, true],
    [36, false],
    [60, false],
    [-4, true],
    [-6, false],
  ])('read %i s after it was written is good: %s', (seconds, isGood) => {
    const token = write();
    after(seconds);
    expect(reader().read(token) !== null).toBe(isGood);
  });

  it('is not good at another agency', () => {
    expect(reader('policing').read(write())).toBeNull();
  });

  it('is good by any of several keys, while one replaces another', () => {
    expect(reader('health', [stranger.publicKey, publicKey]).read(write())).not.toBeNull();
  });

  it.each([
    ['by a key that nobody knows', () => write({}, stranger.privateKey)],
    [
      'with another viewer',
      () => bent(write(), (payload) => ({ ...payload, viewer: { ...officer, organisation: 'x' } })),
    ],
    ['with another body', () => bent(write(), (payload) => ({ ...payload, body: hashBody('{}') }))],
    ['with another end', () => bent(write(), (payload) => ({ ...payload, exp: 9_999_999_999 }))],
    ['without a signature', () => `${write().split('.').slice(0, 2).join('.')}.`],
    ['of one part', () => 'anonymous'],
    ['of nothing', () => ''],
    ['that says that nobody has to sign', () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
  ])('%s is not good', (_, token) => {
    expect(reader().read(token())).toBeNull();
  });

  it('that a gateway signed for longer than half a minute is not good', () => {
    const [head = '', payload = ''] = bent(write(), (read) => ({ ...read, exp: Number(read['iat']) + 3_600 })).split(
      '.',
    );
    const signature = sign(null, Buffer.from(`${head}.${payload}`), privateKey).toString('base64url');
    expect(reader().read(`${head}.${payload}.${signature}`)).toBeNull();
  });
});
