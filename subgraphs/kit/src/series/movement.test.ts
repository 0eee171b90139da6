import { describe, expect, it } from 'vitest';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { ordinalOf } from '../statistics/periods.ts';
import { type MovedFigure, movementText } from './movement.ts';

const residents: IndicatorDefinition = {
  id: 'residents',
  datasetId: 'residents',
  name: 'Residents',
  definition: 'People who live there.',
  unit: 'PEOPLE',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'ADDITIVE_OVER_AREA_ONLY',
  attributionBasis: 'RESIDENCE_OF_RESPONDENT',
  areaTypes: ['BOROUGH'],
  grid: { type: 'CALENDAR_YEAR' },
  dimensions: [],
};

const replacement = (year: string, first: number, served: number): MovedFigure => ({
  ordinal: ordinalOf(residents.grid, `CY${year}`),
  first: { value: first, status: 'PUBLISHED' },
  served: { value: served, status: 'PUBLISHED' },
});

describe('how far a series moved', () => {
  it.each<[string, readonly MovedFigure[], string]>([
    [
      'no two editions have a figure',
      [],
      'No figure of it stands in editions of two days, so that nothing tells how far it moves when it is revised.',
    ],
    [
      'all stayed',
      [replacement('2020', 100, 100)],
      'Figures that an earlier edition has as well: 1. Changed since: none.',
    ],
    [
      'the greatest change is told, whichever way it went',
      [replacement('2019', 1_000, 1_010), replacement('2020', 2_000, 1_900), replacement('2021', 5, 5)],
      'Figures that an earlier edition has as well: 3. Changed since: 2; most of all that for 2020, from 2,000 people to 1,900 people.',
    ],
    [
      'a change is smaller than what is shown',
      [replacement('2020', 100.1, 100.2)],
      'Figures that an earlier edition has as well: 1. Changed since: 1; most of all that for 2020, by less than is shown.',
    ],
  ])('where %s', (_case, replacements, text) => {
    expect(movementText(residents, replacements)).toBe(text);
  });
});
