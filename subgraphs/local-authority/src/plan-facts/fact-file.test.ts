import { describe, expect, it } from 'vitest';
import { factsOf } from './fact-file.ts';
import { withContradictions } from './plan-facts.ts';

const read = (text: string) => factsOf(text, 'some.yaml');
const group = (rest: string) => `- about: { agency: policing, indicator: police-savings }
  area: E23000001
  unit: POUNDS
${rest}`;
const fact = (more = '') =>
  `    - { id: some, of: Savings, printed: '£1.2m', text: save £1.2m, source: business-plan-2017 7${more} }`;

describe('a file of facts', () => {
  it('has a fact with what its group says, and what it says itself', () => {
    const [one] = read(group(`  scale: 1000000\n  nature: PLANNED\n  facts:\n${fact(', period: FY2017-18')}`));
    expect(one).toMatchObject({
      value: 1_200_000,
      nature: 'PLANNED',
      precision: 'EXACT',
      period: { label: 'April 2017 to March 2018' },
      area: 'E23000001',
      about: { agency: 'policing', id: 'police-savings' },
      source: 'Business Plan 2017-18 (Metropolitan Police Service), line 7 of the text extract',
    });
  });

  it('has one for each cell of a table, quoted by the heading of its row', () => {
    const table = `  document: business-plan-2017
  scale: 1000000
  columns: [{ time: Budget 2017-18, period: FY2017-18, nature: PLANNED }, { time: Forecast 2016-17 }]
  rows: [{ id: interest, line: 9, of: Interest receipts, printed: ['-1.3', '2,473.3'] }]`;
    expect(read(group(table)).map(({ id, value, nature, text, time }) => [id, value, nature, text, time])).toEqual([
      ['interest-budget-2017-18', -1_300_000, 'PLANNED', 'Interest receipts … -1.3', 'Budget 2017-18'],
      ['interest-forecast-2016-17', 2_473_300_000, 'REPORTED', 'Interest receipts … 2,473.3', 'Forecast 2016-17'],
    ]);
  });

  it('has a value where words stand for it, and a range without one', () => {
    const words = fact(', value: 25').replaceAll('£1.2m', 'one in four');
    const range = fact(', value: null, lower: 5, upper: 50').replaceAll('£1.2m', 'between 5 and 50');
    expect(
      [words, range]
        .flatMap((one) => read(group(`  facts:\n${one}`)))
        .map(({ value, lower, upper }) => [value, lower, upper]),
    ).toEqual([
      [25, null, null],
      [null, 5, 50],
    ]);
  });

  it.each([
    ['a word for a number', `  facts:\n${fact().replaceAll('£1.2m', 'ten')}`, 'no number stands in "ten"'],
    ['a place that is none', `  facts:\n${fact(', area: E09000099')}`, 'expected the code of an area'],
    [
      'a document that is none',
      `  facts:\n${fact().replace('business-plan-2017', 'a-plan')}`,
      '"a-plan 7" is no place',
    ],
    [
      'a row without a cell',
      `  document: business-plan-2017\n  columns: [{ time: a }]\n  rows: [{ id: b, line: 1, of: c, printed: ['1', '2'] }]`,
      '"b" has 2 cells: expected 1',
    ],
    ['what nobody knows', `  facts:\n${fact(', weight: 1')}`, 'Unrecognized key: "weight"'],
  ])('with %s is refused', (_what, rest, problem) => {
    expect(() => read(group(rest))).toThrow(problem);
  });
});

describe('facts that contradict each other', () => {
  const [one] = read(group(`  facts:\n${fact()}`));
  if (one === undefined) throw new Error('there is a fact');

  it('say so of each other, whichever says it', () => {
    const both = withContradictions([
      { ...one, contradicts: ['other'] },
      { ...one, id: 'other' },
    ]);
    expect(both.map(({ id, contradictedBy }) => [id, contradictedBy])).toEqual([
      ['some', ['other']],
      ['other', ['some']],
    ]);
  });

  it('are there, and have names of their own', () => {
    expect(() => withContradictions([{ ...one, contradicts: ['nothing'] }])).toThrow('contradicts "nothing"');
    expect(() => withContradictions([one, one])).toThrow('two facts are called "some"');
  });
});
