import type { LeaveRoom } from '@boroughgraph/schema/process/answer-room.ts';
import { describe, expect, it } from 'vitest';
import { dearCost } from '../limits.ts';
import { ConsiderateRoom } from './considerate-room.ts';

/** A room at a moment that tests set, and answers that are to be made in it. */
function openRoom() {
  const clock = { nowMs: 0 };
  const room = new ConsiderateRoom(() => clock.nowMs);
  const enter = (cost: number, waitMs = 10_000): Promise<LeaveRoom | null> =>
    room.enter({ cost, client: 'a client', signal: new AbortController().signal, waitMs });
  return { clock, enter };
}

/** Whether an answer still waits, after all that could let it in has run. */
async function isWaiting(entering: Promise<unknown>): Promise<boolean> {
  const waits = new Promise<'waits'>((resolve) => {
    setImmediate(() => {
      resolve('waits');
    });
  });
  return (await Promise.race([entering, waits])) === 'waits';
}

describe('a considerate room', () => {
  it('makes dear answers at once where nothing else is asked for', async () => {
    const { enter } = openRoom();
    expect(await enter(dearCost)).not.toBeNull();
    expect(await enter(dearCost)).not.toBeNull();
  });

  it('makes dear answers one after another while others are made, which wait for none of them', async () => {
    const { enter } = openRoom();
    const leaveOther = await enter(1);
    const leaveFirst = await enter(dearCost);
    const [second, third] = [enter(dearCost), enter(dearCost)];
    expect([await isWaiting(second), await isWaiting(third)]).toEqual([true, true]);
    expect(await enter(dearCost - 1)).not.toBeNull();
    leaveFirst?.();
    leaveOther?.();
    expect([await isWaiting(second), await isWaiting(third)]).toEqual([false, true]);
    (await second)?.();
    expect(await isWaiting(third)).toBe(false);
  });

  it('goes on so for a moment after the last of the others', async () => {
    const { clock, enter } = openRoom();
    (await enter(1))?.();
    const leaveFirst = await enter(dearCost);
    clock.nowMs = 100;
    const second = enter(dearCost);
    expect(await isWaiting(second)).toBe(true);
    clock.nowMs = 101;
    expect(await enter(dearCost)).not.toBeNull();
    leaveFirst?.();
    expect(await isWaiting(second)).toBe(false);
  });

  it('counts nobody twice who leaves twice', async () => {
    const { clock, enter } = openRoom();
    const [leave, leaveOther] = [await enter(1), await enter(1)];
    leave?.();
    leave?.();
    clock.nowMs = 1_000;
    await enter(dearCost);
    expect(await isWaiting(enter(dearCost))).toBe(true);
    leaveOther?.();
  });

  it('has nothing for a dear answer that waits too long for its turn', async () => {
    const { enter } = openRoom();
    await enter(1);
    await enter(dearCost);
    expect(await enter(dearCost, 20)).toBeNull();
  });
});
