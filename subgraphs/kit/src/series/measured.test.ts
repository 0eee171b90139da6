import { describe, expect, it } from 'vitest';
import { libraryVisits } from '@boroughgraph/test/support/example-dataset.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { measuredPlace, widerPlaces } from './measured.ts';

const measuredOn = (...areaTypes: IndicatorDefinition['areaTypes']): IndicatorDefinition => ({
  ...libraryVisits,
  areaTypes,
});

describe('the wider areas of an indicator', () => {
  it('come nearest first, the area itself among them where it is measured', () => {
    const wide = measuredOn('REGION', 'COUNTRY');
    expect(widerPlaces(wide, 'E09000012').map(({ place, relation }) => `${place} ${relation}`)).toEqual([
      'E12000007 WIDER_AREA',
      'E92000001 WIDER_AREA',
      'K04000001 WIDER_AREA',
    ]);
    expect(widerPlaces(wide, 'E92000001').map(({ place, relation }) => `${place} ${relation}`)).toEqual([
      'E92000001 SAME',
      'K04000001 WIDER_AREA',
    ]);
  });

  it('begin with the area of London’s prosecutors, which London has too', () => {
    const prosecuted = measuredOn('CPS_AREA', 'COUNTRY');
    expect(measuredPlace(prosecuted, 'E09000012')).toEqual({
      place: 'cps-area:metropolitan-and-city',
      relation: 'WIDER_AREA',
    });
    expect(measuredPlace(prosecuted, 'E12000007')?.place).toBe('cps-area:metropolitan-and-city');
  });

  it('leave out areas for which nobody measures it', () => {
    const without = { ...measuredOn('COUNTRY'), notMeasuredIn: { E92000001: 'Published for England and Wales.' } };
    expect(widerPlaces(without, 'E09000012').map(({ place }) => place)).toEqual(['K04000001']);
  });
});
