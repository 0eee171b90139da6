import { tidyTemplateOf } from '@boroughgraph/kit/datasets/tidy-template.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { agencies } from '@boroughgraph/test/support/all-agencies.ts';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { cellsOf, outcomeOf, readText } from '@boroughgraph/test/support/read-text.ts';
import { describe, expect, it } from 'vitest';
import { possibleRow, storedIndicators, tidyFile } from './tidy-file.ts';

const purposes = dimension('purpose', 'Purpose', ['Reading', 'Borrowing']);
const visits = { ...libraryVisits, dimensions: [purposes] };
const dataset = { ...libraryVisitsDataset, formats: [], indicators: [visits] };
const template = tidyTemplateOf(dataset);

describe('The template of a dataset', () => {
  it('has the headings, and a row for the whole and for each value of a dimension', () => {
    expect(template?.text.split('\n')).toEqual([
      'indicator,area,period,purpose,value,numerator,denominator,lower,upper,status',
      'library-visits,,,,,,,,,',
      'library-visits,,,reading,,,,,,',
      'library-visits,,,borrowing,,,,,,',
      '',
    ]);
  });

  it('says what may stand in the columns', () => {
    expect(template?.hints.join('\n')).toContain('period: such as 2024-11');
  });

  it('may be loaded with the rows that were filled in, and the others left out', () => {
    const filled = (template?.text ?? '').replace(',,,reading,,', ',Hackney,2024-01,reading,12,');
    const read = readText({ dataset, text: filled });
    expect(outcomeOf(read)).toMatchObject({
      rowsLoaded: 1,
      leftOut: { 'a row of the template that nobody filled in': 2 },
      rejected: [],
    });
    expect(cellsOf(read.draft)).toEqual({ 'library-visits E09000012 purpose=reading': '2024-01 12' });
  });

  it('rejects a row that is filled in by half', () => {
    const filled = (template?.text ?? '').replace(',,,reading,,', ',Hackney,,reading,12,');
    expect(outcomeOf(readText({ dataset, text: filled }))).toMatchObject({ rejected: ['line 3, period: '] });
  });

  it('is null where there is nothing to fill in', () => {
    expect(tidyTemplateOf({ indicators: [] })).toBeNull();
  });
});

it('Every row of every template is loaded once it is filled in', () => {
  const rejected = agencies.flatMap(({ datasets }) =>
    datasets.flatMap((one) => {
      const [head = '', ...lines] = (tidyTemplateOf(one)?.text ?? '').trimEnd().split('\n');
      const headings = head.split(',');
      const rows = lines.map((line) => {
        const cells = Object.fromEntries(line.split(',').map((cell, at) => [headings[at] ?? '', cell]));
        const indicator = storedIndicators(one).find(({ id }) => id === cells['indicator']);
        return indicator === undefined ? cells : { ...cells, ...possibleRow(indicator) };
      });
      if (rows.length === 0) return [];
      const { rejected: faults, rowsLoaded } = readText({ dataset: one, text: tidyFile(...rows) });
      return rowsLoaded === rows.length ? [] : [[one.id, rowsLoaded, rows.length, faults[0]]];
    }),
  );
  expect(rejected).toEqual([]);
});
