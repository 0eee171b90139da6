import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './cps-outcomes-by-principal-offence.ts';

const name = 'principal_offence_category_march_2015.csv';
const read = (text: string, as = name) => readText({ dataset, text, name: as });
const refusal = (text: string, as = name, publishedAt: string | null = null) =>
  refusalOf({ dataset, text, name: as, publishedAt });

const headings = [
  '',
  'Number of Homicide Convictions',
  'Percentage of Homicide Convictions',
  'Number of Homicide Unsuccessful',
  'Percentage of Homicide Unsuccessful',
  'Number of Admin Finalised Unsuccessful',
  'Percentage of L Motoring Offences Unsuccessful',
].join(',');
const file = (...rows: readonly string[]) => [headings, ...rows, ''].join('\n');
const national = 'National,"1,200",80.0%,300,20.0%,7,100.0%';
const london = 'Metropolitan and City,2,66.7%,1,33.3%,5,100.0%';

describe('the monthly table of prosecution outcomes', () => {
  it('holds each category of the month in its name, for London’s area and the country', () => {
    const result = read(
      file(
        national,
        london,
        'GreaterManchester,1,100.0%,0,0.0%,0,-',
        'Dyfed-Powys,0,-,0,-,0,-',
        'Durham,0,0.0%,0,0.0%,0,-',
      ),
    );
    expect(outcomeOf(result)).toEqual({
      rowsRead: 5,
      rowsLoaded: 2,
      leftOut: { 'a CPS area outside London': 3 },
      keptOutside: {},
      rejected: [],
    });
    expect(cellsOf(result.draft)).toEqual({
      'convictions K04000001 category=homicide': '2015-03 1200',
      'unsuccessful-outcomes K04000001 category=homicide': '2015-03 300',
      'unsuccessful-outcomes K04000001 category=admin-finalised': '2015-03 7',
      'convictions cps-area:metropolitan-and-city category=homicide': '2015-03 2',
      'unsuccessful-outcomes cps-area:metropolitan-and-city category=homicide': '2015-03 1',
      'unsuccessful-outcomes cps-area:metropolitan-and-city category=admin-finalised': '2015-03 5',
    });
    expect(result.draft.notices).toEqual(['it has 4 of 42 CPS areas, so that its sums cannot be checked']);
  });

  it('reads columns in another order, under other listed headings', () => {
    const { draft, rejected } = read(
      [
        '% of Drug Offences Unsuccessful Outcomes,Number of drug offences unsuccessful,CPS Area,Number of Drugs Offences Convictions',
        '25.0%,1,Metropolitan & City,3',
        '',
      ].join('\n'),
    );
    expect(rejected).toEqual([]);
    expect(cellsOf(draft)).toEqual({
      'convictions cps-area:metropolitan-and-city category=drugs-offences': '2015-03 3',
      'unsuccessful-outcomes cps-area:metropolitan-and-city category=drugs-offences': '2015-03 1',
    });
  });

  it('rejects what contradicts itself or is not known', () => {
    const result = read(
      file(
        'Metropolitan and City,2,50.0%,1,33.3%,5,100.0%',
        'Metropolitan and City,2,66.7%,1,33.3%,5,-',
        'Metropolitan and City,2,66.7%,1,33.3%,5,90.0%',
        'Metropolitan and City,-,66.7%,1,33.3%,5,100.0%',
        'Metropolitan and City,2,66.7%,1,33.3%,,100.0%',
        'Metropolitain and City,2,66.7%,1,33.3%,5,100.0%',
        'Total,2,66.7%,1,33.3%,5,100.0%',
        'Durham,0,0.0%,0,1.0%,0,-',
        london,
        london,
      ),
    );
    expect(outcomeOf(result)).toMatchObject({
      rowsLoaded: 1,
      rejected: [
        'line 2, Percentage of Homicide Convictions: 50.0%',
        'line 3, Percentage of L Motoring Offences Unsuccessful: -',
        'line 4, Percentage of L Motoring Offences Unsuccessful: 90.0%',
        'line 5, Number of Homicide Convictions: -',
        'line 6, Number of Admin Finalised Unsuccessful: ',
        'line 7, : Metropolitain and City',
        'line 8, : Total',
        'line 9, Percentage of Homicide Unsuccessful: 1.0%',
        'line 11, : Metropolitan and City',
      ],
    });
  });

  it('refuses another list of categories, half a category, and a file without London', () => {
    expect(refusal(`,Number of Piracy Convictions\nNational,1\n`)).toContain(
      'its column "Number of Piracy Convictions" is unknown',
    );
    expect(refusal(`,Number of Burglary Convictions\nNational,1\n`)).toContain('of burglary alone: it needs both');
    expect(refusal(`Area,Month\nNational,1\n`)).toContain('its column "Month" is unknown');
    expect(refusal(`Area\nNational\n`)).toContain('has no column such as "Number of Homicide Convictions"');
    expect(refusal(file(national))).toContain('has no row "Metropolitan and City"');
  });

  it.each([
    'principal-offence-category-mar-2015.csv',
    'Principal Offence Category March 2015.CSV',
    'cps_case_outcomes_by_principal_offence_category_2015_march.csv',
  ])('knows the month of %s', (as) => {
    expect(Object.values(cellsOf(read(file(london), as).draft))[0]).toBe('2015-03 2');
  });

  it.each([
    'principal_offence_category.csv',
    'principal_offence_category_march.csv',
    'principal_offence_category_2015.csv',
    'principal_offence_category_march_april_2015.csv',
    'principal_offence_category_march_2014_2015.csv',
    'principal_offence_category_march_2015_v2.csv',
    'principal_offence_category_q1_2015.csv',
  ])('refuses %s, which does not say its month', (as) => {
    expect(refusal(file(london), as)).toContain('does not say its month');
  });

  it('refuses a month that had not ended when the file was published', () => {
    expect(refusal(file(london), name, '2015-02-01')).toContain(
      'a month that ended on 2015-03-31, but was published on 2015-02-01',
    );
    expect(refusal(file(london), name, '2015-04-01')).toBeNull();
  });
});

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const files = months.map((month, index) => ({
  path: `criminal-justice/cps-principal-offence-category/2014/principal_offence_category_${month}_2014.csv`,
  id: `2014-${String(index + 1).padStart(2, '0')}`,
}));

describe.each(files)('the published file $path', ({ path, id }) => {
  // That the areas add up to the national row, and that percentages follow from numbers, the reader checks itself.
  it.skipIf(publishedFile(path) === null)('has every category, and areas that add up to the country', async () => {
    const result = await readPublished(dataset, path);
    expect(outcomeOf(result)).toEqual({
      rowsRead: 43,
      rowsLoaded: 2,
      leftOut: { 'a CPS area outside London': 41 },
      keptOutside: {},
      rejected: [],
    });
    const cells = cellsOf(result.draft);
    // 12 categories of convictions and 13 of unsuccessful outcomes, for London and for the country.
    expect(Object.keys(cells)).toHaveLength(50);
    expect(Object.values(cells).every((cell) => cell.startsWith(`${id} `))).toBe(true);
    expect(result.draft.notices).toEqual([]);
  });
});

describe('the published file of January 2014', () => {
  const [january] = files;
  it.skipIf(january === undefined || publishedFile(january.path) === null)(
    'has thirteen convictions of homicide in London',
    async () => {
      const cells = cellsOf((await readPublished(dataset, january?.path ?? '')).draft);
      expect(cells['convictions cps-area:metropolitan-and-city category=homicide']).toBe('2014-01 13');
      expect(cells['convictions K04000001 category=motoring-offences']).toBe('2014-01 12945');
    },
  );

  it.skipIf(january === undefined || publishedFile(january.path) === null)(
    'is refused when a row was lost',
    async () => {
      const { readFile } = await import('node:fs/promises');
      const text = await readFile(publishedFile(january?.path ?? '') ?? '', 'utf8');
      const damaged = text.replace(/^Kent,.*$/m, 'Kent,0,-,0,-' + ',0,-,0,-'.repeat(11) + ',0,-');
      expect(refusal(damaged, 'principal_offence_category_january_2014.csv')).toContain('does not add up');
    },
  );
});
