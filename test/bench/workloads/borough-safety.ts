import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { readOperation, withPassage } from './operations.ts';
import { windowsOf } from './windows.ts';
import { anyWindow, type Workload } from './workload.ts';

// The contract's operation, with the same number of months at any place of the series.
const query = withPassage(
  withPassage(readOperation('borough-safety'), '($code: ID!)', '($code: ID!, $during: PeriodRange)'),
  'observations(last: 24)',
  'observations(during: $during)',
);
// The City of London has no recorded crime of its own, so that its answer would be the same for any months.
const policed = boroughs.filter(({ code }) => code !== 'E09000001');
const windows = [24, 23, 25].flatMap(windowsOf);

/** The main job: one borough, four agencies, one request; each request for another borough or other months. */
export const boroughSafety: Workload = {
  name: 'borough-safety',
  description: 'one borough, four agencies; borough and months vary, so that no whole response repeats',
  kinds: policed.map(({ code }) => ({ query, variables: { code, during: anyWindow } })),
  choose: (index) => ({
    kind: index % policed.length,
    window: windows[Math.floor(index / policed.length) % windows.length] ?? null,
  }),
  distinct: policed.length * windows.length,
  hasReleases: false,
};
