import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, readPublished, readText } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './met-domestic-abuse.ts';

const path = 'policing/mps-other-crime-borough-201004-202105.csv';
const read = (...rows: readonly string[]) =>
  readText({ dataset, text: ['Borough,MajorText,MinorText,202006,202007', ...rows, ''].join('\r\n') });

it('keeps parts of domestic abuse beside the whole that they lie in', () => {
  const { draft } = read('Hackney,Hate,Domestic Abuse,300,310', 'Hackney,Hate,Domestic Abuse VWI,80,90');
  expect(cellsOf(draft, (series) => series.includes('E09000012'))).toEqual({
    'domestic-abuse-offences E09000012': '2020-06 300, 2020-07 310',
    'domestic-abuse-offences E09000012 subset=violence-with-injury': '2020-06 80, 2020-07 90',
  });
});

describe.skipIf(publishedFile(path) === null)('the published table', () => {
  it('has 134 months of domestic abuse, of boroughs and of the force', async () => {
    const { draft, rejected } = await readPublished(dataset, path);
    const cells = (cellsOf(draft)['domestic-abuse-offences E23000001'] ?? '').split(', ');
    expect([rejected, draft.series.size, cells.length, cells[80]]).toEqual([[], 99, 134, '2016-12 6216']);
  });
});
