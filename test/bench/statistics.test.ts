import { describe, expect, it } from 'vitest';
import { percentile, ratios, spreadOf } from './statistics.ts';

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it('is the number at the nearest rank, in whatever order they come', () => {
    expect([0.5, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([50, 99, 100]);
  });

  it('is the greatest where there are too few to tell', () => {
    expect(percentile([3, 1, 2], 0.99)).toBe(3);
  });

  it('is the least at a share of nothing', () => {
    expect(percentile([3, 1, 2], 0)).toBe(1);
  });

  it('compares numbers, not texts', () => {
    expect(percentile([9, 10, 100], 0.5)).toBe(10);
  });

  it('of nothing is null', () => {
    expect(percentile([], 0.5)).toBeNull();
  });
});

describe('spreadOf', () => {
  it('of an odd count has the middle one', () => {
    expect(spreadOf([30, 4, 5])).toEqual({ median: 5, lowest: 4, highest: 30 });
  });

  it('of an even count lies half-way between the middle two', () => {
    expect(spreadOf([4, 1, 2, 30])).toEqual({ median: 3, lowest: 1, highest: 30 });
  });

  it('of nothing is null', () => {
    expect(spreadOf([])).toBeNull();
  });
});

describe('ratios', () => {
  it('divide what was measured in the same round', () => {
    expect(ratios([10, 30, 50], [20, 20, 100])).toEqual([0.5, 1.5, 0.5]);
  });

  it('leave out rounds in which one of the two was not measured', () => {
    expect(ratios([10, null, 30, 40], [20, 20, null, 0])).toEqual([0.5]);
  });
});
