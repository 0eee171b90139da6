import { expect, it } from 'vitest';
import type { Reading } from '../statistics/observation.ts';
import { coverageCaveats } from './coverage-caveats.ts';

const need = { coverageUnit: 'departments', neededCoverage: 0.9 };
const partial = (reporting: number): Reading => ({
  value: 5,
  status: 'PUBLISHED',
  flags: reporting < 10 ? ['PARTIAL_COVERAGE'] : [],
  coverage: { reporting, expected: 10 },
});
const none: Reading = { value: null, status: 'NOT_AVAILABLE', coverage: { reporting: 4, expected: 10 } };
const caveatsOf = (...readings: readonly Reading[]) =>
  coverageCaveats(
    need,
    readings.map((reading, index) => ({ period: { label: `month ${index + 1}` }, reading })),
  ).map(({ severity, text }) => [severity, text.replace(/^.*are too low/, '…')]);

it('Nothing is said of a series of which all reported', () => {
  expect(caveatsOf(partial(10), { value: null, status: 'NOT_AVAILABLE' }, { value: 3, status: 'PUBLISHED' })).toEqual(
    [],
  );
});

it('What too few reported is not to be compared, and what enough reported is compared all the same', () => {
  expect(caveatsOf(partial(10), partial(9))).toEqual([
    ['CAUTION', '…. They are compared all the same: 90% or more of departments reported.'],
  ]);
  expect(caveatsOf(partial(9), partial(8))).toEqual([
    ['DO_NOT_COMPARE', '…: do not compare them with other places or years.'],
  ]);
});

it('The newest figure that was not worked out has its reason', () => {
  expect(caveatsOf(none, none, partial(10))).toEqual([
    ['CAUTION', 'The figure for month 2 is not worked out: it would rest on 4 of 10 departments, and 9 are needed.'],
  ]);
});
