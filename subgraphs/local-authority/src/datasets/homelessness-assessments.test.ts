import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './homelessness-assessments.ts';

const sheet = (title: string, ...rows: readonly string[]) =>
  [
    `"${title}",,,,,,,,,,,,,`,
    ',,,,"Total initial assessments1,2,6",,Assessed as owed a duty,,,,,"Not homeless nor threatened with homelessness within 56 days - no duty owed",Withdrew application  before assessment - no duty owed,Not eligible / no longer eligible - no duty owed',
    ',,,,,,Total owed a prevention or relief duty,"Threatened with homelessness within 56 days - \nPrevention duty owed",,"Homeless - \nRelief duty owed4",,,,',
    ',,,,,,,,due to service of valid Section 21 Notice3,,,,,',
    ...rows,
    '',
  ].join('\n');
const title = 'Table A1 - Number of households\nEngland, April to June 2025';
const england = 'E92000001,ENGLAND,,,88000,,80000,37000,6600,43000,,3700,3400,700';
const read = (...rows: readonly string[]) => readText({ dataset, text: sheet(title, england, ...rows) });

describe('assessments of homelessness', () => {
  it('are read by position, with duties and reasons, in the quarter of the title', () => {
    const { draft } = read('E09000012,Hackney,,,600,,580,270,50,310,,12,0,8');
    expect(cellsOf(draft, (series) => series.includes('E09000012'))).toEqual({
      'homelessness-assessments E09000012': '2025-Q2 600',
      'homelessness-duties-owed E09000012': '2025-Q2 580',
      'homelessness-duties-owed E09000012 duty=prevention': '2025-Q2 270',
      'homelessness-duties-owed E09000012 duty=relief': '2025-Q2 310',
      'homelessness-prevention-duties-after-section-21 E09000012': '2025-Q2 50',
      'homelessness-assessments-without-duty E09000012 reason=not-threatened-within-56-days': '2025-Q2 12',
      'homelessness-assessments-without-duty E09000012 reason=application-withdrawn': '2025-Q2 0',
      'homelessness-assessments-without-duty E09000012 reason=not-eligible': '2025-Q2 8',
    });
    expect(cellsOf(draft)['homelessness-assessments E92000001']).toBe('2025-Q2 88000 ESTIMATED ROUNDED');
  });

  it('leave out what is no area of London, and London where it stands again', () => {
    const london = 'E12000007,London,,,18000,,16000,6000,1000,10000,,700,900,100';
    const outcome = outcomeOf(
      read(
        london,
        '-,Rest of England,,,1,,1,1,1,1,,1,1,1',
        london,
        'E07000223,Adur,,,60,,60,30,8,30,,0,0,0',
        ',Notes:,,,,,,,,,,,,',
      ),
    );
    expect(outcome).toMatchObject({
      rowsLoaded: 2,
      leftOut: {
        'a line of no area: empty, a note or the rest of England': 2,
        'London, which stands among the regions again': 1,
        'outside London': 1,
      },
      rejected: [],
    });
  });

  it('tell missing data from none', () => {
    const { draft } = read('E09000012,Hackney,,,..,,..,..,..,..,,..,..,..');
    expect(cellsOf(draft)['homelessness-assessments E09000012']).toBe('2025-Q2 NOT_AVAILABLE');
  });

  it.each([
    ['says no quarter', sheet('Table A1, England', england), 'does not say in its title of when it is'],
    ['is of another span', sheet('England, May to July 2025', england), 'expected a quarter'],
    [
      'has a column elsewhere',
      sheet(title, england).replace('Relief duty', 'Main duty'),
      'another column 10 than relief',
    ],
    ['has no row of England', sheet(title, 'E09000012,Hackney,,,6,,5,2,1,3,,1,0,0'), 'has no column'],
  ])('are refused in a sheet that %s', (_what, text, sentence) => {
    expect(refusalOf({ dataset, text })).toContain(sentence);
  });
});

const path = 'local-authority/mhclg-homelessness-2025-04-to-06-A1.csv';

describe.skipIf(publishedFile(path) === null)('the published sheet of April to June 2025', () => {
  it('has 33 boroughs, London and England, whose duties add up', async () => {
    const { draft, rowsLoaded, rejected } = await readPublished(dataset, path);
    expect([rowsLoaded, rejected]).toEqual([35, []]);
    expect(cellsOf(draft)['homelessness-duties-owed E09000012 duty=relief']).toBe('2025-Q2 334');
    const duties = [...draft.series.values()].filter(({ indicator }) => indicator.id === 'homelessness-duties-owed');
    const sums = [...Map.groupBy(duties, ({ place }) => place).values()].map((series) =>
      series.map(({ readings }) => [...readings.values()][0]?.value ?? 0),
    );
    expect(sums).toHaveLength(35);
    // London and England are rounded to ten.
    expect(sums.filter(([all = 0, prevention = 0, relief = 0]) => Math.abs(all - prevention - relief) > 10)).toEqual(
      [],
    );
  });
});
