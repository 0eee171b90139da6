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
    // A hundred milliseconds of work in stretches of three, and then some.
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

  it('takes all work of one pass of the event loop for one stretch', async () => {
    const passes = await countPasses(async () => {
      await Promise.all(Array.from({ length: 60 }, () => part(1)));
    });
    // Sixty milliseconds in stretches of three, the last part of each begun within it; two stretches a pass would be ten or fewer.
    expect(passes).toBeGreaterThanOrEqual(14);
  });

  it('lets short work go first, and as soon as there is time, whatever long work waits', async () => {
    await new Promise(setImmediate);
    const order: string[] = [];
    expect(takeTurn()).toBeNull();
    workFor(4);
    const long = ['long 1', 'long 2'].map((name) => takeTurn()?.then(() => order.push(name)));
    const short = takeTurn({ isShort: true })?.then(() => order.push('short'));
    await Promise.all([...long, short]);
    expect(order).toEqual(['short', 'long 1', 'long 2']);
  });

  it('asks nothing of short work for long work that waits', async () => {
    const long = Array.from({ length: 60 }, () => part(1));
    // After the poll of the next pass, before anybody is let in.
    await new Promise((resolve) => setTimeout(resolve, 0));
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect([takeTurn({ isShort: true }), takeTurn() === null]).toEqual([null, false]);
    await Promise.all(long);
  });

  it('lets in one that has long work in each pass, however many have short work', async () => {
    let isDone = false;
    let shortParts = 0;
    const keepWorking = async (): Promise<void> => {
      while (!isDone) {
        await takeTurn({ isShort: true });
        workFor(1);
        shortParts += 1;
      }
    };
    const short = [keepWorking(), keepWorking()];
    await Promise.all(Array.from({ length: 10 }, () => part(1)));
    isDone = true;
    await Promise.all(short);
    // About four of the short ones in each pass.
    expect(shortParts).toBeLessThan(100);
  });

  it('lets one of many that come at the same moment go on to its end before the next one begins', async () => {
    const order: string[] = [];
    const oneOfMany = async (name: string): Promise<void> => {
      const turn = takeTurn({ isOneOfMany: true });
      if (turn !== null) await turn;
      order.push(`${name} begins`);
      // As where a resolver's value is completed by others.
      await Promise.resolve();
      workFor(1);
      order.push(`${name} ends`);
    };
    const names = Array.from({ length: 60 }, (_, at) => String(at));
    const passes = await countPasses(async () => {
      await Promise.all(names.map(oneOfMany));
    });
    expect(order).toEqual(names.flatMap((name) => [`${name} begins`, `${name} ends`]));
    // Otherwise all would work in one.
    expect(passes).toBeGreaterThanOrEqual(14);
  });

  it('lets more of those work in one pass that are about to ask', async () => {
    const passesOf = (isAsking: boolean): Promise<number> =>
      countPasses(async () => {
        await Promise.all(Array.from({ length: 60 }, () => part(1, isAsking)));
      });
    expect(await passesOf(true)).toBeLessThan(await passesOf(false));
  });
});

/** A part of a long work, as soon as it is its turn. */
async function part(durationMs: number, isAsking = false): Promise<void> {
  const turn = takeTurn({ isAsking });
  if (turn !== null) await turn;
  workFor(durationMs);
}

/** How often the event loop comes round while something is done. */
async function countPasses(work: () => Promise<void>): Promise<number> {
  await new Promise(setImmediate);
  let passes = 0;
  let isDone = false;
  const count = (): void => {
    passes += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await work();
  isDone = true;
  return passes;
}
