import { libraryVisits } from '@boroughgraph/test/support/example-dataset.ts';
import { shown } from '@boroughgraph/test/support/shown.ts';
import { describe, expect, it } from 'vitest';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { Observation } from '../statistics/observation.ts';
import { periodFromId } from '../statistics/periods.ts';
import { figureText } from './statement-figures.ts';

const observation = (value: number, flags: Observation['flags'] = []): Observation => ({
  period: periodFromId('2024-01'),
  value: shown({ value, status: 'PUBLISHED' }).value,
  displayValue: flags.includes('ROUNDS_TO_ZERO') ? '[low]' : String(value),
  status: 'PUBLISHED',
  flags,
  numerator: null,
  denominator: null,
  denominatorPeriod: null,
  denominatorSource: null,
  lower: null,
  upper: null,
  coverage: null,
  release: null,
});
const text = (changes: Partial<IndicatorDefinition>, ...figure: Parameters<typeof observation>) =>
  figureText({ ...libraryVisits, ...changes }, observation(...figure));

describe('a figure in words', () => {
  it.each([
    [{ unit: 'PEOPLE' }, 2, '2 people'],
    [{ unit: 'PEOPLE' }, 1, '1 person'],
    [{ unit: 'CHILDREN' }, 1, '1 child'],
    [{ unit: 'OFFENCES' }, 0, '0 offences'],
    [{ unit: 'PERCENT' }, 25.4, '25.4%'],
    [{ unit: 'PERCENTAGE_POINTS' }, -3, '-3 percentage points'],
    [{ unit: 'PER_10000' }, 41.2, '41.2 per 10,000'],
    [{ unit: 'POUNDS', valueType: 'MONEY' }, 12, '£12'],
    [{ unit: 'SCORE', valueType: 'INDEX' }, 31, 'a score of 31'],
    [{ unit: 'DAYS', valueType: 'MEDIAN' }, 0, 'a median of 0 days'],
    [{ unit: 'MINUTES', valueType: 'MEAN' }, 7.5, 'a mean of 7.5 minutes'],
  ] as const)('of %o, %d, is %s', (changes, value, words) => {
    expect(text(changes, value)).toBe(words);
  });

  it('says of one that was rounded away that it was', () => {
    expect(text({}, 0, ['ROUNDS_TO_ZERO'])).toBe('so low that its publisher rounded it to zero');
  });
});
