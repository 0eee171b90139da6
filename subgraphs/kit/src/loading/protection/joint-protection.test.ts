import { describe, expect, it } from 'vitest';
import { assessmentsDataset } from '@boroughgraph/test/support/assessments-dataset.ts';
import { dimensionKey, type Dimensions } from '../../statistics/dimensions.ts';
import type { Reading } from '../../statistics/observation.ts';
import { ordinalOf } from '../../statistics/periods.ts';
import { protectJointly } from './joint-protection.ts';
import type { PublishedRelease, ReleaseSeries } from './published-releases.ts';

const ordinal = ordinalOf({ type: 'FINANCIAL_YEAR' }, 'FY2023-24');
const withheld: Reading = { value: null, status: 'CONFIDENTIAL' };

/** What the City of London has in one year: a figure, or none where it is withheld. */
function series(id: string, figure: number | 'c', dimensions: Dimensions = {}): ReleaseSeries {
  const indicator = assessmentsDataset.indicators.find((known) => known.id === id);
  if (indicator === undefined) throw new Error(`the dataset has no ${id}`);
  const reading: Reading = figure === 'c' ? withheld : { value: figure, status: 'PUBLISHED' };
  const readings = new Map([[ordinal, reading]]);
  return { indicator, place: 'E09000001', dimensions, dimensionKey: dimensionKey(dimensions), readings };
}

function release(number: number, publishedAt: string, all: readonly ReleaseSeries[]): PublishedRelease {
  const covered = new Map(all.map(({ indicator }) => [indicator.id, new Set([ordinal])]));
  const about = { dataset: assessmentsDataset, latestPeriodEnd: '2024-03-31', isSynthetic: false };
  return { ...about, number, publishedAt, covered, series: all };
}

const protect = (...releases: readonly PublishedRelease[]) =>
  protectJointly({
    served: [{ agency: 'council', isElsewhere: false, releases }],
    structures: (assessmentsDataset.structures ?? []).map((structure) => ({
      agency: 'council',
      dataset: assessmentsDataset.id,
      structure,
    })),
    agency: 'council',
  });

/** The hidden readings of each release by its number: `1: conferences, elsewhere`. */
const hiddenBy = ({ hidden }: ReturnType<typeof protect>) =>
  [...hidden].flatMap(([{ number }, all]) =>
    all.flatMap(({ series: { indicator, dimensionKey: key }, hidden: readings }) =>
      readings.map(({ reason }) => `${number ?? 'new'}: ${[indicator.id, key].join(' ').trim()}, ${reason}`),
    ),
  );

describe('protecting releases jointly', () => {
  it('says what to withhold in which release, and why', () => {
    const earlier = release(1, '2023-10-01', [series('conferences', 8), series('conference-days', 12)]);
    const later = release(2, '2024-10-01', [series('conferences', 'c')]);
    expect(hiddenBy(protect(earlier, later))).toEqual(['1: conferences, elsewhere', '1: conference-days, statistic']);
  });

  it('withholds the fewest others from which a figure would follow', () => {
    // 40 - 20 - 17 is the first; either of the other bands hides it, and the total stays.
    const one = release(1, '2024-10-01', [
      series('assessments', 40),
      series('assessments', 'c', { duration: 'up-to-10-days' }),
      series('assessments', 20, { duration: '11-to-45-days' }),
      series('assessments', 17, { duration: 'over-45-days' }),
    ]);
    const protection = protect(one);
    expect(hiddenBy(protection)).toEqual([
      expect.stringMatching(/^1: assessments duration=(11-to-45|over-45)-days, secondary$/),
    ]);
    expect(protection.leaks.map(({ kind }) => kind)).toEqual(['categories']);
    expect(protection.recoverable).toEqual([]);
  });

  it('withholds what two editions tell together, though one of them corrects another figure', () => {
    // By the second edition alone the first band and another share 20. The first edition says that the other is 17: 40 - 20 - 17 = 3.
    const earlier = release(1, '2023-10-01', [
      series('conferences', 8),
      series('assessments', 17, { duration: 'over-45-days' }),
    ]);
    const later = release(2, '2024-10-01', [
      series('conferences', 9),
      series('assessments', 40),
      series('assessments', 'c', { duration: 'up-to-10-days' }),
      series('assessments', 20, { duration: '11-to-45-days' }),
    ]);
    const protection = protect(earlier, later);
    expect(protection.leaks.map(({ kind }) => kind)).toContain('categories');
    expect(hiddenBy(protection)).not.toEqual([]);
    expect(protection.recoverable).toEqual([]);
  });

  it('leaves what it looks at as it was', () => {
    const earlier = release(1, '2023-10-01', [series('conferences', 8)]);
    const later = release(2, '2024-10-01', [series('conferences', 'c')]);
    protect(earlier, later);
    expect(earlier.series.map(({ readings }) => readings.get(ordinal)?.value)).toEqual([8]);
  });

  it('has nothing to say of releases from which nothing follows', () => {
    expect(protect(release(1, '2024-10-01', [series('conferences', 8)]))).toEqual({
      hidden: new Map(),
      absences: [],
      doubted: [],
      leaks: [],
      conflicts: [],
      recoverable: [],
    });
  });
});
