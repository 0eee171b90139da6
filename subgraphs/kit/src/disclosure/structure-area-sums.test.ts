import { libraryVisits } from '@boroughgraph/test/support/example-dataset.ts';
import { expect, it } from 'vitest';
import { areas } from '../geography/areas.ts';
import type { Dimensions } from '../statistics/dimensions.ts';
import { disclosurePolicies } from './policy.ts';
import { areaSumsOf } from './structure-area-sums.ts';
import { figuresIn } from './structure-figures.ts';
import type { PublishedSeries } from './figure-index.ts';

const london = 'E12000007';
const units = areas.filter(({ type }) => type === 'PROBATION_DELIVERY_UNIT').map(({ code }) => code);

const seriesOf = (place: string, dimensions: Dimensions): PublishedSeries => ({
  table: 'library/visits',
  indicator: libraryVisits,
  place,
  dimensions,
  readings: new Map([[0, { value: 20, status: 'PUBLISHED' }]]),
  policy: disclosurePolicies['dfe-1-5'],
  roundedTo: 1,
  isFixed: false,
});

it('reckon with each area that has other rows in the period, so that it is the same gap in whatever else adds up with it', () => {
  const [first = '', second = '', ...others] = units;
  const reading = { purpose: 'reading' };
  const index = figuresIn([
    ...[london, ...units].map((place) => seriesOf(place, {})),
    ...[london, ...others].map((place) => seriesOf(place, reading)),
  ]);
  const [, ofReading] = [...areaSumsOf(index, 'library/visits')];
  const gaps = ofReading?.parts.flatMap((part) => (part.state === 'gap' ? [part.spot?.place] : []));
  expect(gaps).toEqual([first, second]);
});
