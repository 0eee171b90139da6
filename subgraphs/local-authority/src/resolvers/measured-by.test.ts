import { describe, expect, it } from 'vitest';
import { indicators } from '../indicators.ts';
import { indicatorOf } from './measured-by.ts';

describe('an indicator that measures something', () => {
  it('is a reference where another agency answers for it', () => {
    expect([
      indicatorOf({ agency: 'policing', id: 'recorded-crime' }),
      indicatorOf({
        agency: 'policing',
        id: 'recorded-crime',
        narrowing: { offence: 'arson', 'offence-group': 'fire' },
      }),
      indicatorOf({ agency: 'criminal-justice', id: 'court-timeliness' }),
      indicatorOf({ agency: 'health', id: 'violence-attendances' }),
    ]).toEqual([
      { __typename: 'PolicingIndicator', id: 'recorded-crime', link: 'recorded-crime' },
      {
        __typename: 'PolicingIndicator',
        id: 'recorded-crime',
        link: 'recorded-crime offence=arson;offence-group=fire',
      },
      { __typename: 'JusticeIndicator', id: 'court-timeliness', link: 'court-timeliness' },
      { __typename: 'HealthIndicator', id: 'violence-attendances', link: 'violence-attendances' },
    ]);
  });

  it('is the definition where local authorities answer for it', () => {
    expect(indicatorOf({ agency: 'local-authority', id: 'population' })).toBe(
      indicators.find(({ id }) => id === 'population'),
    );
  });

  it('of the local authorities keeps what it is narrowed to', () => {
    expect(indicatorOf({ agency: 'local-authority', id: 'population', narrowing: { age: 'children' } })).toMatchObject({
      id: 'population',
      narrowedTo: { age: 'children' },
    });
  });

  it('is a mistake where local authorities have none of its id', () => {
    expect(() => indicatorOf({ agency: 'local-authority', id: 'weather' })).toThrow(
      'no indicator "weather" of the local authorities',
    );
  });
});
