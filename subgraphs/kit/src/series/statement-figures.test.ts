import { libraryVisits } from '@boroughgraph/test/support/example-dataset.ts';
import { shown } from '@boroughgraph/test/support/shown.ts';
import { unitValues } from '@boroughgraph/schema/vocabulary/core.ts';
import { describe, expect, it } from 'vitest';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { Observation } from '../statistics/observation.ts';
import { periodFromId } from '../statistics/periods.ts';
import { figureText, limitText } from './statement-figures.ts';

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

  it.each(unitValues)('names the unit %s, of one and of many, and of a limit', (unit) => {
    const [one, many] = [text({ unit }, 1), text({ unit }, 12)];
    // A word, a sign before or behind, or what it is per: never the name that the schema has for it.
    const named = /^(?:£12|12%|a score of 12|12 per 1[0,]+|12 [a-z]+(?: points)?)$/;
    expect(many).toMatch(named);
    expect(limitText({ ...libraryVisits, unit }, 12)).toBe(many);
    expect(limitText({ ...libraryVisits, unit }, 1)).toBe(one);
    // Of one thing there is one word: only "1 times" and what has no word of its own stay as they are.
    const isCountedInWords = /^12 [a-z ]+$/.test(many) && unit !== 'RATIO';
    expect(one !== many.replace('12', '1')).toBe(isCountedInWords);
  });

  it.each([
    [{ unit: 'PERCENTAGE_POINTS' }, 1, '1 percentage point'],
    [{ unit: 'CASUALTIES' }, 1, '1 casualty'],
    [{ unit: 'ENQUIRIES' }, 1, '1 enquiry'],
    [{ unit: 'POUNDS', valueType: 'MONEY' }, -12, '-£12'],
  ] as const)('of %o, %d, is %s', (changes, value, words) => {
    expect(text(changes, value)).toBe(words);
  });

  it('says of one that was rounded away that it was', () => {
    expect(text({}, 0, ['ROUNDS_TO_ZERO'])).toBe('so low that its publisher rounded it to zero');
  });
});
