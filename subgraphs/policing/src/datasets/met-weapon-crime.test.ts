import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, readPublished, readText } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './met-weapon-crime.ts';

const path = 'policing/mps-other-crime-borough-201004-202105.csv';
const read = (...rows: readonly string[]) =>
  readText({ dataset, text: ['Borough,MajorText,MinorText,202006,202007', ...rows, ''].join('\r\n') });

it('keeps knife crime with injury beside the whole that it lies in, and shots beside gun crime', () => {
  const { draft } = read(
    'Hackney,Special,Knife Crime,30,31',
    'Hackney,Special,Knife Crime With Injury,9,8',
    'Hackney,Special,Gun Crime,4,5',
    'Hackney,Special,Gun Crime Lethal Barrelled Discharged,1,0',
  );
  expect(cellsOf(draft, (series) => series.includes('E09000012'))).toEqual({
    'knife-crime E09000012': '2020-06 30, 2020-07 31',
    'knife-crime E09000012 subset=with-injury': '2020-06 9, 2020-07 8',
    'gun-crime E09000012': '2020-06 4, 2020-07 5',
    'lethal-barrelled-discharges E09000012': '2020-06 1, 2020-07 0',
  });
});

describe.skipIf(publishedFile(path) === null)('the published table', () => {
  it('has 134 months of knife and gun crime and its parts, of boroughs and of the force', async () => {
    const { draft, rejected } = await readPublished(dataset, path);
    const cells = (cellsOf(draft)['lethal-barrelled-discharges E23000001'] ?? '').split(', ');
    // Six kinds in 32 boroughs and the force.
    expect([rejected, draft.series.size, cells.length, cells[122]]).toEqual([[], 198, 134, '2020-06 39']);
  });
});
