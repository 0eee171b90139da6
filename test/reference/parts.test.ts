import { expect, it } from 'vitest';
import { mergeReports, splitOperations } from './parts.ts';

it('Operations are split into parts one after another, without a gap and as like in size as can be', () => {
  expect(splitOperations({ seed: 3, from: 20, operations: 11, workers: 3 })).toEqual([
    { seed: 3, from: 20, operations: 3 },
    { seed: 3, from: 23, operations: 4 },
    { seed: 3, from: 27, operations: 4 },
  ]);
});

it.each([
  [2, 5, [1, 1]],
  [7, 0, [7]],
  [0, 4, [0]],
])('%i operations for %i workers are %j', (operations, workers, sizes) => {
  expect(splitOperations({ seed: 1, from: 0, operations, workers }).map((part) => part.operations)).toEqual(sizes);
});

it('Reports of parts are one report of all', () => {
  const of = (operations: number, uses: readonly (readonly [string, number])[]) => ({
    ...{ operations, found: [], unrepeated: 1 },
    ruleUses: new Map(uses),
  });
  expect(
    mergeReports([
      of(3, [['a rule', 2]]),
      of(4, [
        ['a rule', 1],
        ['another', 5],
      ]),
    ]),
  ).toEqual({
    ...{ operations: 7, found: [], unrepeated: 2 },
    ruleUses: new Map([
      ['a rule', 3],
      ['another', 5],
    ]),
  });
});
