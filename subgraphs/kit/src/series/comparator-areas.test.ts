import { libraryVisits } from '@boroughgraph/test/support/example-dataset.ts';
import { describe, expect, it } from 'vitest';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { type AreaComparison, comparatorArea } from './comparator-areas.ts';

const measuredOn = (
  areaTypes: IndicatorDefinition['areaTypes'],
  notMeasuredIn: Readonly<Record<string, string>> = {},
): IndicatorDefinition => ({ ...libraryVisits, areaTypes, notMeasuredIn });

const everywhere = measuredOn(['BOROUGH', 'INNER_OUTER', 'REGION', 'COUNTRY', 'COMPOSITE']);
const police = measuredOn(['BOROUGH', 'POLICE_FORCE_AREA']);
const courts = measuredOn(['REGION', 'COUNTRY'], { E92000001: 'It is of England and Wales.' });

const kinds: readonly AreaComparison[] = ['LONDON', 'INNER_OR_OUTER', 'ENGLAND'];
const codesFor = (indicator: IndicatorDefinition, place: string) =>
  kinds.map((kind) => comparatorArea(indicator, place, kind)?.code ?? null);

describe('the area that a place is compared with', () => {
  it.each([
    ['Hackney', everywhere, 'E09000012', ['E12000007', 'E13000001', 'E92000001']],
    ['Croydon', everywhere, 'E09000008', ['E12000007', 'E13000002', 'E92000001']],
    [
      'two boroughs together',
      everywhere,
      'composite:city-of-london-and-hackney',
      ['E12000007', 'E13000001', 'E92000001'],
    ],
    ['Inner London', everywhere, 'E13000001', ['E12000007', null, 'E92000001']],
    ['London', everywhere, 'E12000007', [null, null, 'E92000001']],
    ['England', everywhere, 'E92000001', [null, null, null]],
    ['a borough, by the police', police, 'E09000012', ['E23000001', null, null]],
    ['the City, where the Met does not police', police, 'E09000001', [null, null, null]],
    ['the area of the Met', police, 'E23000001', [null, null, null]],
    ['London, by the courts', courts, 'E12000007', [null, null, 'K04000001']],
    ['a site', everywhere, 'court:snaresbrook-crown-court', [null, null, null]],
  ] as const)('for %s', (_, indicator, place, codes) => {
    expect(codesFor(indicator, place)).toEqual(codes);
  });

  it('is taken as known where it is far larger, and as an estimate where it is of a like size', () => {
    const otherIs = (place: string, kind: AreaComparison) => comparatorArea(everywhere, place, kind)?.otherIs;
    expect(otherIs('E09000012', 'LONDON')).toBe('reference');
    expect(otherIs('E09000012', 'INNER_OR_OUTER')).toBe('reference');
    // Inner London is 14 of the 33 boroughs.
    expect(otherIs('E13000001', 'LONDON')).toBe('estimate');
    expect(otherIs('E12000007', 'ENGLAND')).toBe('reference');
  });
});
