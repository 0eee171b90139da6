import { expect, it } from 'vitest';
import { chooseForm } from './numbers/number-form.ts';
import { preferredTypes } from './preferred-types.ts';

it.each([
  ['text/csv;q=0.5, application/json;q=0.9, text/html', ['text/html', 'application/json', 'text/csv']],
  ['TEXT/CSV; header=absent', ['text/csv']],
  ['text/html;q=0, */*', ['*/*']],
  ['text/csv;q=1.2.3, text/html;q=0.000', []],
  ['a/b, c/d;q=1, e/f', ['a/b', 'c/d', 'e/f']],
])('Of "%s" is wanted first what has the highest q', (accept, types) => {
  expect(preferredTypes(accept)).toEqual(types);
});

it.each([
  ['text/html,application/xhtml+xml,*/*;q=0.8', 'html'],
  ['text/html;q=0', 'json'],
  ['text/csv;q=0.5, application/json;q=0.9', 'json'],
  ['application/json;q=0.1, text/csv', 'csv'],
  ['application/xml', 'json'],
])('A number is given to who wants "%s" as %s', (accept, form) => {
  expect(chooseForm('/n/a', accept)).toEqual({ path: '/n/a', form });
});
