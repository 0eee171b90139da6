import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dimensionKey, dimensionsOf, slug } from './dimensions.ts';

it.each([
  ['Theft from the Person', 'theft-from-the-person'],
  ['BURGLARY - RESIDENTIAL', 'burglary-residential'],
  ['Health_Services', 'health-services'],
  ['Drugs & alcohol', 'drugs-and-alcohol'],
  ["Children's homes", 'childrens-homes'],
  ['SAFER_NEIGHBOURHOODS', 'safer-neighbourhoods'],
])('makes %j the value %s', (label, value) => {
  expect(slug(label)).toBe(value);
});

it('finds a series by the same key whatever the order of its dimensions', () => {
  expect(dimensionKey({ offence: 'arson', 'offence-group': 'fire' })).toBe('offence=arson;offence-group=fire');
  expect(dimensionKey({ 'offence-group': 'fire', offence: 'arson' })).toBe('offence=arson;offence-group=fire');
  expect(dimensionKey({})).toBe('');
});

it('reads its own keys back', () => {
  const value = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  fc.assert(
    fc.property(fc.dictionary(value, value), (dimensions) => {
      expect(dimensionsOf(dimensionKey(dimensions))).toEqual({ ...dimensions });
    }),
    { seed: 20251121 },
  );
});
