import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { formatReport, emptyReport } from '@boroughgraph/kit/loading/report.ts';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { readText } from '@boroughgraph/test/support/read-text.ts';
import { expect, it } from 'vitest';
import { tidyFile } from './tidy-file.ts';

const tidy = { ...libraryVisitsDataset, indicators: [libraryVisits], formats: [] };

/** The columns that are at fault in the one rejected row. */
const faults = (dataset: DatasetDefinition, text: string) =>
  readText({ dataset, text }).rejected.flatMap(({ others = [], ...row }) =>
    [row, ...others].map(({ column }) => column),
  );

it('All faults of a tidy row are told at once', () => {
  const row = {
    indicator: 'library-visits',
    area: 'Hackny',
    period: 'May',
    purpose: 'Sleeping',
    value: 'many',
    lower: 'few',
  };
  expect(faults(tidy, tidyFile(row))).toEqual(['period', 'area', 'purpose', 'value', 'lower']);
});

it('A row of another century is refused, and the others stay', () => {
  const of = (period: string) => ({ indicator: 'library-visits', area: 'Hackney', period, value: '7' });
  const { rowsLoaded, rejected } = readText({
    dataset: tidy,
    text: tidyFile(of('2024-05'), of('9999-05'), of('1066-05')),
  });
  expect(rowsLoaded).toBe(1);
  expect(rejected.map(({ line, found, expected }) => [line, found, expected])).toEqual([
    [3, '9999-05', 'a period from 1801 to 2199'],
    [4, '1066-05', 'a period from 1801 to 2199'],
  ]);
});

it('All cells of a wide row that cannot be read are told at once', () => {
  const text = 'Borough,Purpose,202401,202402,202403\nHackney,Reading,ten,7,-1\n';
  expect(faults(libraryVisitsDataset, text)).toEqual(['202401', '202403']);
});

it('The report has a line for each fault, and counts the row once', () => {
  const { rejected } = readText({
    dataset: tidy,
    text: tidyFile({ indicator: 'library-visits', area: 'Hackny', period: 'May', value: '1' }),
  });
  const lines = formatReport({ ...emptyReport('visits', 'a.csv', '2024-01-01'), rejected }).split('\n');
  expect(lines.filter((line) => line.includes('rejected, line 2'))).toHaveLength(2);
  expect(rejected).toHaveLength(1);
});
