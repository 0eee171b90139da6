import { expect, it } from 'vitest';
import { ConsumerBudgets, budgetSeconds } from './consumer-budgets.ts';
import { consumerAt } from './consumer.ts';

it('A budget is spent until nothing is left, and another consumer has one of its own', async () => {
  const budgets = new ConsumerBudgets(1_000);
  const spend = async (consumer: string, cost: number) => {
    const { left, isEnough, wholeInMs } = await budgets.spend(consumer, cost);
    expect(wholeInMs).toBeGreaterThan(0);
    expect(wholeInMs).toBeLessThanOrEqual(budgetSeconds * 1_000);
    return { left, isEnough };
  };
  expect(await spend('a', 600)).toEqual({ left: 400, isEnough: true });
  expect(await spend('a', 400)).toEqual({ left: 0, isEnough: true });
  expect(await spend('a', 1)).toEqual({ left: 0, isEnough: false });
  expect(await spend('b', 1)).toEqual({ left: 999, isEnough: true });
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['nonsense', 'nonsense'],
])('The consumer at %s is %s', (address, consumer) => {
  expect(consumerAt(address)).toBe(consumer);
});
