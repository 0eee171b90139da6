import { expect, it } from 'vitest';
import { BoundedLimiter } from './bounded-limiter.ts';

const rule = { points: 10, duration: 60 };

async function spend(limiter: BoundedLimiter, consumer: string, points: number): Promise<number> {
  return (await limiter.consume(consumer, points)).remainingPoints;
}

it('However many consumers come, the budgets of so many are counted, and of the last', async () => {
  const limiter = new BoundedLimiter(rule, 100);
  for (let at = 0; at < 1_000; at += 1) await spend(limiter, `consumer ${at}`, 4);
  expect(limiter.counted).toBe(100);
  expect(limiter.dump().storage).toHaveLength(100);
  expect(await spend(limiter, 'consumer 999', 1)).toBe(5);
  expect(await spend(limiter, 'consumer 0', 1)).toBe(9);
});

it('Who has spent all and asks on is not forgotten for those who come', async () => {
  const limiter = new BoundedLimiter(rule, 10);
  await spend(limiter, 'greedy', 10);
  for (let at = 0; at < 100; at += 1) {
    await spend(limiter, `consumer ${at}`, 1);
    await expect(limiter.consume('greedy', 1)).rejects.toMatchObject({ remainingPoints: 0 });
  }
});
