import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './crown-court-open-cases.ts';

const publishedAt = '2025-12-18';
const read = (text: string, on: string = publishedAt) => readText({ dataset, text, publishedAt: on });

const headings = 'region,court,open_latest,open_year_ago,change,pct_change';
const file = (...rows: readonly string[]) => [headings, ...rows, ''].join('\n');
const croydon = 'London,Croydon,150.0,100.0,50.0,0.5';

describe('the table of open cases by Crown Court', () => {
  it('holds two snapshots of each court of London, in the quarter that the day of publication gives', () => {
    const { draft } = read(file(croydon, 'London,Kingston Upon Thames,90.0,120.0,-30.0,-0.25'));
    expect(cellsOf(draft)).toEqual({
      'crown-court-open-cases court:croydon-crown-court': 'S2024-09-30 100, S2025-09-30 150',
      'crown-court-open-cases court:kingston-upon-thames-crown-court': 'S2024-09-30 120, S2025-09-30 90',
    });
    expect([...draft.facts.values()].map(({ body }) => body)).toEqual([
      { id: 'court:croydon-crown-court', name: 'Croydon', kind: 'court', within: 'E12000007' },
      {
        id: 'court:kingston-upon-thames-crown-court',
        name: 'Kingston upon Thames',
        kind: 'court',
        within: 'E12000007',
      },
    ]);
  });

  it.each([
    ['2026-03-26', 'S2025-12-31'],
    ['2025-12-18', 'S2025-09-30'],
    ['2024-12-12', 'S2024-09-30'],
    ['2026-04-02', 'S2025-12-31'],
  ])('published on %s is about %s', (on, snapshot) => {
    const [cells = ''] = Object.values(cellsOf(read(file(croydon), on).draft));
    expect(cells).toContain(`${snapshot} 150`);
  });

  it('leaves courts elsewhere out, and keeps what lies in no known court outside areas', () => {
    const result = read(
      file(
        croydon,
        'Midlands,Leicester,10.0,5.0,5.0,1.0',
        'South West,Taunton,,3.0,,',
        'Unknown,Unknown,1.0,1.0,0.0,0.0',
      ),
    );
    expect(outcomeOf(result)).toEqual({
      rowsRead: 4,
      rowsLoaded: 1,
      leftOut: { 'a court outside London': 2 },
      keptOutside: { 'court and region unknown': 1 },
      rejected: [],
    });
    expect(result.draft.notices).toEqual([
      'no row for Central Criminal Court, Harrow, Inner London Sessions House, Isleworth, Kingston upon Thames, Snaresbrook, Southwark, Wood Green, Woolwich, a Crown Court of London',
    ]);
  });

  it('knows a court by each of its names, and reads percentages and other listed headings', () => {
    const { draft, rejected } = read(
      [
        'Court name,HMCTS region,year_ago,latest,% change',
        'Old Bailey,London,"1,000","1,100",10.0%',
        'Inner London Crown Court,London,10,20,100',
        'Wood-Green Crown Court,London,8,7,-12.5%',
        '',
      ].join('\n'),
    );
    expect(rejected).toEqual([]);
    expect(Object.keys(cellsOf(draft))).toEqual([
      'crown-court-open-cases court:central-criminal-court',
      'crown-court-open-cases court:inner-london-sessions-house-crown-court',
      'crown-court-open-cases court:wood-green-crown-court',
    ]);
  });

  it('takes a blank for a figure that is not available, never for zero', () => {
    const { draft } = read(file('London,Croydon,,100.0,,', 'London,Harrow,0.0,0.0,0.0,'));
    expect(cellsOf(draft)).toEqual({
      'crown-court-open-cases court:croydon-crown-court': 'S2024-09-30 100, S2025-09-30 NOT_AVAILABLE',
      'crown-court-open-cases court:harrow-crown-court': 'S2024-09-30 0, S2025-09-30 0',
    });
  });

  it('rejects what contradicts itself or is not known', () => {
    const result = read(
      file(
        'London,Croydon,150.0,100.0,40.0,0.5',
        'London,Croydon,150.0,100.0,50.0,0.4',
        'London,Croydon,,100.0,50.0,',
        'London,Kingston,150.0,100.0,50.0,0.5',
        'London,Kingston upon Hull,150.0,100.0,50.0,0.5',
        'South East,Croydon,150.0,100.0,50.0,0.5',
        'Londn,Croydon,150.0,100.0,50.0,0.5',
        'London,Croydon,150.5,100.0,50.5,0.505',
        croydon,
        croydon,
      ),
    );
    expect(outcomeOf(result)).toMatchObject({
      rowsLoaded: 1,
      rejected: [
        'line 2, change: 40.0',
        'line 3, pct_change: 0.4',
        'line 4, change: 50.0',
        'line 5, court: Kingston',
        'line 6, court: Kingston upon Hull',
        'line 7, region: South East',
        'line 8, region: Londn',
        'line 9, open_latest: 150.5',
        'line 11, whole row: court:croydon-crown-court',
      ],
    });
    expect(result.rejected[3]?.candidates).toContain('Kingston upon Thames');
  });

  it('refuses a file whose quarter is in doubt', () => {
    const refusal = (on: string | null, name = 'open.csv') =>
      refusalOf({ dataset, text: file(croydon), publishedAt: on, name });
    expect(refusal(null)).toContain('does not say when it was published');
    expect(refusal('2026-02-14')).toContain('none ended 60 to 110 days before 2026-02-14');
    expect(refusal('2024-09-26')).toContain('before the Crown Court was restated');
    expect(refusal(publishedAt, 'open_2025q4.csv')).toContain(
      'is named after 2025-Q4, but what was published on 2025-12-18 is about 2025-Q3',
    );
    expect(refusal(publishedAt, 'open_2025q3.csv')).toBeNull();
  });
});

const path = 'criminal-justice/derived-ccsq-2025q4/gold_backlog_by_court.csv';

describe('the published file of open cases', () => {
  it.skipIf(publishedFile(path) === null)(
    'has the ten Crown Courts of London at the end of 2025 and a year before',
    async () => {
      const result = await readPublished(dataset, path);
      expect(outcomeOf(result)).toEqual({
        rowsRead: 70,
        rowsLoaded: 10,
        leftOut: { 'a court outside London': 59 },
        keptOutside: { 'court and region unknown': 1 },
        rejected: [],
      });
      const cells = cellsOf(result.draft);
      expect(cells['crown-court-open-cases court:snaresbrook-crown-court']).toBe('S2024-12-31 3798, S2025-12-31 4299');
      expect(cells['crown-court-open-cases court:central-criminal-court']).toBe('S2024-12-31 759, S2025-12-31 616');
      // 4299 + 2454 + 2276 + 2010 + 1844 + 1702 + 1672 + 1362 + 1104 + 616: the file has no total of London to compare with.
      const latest = Object.values(cells).map((text) => Number(text.split(' ').at(-1)));
      expect(latest.reduce((sum, count) => sum + count, 0)).toBe(19_339);
      expect(result.draft.notices).toEqual([]);
    },
  );
});
