import { describe, expect, it } from 'vitest';
import { Replaceable } from './replaceable.ts';

interface Named {
  readonly name: string;
  close(): Promise<void>;
}

/** Values that say when they are closed. */
function prepare(): { named: (name: string) => Named; closed: readonly string[] } {
  const closed: string[] = [];
  const named = (name: string): Named => ({ name, close: () => Promise.resolve(void closed.push(name)) });
  return { named, closed };
}

/** Whether a promise is settled once everything that can go on has gone on. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.finally(() => (settled = true));
  await new Promise(setImmediate);
  return settled;
}

describe('a value that is replaced', () => {
  it('is closed at once when nobody uses it', async () => {
    const { named, closed } = prepare();
    const replaceable = new Replaceable(named('first'));
    await replaceable.replace(named('second'));
    expect(closed).toEqual(['first']);
    expect(replaceable.lease().value.name).toBe('second');
  });

  it('stays open until the last who began with it has ended, while others begin with the next', async () => {
    const { named, closed } = prepare();
    const replaceable = new Replaceable(named('first'));
    const leases = [replaceable.lease(), replaceable.lease()];
    const replacing = replaceable.replace(named('second'));
    const later = replaceable.lease();
    expect([...leases, later].map(({ value }) => value.name)).toEqual(['first', 'first', 'second']);
    leases[0]?.release();
    later.release();
    expect({ isReplaced: await isSettled(replacing), closed }).toEqual({ isReplaced: false, closed: [] });
    leases[1]?.release();
    await replacing;
    expect(closed).toEqual(['first']);
  });

  it('is not closed early by somebody who ends twice', async () => {
    const { named, closed } = prepare();
    const replaceable = new Replaceable(named('first'));
    const [one, other] = [replaceable.lease(), replaceable.lease()];
    const replacing = replaceable.replace(named('second'));
    one.release();
    one.release();
    expect({ isReplaced: await isSettled(replacing), closed }).toEqual({ isReplaced: false, closed: [] });
    other.release();
    await replacing;
  });

  it('can be replaced again before it is closed', async () => {
    const { named, closed } = prepare();
    const replaceable = new Replaceable(named('first'));
    const first = replaceable.lease();
    const replacing = replaceable.replace(named('second'));
    await replaceable.replace(named('third'));
    expect(closed).toEqual(['second']);
    first.release();
    await replacing;
    expect(closed).toEqual(['second', 'first']);
  });
});

describe('the end', () => {
  it('closes the value, and waits for those before it that are still in use', async () => {
    const { named, closed } = prepare();
    const replaceable = new Replaceable(named('first'));
    const lease = replaceable.lease();
    const replacing = replaceable.replace(named('second'));
    const closing = replaceable.close();
    expect({ isClosed: await isSettled(closing), closed }).toEqual({ isClosed: false, closed: ['second'] });
    lease.release();
    await Promise.all([closing, replacing]);
    expect(closed).toEqual(['second', 'first']);
  });
});
