import { describe, expect, it } from 'vitest';
import { educationRow, educationText } from '@boroughgraph/test/support/education-text.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './children-missing-from-placement.ts';

const text = (...rows: readonly string[]) => educationText('CLA_group,number', ...rows);
const read = (...rows: readonly string[]) => readText({ dataset, text: text(...rows) });
const all = 'Children looked after during the year';
const missing = 'Children who had a missing incident during the year';
const missingShare = 'Percentage of children who had a missing incident during the year';

describe('looked-after children who were missing', () => {
  it('are counted over the year or at 31 March, as each group of the one column says', () => {
    const { draft } = read(
      educationRow('Hackney', 2024, all, 500),
      educationRow('Hackney', 2024, missing, 60),
      educationRow('Hackney', 2024, 'Number of missing incidents during the year', 410),
      educationRow('Hackney', 2024, 'Children missing at 31 March', 'c'),
      educationRow('London', 2024, missing, 2160),
    );
    expect(cellsOf(draft)).toEqual({
      'looked-after-children-during-the-year E09000012': 'FY2023-24 500',
      'looked-after-children-missing E09000012': 'FY2023-24 60',
      'missing-incidents-of-looked-after-children E09000012': 'FY2023-24 410',
      'looked-after-children-missing-at-31-march E09000012': 'S2024-03-31 CONFIDENTIAL',
      'looked-after-children-missing E12000007': 'FY2023-24 2160 ROUNDED',
    });
  });

  it('have a share with the counts that it rests on, whatever the order of the rows', () => {
    const { draft } = read(
      educationRow('Hackney', 2024, missingShare, 12),
      educationRow('Hackney', 2024, missing, 60),
      educationRow('Hackney', 2024, all, 500),
    );
    const series = [...draft.series.values()].find(({ indicator }) => indicator.unit === 'PERCENT');
    // 60 of 500 are 12 percent.
    expect([...(series?.readings.values() ?? [])]).toEqual([
      { value: 12, status: 'PUBLISHED', flags: [], numerator: 60, denominator: 500 },
    ]);
  });

  it('have no share where their number is withheld, and none that contradicts its numbers', () => {
    const withheld = read(
      educationRow('City of London', 2024, all, 24),
      educationRow('City of London', 2024, missing, 'c'),
      educationRow('City of London', 2024, missingShare, 13),
    );
    expect(cellsOf(withheld.draft)['looked-after-children-missing-share E09000001']).toBe('FY2023-24 CONFIDENTIAL');
    const contradicting = read(
      educationRow('Hackney', 2024, all, 500),
      educationRow('Hackney', 2024, missing, 60),
      educationRow('Hackney', 2024, missingShare, 15),
    );
    expect(contradicting.rejected.map(({ line }) => line)).toEqual([4]);
  });

  it('leave out averages, and reject a group that nobody knows', () => {
    const average = 'Average number of missing incidents per looked after child who went missing';
    const { leftOut, rejected } = read(
      educationRow('Hackney', 2024, missing, 60),
      educationRow('Hackney', 2024, average, 6.8),
      educationRow('Hackney', 2024, 'Children found', 3),
    );
    expect([...leftOut.values()]).toEqual([1]);
    expect(rejected).toMatchObject([{ line: 4, found: 'Children found' }]);
  });

  it('are not in a table of other groups', () => {
    expect(refusalOf({ dataset, text: text(educationRow('Hackney', 2024, 'Male', 60)) })).toContain(
      'counts no missing children',
    );
  });
});

const path =
  'local-authority/la_children_who_were_missing_or_away_from_placement_without_authorisation-2024-release.csv';

describe.skipIf(publishedFile(path) === null)('the published table of November 2024', () => {
  it('has five years of eleven measures in 33 boroughs and four wider areas', async () => {
    const read = await readPublished(dataset, path);
    expect(outcomeOf(read)).toEqual({
      rowsRead: 10_855,
      rowsLoaded: 2_035,
      leftOut: {
        'outside London': 8_450,
        'an average for each child, which follows from the counts beside it': 370,
      },
      keptOutside: {},
      rejected: [],
    });
    const cells = cellsOf(read.draft);
    expect(cells['looked-after-children-missing E09000008']).toContain('FY2023-24 115');
    expect(cells['looked-after-children-missing E09000001']).toContain('FY2023-24 CONFIDENTIAL');
    expect(cells['looked-after-children-missing-share E12000007']).toContain('FY2023-24 15 ROUNDED');
  });
});
