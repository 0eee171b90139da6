import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AnswerRoom, type AnswerToMake } from './answer-room.ts';

const bounds = { maxCost: 10, minCost: 1, maxWaiting: 3, maxWaitingOfClient: 2 };
const long = 60_000;

/** A room, and in which order answers came into it. */
function open() {
  const room = new AnswerRoom(bounds);
  const entered: string[] = [];
  const enter = async (name: string, cost: number, options: Partial<AnswerToMake> = {}) => {
    const wanted = { cost, client: 'one', signal: new AbortController().signal, waitMs: long, ...options };
    const leave = await room.enter(wanted);
    if (leave !== null) entered.push(name);
    return leave;
  };
  return { enter, entered };
}

describe('Room for large answers', () => {
  it('is taken by as many as fit, and by the next when one leaves', async () => {
    const { enter, entered } = open();
    const first = await enter('first', 6);
    await enter('second', 4);
    const third = enter('third', 5);
    await delay(1);
    expect(entered).toEqual(['first', 'second']);
    first?.();
    first?.();
    await third;
    expect(entered).toEqual(['first', 'second', 'third']);
  });

  it('is taken by what costs more than all of it, alone', async () => {
    const { enter, entered } = open();
    const vast = await enter('vast', 100);
    const other = enter('other', 1);
    await delay(1);
    expect(entered).toEqual(['vast']);
    vast?.();
    await other;
    expect(entered).toEqual(['vast', 'other']);
  });

  it('is not needed by what is small', async () => {
    const { enter, entered } = open();
    await enter('vast', 100);
    await enter('small', 0.5);
    expect(entered).toEqual(['vast', 'small']);
  });

  it('is not taken by what came later and fits sooner', async () => {
    const { enter, entered } = open();
    const leave = await enter('first', 6);
    const large = enter('large', 6);
    const fits = enter('fits', 4);
    await delay(1);
    expect(entered).toEqual(['first']);
    leave?.();
    await Promise.all([large, fits]);
    expect(entered).toEqual(['first', 'large', 'fits']);
  });

  it('is given to one client after another', async () => {
    const { enter, entered } = open();
    let leave = await enter('first', 10);
    const waiting = [enter('one', 10), enter('one again', 10), enter('other', 10, { client: 'other' })];
    for (const name of ['one', 'other', 'one again']) {
      leave?.();
      const next = await Promise.any(waiting.filter((_, at) => ['one', 'one again', 'other'][at] === name));
      expect(entered.at(-1)).toBe(name);
      leave = next;
    }
  });

  it('is not waited for by too many, nor by too many of one client', async () => {
    const { enter } = open();
    await enter('vast', 100);
    void enter('second', 5);
    void enter('third', 5);
    expect(await enter('fourth', 5)).toBeNull();
    void enter('fifth', 5, { client: 'other' });
    expect(await enter('sixth', 5, { client: 'another' })).toBeNull();
  });

  it('is not waited for longer than said, and what comes behind is not kept up', async () => {
    const { enter, entered } = open();
    await enter('first', 6);
    const impatient = enter('impatient', 6, { waitMs: 20 });
    const behind = enter('behind', 4);
    expect(await impatient).toBeNull();
    await behind;
    expect(entered).toEqual(['first', 'behind']);
  });

  it('is not kept for what nobody waits for', async () => {
    const { enter, entered } = open();
    const leave = await enter('first', 10);
    const client = new AbortController();
    const left = enter('left', 10, { signal: client.signal });
    const behind = enter('behind', 10);
    const why = new Error('the client has gone');
    client.abort(why);
    await expect(left).rejects.toBe(why);
    await expect(enter('late', 1, { signal: client.signal })).rejects.toBe(why);
    leave?.();
    await behind;
    expect(entered).toEqual(['first', 'behind']);
  });
});
