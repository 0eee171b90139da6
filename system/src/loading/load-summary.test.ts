import { emptyReport } from '@boroughgraph/kit/loading/report.ts';
import { expect, it } from 'vitest';
import { formatSummary } from './load-summary.ts';

it('The summary has a line for each file, numbers under each other, and totals', () => {
  const admissions = {
    ...emptyReport('admissions', '/files/a.csv', '2025-01-31'),
    outcome: 'loaded' as const,
    rowsRead: 12_345,
    rowsLoaded: 12_000,
    rowsLeftOut: 345,
    observations: 24_000,
    seconds: 1.204,
  };
  const officers = {
    ...emptyReport('officers', '/files/officers-by-borough-and-rank-of-all-years-2011-to-2015.csv', '2025-01-31'),
    outcome: 'rejected' as const,
    rowsRead: 10,
    rowsLoaded: 8,
    rowsKeptOutside: 1,
    rowsRejected: 1,
    observations: 8,
    seconds: 0.01,
  };
  expect(formatSummary([admissions, officers]).split('\n')).toEqual([
    'dataset     file                                          outcome     rows  loaded  left out  kept outside  rejected  observations  seconds',
    'admissions  a.csv                                         loaded    12,345  12,000       345             0         0        24,000     1.20',
    'officers    …ough-and-rank-of-all-years-2011-to-2015.csv  rejected      10       8         0             1         1             8     0.01',
    'total       2 files                                                 12,355  12,008       345             1         1        24,008     1.21',
  ]);
});
