import { describe, expect, it } from 'vitest';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { levelOf } from './series-level.ts';

const offences = {
  dimensions: [
    {
      id: 'group',
      label: 'Group',
      choices: [
        { value: 'theft', label: 'Theft' },
        { value: 'other', label: 'Other' },
      ],
    },
    { id: 'offence', label: 'Offence', choices: [{ value: 'shoplifting', label: 'Shoplifting', within: 'theft' }] },
    { id: 'sex', label: 'Sex', choices: [{ value: 'female', label: 'Female' }] },
  ],
} satisfies Pick<IndicatorDefinition, 'dimensions'>;

describe('the level of a series', () => {
  it.each([
    ['TOTAL', {}],
    ['GROUP', { group: 'theft' }],
    ['CATEGORY', { group: 'other' }],
    ['CATEGORY', { group: 'theft', offence: 'shoplifting' }],
    ['CATEGORY', { sex: 'female' }],
  ])('is %s for %j', (level, narrowing) => {
    expect(levelOf(offences, narrowing)).toBe(level);
  });
});
