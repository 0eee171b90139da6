import { describe, expect, it } from 'vitest';
import { educationRow, educationText } from '@boroughgraph/test/support/education-text.ts';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { readText } from '@boroughgraph/test/support/read-text.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { type DatasetDefinition, leftOut, loaded } from './dataset.ts';
import { outsideLondon, readEducationRow } from './education-rows.ts';
import { countAllChildren, outcomesTable, stageShare } from './education-shares.ts';

/** A made-up outcome: children who read. */
const readers: IndicatorDefinition = {
  ...libraryVisits,
  valueType: 'PROPORTION',
  multiplier: 100,
  areaTypes: ['BOROUGH', 'INNER_OUTER'],
  grid: { type: 'FINANCIAL_YEAR' },
  dimensions: [],
};
const dataset: DatasetDefinition = {
  ...libraryVisitsDataset,
  indicators: [readers],
  formats: [
    {
      ...outcomesTable,
      open: (file, draft) => {
        const children = countAllChildren(file, (row) => row.text('characteristic') === 'All');
        return (row) => {
          if (row.text('characteristic') === 'All') return leftOut('all children');
          const of = readEducationRow(row);
          if (of === null) return outsideLondon;
          stageShare(
            row,
            { ...of, indicator: readers, children: children(row), denominatorSource: 'the table' },
            draft,
          );
          return loaded;
        };
      },
    },
  ],
};

const headings = 'cla_group,characteristic,number,percentage';
const hackney = (figures: string) => educationRow('Hackney', 2031, 'Reading', figures);
const inner = (figures: string) => educationRow('Inner London', 2031, 'Reading', figures);

const read = (...rows: readonly string[]) => readText({ dataset, text: educationText(headings, ...rows) });
/** What the only series of a file says of its only year. */
function readingOf(...rows: readonly string[]) {
  const [series] = read(...rows).draft.series.values();
  return [...(series?.readings.values() ?? [])][0];
}

describe('a share of children looked after', () => {
  it('comes with the children who have the outcome and with all of them, from another row', () => {
    const share = { value: 40, status: 'PUBLISHED', flags: [], numerator: 30, denominator: 75 };
    expect(readingOf(hackney('Readers,30,40'), hackney('All,75,100'))).toEqual(share);
    expect(readingOf(hackney('Readers,30,40'))).toEqual({ ...share, denominator: null });
  });

  it('has no denominator where two rows say how many children there are', () => {
    const reading = readingOf(hackney('Readers,30,40'), hackney('All,75,100'), hackney('All,80,100'));
    expect(reading?.denominator).toBeNull();
  });

  it('is withheld with its number, and rests on no number that rounds to zero', () => {
    expect(readingOf(hackney('Readers,c,40'))).toEqual({ value: null, status: 'CONFIDENTIAL' });
    expect(readingOf(hackney('Readers,k,k'))).toMatchObject({ value: 0, flags: ['ROUNDS_TO_ZERO'], numerator: null });
  });

  it('must follow from its numbers in a borough, and need not in a wider area, which is rounded', () => {
    const { rejected } = read(hackney('Readers,30,41'), hackney('All,75,100'));
    expect(rejected).toMatchObject([
      { column: 'percentage', expected: 'the percentage that follows from the numbers of the children' },
    ]);
    expect(readingOf(inner('Readers,30,41'), inner('All,70,100'))).toMatchObject({ value: 41, flags: ['ROUNDED'] });
  });
});
