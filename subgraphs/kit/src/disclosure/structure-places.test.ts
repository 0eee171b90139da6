import { describe, expect, it } from 'vitest';
import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { areas, areaByCode } from '../geography/areas.ts';
import { wardsOf2022 } from '../geography/area-wards.ts';
import { placeSumsOf } from './structure-places.ts';

const [city, hackney, camden, islington] = ['E09000001', 'E09000012', 'E09000007', 'E09000019'];
const london = 'E12000007';
const met = 'E23000001';
const codesOf = (type: AreaType, day = '2024-01-01') =>
  areas.filter((area) => area.type === type && (area.validFrom ?? '') <= day).map(({ code }) => code);

/** Sums as text, `whole = part + part`, where nothing counts in any other place; in the order of their texts. */
function sumsOf(places: readonly string[], counted: readonly string[] = []): readonly string[] {
  return placeSumsOf(places, (place) => [...places, ...counted].includes(place))
    .map(
      ({ whole, parts }) =>
        `${whole.name} = ${parts
          .map(({ name }) => name)
          .sort()
          .join(' + ')}`,
    )
    .sort();
}

const sumText = (whole: string, parts: readonly string[]) => `${whole} = ${[...parts].sort().join(' + ')}`;

describe('places that add up', () => {
  it.each<[string, string, AreaType]>([
    ['London by its probation units, of which some are one borough', london, 'PROBATION_DELIVERY_UNIT'],
    ['London by its justice areas', london, 'LOCAL_JUSTICE_AREA'],
    ['London by Inner and Outer London', london, 'INNER_OUTER'],
    ['London by its police forces', london, 'POLICE_FORCE_AREA'],
    ['the Met by its command units', met, 'BASIC_COMMAND_UNIT'],
  ])('are %s, without any borough', (_what, whole, type) => {
    expect(sumsOf([whole, ...codesOf(type)])).toEqual([sumText(whole, codesOf(type))]);
  });

  it('are the integrated care boards of the day', () => {
    const before = codesOf('INTEGRATED_CARE_BOARD', '2024-01-01');
    expect(before).toHaveLength(5);
    expect(sumsOf([london, ...before])).toEqual([sumText(london, before)]);
  });

  it('are units of two kinds, each for itself, by the ground that they share', () => {
    const units = [...codesOf('PROBATION_DELIVERY_UNIT'), ...codesOf('LOCAL_JUSTICE_AREA')];
    const sums = sumsOf([london, ...units]);
    expect(sums).toContain(sumText(london, codesOf('PROBATION_DELIVERY_UNIT')));
    expect(sums).toContain(sumText(london, codesOf('LOCAL_JUSTICE_AREA')));
    // North London is Camden and Islington, one unit, and Enfield and Haringey, another.
    const parts = ['camden-and-islington', 'enfield-and-haringey'].map((name) => `probation-delivery-unit:${name}`);
    expect(sums).toContain(sumText('local-justice-area:north-london', parts));
  });

  it('are the command units and the City, to London, where the Met itself has no row', () => {
    const units = codesOf('BASIC_COMMAND_UNIT');
    expect(sumsOf([london, city, ...units])).toEqual([sumText(london, [city, ...units])]);
  });

  it('are a composite and all other boroughs: a partition that its rows alone make', () => {
    const pair = 'composite:city-of-london-and-hackney';
    const others = (areaByCode(london)?.members ?? []).filter((code) => code !== city && code !== hackney);
    expect(sumsOf([london, pair, ...others])).toEqual([sumText(london, [pair, ...others])]);
  });

  it('are a unit and the one borough that it is', () => {
    expect(sumsOf(['E09000005', 'probation-delivery-unit:brent'])).toEqual([
      'probation-delivery-unit:brent = E09000005',
    ]);
    expect(sumsOf([city, 'E23000034'])).toEqual([`E23000034 = ${city}`]);
  });

  it('have ground of their own where no area stands for it, borough by borough where something else counts there', () => {
    const unit = 'probation-delivery-unit:camden-and-islington';
    const north = 'local-justice-area:north-london';
    expect(sumsOf([unit, north])).toEqual([sumText(north, [unit, 'E09000010+E09000014'])]);
    expect(sumsOf([unit, north], [camden, islington, 'E09000010'])).toEqual(
      [
        sumText(north, [unit, 'E09000010', 'E09000014']),
        sumText(north, [camden, islington, 'E09000010', 'E09000014']),
        sumText(unit, [camden, islington]),
      ].sort(),
    );
  });

  it('are the wards of a borough, with a rest where some have no row', () => {
    const wards = wardsOf2022(hackney);
    expect(sumsOf([hackney, ...wards])).toEqual([sumText(hackney, wards)]);
    expect(sumsOf([hackney, ...wards.slice(1)])).toEqual([
      sumText(hackney, [...wards.slice(1), `rest of ${hackney} by ward`]),
    ]);
  });

  it('are no courts, no countries, and no single place', () => {
    expect(sumsOf(['court:thames', 'E92000001', london])).toEqual([]);
  });
});
