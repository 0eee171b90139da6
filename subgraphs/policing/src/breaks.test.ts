import { describe, expect, it } from 'vitest';
import type { Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import { remarksOn } from '@boroughgraph/kit/statistics/indicator.ts';
import { recordedCrime } from './datasets/mps-recorded-crime-borough.ts';
import { recordedCrimeWard } from './datasets/mps-recorded-crime-ward.ts';

const daysOf = (dimensions: Dimensions, indicator = recordedCrime) =>
  remarksOn(indicator.breaks, { place: 'E09000012', dimensions }).map(({ at }) => at);

const connect = '2024-02-28';

describe('the breaks of recorded crime', () => {
  it('of all crime are fraud, conduct crimes and CONNECT, and not the sorting into categories', () => {
    expect(daysOf({})).toEqual(['2013-02-01', '2023-05-01', connect]);
  });

  it('of a group are those that touch it', () => {
    expect(daysOf({ 'offence-group': 'burglary' })).toEqual(['2019-03-01', connect]);
    expect(daysOf({ 'offence-group': 'fraud-and-forgery' })).toEqual(['2013-02-01', '2019-03-01', connect]);
  });

  it.each([
    ['homicide', []],
    ['violence-without-injury', ['2023-05-01']],
    ['stalking-and-harassment', ['2023-05-01']],
  ] as const)('of violence, %s, have that of conduct crimes where it touches them', (offence, days) => {
    const dimensions = { 'offence-group': 'violence-against-the-person', offence };
    expect(daysOf(dimensions).filter((day) => day === '2023-05-01')).toEqual(days);
  });

  it('of a ward are those of its table', () => {
    expect(daysOf({}, recordedCrimeWard)).toEqual(['2023-05-01', connect]);
  });
});
