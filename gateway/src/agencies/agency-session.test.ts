import { setImmediate as nextTurn } from 'node:timers/promises';
import { anonymousViewer } from '@boroughgraph/schema/wire/viewer.ts';
import { makeSessionHalf } from '@boroughgraph/schema/wire/viewer-session.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gatewayKey, type MeetOffer, startSessionAgency, takeOffer } from '../../testing/session-agency.ts';
import { deadlineIn } from '../execution/deadline.ts';
import { AgencyConnection } from './agency-connection.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});
const after = (minutes: number) => vi.advanceTimersByTime(minutes * 60_000);

const signed = '/graphql signed 200';
const sealed = '/graphql sealed 200';
const refused = '/graphql sealed 401';
const offered = '/session signed 200';

/** A gateway’s connection to an agency at an address. */
function connect(url: string, signingKey = gatewayKey.privateKey as typeof gatewayKey.privateKey | null) {
  const connection = new AgencyConnection({ agency: 'health', url: `${url}/graphql`, timeoutMs: 5_000, signingKey });
  const post = async () => {
    const { signal } = new AbortController();
    const request = { body: '{"query":"{ a }"}', requestId: 'request-1', viewer: anonymousViewer, signal };
    return (await connection.post({ ...request, deadline: deadlineIn(5_000) })).status;
  };
  return { connection, post, [Symbol.asyncDispose]: () => connection.close() };
}

type Gateway = ReturnType<typeof connect>;

/** Asks, and waits until as many offers are answered. */
async function postUntilOffered({ post, connection }: Gateway, received: readonly string[], times = 1): Promise<void> {
  expect(await post()).toBe(200);
  await vi.waitFor(() => {
    expect(received.filter((each) => each.startsWith('/session'))).toHaveLength(times);
    expect(connection.load).toEqual({ running: 0, waiting: 0 });
  });
  // What has arrived is read.
  await nextTurn();
}

describe('A session with an agency', () => {
  it('is agreed on beside the first request, which does not wait for it, and seals the next', async () => {
    await using agency = await startSessionAgency();
    await using gateway = connect(agency.url);
    await postUntilOffered(gateway, agency.received);
    await gateway.post();
    await gateway.post();
    expect(agency.received.toSorted()).toEqual([sealed, sealed, signed, offered].toSorted());
  });

  it('is agreed on once, however many ask at a time', async () => {
    await using agency = await startSessionAgency();
    await using gateway = connect(agency.url);
    await Promise.all(Array.from({ length: 20 }, gateway.post));
    await postUntilOffered(gateway, agency.received);
    expect(await gateway.post()).toBe(200);
    expect(agency.received.filter((each) => each === offered)).toHaveLength(1);
    expect(agency.received.at(-1)).toBe(sealed);
  });

  it('is renewed after half its time, and goes on meanwhile', async () => {
    await using agency = await startSessionAgency();
    await using gateway = connect(agency.url);
    await postUntilOffered(gateway, agency.received);
    after(5);
    agency.received.length = 0;
    await postUntilOffered(gateway, agency.received);
    after(4.9);
    await gateway.post();
    expect(agency.received.toSorted()).toEqual([sealed, sealed, offered].toSorted());
  });

  it('that nobody has used for its time is not used any more', async () => {
    await using agency = await startSessionAgency();
    await using gateway = connect(agency.url);
    await postUntilOffered(gateway, agency.received);
    after(10);
    agency.received.length = 0;
    await postUntilOffered(gateway, agency.received);
    expect(agency.received.toSorted()).toEqual([signed, offered].toSorted());
  });

  it('ends with the agency: after its restart whoever asks is answered, and another is agreed on', async () => {
    const first = await startSessionAgency();
    await using gateway = connect(first.url);
    await postUntilOffered(gateway, first.received);
    after(1);
    await first.stop();
    await using second = await startSessionAgency(takeOffer, first.port);
    expect(await Promise.all(Array.from({ length: 5 }, gateway.post))).toEqual([200, 200, 200, 200, 200]);
    expect(second.received.filter((each) => each === refused)).toHaveLength(5);
    await postUntilOffered(gateway, second.received);
    await gateway.post();
    expect(second.received.at(-1)).toBe(sealed);
  });

  it('is tried once a minute where several servers stand behind one address, and everybody is answered', async () => {
    const first = await startSessionAgency();
    await using gateway = connect(first.url);
    await postUntilOffered(gateway, first.received);
    await first.stop();
    await using second = await startSessionAgency(takeOffer, first.port);
    expect([await gateway.post(), await gateway.post()]).toEqual([200, 200]);
    expect(second.received).toEqual([refused, signed, signed]);
  });

  it('is offered in vain to an agency that knows of none, once a minute, and everybody is answered', async () => {
    await using agency = await startSessionAgency(null);
    await using gateway = connect(agency.url);
    await postUntilOffered(gateway, agency.received);
    await gateway.post();
    after(1);
    await postUntilOffered(gateway, agency.received, 2);
    expect(agency.received.toSorted()).toEqual([signed, signed, signed, '/session signed 404', '/session signed 404']);
  });

  it.each<readonly [string, MeetOffer]>([
    ['that is no JSON', () => [200, '<html>']],
    ['that is something else', () => [200, '{"session":"a"}']],
    ['without a half', () => [200, JSON.stringify({ session: 'a', half: '', lastsMs: 600_000 })]],
    ['with a half of zeros', () => [200, JSON.stringify({ session: 'a', half: 'A'.repeat(43), lastsMs: 600_000 })]],
    ['that fails', () => [500, '{}']],
  ])('does not come from an answer %s: what is sent is signed', async (_, meet) => {
    await using agency = await startSessionAgency(meet);
    await using gateway = connect(agency.url);
    await postUntilOffered(gateway, agency.received);
    expect(await gateway.post()).toBe(200);
    expect(agency.received.filter((each) => each.startsWith('/graphql'))).toEqual([signed, signed]);
  });

  it('into which somebody in between has put a half of his own is refused, and what is sent is signed', async () => {
    await using agency = await startSessionAgency((half, reader) => {
      return [200, JSON.stringify({ ...reader.openSession(half), half: makeSessionHalf().text })];
    });
    await using gateway = connect(agency.url);
    await postUntilOffered(gateway, agency.received);
    agency.received.length = 0;
    expect([await gateway.post(), await gateway.post()]).toEqual([200, 200]);
    expect(agency.received).toEqual([refused, signed, signed]);
  });

  it('seals what the gateway asks for itself, too', async () => {
    await using agency = await startSessionAgency();
    await using gateway = connect(agency.url);
    await postUntilOffered(gateway, agency.received);
    // That is no answer about things.
    await expect(gateway.connection.readThings(null)).rejects.toThrow();
    expect(agency.received.at(-1)).toBe('/things sealed 200');
  });

  it('is offered by nobody who has no key', async () => {
    await using agency = await startSessionAgency();
    await using gateway = connect(agency.url, null);
    expect([await gateway.post(), await gateway.post()]).toEqual([401, 401]);
    expect(agency.received).toEqual(['/graphql anonymous 401', '/graphql anonymous 401']);
  });
});
