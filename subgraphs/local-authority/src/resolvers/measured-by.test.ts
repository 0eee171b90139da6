import { describe, expect, it } from 'vitest';
import { indicators } from '../indicators.ts';
import { indicatorOf } from './measured-by.ts';

describe('an indicator that measures something', () => {
  it('is a reference where another agency answers for it', () => {
    expect([
      indicatorOf({ agency: 'policing', id: 'recorded-crime' }),
      indicatorOf({ agency: 'criminal-justice', id: 'court-timeliness' }),
      indicatorOf({ agency: 'health', id: 'violence-attendances' }),
    ]).toEqual([
      { __typename: 'PolicingIndicator', id: 'recorded-crime' },
      { __typename: 'JusticeIndicator', id: 'court-timeliness' },
      { __typename: 'HealthIndicator', id: 'violence-attendances' },
    ]);
  });

  it('is the definition where local authorities answer for it', () => {
    expect(indicatorOf({ agency: 'local-authority', id: 'population' })).toBe(
      indicators.find(({ id }) => id === 'population'),
    );
  });

  it('is a mistake where local authorities have none of its id', () => {
    expect(() => indicatorOf({ agency: 'local-authority', id: 'weather' })).toThrow(
      'no indicator "weather" of the local authorities',
    );
  });
});
