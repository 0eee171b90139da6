import { libraryVisits } from '@boroughgraph/test/support/example-dataset.ts';
import { expect, it } from 'vitest';
import { disclosurePolicies } from '../../disclosure/policy.ts';
import { describeDoubted } from './published-leaks.ts';

it('names the figures that nobody may take for none, three of each indicator', () => {
  const figures = ['E09000001', 'E09000002', 'E09000003', 'E09000004'].map((place) => ({
    series: {
      table: 'library/visits',
      indicator: libraryVisits,
      place,
      dimensions: { purpose: 'reading' },
      readings: new Map(),
      policy: disclosurePolicies['dfe-1-5'],
      roundedTo: 1,
      isFixed: false,
    },
    ordinal: 24_288,
  }));
  expect(describeDoubted(figures)).toEqual([
    'library-visits has no figure for City of London (purpose reading) in 2024-01; Barking and Dagenham (purpose reading) in 2024-01; Barnet (purpose reading) in 2024-01; and 1 more: whoever takes that for none could work out a withheld one beside it, and no withholding prevents it; a row for it would',
  ]);
});
