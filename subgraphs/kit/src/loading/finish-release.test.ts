import { expect, it } from 'vitest';
import { assessmentsDataset } from '@boroughgraph/test/support/assessments-dataset.ts';
import { disclosurePolicies } from '../disclosure/policy.ts';
import { ordinalOf } from '../statistics/periods.ts';
import { underPolicy } from './protection/series-under-policy.ts';
import type { DatasetDefinition } from '../datasets/dataset.ts';
import { finishRelease, flagsOfEdition } from './finish-release.ts';
import { ReleaseDraft } from '../datasets/release-draft.ts';
import type { StagedCell } from '../datasets/draft-series.ts';

const rate = assessmentsDataset.indicators.find(({ id }) => id === 'conferences-rate');

/** What a draft says under the policy of a dataset, and nothing else withheld. */
const finishUnder = (dataset: DatasetDefinition, { covered, facts, series }: ReleaseDraft) =>
  finishRelease({ covered, facts, series: [...series.values()].map((one) => underPolicy(dataset, one)) });

/** The row of a rate whose counts in two years are given, for 1,000 residents of the year before each. */
function finish(...counts: readonly number[]) {
  if (rate === undefined) throw new Error('the dataset has no rate');
  const { grid } = rate;
  const cells = counts.map((numerator, index): StagedCell => ({
    ordinal: ordinalOf(grid, 'FY2022-23') + index,
    denominatorPeriodId: `CY202${index + 1}`,
    reading: {
      value: numerator * 10,
      status: 'PUBLISHED',
      numerator,
      denominator: 1000,
      flags: ['PROVISIONAL'],
      coverage: { reporting: 3, expected: 4 },
    },
  }));
  const draft = new ReleaseDraft();
  draft.stage({ indicator: rate, place: 'E09000001', cells, denominatorSource: 'Mid-year estimates' });
  draft.keepRow();
  const [series] = finishUnder(assessmentsDataset, draft).series;
  return series;
}

it('stores nothing beside a figure that is withheld', () => {
  // 3 conferences are withheld, 20 are not.
  expect(finish(3, 20)).toMatchObject({
    values: [null, 200],
    numerators: [null, 20],
    denominators: [null, 1000],
    flags: [0, 1],
    denominatorPeriodIds: [null, 'CY2022'],
    denominatorSource: 'Mid-year estimates',
    coverages: [null, [3, 4]],
  });
});

it('names no source of denominators where every figure is withheld', () => {
  expect(finish(3, 4)).toMatchObject({ denominatorPeriodIds: null, denominatorSource: null, coverages: null });
});

it('rounds what a policy rounds, though it withholds nothing', () => {
  const conferences = assessmentsDataset.indicators.find(({ id }) => id === 'conferences');
  if (conferences === undefined) throw new Error('the dataset has no conferences');
  const draft = new ReleaseDraft();
  const cells = [12, 13].map((value, index): StagedCell => ({
    ordinal: ordinalOf(conferences.grid, 'FY2022-23') + index,
    reading: { value, status: 'PUBLISHED' },
  }));
  draft.stage({ indicator: conferences, place: 'E09000001', cells });
  draft.keepRow();
  const rounding = { ...assessmentsDataset, disclosurePolicy: { ...disclosurePolicies.none, roundingBase: 5 } };
  expect(finishUnder(rounding, draft).series.map(({ values }) => values)).toEqual([[10, 15]]);
});

it('marks every figure of an edition that was of statistics in development, and of none later', () => {
  const dataset = { inDevelopmentUntil: '2021-01-01' };
  const editions = ['2020-12-17', '2021-12-16'].map((publishedAt) => ({ publishedAt, isSynthetic: false }));
  expect(editions.map((edition) => flagsOfEdition(dataset, edition))).toEqual([['IN_DEVELOPMENT'], []]);
  expect(flagsOfEdition({}, { publishedAt: '2020-12-17', isSynthetic: false })).toEqual([]);
  expect(flagsOfEdition(dataset, { publishedAt: '2020-12-17', isSynthetic: true })).toEqual(['SYNTHETIC']);
});
