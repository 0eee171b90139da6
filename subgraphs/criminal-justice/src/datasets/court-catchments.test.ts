import { readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { describe, expect, it } from 'vitest';
import { dataset } from './court-catchments.ts';

const headings = 'court,borough,work,basis,share_of_borough,valid_from,valid_to,source';
const read = (...rows: readonly string[]) => readText({ dataset, text: [headings, ...rows, ''].join('\n') });
const rejected = (...rows: readonly string[]) =>
  read(...rows).rejected.map(({ line, column, expected }) => `line ${line}, ${column ?? ''}: ${expected}`);

const snaresbrook = 'Snaresbrook,Hackney,,LISTING_PRACTICE,0.7,2020-01-01,,Listing office';

describe('the list of courts and boroughs', () => {
  it('gives for each court the boroughs that it serves; an empty share is not known', () => {
    const { draft } = read(snaresbrook, "Thames Magistrates' Court,E09000030,Crime,PARTNER_STATED,,,,Listing office");
    expect([...draft.facts.values()]).toEqual([
      {
        kind: 'court-catchments',
        key: 'court:snaresbrook-crown-court',
        body: {
          catchments: [
            {
              area: 'E09000012',
              areaOfLaw: 'Crime',
              basis: 'LISTING_PRACTICE',
              shareOfArea: 0.7,
              validFrom: '2020-01-01',
              validTo: null,
              source: 'Listing office',
            },
          ],
        },
      },
      {
        kind: 'court-catchments',
        key: 'court:thames-magistrates-court',
        body: {
          catchments: [
            {
              area: 'E09000030',
              areaOfLaw: 'Crime',
              basis: 'PARTNER_STATED',
              shareOfArea: null,
              validFrom: null,
              validTo: null,
              source: 'Listing office',
            },
          ],
        },
      },
    ]);
  });

  it('lets courts share a borough, and never hear more of it than there is', () => {
    const woolwich = (share: string, from = '2020-01-01') =>
      snaresbrook.replace('Snaresbrook', 'Woolwich').replace('0.7', share).replace('2020-01-01', from);
    expect(rejected(snaresbrook, woolwich('0.3'))).toEqual([]);
    expect(rejected(snaresbrook, woolwich('0.4'))).toEqual([
      'line 3, share_of_borough: shares of the borough that come to 1 at most: with the rows above they are 1.10',
    ]);
    expect(
      rejected(snaresbrook.replace('2020-01-01,', '2020-01-01,2020-12-31'), woolwich('0.4', '2021-01-01')),
    ).toEqual([]);
  });

  it.each([
    // In a list of courts it may be Kingston upon Hull.
    ['the court Kingston', snaresbrook.replace('Snaresbrook', 'Kingston'), 'court: the id of a court, or its name'],
    [
      'a place that is no borough',
      snaresbrook.replace('Hackney', 'Kingston upon Hull'),
      'borough: the name of borough',
    ],
    ['an unknown basis', snaresbrook.replace('LISTING_PRACTICE', 'GUESS'), 'basis: one of LISTING_PRACTICE'],
    ['a share of 70', snaresbrook.replace('0.7', '70'), 'share_of_borough: a share from 0 to 1'],
    ['a day that is none', snaresbrook.replace('2020-01-01', '2020'), 'valid_from: a day such as 2017-04-01'],
    [
      'a last day before the first',
      snaresbrook.replace('01-01,', '01-01,2019-01-01'),
      'valid_to: a day from 2020-01-01',
    ],
    ['no source', snaresbrook.replace('Listing office', ''), 'source: who says so'],
  ])('rejects %s', (_what, row, problem) => {
    expect(rejected(row)).toEqual([expect.stringContaining(`line 2, ${problem}`)]);
  });

  it('lists the Crown Courts of London as what "Kingston" may have meant', () => {
    const [problem] = read(snaresbrook.replace('Snaresbrook', 'Kingston')).rejected;
    expect(problem?.candidates).toContain('Kingston upon Thames');
  });

  it('rejects a link that stands above', () => {
    expect(rejected(snaresbrook, snaresbrook)).toEqual([
      'line 3, borough: each court and borough once for the same work and days',
    ]);
  });

  it('refuses a list of another form', () => {
    expect(refusalOf({ dataset, text: 'court,lat,long\nThames,1,2\n' })).toContain('not the list of courts');
  });
});
