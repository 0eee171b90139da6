import { describe, expect, it } from 'vitest';
import { structuresIn } from '@boroughgraph/kit/import/dataset-structures.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import { protectJointly } from '@boroughgraph/kit/import/joint-protection.ts';
import type { PublishedRelease } from '@boroughgraph/kit/import/published-releases.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import { dataset as population } from './children-population.ts';
import { dataset as enquiries } from './section-47-enquiries.ts';

const city = 'E09000001';

/** A release of one figure of the City of London. */
function release(
  dataset: DatasetDefinition,
  {
    indicator: id,
    period,
    value,
  }: { readonly indicator: string; readonly period: string; readonly value: number | 'c' },
): PublishedRelease {
  const indicator = dataset.indicators.find((known) => known.id === id);
  if (indicator === undefined) throw new Error(`the dataset has no ${id}`);
  const ordinal = ordinalOf(indicator.grid, period);
  const reading: Reading = value === 'c' ? { value: null, status: 'CONFIDENTIAL' } : { value, status: 'PUBLISHED' };
  return {
    dataset,
    publishedAt: '2024-10-31',
    latestPeriodEnd: '2024-03-31',
    number: 1,
    isSynthetic: false,
    covered: new Map([[id, new Set([ordinal])]]),
    series: [{ indicator, place: city, dimensions: {}, dimensionKey: '', readings: new Map([[ordinal, reading]]) }],
  };
}

/** How many figures are withheld of a rate that comes alone, beside how many children live there. */
function withheldOf(rate: number, children: number): number {
  const releases = [
    release(enquiries, { indicator: 'section-47-enquiries-rate', period: 'FY2023-24', value: rate }),
    release(population, { indicator: 'children-population', period: 'S2023-06-30', value: children }),
  ];
  const agency = 'local-authority';
  const { hidden } = protectJointly({
    served: releases.map((one) => ({ agency, isElsewhere: false, releases: [one] })),
    structures: releases.flatMap(({ dataset }) =>
      structuresIn(dataset).map((structure) => ({ agency, dataset: dataset.id, structure })),
    ),
    agency,
  });
  return [...hidden.values()].flat().reduce((sum, each) => sum + each.hidden.length, 0);
}

describe('a rate of enquiries that comes alone', () => {
  it.each([
    ['of 3', 46.7, 642, 1],
    ['of 5', 77.9, 642, 1],
    ['of 6', 93.5, 642, 0],
    ['of none', 0, 642, 0],
    ['of hundreds', 152.4, 40_000, 0],
    // 0.9 per 10,000 of 60,000 is 5.1 to 5.7 by its rounding: no count at all, so that it is of other residents.
    ['of other residents than are served', 0.9, 60_000, 0],
  ])('%s is withheld only where the count that it tells is', (_what, rate, children, expected) => {
    expect(withheldOf(rate, children)).toBe(expected);
  });
});

describe('a count of enquiries that is withheld', () => {
  it('cannot be published beside the rate of it that another agency serves', () => {
    const [own, elsewhere] = ['local-authority', 'another-agency'];
    const ownTable = (indicator: string, dataset: DatasetDefinition) => ({
      agency: own,
      dataset: dataset.id,
      indicator,
    });
    const count = release(enquiries, { indicator: 'section-47-enquiries', period: 'FY2023-24', value: 'c' });
    const rate = release(enquiries, { indicator: 'section-47-enquiries-rate', period: 'FY2023-24', value: 46.7 });
    const children = release(population, { indicator: 'children-population', period: 'S2023-06-30', value: 642 });
    const { recoverable } = protectJointly({
      served: [
        { agency: own, isElsewhere: false, releases: [count] },
        { agency: own, isElsewhere: false, releases: [children] },
        { agency: elsewhere, isElsewhere: true, releases: [rate] },
      ],
      structures: [
        {
          agency: elsewhere,
          dataset: enquiries.id,
          structure: {
            kind: 'statistic',
            statistic: { indicator: 'section-47-enquiries-rate' },
            count: ownTable('section-47-enquiries', enquiries),
            denominator: { ...ownTable('children-population', population), monthsBefore: 9 },
          },
        },
      ],
      agency: own,
    });
    expect(recoverable.map(({ indicator, kind }) => `${indicator} by ${kind}`)).toEqual([
      'section-47-enquiries by statistic',
    ]);
  });
});
