import { expect, it } from 'vitest';
import { cellsOf, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './violence-attendances.ts';

const headings = 'indicator,area,period,assault-method,value,numerator,denominator,lower,upper,status';

it('takes counts of a borough, or of a ward, in the tidy format', () => {
  const text = [
    headings,
    'violence-attendances,Hackney,2024-01,,40,,,,,',
    'violence-attendances,Hackney,2024-01,firearm,,,,,,CONFIDENTIAL',
    '',
  ];
  expect(cellsOf(readText({ dataset, text: text.join('\n') }).draft)).toEqual({
    'violence-attendances E09000012': '2024-01 40',
    'violence-attendances E09000012 assault-method=firearm': '2024-01 CONFIDENTIAL',
  });
});

it('has no other format', () => {
  expect(refusalOf({ dataset, text: 'arrived,assaulted,method\n2024-01-05,2024-01-05,fists\n' })).toContain(
    'is in no format of this dataset',
  );
});

it('says how many departments reported, and marks a month that lacks some', () => {
  const rows = ['violence-attendances,Hackney,2024-01,40,28,28', 'violence-attendances,Hackney,2024-02,31,26,28'];
  const file = (...more: readonly string[]) =>
    ['indicator,area,period,value,reporting,expected', ...rows, ...more, ''].join('\n');
  const { draft } = readText({ dataset, text: file() });
  const [series] = draft.series.values();
  expect([...(series?.readings.values() ?? [])].map(({ flags, coverage }) => [flags, coverage])).toEqual([
    [[], { reporting: 28, expected: 28 }],
    [['PARTIAL_COVERAGE'], { reporting: 26, expected: 28 }],
  ]);
  const { rejected } = readText({ dataset, text: file('violence-attendances,Hackney,2024-03,40,29,28') });
  expect(rejected).toMatchObject([{ column: 'reporting', expected: '28 at most, as many as should report' }]);
});
