import { describe, expect, it } from 'vitest';
import { emptyReport, formatReport } from './report.ts';

describe('a report of a load', () => {
  const loaded = {
    ...emptyReport('visits', 'visits.csv', '2026-01-01'),
    outcome: 'loaded',
    releaseId: 'visits@1',
  } as const;
  const countsOf = (counts: {
    readonly rowsRead: number;
    readonly rowsLoaded: number;
    readonly observations: number;
  }) =>
    formatReport({ ...loaded, ...counts })
      .split('\n')
      .at(2);

  it.each([
    [{ rowsRead: 1, rowsLoaded: 1, observations: 1 }, '1 row: 1 loaded', '1 observation'],
    [{ rowsRead: 1200, rowsLoaded: 1200, observations: 0 }, '1,200 rows: 1,200 loaded', '0 observations'],
  ])('counts %j in plain words', (counts, rows, observations) => {
    expect(countsOf(counts)).toBe(`  ${rows}, 0 left out, 0 kept outside areas, 0 rejected; ${observations}`);
  });
});
