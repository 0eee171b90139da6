import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { expect, it } from 'vitest';
import { daysAway, indicatorOf, visits } from '../../testing/sample-datasets.ts';
import { combinationsOf, familiesOf } from './breakdown.ts';

it('A count is broken down by each dimension, and within its values where the next one nests', () => {
  const within = (detail: string) => ({ kind: 'loan', detail });
  expect(familiesOf(visits)).toEqual([
    { parent: {}, dimension: 'kind', adding: [{ kind: 'loan' }, { kind: 'event' }], beside: [] },
    // The first five of the six: the sixth is left out, to keep the sample small.
    {
      parent: { kind: 'loan' },
      dimension: 'detail',
      adding: ['book', 'film', 'map', 'music', 'game'].map(within),
      beside: [],
    },
    { parent: { kind: 'event' }, dimension: 'detail', adding: [], beside: [] },
  ]);
});

it('Of values that nest, those whose share is known stand for all', () => {
  const groups = dimension('offence-group', 'Group', ['Burglary']);
  const choices = ['domestic-burglary', 'res-burglary-of-a-home'].map((value) => ({
    value,
    label: value,
    within: 'burglary',
  }));
  const offences = { id: 'offence', label: 'Offence', choices };
  expect(familiesOf(indicatorOf({ dimensions: [groups, offences] }))[1]?.adding).toEqual([
    { 'offence-group': 'burglary', offence: 'res-burglary-of-a-home' },
  ]);
});

it('What lies outside a total does not add to it', () => {
  const groups = dimension('offence-group', 'Group', ['Theft', 'Fraud reported to NFIB']);
  expect(familiesOf(indicatorOf({ dimensions: [groups] }))).toEqual([
    {
      parent: {},
      dimension: 'offence-group',
      adding: [{ 'offence-group': 'theft' }],
      beside: [{ 'offence-group': 'fraud-reported-to-nfib' }],
    },
  ]);
});

it('What overlaps adds up to nothing', () => {
  const factor = dimension('factor', 'Factor', ['Gangs', 'Drugs']);
  expect(familiesOf(indicatorOf({ additivity: 'OVERLAPPING', dimensions: [factor] }))).toEqual([
    { parent: {}, dimension: 'factor', adding: [], beside: [{ factor: 'gangs' }, { factor: 'drugs' }] },
  ]);
});

it('A statistic with a headline has all combinations, the headline first, and no total', () => {
  expect(combinationsOf(daysAway)).toEqual([
    { statistic: 'median', kind: 'book' },
    { statistic: 'mean', kind: 'book' },
    { statistic: 'median', kind: 'film' },
    { statistic: 'mean', kind: 'film' },
  ]);
});

it('A statistic without a headline has its total and each value alone', () => {
  expect(combinationsOf({ ...daysAway, headline: {} })).toEqual([
    {},
    { statistic: 'mean' },
    { statistic: 'median' },
    { kind: 'book' },
    { kind: 'film' },
  ]);
});

it('A statistic with many combinations has 40 of them', () => {
  const many = ['a', 'b', 'c'].map((id) => dimension(id, id, ['One', 'Two', 'Three', 'Four']));
  const combinations = combinationsOf({ ...daysAway, dimensions: many, headline: { a: 'four', b: 'four', c: 'four' } });
  expect([combinations.length, combinations[0]]).toEqual([40, { a: 'four', b: 'four', c: 'four' }]);
});
