import { describe, expect, it } from 'vitest';
import { assessmentsDataset, returnsDataset } from '@boroughgraph/test/support/assessments-dataset.ts';
import type { DatasetDefinition } from '../../datasets/dataset.ts';
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

describe('what is for named users beside what is for everybody', () => {
  const england = 'E92000001';
  /** The bands of an area are for named users; its total, the cheapest of all to withhold, is for everybody. */
  function tiered(id: string, figure: number | 'c', dimensions: Dimensions = {}): ReleaseSeries {
    const plain = series(id, figure, dimensions);
    return { ...plain, place: england, indicator: { ...plain.indicator, restrictedCuts: [{ dimension: 'duration' }] } };
  }
  const bands = (...figures: readonly (number | 'c')[]) =>
    ['up-to-10-days', '11-to-45-days', 'over-45-days'].map((duration, at) =>
      tiered('assessments', figures[at] ?? 'c', { duration }),
    );

  it('gives up others of its own, and nothing that is for everybody', () => {
    // 40 - 20 - 17 = 3. Were all for one tier, the total of England would go.
    const one = release(1, '2024-10-01', [tiered('assessments', 40), ...bands('c', 20, 17)]);
    expect(hiddenBy(protect(one))).toEqual([
      expect.stringMatching(/^1: assessments duration=(11-to-45|over-45)-days, secondary$/),
    ]);
    const plain = {
      ...one,
      series: one.series.map((each) => ({ ...each, indicator: series('assessments', 1).indicator })),
    };
    expect(hiddenBy(protect(plain))).toEqual(['1: assessments, secondary']);
  });

  it('gives up what was stored before something open was loaded, and the open figure stays', () => {
    const stored = release(1, '2023-10-01', bands('c', 20, 17));
    const loaded = release(2, '2024-10-01', [tiered('assessments', 40)]);
    expect(hiddenBy(protect(stored, loaded)).every((each) => each.startsWith('1: assessments duration='))).toBe(true);
    expect(protect(stored, loaded).recoverable).toEqual([]);
  });

  /** What two datasets of an agency tell together, of which those of `forNamed` are for named users. */
  function protectBoth(own: ReleaseSeries, returned: ReleaseSeries, forNamed: readonly ('assessments' | 'returns')[]) {
    const tierOf = (dataset: DatasetDefinition): DatasetDefinition =>
      forNamed.some((id) => id === dataset.id) ? { ...dataset, accessTier: 'RESTRICTED_AGGREGATE' } : dataset;
    const [one, other] = [assessmentsDataset, returnsDataset].map(tierOf);
    const served = [
      { ...release(1, '2024-10-01', [own]), dataset: one ?? assessmentsDataset },
      { ...release(2, '2024-10-01', [returned]), dataset: other ?? returnsDataset },
    ];
    return protectJointly({
      served: served.map((each) => ({ agency: 'council', isElsewhere: false, releases: [each] })),
      structures: [assessmentsDataset, returnsDataset].flatMap(({ id, structures = [] }) =>
        structures.map((structure) => ({ agency: 'council', dataset: id, structure })),
      ),
      agency: 'council',
    });
  }
  const returned = (figure: number | 'c'): ReleaseSeries => {
    const [indicator] = returnsDataset.indicators;
    if (indicator === undefined) throw new Error('returns have an indicator');
    return { ...series('conferences', figure), indicator };
  };

  it('may withhold what everybody sees elsewhere: nothing open goes for it, and it is not refused', () => {
    const protection = protectBoth(series('conferences', 8), returned('c'), ['returns']);
    expect([hiddenBy(protection), protection.recoverable]).toEqual([[], []]);
    expect(hiddenBy(protectBoth(series('conferences', 8), returned('c'), []))).toEqual(['1: conferences, secondary']);
  });

  it('tells nothing of another dataset for named users to who may see one of them', () => {
    const protection = protectBoth(series('conferences', 8), returned(8), ['assessments', 'returns']);
    expect(hiddenBy(protection)).toEqual(['1: conferences, secondary', '2: conference-returns, secondary']);
    expect(protection.recoverable).toEqual([]);
    expect(hiddenBy(protectBoth(series('conferences', 8), returned(8), ['returns']))).toEqual([]);
  });
});
