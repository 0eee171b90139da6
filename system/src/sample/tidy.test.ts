import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { datasetOf, indicatorOf, libraries, membership, visits } from '../../testing/sample-datasets.ts';
import { sampleText } from './tidy.ts';

const hashOf = (text: string | null) =>
  createHash('sha256')
    .update(text ?? '')
    .digest('hex')
    .slice(0, 16);

it('The sample is the same text in every run and on every machine', () => {
  expect(sampleText(libraries)).toBe(sampleText(libraries));
  // Change these only with the sample itself: they stand for what everybody sees who has loaded nothing yet.
  expect([hashOf(sampleText(libraries)), hashOf(sampleText(membership))]).toEqual([
    '6c8fc08128e2fdd3',
    '0846cce18ab500c2',
  ]);
});

it('The headings are those of the tidy format, without columns that would be blank', () => {
  const headingOf = (text: string | null) => text?.slice(0, text.indexOf('\n'));
  expect(headingOf(sampleText(libraries))).toBe('indicator,area,kind,detail,period,value,status,flags');
  expect(headingOf(sampleText(membership))).toBe('indicator,area,age,period,value,numerator,denominator,status,flags');
  const courts = indicatorOf({ areaTypes: [], siteKind: 'court' });
  expect(
    sampleText(datasetOf([courts]))
      ?.split('\n')
      .slice(0, 2),
  ).toEqual([
    'indicator,area,site,site_name,period,value',
    expect.stringMatching(/^visits,London,court:central-criminal-court,Central Criminal Court,2021-01,\d{4}$/),
  ]);
});

it('A dataset that stores no indicator, or has reviewed figures, has no sample', () => {
  const reviewed = { publishedAt: '2020-01-01', sourceName: 'a plan', tidy: 'indicator,area,period,value\n' };
  expect([sampleText(datasetOf([])), sampleText({ ...datasetOf([visits]), reviewed })]).toEqual([null, null]);
});
