import { expect, it } from 'vitest';
import { compareCosts } from './suppression-cost.ts';

/** Few with every test run, hundreds by `npm run test:suppression-cost`. */
const tables = 30;

it('costs hardly more than the least that protects, proved by another solver', () => {
  const costs = [...compareCosts({ seed: 100, tables, mostMsEach: 10_000 })];
  expect(costs.filter(({ isProved }) => isProved)).toHaveLength(tables);
  const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
  const [cost, least] = [sumOf(costs.map((each) => each.cost)), sumOf(costs.map((each) => each.least))];
  expect(cost / least).toBeGreaterThan(1 - 1e-6);
  expect(cost / least).toBeLessThan(1.15);
}, 60_000);
