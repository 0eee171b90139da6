import { describe, expect, it } from 'vitest';
import { improvementDirection, judgementOf } from './judgement.ts';

describe('the way that is for the better', () => {
  it.each([
    ['HIGH_IS_GOOD', [1, 2], 'UP'],
    ['LOW_IS_GOOD', [1, 2], 'DOWN'],
    ['SMALLER_GAP_IS_GOOD', [3, 0, 5], 'DOWN'],
    ['SMALLER_GAP_IS_GOOD', [-3, 0, -5], 'UP'],
    ['SMALLER_GAP_IS_GOOD', [-3, 5], null],
    ['REPORTING_VOLUME', [1, 2], null],
    ['NO_JUDGEMENT', [1, 2], null],
  ] as const)('of %s with %j is %s', (polarity, values, direction) => {
    expect(improvementDirection(polarity, values)).toBe(direction);
  });
});

describe('a judgement', () => {
  it('needs a change, and a way that is for the better', () => {
    expect(judgementOf('UP', 'UP')).toBe('IMPROVEMENT');
    expect(judgementOf('UP', 'DOWN')).toBe('CONCERN');
    expect(judgementOf(null, 'DOWN')).toBe('NONE');
    expect(judgementOf('UP', null)).toBe('NONE');
  });
});
