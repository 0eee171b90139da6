import { describe, expect, it } from 'vitest';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import { forceInName, monthOfFile } from './police-uk.ts';

const june = new Set(['2024-06']);

describe('the month of a file', () => {
  it.each(['2024-06-city-of-london-street.csv', 'stops 202406.csv', 'street.csv', 'street-20.csv'])(
    'is June 2024 for %s with rows of June',
    (name) => {
      expect(monthOfFile(name, june)).toBe('2024-06');
    },
  );

  it('is the one in its name where other rows are beside, which are then rejected one by one', () => {
    expect(monthOfFile('2024-06-x-street.csv', new Set(['2024-05', '2024-06']))).toBe('2024-06');
    expect(monthOfFile('2024-06-x-street.csv', new Set())).toBe('2024-06');
  });

  it.each<[string, ReadonlySet<string>]>([
    ['2024-07-x-street.csv', june],
    ['2024-06-to-2024-07-street.csv', june],
    ['street.csv', new Set()],
    ['street.csv', new Set(['2024-05', '2024-06'])],
  ])('is refused for %s', (name, months) => {
    expect(() => monthOfFile(name, months)).toThrow(FileProblem);
  });
});

it.each([
  ['2016-06-metropolitan-stop-and-search.csv', 'metropolitan'],
  ['2016-06-City-of-London-stop-and-search.csv', 'city-of-london'],
  ['stops.csv', null],
  ['2016-06-metropolitan-street.csv', null],
])('finds in the name %s the force %j', (name, force) => {
  expect(forceInName(name, 'stop-and-search')).toBe(force);
});
