import { expect, it } from 'vitest';
import { londonMonthOf } from './london-time.ts';

it.each([
  ['2016-05-31T22:59:59+00:00', '2016-05'],
  ['2016-05-31T23:00:00+00:00', '2016-06'],
  ['2016-05-31T23:01:00Z', '2016-06'],
  ['2016-06-01 00:01+0100', '2016-06'],
  ['2016-06-30T23:30:00+00:00', '2016-07'],
  ['2016-12-31T23:59:00+00:00', '2016-12'],
  ['2016-12-31T19:00:00.000-05:00', '2017-01'],
])('puts %s in %s: London is an hour ahead in summer', (text, month) => {
  expect(londonMonthOf(text)).toBe(month);
});

it.each([
  '2016-06-01T00:01:00',
  '2016-06-01',
  '01/06/2016 00:01',
  '2016-06-31T12:00:00Z',
  '2016-06-01T25:00:00Z',
  '',
  'Z',
])('has no month for %j', (text) => {
  expect(londonMonthOf(text)).toBeNull();
});
