import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './court-timeliness.ts';

const publishedAt = '2025-12-18';
const read = (text: string) => readText({ dataset, text, publishedAt });
const refusal = (text: string, on: string | null = publishedAt) => refusalOf({ dataset, text, publishedAt: on });

const headings = 'quarter_end,year,quarter,region,geo_level,offence_to_completion_median,offence_to_completion_mean';
const country = '2025-09-30,2025,Q3,England and Wales,national,250.0,500.5';
const file = (...rows: readonly string[]) => [headings, ...rows, ''].join('\n');

describe('the table of Crown Court timeliness', () => {
  it('has a series for each statistic of London and of England and Wales, and leaves other regions out', () => {
    const result = read(
      file('2025-09-30,2025,Q3,London,region,300.0,450.0', country, '2025-09-30,2025,Q3,South East,region,1.0,2.0'),
    );
    expect(outcomeOf(result)).toEqual({
      rowsRead: 3,
      rowsLoaded: 2,
      leftOut: { 'a region outside London': 1 },
      keptOutside: {},
      rejected: [],
    });
    expect(cellsOf(result.draft)).toEqual({
      'court-timeliness E12000007 stage=offence-to-completion;statistic=median;tier=crown': '2025-Q3 300',
      'court-timeliness E12000007 stage=offence-to-completion;statistic=mean;tier=crown': '2025-Q3 450',
      'court-timeliness K04000001 stage=offence-to-completion;statistic=median;tier=crown': '2025-Q3 250',
      'court-timeliness K04000001 stage=offence-to-completion;statistic=mean;tier=crown': '2025-Q3 500.5',
    });
  });

  it('takes a median of no days for a value', () => {
    const { draft } = read(file('2025-09-30,2025,Q3,London,region,0.0,1.0', country));
    expect(Object.values(cellsOf(draft))[0]).toBe('2025-Q3 0');
  });

  it('reads columns in another order, under other listed headings, of other stages, and days in another form', () => {
    const { draft, rejected } = read(
      [
        'Geographic level,HMCTS region,charge-to-completion-mean,Quarter ending',
        'Regional,LONDON,100,30/09/2025',
        'National,England & Wales,90,30 September 2025',
        '',
      ].join('\n'),
    );
    expect(rejected).toEqual([]);
    expect(cellsOf(draft)).toEqual({
      'court-timeliness E12000007 stage=charge-to-completion;statistic=mean;tier=crown': '2025-Q3 100',
      'court-timeliness K04000001 stage=charge-to-completion;statistic=mean;tier=crown': '2025-Q3 90',
    });
  });

  it('rejects what contradicts itself or is not known', () => {
    const result = read(
      file(
        '2025-09-30,2024,Q3,London,region,1,1',
        '2025-09-30,2025,Q2,London,region,1,1',
        '2025-08-31,2025,Q3,London,region,1,1',
        '2025-12-31,2025,Q4,London,region,1,1',
        '2025-09-30,2025,Q3,London,national,1,1',
        '2025-09-30,2025,Q3,England and Wales,region,1,1',
        '2025-09-30,2025,Q3,Londn,region,1,1',
        '2025-09-30,2025,Q3,London,region,-1,1',
        '2025-09-30,2025,Q3,London,region,1,',
        country,
        country,
      ),
    );
    expect(outcomeOf(result)).toMatchObject({
      rowsLoaded: 1,
      rejected: [
        'line 2, year: 2024',
        'line 3, quarter: Q2',
        'line 4, quarter_end: 2025-08-31',
        'line 5, quarter_end: 2025-12-31',
        'line 6, geo_level: national',
        'line 7, geo_level: region',
        'line 8, region: Londn',
        'line 9, offence_to_completion_median: -1',
        'line 10, offence_to_completion_mean: ',
        'line 12, whole row: K04000001, crown, offence-to-completion, median',
      ],
    });
  });

  it('refuses a file that lacks London, a stage or its day of publication, or is older than the restatement', () => {
    expect(refusal(file(country))).toBe('file.csv has no row for London in 2025-Q3: fetch it again');
    expect(refusal('quarter_end,region,geo_level\n2025-09-30,London,region\n')).toContain('no column for a stage');
    expect(refusal(file(country), null)).toContain('does not say when it was published');
    expect(refusal(file(country), '2024-09-26')).toContain('before the Crown Court was restated');
    expect(refusal('quarter_end,region,geo_level,waiting_time_median\n')).toContain(
      'its column "waiting_time_median" is unknown',
    );
  });
});

const path = 'criminal-justice/derived-ccsq-2025q4/gold_timeliness_by_region.csv';

describe('the published file of timeliness', () => {
  it.skipIf(publishedFile(path) === null)('has forty quarters of London and of England and Wales', async () => {
    const result = await readPublished(dataset, path);
    expect(outcomeOf(result)).toEqual({
      rowsRead: 320,
      rowsLoaded: 80,
      leftOut: { 'a region outside London': 240 },
      keptOutside: {},
      rejected: [],
    });
    expect([...result.draft.series.values()].map(({ readings }) => readings.size)).toEqual([40, 40, 40, 40]);
    const london = cellsOf(result.draft)[
      'court-timeliness E12000007 stage=offence-to-completion;statistic=median;tier=crown'
    ];
    expect(london).toMatch(/^2016-Q1 254, .*, 2025-Q4 339$/);
    expect(result.draft.notices).toEqual([]);
  });
});
