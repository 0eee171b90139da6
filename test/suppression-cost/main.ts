import { parseArgs } from 'node:util';
import { compareCosts, type ComparedCost } from './suppression-cost.ts';

/*
 * Compares what secondary suppression costs with the least that protects, on random tables, and ends with 1 where it is more than it
 * may be, or where the least is not proved in the stated time: `npm run test:suppression-cost -- --tables 1000 --seed 1`.
 */

/** What the tables together may cost, as a multiple of the least. */
const mostRatio = 1.15;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    tables: { type: 'string', default: '500' },
    'seconds-each': { type: 'string', default: '10' },
  },
});

const costs = [
  ...compareCosts({
    seed: Number(values.seed),
    tables: Number(values.tables),
    mostMsEach: Number(values['seconds-each']) * 1000,
  }),
];
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const ratioOf = ({ cost, least }: ComparedCost) => (least === 0 ? (cost === 0 ? 1 : Infinity) : cost / least);
const ratio = sumOf(costs.map(({ cost }) => cost)) / sumOf(costs.map(({ least }) => least));
const ratios = costs.map(ratioOf).toSorted((a, b) => a - b);
const at = (part: number) => (ratios[Math.min(ratios.length - 1, Math.floor(part * ratios.length))] ?? 1).toFixed(3);
const proved = costs.filter(({ isProved }) => isProved).length;

console.log(`${costs.length} tables, seed ${values.seed}: the least is proved of ${proved} within ${values['seconds-each']} s each,
of ${costs.filter(({ isAttained }) => isAttained).length} by whole numbers, too.
cost over the least: ${ratio.toFixed(3)} of all tables together, ${(sumOf(ratios) / ratios.length).toFixed(3)} on average;
by table: median ${at(0.5)}, 90 of 100 up to ${at(0.9)}, 99 of 100 up to ${at(0.99)}, worst ${at(1)}; ${ratios.filter((each) => each > mostRatio).length} above ${mostRatio}
The worst:`);
for (const { kind, cost, least } of costs.toSorted((a, b) => ratioOf(b) - ratioOf(a)).slice(0, 5))
  console.log(`  ${String(cost).padStart(6)} over ${String(Math.round(least)).padStart(6)}  ${kind}`);
process.exitCode = ratio > mostRatio || proved < costs.length ? 1 : 0;
