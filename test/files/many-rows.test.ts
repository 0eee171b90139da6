import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { readText } from '@boroughgraph/test/support/read-text.ts';
import { emptyReport, formatReport } from '@boroughgraph/kit/loading/report.ts';
import { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { expect, it } from 'vitest';

const dataset = { ...libraryVisitsDataset, formats: [], indicators: [libraryVisits] };
const rows = (count: number, row: (index: number) => string) =>
  `indicator,area,period,value\n${Array.from({ length: count }, (_, index) => `${row(index)}\n`).join('')}`;

it('Of many rejected rows the first are told, and all are counted', () => {
  const { rowsRejected, rejected } = readText({ dataset, text: rows(1_500, () => 'library-visits,Hackney,May,1') });
  expect([rowsRejected, rejected.length]).toEqual([1_500, 1_000]);
  const report = formatReport({ ...emptyReport('visits', 'a.csv', '2024-01-01'), rowsRejected, rejected });
  expect(report.split('\n').at(-1)).toBe('  … and 1,480 more');
});

it('A file of more figures than are held at once is refused with the limit, and with what to do', () => {
  const draft = new ReleaseDraft(2);
  const keep = (ordinal: number) => {
    draft.stage({
      indicator: libraryVisits,
      place: 'E09000012',
      cells: [{ ordinal, reading: { value: 1, status: 'PUBLISHED' } }],
    });
    draft.keepRow();
  };
  keep(24_000);
  keep(24_001);
  expect(() => {
    keep(24_002);
  }).toThrow(
    'the file has more than 2 figures, the most that are loaded at once: load it in parts, such as a file for each year or for some boroughs; each part answers for its own periods and areas',
  );
});
