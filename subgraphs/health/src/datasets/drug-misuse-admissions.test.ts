import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './drug-misuse-admissions.ts';

const read = (...lines: readonly string[]) => readText({ dataset, text: `${lines.join('\n')}\n` });
const refusal = (...lines: readonly string[]) => refusalOf({ dataset, text: `${lines.join('\n')}\n` });

describe('the table of drug misuse admissions', () => {
  it('takes a year as the end of a financial year, and areas of London by their names', () => {
    const { draft } = read(
      'year,Barnet,Barnsley,"Bristol, City of",City of London and Hackney,Merton & Sutton,Hammersmith and Fulham',
      '2014,27,92,41,29,77,31',
      '2015,27.0,104,40,52,69,33',
    );
    expect(cellsOf(draft)).toEqual({
      'drug-misuse-admissions E09000003': 'FY2013-14 27, FY2014-15 27',
      'drug-misuse-admissions composite:city-of-london-and-hackney': 'FY2013-14 29, FY2014-15 52',
      'drug-misuse-admissions composite:merton-and-sutton': 'FY2013-14 77, FY2014-15 69',
      'drug-misuse-admissions E09000013': 'FY2013-14 31, FY2014-15 33',
    });
  });

  it('reads a blank and an asterisk as withheld, a dash as not supplied, zero as a value', () => {
    const { draft } = read('year,Harrow,Barnet,Brent,Camden', '2009,,*,-,0');
    expect(cellsOf(draft)).toEqual({
      'drug-misuse-admissions E09000015': 'FY2008-09 CONFIDENTIAL',
      'drug-misuse-admissions E09000003': 'FY2008-09 CONFIDENTIAL',
      'drug-misuse-admissions E09000005': 'FY2008-09 NOT_AVAILABLE',
      'drug-misuse-admissions E09000007': 'FY2008-09 0',
    });
  });

  it('flags years from 2017-18 as rounded where every figure is a multiple of 5', () => {
    const { draft } = read('year,Barnet,Brent', '2017,30,25', '2018,30,25', '2019,31,25');
    expect(cellsOf(draft)).toEqual({
      'drug-misuse-admissions E09000003': 'FY2016-17 30, FY2017-18 30 ROUNDED, FY2018-19 31',
      'drug-misuse-admissions E09000005': 'FY2016-17 25, FY2017-18 25 ROUNDED, FY2018-19 25',
    });
  });

  it('withholds a year whose figures stand under other areas, by those outside London too, and says so', () => {
    const { draft } = read(
      'year,Barnet,Leeds,Rutland,Derby,York',
      '2018,30,270,20,100,60',
      '2019,35,250,25,70,65',
      '2020,40,65,250,25,350',
    );
    expect(cellsOf(draft)['drug-misuse-admissions E09000003']).toBe(
      'FY2017-18 30 ROUNDED, FY2018-19 35 ROUNDED, FY2019-20 NOT_AVAILABLE',
    );
    // (250 + 5) / (65 + 5) is 3.6, and two of the five changed by more.
    expect(draft.notices).toEqual([
      'the row of 2020 is out of step with 2019: the typical area changes by a factor of 3.6, so its figures seem to stand under other areas; its 1 cells are NOT_AVAILABLE',
    ]);
  });

  it('takes rows in any order, years with their beginning and empty rows at the end', () => {
    const result = read('YEAR,Barnet', '2018/19,35', '2018.0,30', '2016-17,30', ',', ',');
    expect(cellsOf(result.draft)).toEqual({
      'drug-misuse-admissions E09000003': 'FY2018-19 35 ROUNDED, FY2017-18 30 ROUNDED, FY2016-17 30',
    });
    expect(outcomeOf(result)).toMatchObject({ rowsRead: 5, rowsLoaded: 3, leftOut: { 'an empty row': 2 } });
  });
});

describe('a heading that names no area', () => {
  it('is refused with names that may be meant', () => {
    expect(refusal('year,Hackny', '2019,30')).toContain(
      'its column "Hackny" is unknown (expected an area of England by its name; perhaps ',
    );
    expect(refusal('year,Leicestershir', '2019,30')).toContain(
      'perhaps Leicester, Leicestershire, Leicestershire and Rutland',
    );
  });

  it.each([
    ['a command unit of the police', 'North East'],
    ['a borough that is published with another twice', 'City of London and Hackney,Hackney and City of London'],
  ])('is refused: %s', (_what, heading) => {
    expect(refusal(`year,${heading}`, `2019,30${heading.includes(',') ? ',30' : ''}`)).not.toBeNull();
  });

  it('is refused where none of the areas is in London', () => {
    expect(refusal('year,Derby,Leeds', '2019,30,250')).toBe('file.csv has no column for a borough of London');
  });
});

describe('a row that cannot be read', () => {
  it.each([
    ['2019,many', 'Barnet', 'many', 'a number or one of * : .. -'],
    ['2019,30.5', 'Barnet', '30.5', 'a whole number of zero or more'],
    ['2019,-3', 'Barnet', '-3', 'a whole number of zero or more'],
    ['19,30', 'year', '19', 'the year in which a financial year ends, such as 2019'],
    ['2019/21,30', 'year', '2019/21', 'the year in which a financial year ends, such as 2019'],
    ['2019,', 'year', '2019', 'a year with figures'],
  ])('is rejected: %s', (row, column, found, expected) => {
    expect(read('year,Barnet', row).rejected).toMatchObject([{ line: 2, column, found, expected }]);
  });

  it('is rejected where it repeats a year', () => {
    expect(read('year,Barnet', '2018,30', '2018,31').rejected).toMatchObject([{ line: 3, column: null }]);
  });
});

const published = 'health/drug-misuse-hospital-admissions-by-la.csv';

describe.skipIf(publishedFile(published) === null)('the published table', () => {
  it('has twelve years of 29 boroughs and two pairs of them', async () => {
    const result = await readPublished(dataset, published);
    expect(outcomeOf(result)).toEqual({ rowsRead: 12, rowsLoaded: 12, leftOut: {}, keptOutside: {}, rejected: [] });
    const places = [...result.draft.series.values()].map(({ place }) => place);
    expect(places.filter((place) => place.startsWith('composite:'))).toEqual([
      'composite:city-of-london-and-hackney',
      'composite:merton-and-sutton',
    ]);
    expect(places.filter((place) => place.startsWith('E09'))).toHaveLength(29);
  });

  // The table has no total of its own to compare with: its areas add to 97.1% of England.
  it('withholds the year that is misaligned, and what the publisher left blank', async () => {
    const { draft } = await readPublished(dataset, published);
    const cells = Object.values(cellsOf(draft)).flatMap((series) => series.split(', '));
    expect(cells.filter((cell) => cell.includes('NOT_AVAILABLE'))).toEqual(
      new Array<string>(31).fill('FY2019-20 NOT_AVAILABLE'),
    );
    expect(cells.filter((cell) => cell.includes('CONFIDENTIAL'))).toEqual(
      new Array<string>(2).fill('FY2008-09 CONFIDENTIAL'),
    );
    expect(cells.filter((cell) => cell.includes('ROUNDED'))).toHaveLength(62);
    expect(draft.notices).toEqual([expect.stringContaining('the row of 2020 is out of step with 2019') as unknown]);
  });

  it('has 35 admissions of the City of London and Hackney in 2018-19', async () => {
    const { draft } = await readPublished(dataset, published);
    expect(cellsOf(draft)['drug-misuse-admissions composite:city-of-london-and-hackney']).toContain(
      'FY2018-19 35 ROUNDED, FY2019-20 NOT_AVAILABLE',
    );
  });
});
