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
