import { describe, expect, it } from 'vitest';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { ordinalOf } from '../statistics/periods.ts';
import { type DatasetDefinition, type FileFormat, loaded } from './dataset.ts';
import { readRelease } from '../loading/read-release.ts';
import { FileProblem } from '../files/row-problem.ts';
import { sourceFile } from '../files/source-file.ts';

/** A format whose one figure is the sum of its rows, known when the last is read. */
const summed: FileFormat = {
  name: 'a list of visits',
  delimiter: ',',
  columns: { visits: { headings: ['Visits'] } },
  otherColumns: 'refused',
  open: ({ publishedAt }, draft) => {
    let sum = 0;
    const ordinal = ordinalOf(libraryVisits.grid, publishedAt?.slice(0, 7) ?? '');
    draft.atEnd((isWhole) => {
      if (isWhole && sum === 0) throw new FileProblem('nobody came');
      draft.stage({
        indicator: libraryVisits,
        place: 'E09000012',
        cells: [{ ordinal, reading: { value: sum, status: 'PUBLISHED' } }],
      });
    });
    return (row) => {
      sum += row.number('visits');
      return loaded;
    };
  },
};
const dataset: DatasetDefinition = { ...libraryVisitsDataset, formats: [summed] };

const read = (text: string) =>
  readRelease(dataset, sourceFile('visits.csv', new TextEncoder().encode(text)), { publishedAt: '2024-11-15' });

describe('a figure that only the whole file tells', () => {
  it('is staged when the last row is read, of the month that the day of publication gives', () => {
    const [series] = [...read('Visits\n20\n30\n').draft.series.values()];
    expect([...(series?.readings ?? [])]).toEqual([
      [ordinalOf(libraryVisits.grid, '2024-11'), { value: 50, status: 'PUBLISHED' }],
    ]);
  });

  it('may refuse the file, and knows whether every row was read', () => {
    expect(() => read('Visits\n0\n')).toThrow('nobody came');
    expect(read('Visits\n0\nmany\n').rejected).toHaveLength(1);
  });
});
