import { createHmac, createSecretKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anonymousViewer, type NamedViewer } from './viewer.ts';
import { agreeOnSession, makeSessionHalf, type ViewerSession } from './viewer-session.ts';
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
const readerOf = (agency = 'health', keys = [publicKey]) => new ViewerTokenReader(agency, keys);
const startedAt = new Date('2026-01-01T12:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: startedAt, toFake: ['Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});
const after = (seconds: number) => vi.advanceTimersByTime(seconds * 1_000);

/** The session of a gateway with an agency. */
function openSession(reader: ViewerTokenReader, agency = 'health'): ViewerSession {
  const { text: gatewayHalf, privateKey: own } = makeSessionHalf();
  const { session, half: agencyHalf } = reader.openSession(gatewayHalf);
  return agreeOnSession({ agency, session, gatewayHalf, agencyHalf }, own, agencyHalf);
}

/** What an agency reads, and a gateway that it believes writes. */
function believe(form: (reader: ViewerTokenReader) => KeyObject | ViewerSession) {
  const reader = readerOf();
  const by = form(reader);
  return { reader, by, write: (more: Partial<typeof request> = {}) => writeViewerToken({ ...request, ...more }, by) };
}

type Payload = Record<string, unknown>;

/** The parts of a token, the payload with something else in it. */
function bend(token: string, change: (payload: Payload) => Payload) {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const read = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Payload;
  return { text: `${head}.${Buffer.from(JSON.stringify(change(read))).toString('base64url')}`, signature };
}

/** A token with the same signature and another part of its payload. */
function bent(token: string, change: (payload: Payload) => Payload): string {
  const { text, signature } = bend(token, change);
  return `${text}.${signature}`;
}

/** A text sealed with a key, as that of a session is. */
function seal(text: string, key: KeyObject | Buffer | string): string {
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}

/** A text as whoever has the key or the session makes a token of it. */
function endorse(text: string, by: KeyObject | ViewerSession): string {
  if ('header' in by) return seal(text, by.key);
  return `${text}.${sign(null, Buffer.from(text), by).toString('base64url')}`;
}

const forms = [
  ['signed by the key of a gateway', () => privateKey],
  ['sealed by a session', (reader: ViewerTokenReader) => openSession(reader)],
] as const;

describe.each(forms)('A token %s', (_, form) => {
  it('says who asks, by which request, and for which body', () => {
    const { reader, by, write } = believe(form);
    expect(reader.read(write())).toEqual({
      viewer: officer,
      requestId: 'request-1',
      bodyHash: hashBody(request.body),
      isOfSession: 'header' in by,
    });
    expect(reader.read(writeViewerToken({ ...request, viewer: anonymousViewer }, by))?.viewer).toEqual(anonymousViewer);
  });

  it('is good once', () => {
    const { reader, write } = believe(form);
    const token = write();
    expect([reader.read(token) !== null, reader.read(token)]).toEqual([true, null]);
  });

  it('is still not good a second time when others have come in between', () => {
    const { reader, write } = believe(form);
    const token = write();
    reader.read(token);
    after(30);
    reader.read(write());
    expect(reader.read(token)).toBeNull();
  });

  it.each([
    [0, true],
    [34, true],
    [36, false],
    [60, false],
    [-4, true],
    [-6, false],
  ])('read %i s after it was written is good: %s', (seconds, isGood) => {
    const { reader, write } = believe(form);
    const token = write();
    vi.setSystemTime(startedAt.getTime() + seconds * 1_000);
    expect(reader.read(token) !== null).toBe(isGood);
  });

  it('is not good at another agency', () => {
    expect(readerOf('policing').read(believe(form).write())).toBeNull();
  });

  it.each([
    ['with another viewer', { viewer: { ...officer, organisation: 'x' } }],
    ['with another body', { body: hashBody('{}') }],
    ['with another end', { exp: 9_999_999_999 }],
    ['for another agency', { aud: 'policing' }],
  ])('%s is not good', (__, change) => {
    const { reader, write } = believe(form);
    expect(reader.read(bent(write(), (payload) => ({ ...payload, ...change })))).toBeNull();
  });

  it.each([
    ['without a signature', (token: string) => `${token.split('.').slice(0, 2).join('.')}.`],
    ['with half of a signature', (token: string) => token.slice(0, -20)],
    ['with more than a signature', (token: string) => `${token}AAAA`],
    ['without a header', (token: string) => token.split('.').slice(1).join('.')],
    ['of one part', () => 'anonymous'],
    ['of nothing', () => ''],
    ['that says that nobody has to sign', () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
  ])('%s is not good', (__, change) => {
    const { reader, write } = believe(form);
    expect(reader.read(change(write()))).toBeNull();
  });

  it.each([
    ['for longer than half a minute', (read: Payload) => ({ ...read, exp: Number(read['iat']) + 3_600 })],
    ['for another agency', (read: Payload) => ({ ...read, aud: 'policing' })],
    ['with a claim that nobody knows', (read: Payload) => ({ ...read, more: true })],
  ])('that a gateway makes %s is not good', (__, change) => {
    const { reader, by, write } = believe(form);
    expect(reader.read(endorse(bend(write(), change).text, by))).toBeNull();
  });

  it('that a gateway makes of something else than claims is not good', () => {
    const { reader, by, write } = believe(form);
    const [head = ''] = write().split('.');
    expect(reader.read(endorse(`${head}.bm8gSlNPTg`, by))).toBeNull();
  });
});

describe('A token by a key', () => {
  it('is good by any of several keys, while one replaces another', () => {
    const token = writeViewerToken(request, privateKey);
    expect(readerOf('health', [stranger.publicKey, publicKey]).read(token)).not.toBeNull();
  });

  it('that nobody knows is not good', () => {
    expect(readerOf().read(writeViewerToken(request, stranger.privateKey))).toBeNull();
  });

  it('that a gateway signed for longer than half a minute is not good', () => {
    const token = writeViewerToken(request, privateKey);
    const { text } = bend(token, (read) => ({ ...read, exp: Number(read['iat']) + 3_600 }));
    expect(readerOf().read(endorse(text, privateKey))).toBeNull();
  });
});

describe('A token of a session', () => {
  const told = () => believe((reader) => openSession(reader));

  it('is good for ten minutes, and no longer', () => {
    const { reader, write } = told();
    after(599);
    const before = reader.read(write());
    after(1);
    expect([before !== null, reader.read(write())]).toEqual([true, null]);
  });

  it('is good at the server that has agreed on it, and at no other of the same agency: after a restart it is another', () => {
    expect(readerOf().read(told().write())).toBeNull();
  });

  it('is good beside those of other sessions, until 256 newer ones have come', () => {
    const { reader, write } = told();
    const last = Array.from({ length: 255 }, () => openSession(reader)).at(-1) ?? expect.unreachable();
    const readBoth = () => [reader.read(write()) !== null, reader.read(writeViewerToken(request, last)) !== null];
    const before = readBoth();
    openSession(reader);
    expect([before, readBoth()]).toEqual([
      [true, true],
      [false, true],
    ]);
  });

  it('is not good where somebody in between has put a half of his own in the place of the agency’s', () => {
    const [reader, gateway, between] = [readerOf(), makeSessionHalf(), makeSessionHalf()];
    const { session } = reader.openSession(gateway.text);
    const terms = { agency: 'health', session, gatewayHalf: gateway.text, agencyHalf: between.text };
    const bySwapped = [
      agreeOnSession(terms, gateway.privateKey, between.text),
      agreeOnSession(terms, between.privateKey, gateway.text),
    ];
    expect(bySwapped.map((by) => reader.read(writeViewerToken(request, by)))).toEqual([null, null]);
  });

  it('that was agreed on with one agency is not good at another that has the same halves and the same name of the session', () => {
    const reader = readerOf();
    expect(reader.read(writeViewerToken(request, openSession(reader, 'policing')))).toBeNull();
  });
});

describe('A seal is no signature, and a signature no seal', () => {
  const [reader, session] = [readerOf(), randomUUID()];
  const opened = openSession(reader);
  const textWith = (header: string) => `${header}.${writeViewerToken(request, privateKey).split('.')[1] ?? ''}`;
  const write = (header: object) => Buffer.from(JSON.stringify(header)).toString('base64url');
  const headers = {
    'of a signature': write({ alg: 'EdDSA', typ: 'boroughgraph-viewer' }),
    'of a signature, that says it is a seal': write({ alg: 'HS256', typ: 'boroughgraph-viewer' }),
    'of a session that is open': opened.header,
    'of a session that nobody knows': write({ alg: 'HS256', typ: 'boroughgraph-viewer-session', kid: session }),
    'of no session': write({ alg: 'HS256', typ: 'boroughgraph-viewer-session' }),
    'of nothing': '',
  };
  const keys = {
    'the public key as it is handed on': publicKey.export({ format: 'der', type: 'spki' }),
    'the public key as text': publicKey.export({ format: 'pem', type: 'spki' }),
    'the public key by itself': Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url'),
    'no key': '',
    'a key of nothing but zeros': createSecretKey(Buffer.alloc(32)),
  };

  it.each(Object.keys(headers).flatMap((header) => Object.keys(keys).map((key) => [header, key] as const)))(
    'the header %s and a seal by %s are not good',
    (header, key) => {
      const text = textWith(headers[header as keyof typeof headers]);
      expect(reader.read(seal(text, keys[key as keyof typeof keys]))).toBeNull();
    },
  );

  it('a signature by the key of the gateway is not good under the header of a session, nor a seal of a session under that of a signature', () => {
    const signed = endorse(textWith(opened.header), privateKey);
    const sealed = endorse(textWith(headers['of a signature']), opened);
    expect([reader.read(signed), reader.read(sealed)]).toEqual([null, null]);
  });

  it('the header of a session with another order of its words is none', () => {
    const { alg, typ, kid } = JSON.parse(Buffer.from(opened.header, 'base64url').toString()) as Record<string, string>;
    const other = textWith(write({ typ, alg, kid }));
    expect([reader.read(seal(other, opened.key)), reader.read(writeViewerToken(request, opened)) !== null]).toEqual([
      null,
      true,
    ]);
  });
});
