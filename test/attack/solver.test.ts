import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRanges, findNarrow } from './solver/ranges.ts';
import { Contradiction, type Identity, type Range, type Unknown } from './solver/system.ts';

/** The range of every number over all solutions, found by trying each combination; empty where there is no solution. */
function triedRanges(unknowns: readonly Unknown[], identities: readonly Identity[]): ReadonlyMap<string, Range> {
  const found = new Map<string, Range>();
  const values = new Map<string, number>();
  const isMet = () =>
    identities.every((terms) => terms.reduce((sum, [id, times]) => sum + times * (values.get(id) ?? 0), 0) === 0);
  const tryFrom = (index: number): void => {
    const unknown = unknowns[index];
    if (unknown === undefined) {
      if (!isMet()) return;
      for (const [id, value] of values) {
        const range = found.get(id) ?? { low: value, high: value };
        found.set(id, { low: Math.min(range.low, value), high: Math.max(range.high, value) });
      }
      return;
    }
    for (let value = unknown.low; value <= unknown.high; value += 1) {
      values.set(unknown.id, value);
      tryFrom(index + 1);
    }
  };
  tryFrom(0);
  return found;
}

const ids = ['a', 'b', 'c', 'd', 'e'];
const system = fc.record({
  unknowns: fc.tuple(
    ...ids.map((id) => fc.tuple(fc.nat(4), fc.nat(4)).map(([low, width]) => ({ id, low, high: low + width }))),
  ),
  identities: fc.array(
    fc
      .array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(1, 1, -1, 2)), { minLength: 2, maxLength: 4 })
      .map((terms) => [...new Map(terms)]),
    { maxLength: 3 },
  ),
});

describe('the solver of the attack suite', () => {
  it('finds the same ranges as trying every combination', () => {
    fc.assert(
      fc.property(system, ({ unknowns, identities }) => {
        const tried = triedRanges(unknowns, identities);
        if (tried.size === 0) expect(() => allRanges(unknowns, identities)).toThrow(Contradiction);
        else expect(sorted(allRanges(unknowns, identities))).toEqual(sorted(tried));
      }),
      { seed: 20_260_101, numRuns: 2_000 },
    );
  });

  it('finds the same whatever numbers it is told to try', () => {
    fc.assert(
      fc.property(system, fc.array(fc.nat(8), { minLength: 5, maxLength: 5 }), ({ unknowns, identities }, tried) => {
        const solution = new Map(ids.map((id, at) => [id, tried[at] ?? 0]));
        const limits = new Map(ids.map((id, at) => [id, at % 3]));
        const found = resultOf(() => findNarrow(unknowns, identities, { limits }));
        expect(resultOf(() => findNarrow(unknowns, identities, { limits, solution }))).toEqual(found);
      }),
      { seed: 20_260_102, numRuns: 500 },
    );
  });

  it('subtracts a row from its total', () => {
    const unknowns = [exactly('total', 30), exactly('a', 12), exactly('b', 15), open('c')];
    // 30 − 12 − 15.
    expect(findNarrow(unknowns, [row], { limits: new Map([['c', 4]]) })).toEqual([{ id: 'c', low: 3, high: 3 }]);
  });

  it('leaves two gaps open that may take from each other', () => {
    const unknowns = [exactly('total', 30), exactly('a', 12), open('b'), open('c')];
    const limits = new Map([
      ['b', 4],
      ['c', 4],
    ]);
    expect(findNarrow(unknowns, [row], { limits })).toEqual([]);
  });

  it('takes a rounded number as the range that it stands for', () => {
    const unknowns = [{ id: 'total', low: 28, high: 32 }, exactly('a', 12), exactly('b', 15), open('c')];
    // 28 − 27 to 32 − 27.
    expect(findNarrow(unknowns, [row], { limits: new Map([['c', 5]]) })).toEqual([{ id: 'c', low: 1, high: 5 }]);
    expect(findNarrow(unknowns, [row], { limits: new Map([['c', 4]]) })).toEqual([]);
  });

  it('sees through the four gaps of a rectangle when a diagonal is known to be small', () => {
    const rows: readonly Identity[] = [
      [
        ['r1', 1],
        ['a', -1],
        ['b', -1],
      ],
      [
        ['r2', 1],
        ['c', -1],
        ['d', -1],
      ],
      [
        ['k1', 1],
        ['a', -1],
        ['c', -1],
      ],
      [
        ['k2', 1],
        ['b', -1],
        ['d', -1],
      ],
    ];
    const unknowns = [
      exactly('r1', 2),
      exactly('r2', 50),
      exactly('k1', 40),
      exactly('k2', 12),
      ...['a', 'b', 'c', 'd'].map(open),
    ];
    // The first row holds 2, so that a and b lie between 0 and 2, c between 38 and 40, d between 10 and 12.
    expect(sorted(allRanges(unknowns, rows)).slice(0, 4)).toEqual([
      ['a', { low: 0, high: 2 }],
      ['b', { low: 0, high: 2 }],
      ['c', { low: 38, high: 40 }],
      ['d', { low: 10, high: 12 }],
    ]);
  });
});

/** What comes back, or that the identities contradict each other. */
function resultOf(find: () => ReturnType<typeof findNarrow>): ReturnType<typeof findNarrow> | 'contradiction' {
  try {
    return find();
  } catch (error) {
    expect(error).toBeInstanceOf(Contradiction);
    return 'contradiction';
  }
}

const row: Identity = [
  ['total', 1],
  ['a', -1],
  ['b', -1],
  ['c', -1],
];
const exactly = (id: string, value: number): Unknown => ({ id, low: value, high: value });
const open = (id: string): Unknown => ({ id, low: 0, high: Infinity });
const sorted = (ranges: ReadonlyMap<string, Range>) => [...ranges].sort(([a], [b]) => (a < b ? -1 : 1));
