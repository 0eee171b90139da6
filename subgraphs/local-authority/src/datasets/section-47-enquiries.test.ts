import { describe, expect, it } from 'vitest';
import { structuresIn } from '@boroughgraph/kit/inside/datasets/dataset-structures.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { protectJointly } from '@boroughgraph/kit/inside/loading/protection/joint-protection.ts';
import type { PublishedRelease } from '@boroughgraph/kit/inside/loading/protection/published-releases.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import { educationRow, educationText } from '@boroughgraph/test/support/education-text.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText } from '@boroughgraph/test/support/read-text.ts';
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

const category = 'Section 47s and Initial Child Protection Conferences';
const headings =
  'category,Section47,Section47_rate,Section47_child,Section47_child_rate,ICPC,ICPC_rate,ICPC_child,ICPC_child_rate,Duration_median';

describe('section 47 enquiries', () => {
  it('are read with the conferences that follow them and the children concerned, over the year to 31 March', () => {
    const text = educationText(
      headings,
      educationRow('Hackney', 2024, category, 1306, 231.6, 1100, 195.1, 300, 53.2, 290, 51.4, 14),
    );
    const { draft } = readText({ dataset: enquiries, text });
    expect(cellsOf(draft)).toEqual({
      'section-47-enquiries E09000012': 'FY2023-24 1306',
      'section-47-enquiries-rate E09000012': 'FY2023-24 231.6',
      'children-with-section-47-enquiries E09000012': 'FY2023-24 1100',
      'children-with-section-47-enquiries-rate E09000012': 'FY2023-24 195.1',
      'initial-child-protection-conferences E09000012': 'FY2023-24 300',
      'initial-child-protection-conferences-rate E09000012': 'FY2023-24 53.2',
      'children-at-initial-child-protection-conferences E09000012': 'FY2023-24 290',
      'children-at-initial-child-protection-conferences-rate E09000012': 'FY2023-24 51.4',
    });
    const periods = [...draft.series.values()].flatMap(({ denominatorPeriodIds }) => [
      ...denominatorPeriodIds.values(),
    ]);
    expect(new Set(periods)).toEqual(new Set(['S2023-06-30']));
  });

  it('keep what stands in place of a number, and no rate beside a count that is withheld', () => {
    const text = educationText(
      headings,
      educationRow('City of London', 2021, category, 'c', 31.2, 'c', 'c', 'x', 'x', 0, 0, 'z'),
    );
    const cells = Object.entries(cellsOf(readText({ dataset: enquiries, text }).draft));
    expect(cells.map(([name, cell]) => `${name.replace(' E09000001', '')} ${cell.replace('FY2020-21 ', '')}`)).toEqual([
      'section-47-enquiries CONFIDENTIAL',
      'section-47-enquiries-rate CONFIDENTIAL',
      'children-with-section-47-enquiries CONFIDENTIAL',
      'children-with-section-47-enquiries-rate CONFIDENTIAL',
      'initial-child-protection-conferences NOT_AVAILABLE',
      'initial-child-protection-conferences-rate NOT_AVAILABLE',
      'children-at-initial-child-protection-conferences 0',
      'children-at-initial-child-protection-conferences-rate 0',
    ]);
  });
});

const path = 'local-authority/c4_children_in_need_section_47s_and_icpcs_2013_to_2024.csv';

describe.skipIf(publishedFile(path) === null)('the published table C4 of October 2024', () => {
  it('has twelve years of 33 boroughs and four wider areas, and says where Hackney made no return', async () => {
    const read = await readPublished(enquiries, path);
    expect(outcomeOf(read)).toEqual({
      rowsRead: 1967,
      rowsLoaded: 444,
      leftOut: { 'outside London': 1523 },
      keptOutside: {},
      rejected: [],
    });
    const cells = cellsOf(read.draft);
    expect(cells['section-47-enquiries E09000012']).toContain('FY2020-21 NOT_AVAILABLE');
    expect(cells['section-47-enquiries E12000007']).toContain('FY2023-24 37100 ROUNDED');
    expect(cells['initial-child-protection-conferences E09000007']).toContain('FY2023-24 326');
  });
});
