import { describe, expect, it } from 'vitest';
import { takeTurn } from './turns.ts';

/** A stretch is counted in the thread's own time, so that a busy machine cuts nothing off. */
const threadTimeMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};
const workFor = (durationMs: number): void => {
  const until = threadTimeMs() + durationMs;
  while (threadTimeMs() < until);
};

describe('Taking turns', () => {
  it('asks nothing of short work', async () => {
    await new Promise(setImmediate);
    expect(Array.from({ length: 100 }, takeTurn).every((turn) => turn === null)).toBe(true);
  });

  it('lets others in between the parts of work that is long, whose parts go on in their order', async () => {
    await new Promise(setImmediate);
    const order: number[] = [];
    let othersTurns = 0;
    let isDone = false;
    const countTurns = (): void => {
      othersTurns += 1;
      if (!isDone) setTimeout(countTurns, 0);
    };
    setTimeout(countTurns, 0);
    const parts = Array.from({ length: 100 }, async (_, part) => {
      await Promise.resolve();
      const turn = takeTurn();
      if (turn !== null) await turn;
      workFor(1);
      order.push(part);
    });
    await Promise.all(parts);
    isDone = true;
    expect(order).toEqual([...order].sort((one, other) => one - other));
    // A hundred milliseconds of work in stretches of ten.
    expect(othersTurns).toBeGreaterThanOrEqual(5);
  });

  it('costs parts that wait for it no turn each', async () => {
    await new Promise(setImmediate);
    workFor(1);
    expect(takeTurn()).toBeNull();
    workFor(11);
    let turns = 0;
    let isDone = false;
    const countTurns = (): void => {
      turns += 1;
      if (!isDone) setImmediate(countTurns);
    };
    setImmediate(countTurns);
    const taken = Array.from({ length: 1_000 }, takeTurn).filter((turn) => turn !== null);
    await Promise.all(taken);
    isDone = true;
    expect([taken.length, turns < 20]).toEqual([1_000, true]);
  });
});
