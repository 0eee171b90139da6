import { describe, expect, it } from 'vitest';
import { educationRow, educationText } from '@boroughgraph/test/support/education-text.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { assessmentFactors, dataset } from './assessment-factors.ts';

const category = 'Factors identified at the end of assessment';
const headings = 'category,Episodes_with_assessment_factor,Domestic_Abuse_parent,Neglect,Child_criminal_exploitation';

describe('factors found at the end of assessment', () => {
  it('are counted in the year to 31 March, and never added up: the episodes in which any was found stand in the table', () => {
    const text = educationText(headings, educationRow('Hackney', 2021, category, 100, 80, 'c', 'x'));
    expect(cellsOf(readText({ dataset, text }).draft)).toEqual({
      'assessment-factors E09000012': 'FY2020-21 100',
      'assessment-factors E09000012 factor=domestic-abuse-parent': 'FY2020-21 80',
      'assessment-factors E09000012 factor=neglect': 'FY2020-21 CONFIDENTIAL',
      'assessment-factors E09000012 factor=child-criminal-exploitation': 'FY2020-21 NOT_AVAILABLE',
    });
  });

  it('have the ids of the headings, and labels for people', () => {
    const choices = assessmentFactors.dimensions[0]?.choices ?? [];
    expect(choices).toHaveLength(39);
    expect(choices.filter(({ value }) => /^(domestic|physical-abuse|young)/.test(value))).toEqual([
      { value: 'domestic-abuse-child', label: 'Domestic abuse: child' },
      { value: 'domestic-abuse-parent', label: 'Domestic abuse: parent' },
      { value: 'domestic-abuse-person', label: 'Domestic abuse: person' },
      { value: 'young-carer', label: 'Young carer' },
      { value: 'physical-abuse-unknown', label: 'Physical abuse: unknown' },
      { value: 'physical-abuse-child-on-child', label: 'Physical abuse: child on child' },
      { value: 'physical-abuse-adult-on-child', label: 'Physical abuse: adult on child' },
    ]);
  });

  it('refuse a factor that nobody knows', () => {
    const text = educationText(
      headings.replace('Neglect', 'Gambling'),
      educationRow('Hackney', 2024, category, 9, 8, 7, 6),
    );
    expect(refusalOf({ dataset, text })).toContain('its column "Gambling" is unknown');
  });
});

const path = 'local-authority/c3_factors_identified_at_end_of_assessment_2018_to_2024.csv';

describe.skipIf(publishedFile(path) === null)('the published table of October 2024', () => {
  it('has every factor in every row, and what was first asked for later as not available before', async () => {
    const read = await readPublished(dataset, path);
    expect(outcomeOf(read)).toMatchObject({
      rowsRead: 1147,
      rowsLoaded: 259,
      leftOut: { 'outside London': 888 },
      rejected: [],
    });
    // 33 boroughs and four wider areas, with 39 factors and the total.
    expect(read.draft.series.size).toBe(37 * 40);
    expect(cellsOf(read.draft)['assessment-factors E92000001 factor=child-criminal-exploitation']).toMatch(
      /FY2020-21 NOT_AVAILABLE.*FY2023-24 \d+ ROUNDED|FY2023-24 \d+ ROUNDED.*FY2020-21 NOT_AVAILABLE/,
    );
  });

  it('has no factor in more episodes than those in which any was found', async () => {
    const { draft } = await readPublished(dataset, path);
    const all = [...draft.series.values()];
    const beyond = all.filter(({ place, dimensionKey, readings }) => {
      const total = all.find((series) => series.place === place && series.dimensionKey === '');
      return [...readings].some(([ordinal, { value }]) => {
        const most = total?.readings.get(ordinal)?.value ?? Number.POSITIVE_INFINITY;
        return dimensionKey !== '' && (value ?? 0) > most;
      });
    });
    expect(beyond.map(({ place, dimensionKey }) => `${place} ${dimensionKey}`)).toEqual([]);
  });
});
