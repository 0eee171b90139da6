import { describe, expect, it } from 'vitest';
import { libraryVisits } from '@boroughgraph/test/support/example-dataset.ts';
import { placesNotMeasured } from './unanswered.ts';

const ofBoroughs = { ...libraryVisits, id: 'stops', areaTypes: ['BOROUGH' as const] };
const asked = { indicators: [ofBoroughs], areas: [], sites: [] };

describe('a place of which nothing is measured', () => {
  it('is told for a ward where only boroughs are, and not for a borough', () => {
    expect(placesNotMeasured({ ...asked, areas: ['E05009374', 'E09000012', 'E05009374'] })).toEqual([
      'stops is not measured for E05009374, which is a ward: it is for BOROUGH.',
    ]);
  });

  it('is told for a site where only areas are', () => {
    expect(placesNotMeasured({ ...asked, sites: ['court:snaresbrook-crown-court'] })).toEqual([
      'stops is not measured at sites such as court:snaresbrook-crown-court: it is for BOROUGH.',
    ]);
  });

  it('is told with the reason where a definition has one', () => {
    const indicator = { ...ofBoroughs, notMeasuredIn: { E09000001: 'The City has a force of its own.' } };
    expect(placesNotMeasured({ ...asked, indicators: [indicator], areas: ['E09000001'] })).toEqual([
      'stops is not measured for City of London: The City has a force of its own.',
    ]);
  });

  it('is told for twenty at most, and the rest is counted', () => {
    const wards = Array.from({ length: 25 }, (_, index) => `E050000${index + 10}`);
    expect(placesNotMeasured({ ...asked, areas: wards }).at(-1)).toBe('5 more places are not measured.');
  });
});
