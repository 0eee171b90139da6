import { describe, expect, it } from 'vitest';
import { libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import type { FileAccount, LoadEnd } from './load-states.ts';
import { emptyReport, formatReport, reportOf } from './report.ts';
import { sourceFile } from '../files/source-file.ts';

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

describe('the report of the state in which a load ends', () => {
  const file: FileAccount = {
    dataset: libraryVisitsDataset,
    source: sourceFile('visits.csv', new TextEncoder().encode('visits')),
    publishedAt: '2026-01-01',
    isSynthetic: false,
    embargo: { until: '2026-01-01T09:30:00.000Z', hasEnded: false },
    notices: ['a day'],
  };
  const rows = {
    formatName: 'a table',
    rowsRead: 10,
    rowsLoaded: 4,
    leftOut: new Map([['a total', 1]]),
    keptOutside: new Map([['no borough', 2]]),
    rowsRejected: 3,
    rejected: Array.from({ length: 3 }, (_, line) => ({ line, column: null, found: '', expected: '', candidates: [] })),
    observations: 8,
    notices: ['a row'],
    rest: 'too-low' as const,
  };
  const protection = { leaks: [], withheldBesides: 5, notices: ['a value'] };
  const release = {
    releaseId: 'old',
    sourceName: 'old.csv',
    publishedAt: '2025-01-01',
    hiddenUntil: null,
    recall: null,
  };
  const head = { dataset: 'library-visits', file: 'folder/visits.csv', publishedAt: '2026-01-01' };

  const nothingRead = { ...emptyReport('library-visits', 'folder/visits.csv', '2026-01-01'), seconds: 2 };
  const asRead = {
    ...nothingRead,
    file: 'visits.csv',
    formatName: 'a table',
    embargoUntil: '2026-01-01T09:30:00.000Z',
    rowsRead: 10,
    rowsLoaded: 4,
    rowsLeftOut: 1,
    rowsKeptOutside: 2,
    rowsRejected: 3,
    leftOut: [{ rule: 'a total', rows: 1 }],
    keptOutside: [{ rule: 'no borough', rows: 2 }],
    rejected: rows.rejected,
    rest: 'too-low',
    notices: ['a day', 'a row'],
    observations: 8,
  };
  const changes = { by: [], mayNameFigures: false };
  const asPrepared = { ...asRead, withheldBesides: 5, changes, notices: ['a day', 'a row', 'a value'] };
  const unchanged = {
    outcome: 'unchanged',
    releaseId: 'old',
    message: 'the same bytes are loaded already, as old from old.csv',
  };

  it.each<[LoadEnd, object]>([
    [
      { state: 'refused', head, reason: 'no' },
      { ...nothingRead, outcome: 'refused', message: 'no' },
    ],
    [
      { state: 'known', head, release, sameIn: 'bytes', account: null },
      { ...nothingRead, ...unchanged },
    ],
    [
      { state: 'known', head, release, sameIn: 'content', account: { file, rows } },
      {
        ...asRead,
        ...unchanged,
        message: 'the same figures, in other bytes, are loaded already, as old from old.csv',
      },
    ],
    [
      { state: 'unconfirmed', file, rows, protection, changes: [], reason: 'too far' },
      { ...asPrepared, outcome: 'refused', message: 'too far' },
    ],
    [
      { state: 'rejected', file, rows },
      { ...asRead, outcome: 'rejected' },
    ],
    [
      { state: 'empty', file, rows },
      { ...asRead, outcome: 'empty' },
    ],
    [
      { state: 'tried', file, rows, protection, changes: [] },
      { ...asPrepared, outcome: 'dry-run', weight: 'patch' },
    ],
    [
      {
        state: 'written',
        file,
        rows,
        protection,
        changes: [],
        weight: 'major',
        releaseId: 'new',
        supersedes: 'old',
        changedReleases: ['older'],
      },
      {
        ...asPrepared,
        outcome: 'loaded',
        weight: 'major',
        releaseId: 'new',
        supersedes: 'old',
        changedReleases: ['older'],
      },
    ],
  ])('tells what that state knows, and no more: %j', (end, report) => {
    expect(reportOf(end, 2)).toEqual(report);
  });

  it.each([
    ['whole', '--accept-rejects'],
    ['too-low', '(mend them: totals without them would be too low)'],
    ['not-alone', '(mend them: what they list would look as if it were not there)'],
  ] as const)('advises to accept rejected rows only where the rest is whole: %s', (rest, hint) => {
    const text = formatReport(reportOf({ state: 'rejected', file, rows: { ...rows, rest } }, 2));
    expect([text.includes(hint), text.includes('--accept-rejects')]).toEqual([true, rest === 'whole']);
  });

  it('names no embargo that has ended', () => {
    const ended: FileAccount = { ...file, embargo: { until: '2026-01-01T09:30:00.000Z', hasEnded: true } };
    expect(reportOf({ state: 'rejected', file: ended, rows }, 2).embargoUntil).toBeNull();
  });
});
