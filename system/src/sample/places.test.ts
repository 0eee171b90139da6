import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { describe, expect, it } from 'vitest';
import { indicatorOf } from '../../testing/sample-datasets.ts';
import { samplePlaces } from './places.ts';

const idsOf = (changes: Partial<IndicatorDefinition>) => samplePlaces(indicatorOf(changes)).map(({ id }) => id);

describe('The places of the sample', () => {
  it('are the 33 boroughs where boroughs are measured', () => {
    const ids = idsOf({ areaTypes: ['BOROUGH'] });
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([33, 'E09000001', 'E09000033']);
  });

  it('have a composite in place of its members', () => {
    const ids = idsOf({ areaTypes: ['BOROUGH', 'COMPOSITE'], measuredTogether: ['composite:merton-and-sutton'] });
    expect(ids).toHaveLength(32);
    expect(ids).not.toContain('E09000024');
    expect(ids).not.toContain('E09000029');
    expect(ids.at(-1)).toBe('composite:merton-and-sutton');
  });

  it('leave out an area that nobody measures, and what consists of it alone', () => {
    const ids = idsOf({ areaTypes: ['BOROUGH', 'POLICE_FORCE_AREA'], notMeasuredIn: { E09000001: 'Not here.' } });
    expect(ids).toHaveLength(33);
    expect(ids).not.toContain('E09000001');
    expect(ids.at(-1)).toBe('E23000001');
  });

  it('are no wards, because their codes would have to be invented', () => {
    expect(idsOf({ areaTypes: ['WARD', 'POLICE_NEIGHBOURHOOD'] })).toEqual([]);
  });

  it('are the ten Crown Court centres of London for courts', () => {
    const places = samplePlaces(indicatorOf({ areaTypes: [], siteKind: 'court' }));
    expect(places).toHaveLength(10);
    expect(places.find(({ siteName }) => siteName === 'Snaresbrook')?.id).toBe('court:snaresbrook-crown-court');
    expect(places.find(({ siteName }) => siteName === 'Kingston upon Thames')?.id).toBe(
      'court:kingston-upon-thames-crown-court',
    );
  });

  it('are plainly made up for any other kind of site', () => {
    const [first] = samplePlaces(indicatorOf({ areaTypes: [], siteKind: 'hospital' }));
    expect(first).toEqual({ id: 'SYNTHETIC-1', siteName: 'Synthetic hospital 1', parts: ['SYNTHETIC-1'], factor: 1 });
  });
});
