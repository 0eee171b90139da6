import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  agreeOnSession,
  isSealedBySession,
  makeSessionHalf,
  sealBySession,
  type SessionHalf,
  sessionOffer,
  type ViewerSession,
} from './viewer-session.ts';
import { ViewerSessions } from './viewer-sessions.ts';

const [gateway, agency] = [makeSessionHalf(), makeSessionHalf()];
const terms = { agency: 'health', session: 'session-1', gatewayHalf: gateway.text, agencyHalf: agency.text };
const secretOf = ({ key }: ViewerSession) => key.export().toString('hex');
const agree = (more: Partial<typeof terms> = {}, own: SessionHalf = gateway, other = agency.text) =>
  agreeOnSession({ ...terms, ...more }, own.privateKey, other);

/**
 * All points of Curve25519 and of its twist whose order is 1, 2, 4 or 8, and their forms that are not reduced, little-endian. Source: the
 * list of libsodium, crypto_scalarmult/curve25519, `has_small_order`, and RFC 7748, section 6.1, which lets implementations refuse them.
 */
const lowOrder = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  // The highest bit counts for nothing.
  '0000000000000000000000000000000000000000000000000000000000000080',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
].map((hex) => Buffer.from(hex, 'hex').toString('base64url'));

describe('A session', () => {
  it('is the same on both sides, and nobody’s who has heard both halves', () => {
    const [one, other] = [agree(), agree({}, agency, gateway.text)];
    const listener = makeSessionHalf();
    expect([secretOf(other), other.header]).toEqual([secretOf(one), one.header]);
    expect([agree({}, listener), agree({}, listener, gateway.text)].map(secretOf)).not.toContain(secretOf(one));
  });

  it.each([
    ['another agency', { agency: 'policing' }],
    ['another session', { session: 'session-2' }],
    ['another half of the gateway', { gatewayHalf: makeSessionHalf().text }],
    ['another half of the agency', { agencyHalf: makeSessionHalf().text }],
  ])('has another secret where one side means %s', (_, more) => {
    expect(secretOf(agree(more))).not.toBe(secretOf(agree()));
  });

  it('has a secret of 32 bytes, and a header that names it', () => {
    const { key, header } = agree();
    expect([key.symmetricKeySize, JSON.parse(Buffer.from(header, 'base64url').toString())]).toEqual([
      32,
      { alg: 'HS256', typ: 'boroughgraph-viewer-session', kid: 'session-1' },
    ]);
  });

  it.each(lowOrder)('is not agreed on with %s, with which everybody would know the secret', (half) => {
    expect(() => agree({ agencyHalf: half }, gateway, half)).toThrow();
    expect(() => new ViewerSessions('health').open(half)).toThrow();
  });

  it.each([
    ['nothing', {}],
    ['a half that is too short', { half: gateway.text.slice(1) }],
    ['a half that is too long', { half: `${gateway.text}A` }],
    ['a half in other letters', { half: gateway.text.replace(/^./, '=') }],
    ['something besides', { half: gateway.text, more: true }],
  ])('is not offered with %s', (_, offer) => {
    expect(sessionOffer.safeParse(offer).success).toBe(false);
  });
});

describe('A seal', () => {
  const { key } = agree();

  it('is an HMAC with SHA-256, of this text and this key alone', () => {
    const seal = sealBySession('text', key);
    expect(seal).toBe(createHmac('sha256', key.export()).update('text').digest('base64url'));
    const other = agree({ session: 'session-2' }).key;
    const [first = ''] = seal;
    const bent = `${first === 'A' ? 'B' : 'A'}${seal.slice(1)}`;
    expect([
      isSealedBySession('text', seal, key),
      isSealedBySession('texts', seal, key),
      isSealedBySession('text', seal, other),
      isSealedBySession('text', bent, key),
      isSealedBySession('text', `${seal}A`, key),
      isSealedBySession('text', `${seal}=`, key),
      isSealedBySession('text', '', key),
    ]).toEqual([true, false, false, false, false, false, false]);
  });
});
