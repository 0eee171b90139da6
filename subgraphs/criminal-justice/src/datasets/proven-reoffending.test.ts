import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { periodAt } from '@boroughgraph/kit/statistics/periods.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { dataset, provenReoffending } from './proven-reoffending.ts';

const read = (text: string) => readText({ dataset, text });

const headings = 'adult_juv,cohort,region,category,subcat1,subcat2,offenders,reoffenders,reoffences';
const file = (...rows: readonly string[]) => [headings, ...rows, ''].join('\r\n');
const cohort = 'Apr 2019 to Mar 2020';
const adultAges = ['18 to 20', '21 to 24', '25 to 29', '30 to 34', '35 to 39', '40 to 44', '45 to 49', '50+'];
const adults = adultAges.map((age) => `Adult,${cohort},London,Age total,${age},-,100,25,60`);
const juveniles = ['10 to 14', '15 to 17'].map((age) => `Juvenile,${cohort},London,Age total,${age},-,50,30,90`);

/** Each cell as `series: period numerator / denominator = value`. */
const ratesOf = (draft: ReleaseDraft) =>
  [...draft.series.values()].flatMap(({ place, dimensionKey, readings }) =>
    [...readings].map(([ordinal, { numerator, denominator, value }]) => {
      const { id } = periodAt(provenReoffending.grid, ordinal);
      return `${place} ${dimensionKey}: ${id} ${numerator ?? '?'} / ${denominator ?? '?'} = ${value?.toFixed(2) ?? '?'}`;
    }),
  );

describe('the table of proven reoffending', () => {
  it('adds ages up and works the rate out from the sums', () => {
    const result = read(file(...adults, ...juveniles));
    // Adults 8 × 25 of 8 × 100, juveniles 2 × 30 of 2 × 50, all 260 of 900.
    expect(ratesOf(result.draft)).toEqual([
      'E12000007 age-group=adult: FY2019-20 200 / 800 = 25.00',
      'E12000007 age-group=juvenile: FY2019-20 60 / 100 = 60.00',
      'E12000007 : FY2019-20 260 / 900 = 28.89',
    ]);
    expect(result.rowsLoaded).toBe(10);
  });

  it('leaves other regions and other breakdowns out', () => {
    const result = read(
      file(
        ...adults,
        `Adult,${cohort},South West,Age total,50+,-,1,1,1`,
        `Adult,${cohort},London,Index offence,Theft,-,9,9,9`,
      ),
    );
    expect(outcomeOf(result)).toEqual({
      rowsRead: 10,
      rowsLoaded: 8,
      leftOut: { 'a region outside London': 1, 'a breakdown other than by age': 1 },
      keptOutside: {},
      rejected: [],
    });
    // Without juveniles nothing is said of all offenders.
    expect(ratesOf(result.draft)).toEqual(['E12000007 age-group=adult: FY2019-20 200 / 800 = 25.00']);
  });

  it.each(['April 2019 to March 2020', '2019/20', '2019-2020', 'Apr-2019 - Mar-2020'])(
    'reads the cohort %j',
    (text) => {
      expect(ratesOf(read(file(...adults).replaceAll(cohort, text)).draft)[0]).toContain('FY2019-20');
    },
  );

  it('reads columns in another order, under other listed headings and spellings of ages', () => {
    const text = [
      'Number of reoffenders,offenders,Region,Cohort,age_group,category,subcat1',
      ...adults.map((row) => {
        const [, year = '', region = '', , age = '', , offenders = '', reoffenders = ''] = row.split(',');
        return [
          reoffenders,
          offenders,
          region.toUpperCase(),
          year,
          'Adults',
          'Age',
          age.replace(' to ', '-').replace('50+', '50 and over'),
        ].join(',');
      }),
      '',
    ].join('\n');
    expect(ratesOf(read(text).draft)).toEqual(['E12000007 age-group=adult: FY2019-20 200 / 800 = 25.00']);
  });

  it('rejects what contradicts itself or is not known, and keeps a cohort out that lacks an age', () => {
    const result = read(
      file(
        ...adults.slice(1),
        'Adult,Jan 2020 to Mar 2020,London,Age total,18 to 20,-,1,1,1',
        `Adult,${cohort},London,Age total,10 to 14,-,1,1,1`,
        `Adult,${cohort},London,Age total,18 to 21,-,1,1,1`,
        `Adult,${cohort},London,Age total,18 to 20,Male,1,1,1`,
        `Adult,${cohort},Londn,Age total,18 to 20,-,1,1,1`,
        `Adult,${cohort},London,Age total,18 to 20,-,1,2,2`,
        `Adult,${cohort},London,Age total,18 to 20,-,9,2,1`,
        `Elderly,${cohort},London,Age total,18 to 20,-,1,1,1`,
        `Adult,${cohort},London,Age total,18 to 20,-,..,1,1`,
        ...adults.slice(1, 2),
      ),
    );
    expect(outcomeOf(result)).toMatchObject({
      rejected: [
        'line 9, cohort: Jan 2020 to Mar 2020',
        'line 10, subcat1: 10 to 14',
        'line 11, subcat1: 18 to 21',
        'line 12, subcat2: Male',
        'line 13, region: Londn',
        'line 14, reoffenders: 2',
        'line 15, reoffences: 1',
        'line 16, adult_juv: Elderly',
        'line 17, offenders: ..',
        'line 18, subcat1: 21 to 24',
      ],
    });
    expect(ratesOf(result.draft)).toEqual([]);
  });

  it('refuses a file that was cut off or is about other regions', () => {
    expect(refusalOf({ dataset, text: file(...adults.slice(0, 6), ...juveniles) })).toBe(
      'file.csv lacks 45 to 49, 50+ of London in the cohort April 2019 to March 2020: fetch it again',
    );
    expect(refusalOf({ dataset, text: file(`Adult,${cohort},Wales,Age total,50+,-,1,1,1`) })).toContain(
      'has no row for London by age',
    );
  });
});

const path = 'criminal-justice/moj-proven-reoffending-overview-by-region.csv';

describe('the published file of proven reoffending', () => {
  it.skipIf(publishedFile(path) === null)('has twelve cohorts of adults, juveniles and all', async () => {
    const result = await readPublished(dataset, path);
    expect(outcomeOf(result)).toEqual({
      rowsRead: 1080,
      rowsLoaded: 120,
      leftOut: { 'a region outside London': 960 },
      keptOutside: {},
      rejected: [],
    });
    expect([...result.draft.series.values()].map(({ readings }) => readings.size)).toEqual([12, 12, 12]);
    expect(ratesOf(result.draft)).toEqual(
      expect.arrayContaining([
        'E12000007 age-group=adult: FY2019-20 12995 / 51071 = 25.44',
        'E12000007 age-group=juvenile: FY2019-20 1574 / 4022 = 39.13',
        // 12,995 + 1,574 of 51,071 + 4,022.
        'E12000007 : FY2019-20 14569 / 55093 = 26.44',
      ]),
    );
  });
});
