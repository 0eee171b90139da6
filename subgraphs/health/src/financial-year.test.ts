import { expect, it } from 'vitest';
import { financialYearId, financialYearIn } from './financial-year.ts';

it.each(['admissions-2014-15.csv', '2014_15', '2014/15', '2014-2015', 'table of 2014-15, 2014/15'])(
  'finds 2014 in %j',
  (text) => {
    expect(financialYearIn(text)).toBe(2014);
  },
);

it.each(['2014', '201415', '2014-16', '2015-14', '12014-15', '2013-14 and 2014-15', ''])(
  'finds no one year in %j',
  (text) => {
    expect(financialYearIn(text)).toBeNull();
  },
);

it('names a year by its beginning, over the turn of a century too', () => {
  expect([financialYearId(2014), financialYearId(1999)]).toEqual(['FY2014-15', 'FY1999-00']);
});
