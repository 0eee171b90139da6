import { describe, expect, it } from 'vitest';
import type { AnsweringRelease } from './answering-cell.ts';
import type { CoverageRecord } from './answering-releases.ts';
import { Catalogue } from './catalogue.ts';
import type { StoredRelease } from './release-record.ts';

const crime = { id: 'recorded-crime', datasetId: 'crime' };

function release(number: number, publishedAt: string, more: Partial<StoredRelease> = {}): StoredRelease {
  return {
    number,
    id: `crime@${publishedAt}`,
    datasetId: 'crime',
    publishedAt,
    loadedAt: '2026-01-01T00:00:00.000Z',
    checksum: String(number),
    sourceName: 'crime.csv',
    isSynthetic: false,
    latestPeriodEnd: null,
    rowsRead: 0,
    rowsLeftOut: 0,
    rowsRejected: 0,
    observationCount: 0,
    embargoUntil: null,
    availableOn: publishedAt,
    recalledAt: null,
    recallReason: null,
    ...more,
  };
}

const recalled = { recalledAt: '2026-01-02T00:00:00.000Z', recallReason: 'wrong file' };

function covers(releaseNumber: number, firstOrdinal: number, periods: string): CoverageRecord {
  return {
    releaseNumber,
    indicatorId: crime.id,
    firstOrdinal,
    periodIds: Array.from(periods, (p) => (p === '-' ? null : p)),
  };
}

const numbers = (answering: readonly AnsweringRelease[]) => answering.map(({ release: { number } }) => number);

/** The number of the answering release at each position; a hyphen for none. */
function picture(catalogue: Catalogue, asPublishedOn: string | null = null): string | null {
  const answer = catalogue.answer(crime, asPublishedOn);
  return answer === null ? null : answer.byPosition.map((a) => String(a?.release.number ?? '-')).join('');
}

describe('catalogue', () => {
  it('answers period by period from the newest release that covers it', () => {
    const catalogue = new Catalogue(
      [release(1, '2024-01-01'), release(2, '2025-01-01')],
      [covers(1, 10, 'abcd'), covers(2, 12, 'cdef')],
    );
    expect(picture(catalogue)).toBe('112222');
  });

  it('does not take an empty text for no date: what it remembers of one is not of the other', () => {
    const catalogue = new Catalogue([release(1, '2024-01-01')], [covers(1, 0, 'ab')]);
    expect([picture(catalogue, ''), picture(catalogue)]).toEqual([null, '11']);
  });

  it('remembers what is asked often, however many dates others have asked for', () => {
    const catalogue = new Catalogue([release(1, '2000-01-01')], [covers(1, 0, 'ab')]);
    const today = catalogue.answer(crime, null);
    for (let day = 0; day < 2_500; day += 1) {
      catalogue.answer(crime, `20${String(10 + (day % 80))}-01-${String(1 + (day % 31))}`);
      expect(catalogue.answer(crime, null)).toBe(today);
    }
    for (let year = 2100; year < 4_700; year += 1) catalogue.answer(crime, `${year}-06-30`);
    expect(catalogue.answer(crime, '2050-06-30')).toBe(catalogue.answer(crime, '2050-06-30'));
  });

  it('leaves a gap where no release covers a period, also inside one that skips it', () => {
    const catalogue = new Catalogue(
      [release(1, '2024-01-01'), release(2, '2025-01-01')],
      [covers(1, 0, 'a-'), covers(2, 3, 'd-f')],
    );
    expect(picture(catalogue)).toBe('1--2-2');
  });

  it('answers as published on a date from the releases of that day', () => {
    const catalogue = new Catalogue(
      [release(1, '2024-01-01'), release(2, '2025-01-01')],
      [covers(1, 0, 'ab'), covers(2, 0, 'abc')],
    );
    expect([
      picture(catalogue, '2024-12-31'),
      picture(catalogue, '2025-01-01'),
      picture(catalogue, '2023-12-31'),
    ]).toEqual(['11', '222', null]);
  });

  it('breaks a tie of publication by the latest period, then by load', () => {
    const catalogue = new Catalogue(
      [
        release(1, '2024-01-01', { latestPeriodEnd: '2024-02-29' }),
        release(2, '2024-01-01', { latestPeriodEnd: '2024-01-31' }),
        release(3, '2024-01-01', { latestPeriodEnd: '2024-01-31' }),
      ],
      [covers(1, 1, 'b'), covers(2, 0, 'ab'), covers(3, 0, 'ab')],
    );
    expect(picture(catalogue)).toBe('31');
  });

  it('forgets a synthetic release once a real one exists, even an older one that covers less', () => {
    const sample = release(1, '2026-01-01', { isSynthetic: true });
    const coverage = [covers(1, 0, 'abc'), covers(2, 5, 'f')];
    expect(picture(new Catalogue([sample], coverage))).toBe('111');
    expect(picture(new Catalogue([sample, release(2, '2010-01-01')], coverage))).toBe('2');
  });

  it('leaves a recalled release out of every answer, and lists it', () => {
    const catalogue = new Catalogue(
      [release(1, '2024-01-01'), release(2, '2025-01-01', recalled), release(3, '2025-06-01')],
      [covers(1, 0, 'abc'), covers(2, 0, 'abcd'), covers(3, 1, 'b')],
    );
    expect([picture(catalogue), picture(catalogue, '2025-02-01')]).toEqual(['131', '111']);
    expect(catalogue.releasesOf('crime').map(({ number }) => number)).toEqual([3, 1]);
    expect(catalogue.listedReleasesOf('crime').map(({ number, supersedes }) => [number, supersedes])).toEqual([
      [3, 'crime@2024-01-01'],
      [2, 'crime@2024-01-01'],
      [1, null],
    ]);
  });

  it('does not bring a sample back when every real release is recalled', () => {
    const sample = release(1, '2026-01-01', { isSynthetic: true });
    const catalogue = new Catalogue(
      [sample, release(2, '2010-01-01', recalled)],
      [covers(1, 0, 'abc'), covers(2, 5, 'f')],
    );
    expect(picture(catalogue)).toBeNull();
    expect(catalogue.listedReleasesOf('crime').map(({ number }) => number)).toEqual([2]);
  });

  it('answers for a day from what could be seen on it, not from what was then under embargo', () => {
    const later = release(2, '2025-01-01', { embargoUntil: '2025-02-01T09:30:00.000Z', availableOn: '2025-02-01' });
    const catalogue = new Catalogue([release(1, '2024-01-01'), later], [covers(1, 0, 'ab'), covers(2, 0, 'ab')]);
    expect([picture(catalogue, '2025-01-31'), picture(catalogue, '2025-02-01')]).toEqual(['11', '22']);
  });

  it('takes the files of one day for parts of one edition, and older ones for what it replaces', () => {
    const catalogue = new Catalogue(
      [release(1, '2024-01-01'), release(2, '2025-01-01'), release(3, '2025-01-01')],
      [covers(1, 0, 'ab'), covers(2, 0, 'ab'), covers(3, 1, 'b')],
    );
    const answer = catalogue.answer(crime, null);
    expect(picture(catalogue)).toBe('23');
    expect(answer?.beside.map(numbers)).toEqual([[], [2]]);
    expect(answer?.before.map(numbers)).toEqual([[1], [1]]);
    expect(answer?.releaseNumbers).toEqual([2, 3]);
  });

  it('knows for each period which release would answer in place of the one that does', () => {
    const catalogue = new Catalogue(
      [release(1, '2024-01-01'), release(2, '2025-01-01', recalled), release(3, '2025-06-01')],
      [covers(1, 0, 'ab'), covers(2, 0, 'abc'), covers(3, 1, 'bc')],
    );
    const answer = catalogue.answer(crime, null);
    expect(answer?.before.map(numbers)).toEqual([[], [1], []]);
    expect(answer?.earlierNumbers).toEqual([1]);
  });
});

describe('The state of a catalogue', () => {
  const [first, second] = [release(1, '2024-01-01'), release(2, '2025-01-01')];
  const stateOf = (...releases: readonly StoredRelease[]) => new Catalogue(releases, []).state;

  it('is the same whenever the same may be seen', () => {
    expect(stateOf(first, second)).toBe(stateOf(second, first));
    expect(stateOf(first)).toMatch(/^[\w-]{22}$/);
  });

  it.each([
    ['a load', [first, second, release(3, '2025-02-01')]],
    ['a recall', [first, { ...second, ...recalled }]],
    ['a reinstatement', [first, { ...second, loadedAt: '2026-01-03T00:00:00.000Z' }]],
    ['the end of an embargo that has put other rows in its place', [first, { ...second, isReplaced: true }]],
    ['a release that is gone', [first]],
  ])('is another one after %s', (_, releases) => {
    expect(stateOf(...releases)).not.toBe(stateOf(first, second));
  });

  it('tells nothing of a file that could be guessed', () => {
    const other = { ...second, id: 'crime@other', checksum: 'other', rowsRead: 7, observationCount: 7 };
    expect(stateOf(first, other)).toBe(stateOf(first, second));
  });
});
