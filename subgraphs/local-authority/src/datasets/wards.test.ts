import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './wards.ts';

const headings = 'WD23CD, WardName,WD23NMW,LAD23CD,LAD23NM,LAD23NMW,ObjectId';
const file = (...rows: readonly string[]) => `\uFEFF${[headings, ...rows, ''].join('\r\n')}`;
const ward = 'E05009367,Brownswood,,E09000012,Hackney,,1';

describe('the lookup of wards', () => {
  it('gives the wards of London with their boroughs, under whatever heading their names stand', () => {
    const other = file(ward).replace(' WardName', 'WD23NM');
    for (const text of [file(ward), other])
      expect([...readText({ dataset, text }).draft.facts.values()]).toEqual([
        { kind: 'ward', key: 'E05009367', body: { code: 'E05009367', name: 'Brownswood', borough: 'E09000012' } },
      ]);
  });

  it('leaves out wards elsewhere in the United Kingdom, and says of which boroughs it has none', () => {
    const elsewhere = [
      'W05000981,Aethwy,Aethwy,W06000001,Isle of Anglesey,Ynys Môn,2',
      'S13002516,North Coast,,S12000033,Aberdeen City,,3',
    ];
    const read = readText({ dataset, text: file(ward, ...elsewhere) });
    expect(outcomeOf(read)).toMatchObject({ rowsLoaded: 1, leftOut: { 'outside London': 2 }, rejected: [] });
    expect(read.draft.notices).toEqual([expect.stringMatching(/^no ward of City of London/)]);
  });

  it.each([
    ['a ward twice', file(ward, ward), 3, 'WD23CD'],
    ['a ward of Wales in a borough', file(ward.replace('E05', 'W05')), 2, 'WD23CD'],
    ['a ward without a name', file(ward.replace('Brownswood', '')), 2, ' WardName'],
    ['a borough under the name of another', file(ward.replace('Hackney', 'Barnet')), 2, 'LAD23NM'],
    ['a borough under a code that none has', file(ward.replace('E09000012', 'E09000034')), 2, 'LAD23CD'],
    ['a text that is no code', file(ward.replace('E09000012,Hackney', 'x,Leeds')), 2, 'LAD23CD'],
  ])('rejects %s', (_what, text, line, column) => {
    expect(readText({ dataset, text }).rejected).toMatchObject([{ line, column }]);
  });

  it('is refused where it is of two years', () => {
    expect(refusalOf({ dataset, text: file(ward).replace('LAD23CD', 'LAD22CD'), name: 'wards.csv' })).toContain(
      'wards.csv is of 2023 by one heading and of 2022',
    );
    expect(refusalOf({ dataset, text: file(ward), name: 'Lookup_(December_2022).csv' })).toContain(
      'of 2022 by its name',
    );
    expect(refusalOf({ dataset, text: file(ward), name: 'Lookup_(December_2023).csv' })).toBeNull();
  });
});

const path = 'local-authority/ward-to-lad-lookup-2023-12-uk.csv';

describe.skipIf(publishedFile(path) === null)('the published lookup of December 2023', () => {
  it('has 704 wards in 33 boroughs', async () => {
    const read = await readPublished(dataset, path);
    expect(outcomeOf(read)).toEqual({
      rowsRead: 8441,
      rowsLoaded: 704,
      leftOut: { 'outside London': 7737 },
      keptOutside: {},
      rejected: [],
    });
    expect([read.draft.facts.size, read.draft.notices]).toEqual([704, []]);
  });
});
