import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset, recordedCrimeWard } from './mps-recorded-crime-ward.ts';

const headings = 'MajorText,MinorText,WardName,WardCode,LookUp_BoroughName,202402,202403';
const read = (...rows: readonly string[]) => readText({ dataset, text: [headings, ...rows, ''].join('\n') });

describe('the table of offences by ward', () => {
  it('counts by ward code: names repeat across boroughs', () => {
    const { draft } = read(
      'THEFT,SHOPLIFTING,Abbey,E05014053,Barking and Dagenham,3,4',
      'THEFT,SHOPLIFTING,Abbey,E05013805,Merton,10,20',
      'NFIB FRAUD,NFIB,Abbey,E05013805,Merton,7,7',
    );
    expect(cellsOf(draft, (series) => !series.includes('offence'))).toEqual({
      'recorded-crime-ward E05014053': '2024-02 3, 2024-03 4',
      'recorded-crime-ward E05013805': '2024-02 10, 2024-03 20',
    });
  });

  it('adds up a ward that stands under its borough and under aviation security', () => {
    const { draft, rejected } = read(
      'THEFT,SHOPLIFTING,Heathrow Villages,E05013570,Aviation Security (SO18),100,200',
      'THEFT,SHOPLIFTING,Heathrow Villages,E05013570,Hillingdon,1,2',
    );
    expect(rejected).toEqual([]);
    expect(cellsOf(draft)).toEqual({
      'recorded-crime-ward E05013570 offence=shoplifting;offence-group=theft': '2024-02 101, 2024-03 202',
      'recorded-crime-ward E05013570 offence-group=theft': '2024-02 101, 2024-03 202',
      'recorded-crime-ward E05013570': '2024-02 101, 2024-03 202',
    });
  });

  it('rejects a second row of an offence under the same borough', () => {
    const { draft, rejected } = read(
      'THEFT,SHOPLIFTING,Heathrow Villages,E05013570,Hillingdon,1,2',
      'Theft,Shoplifting,Heathrow Villages,E05013570,HILLINGDON,1,2',
    );
    expect(rejected.map(({ line, expected }) => `${line}: ${expected}`)).toEqual([
      '3: one row for each place and offence, and line 2 has this one already',
    ]);
    expect(cellsOf(draft)['recorded-crime-ward E05013570']).toBe('2024-02 1, 2024-03 2');
  });

  it('takes violence without injury for the wider offence, unless stalking and harassment have a row of their own', () => {
    const violence = 'VIOLENCE AGAINST THE PERSON,VIOLENCE WITHOUT INJURY,Abbey,E05014053,Barking and Dagenham,3,4';
    const stalking = 'VIOLENCE AGAINST THE PERSON,STALKING AND HARASSMENT,Abbey,E05014053,Barking and Dagenham,1,1';
    const idOf = (...rows: readonly string[]) => Object.keys(cellsOf(read(...rows).draft))[0]?.split(/[ ;=]/)[3];
    expect(idOf(violence)).toBe('violence-without-injury-with-stalking-and-harassment');
    expect(idOf(violence, stalking)).toBe('violence-without-injury');
  });

  it('rejects what contradicts itself, with the line and the column', () => {
    const result = read(
      'THEFT,SHOPLIFTING,Abbey,E05014053,Barking and Dagenham,3,4',
      'THEFT,OTHER THEFT,Abbot,E05014053,Barking and Dagenham,3,4',
      'THEFT,OTHER THEFT,Abbey,E05014053,Merton,3,4',
      'THEFT,OTHER THEFT,Abbey,E0501405,Barking and Dagenham,3,4',
      'THEFT,OTHER THEFT,Abbey,E09000002,Barking and Dagenham,3,4',
      'THEFT,OTHER THEFT,Abbey,,Barking and Dagenham,3,4',
      'THEFT,OTHER THEFT,,E05014054,Barking and Dagenham,3,4',
      'THEFT,OTHER THEFT,Alibon,E05014054,Barking,3,4',
      'THEFT,OTHER THEFT,Alibon,E05014054,Barkin,3,4',
      'THEFT,SHOPLIFTING,Alibon,E05014054,City of London,3,4',
      'THEFT,SHOPLIFTING,Aldersgate,E05009288,Barking and Dagenham,3,4',
      'THEFT,PIRACY,Alibon,E05014054,Barking and Dagenham,3,4',
      'THEFT,SHOPLIFTING,Alibon,E05014054,Barking and Dagenham,3,x',
    );
    expect(outcomeOf(result)).toEqual({
      rowsRead: 13,
      // The first, and "Barking", which is another name of its borough.
      rowsLoaded: 2,
      leftOut: {},
      keptOutside: {},
      rejected: [
        'line 3, WardName: Abbot',
        'line 4, LookUp_BoroughName: Merton',
        'line 5, WardCode: E0501405',
        'line 6, WardCode: E09000002',
        'line 7, WardCode: ',
        'line 8, WardName: ',
        'line 10, LookUp_BoroughName: Barkin',
        'line 11, LookUp_BoroughName: City of London',
        'line 12, WardCode: E05009288',
        'line 13, MinorText: PIRACY',
        'line 14, 202403: x',
      ],
    });
  });

  it('rejects a ward of another year, with a sentence that says so', () => {
    // Barnet had this code until May 2022.
    const result = read('THEFT,SHOPLIFTING,Brunswick Park,E05000040,Barnet,3,4');
    expect(result.rejected).toMatchObject([
      {
        column: 'WardCode',
        found: 'E05000040',
        expected: 'a ward of London since May 2022: wards of other years cannot stand in one series with it',
      },
    ]);
  });

  it('keeps what lies in no ward outside', () => {
    const result = read('THEFT,SHOPLIFTING,,,Unknown,3,4');
    expect(outcomeOf(result)).toMatchObject({ rowsLoaded: 0, keptOutside: { 'Unknown: in no ward': 1 }, rejected: [] });
  });

  it('reads newer headings in any order', () => {
    const text =
      'WardCode,Ward Name,SubGroup,Group,Borough Name,2024-04\nE05014053,Abbey,Shoplifting,Theft,Barking and Dagenham,9\n';
    expect(cellsOf(readText({ dataset, text }).draft)['recorded-crime-ward E05014053']).toBe('2024-04 9');
  });

  it('notices boroughs without a ward, which a file that was cut between two rows lacks', () => {
    expect(read('THEFT,SHOPLIFTING,Abbey,E05014053,Barking and Dagenham,3,4').draft.notices).toEqual([
      expect.stringMatching(/^no row for a ward of Barnet, Bexley, .*Westminster: is the file complete\?$/),
    ]);
  });

  it('refuses the table of boroughs, and a cut one', () => {
    expect(
      refusalOf({ dataset, text: 'MajorText,MinorText,BoroughName,202401\nTheft,Shoplifting,Hackney,1\n' }),
    ).toContain('not the Metropolitan Police table of offences by ward, because it has no column "WardName"');
    expect(refusalOf({ dataset, text: `${headings}\nTHEFT,SHOPLIFTING,Abbey,E05014053,Merton,3` })).toContain(
      'line 2 has another number of cells than the headings',
    );
  });
});

const path = 'policing/mps-ward-level-crime-recent-202304-202503.csv';

describe.skipIf(publishedFile(path) === null)('the published ward file', () => {
  it('is read to the last row, into 679 wards that add up to its cells without NFIB fraud', async () => {
    const { draft, ...counts } = await readPublished(dataset, path);
    expect(outcomeOf({ draft, ...counts })).toEqual({
      rowsRead: 17_901,
      rowsLoaded: 17_901,
      leftOut: {},
      keptOutside: {},
      rejected: [],
    });
    const totals = [...draft.series.values()].filter(({ dimensionKey }) => dimensionKey === '');
    expect(totals).toHaveLength(679);
    expect(totals.every(({ readings }) => readings.size === 24)).toBe(true);
    const values = totals.flatMap(({ readings }) => [...readings.values()].map(({ value }) => value ?? 0));
    // Added up from the cells of the file with a spreadsheet, rows of NFIB FRAUD left out.
    expect(values.reduce((sum, value) => sum + value, 0)).toBe(1_800_814);
    // Heathrow Villages in April 2023: 1 other theft under aviation security and 55 under Hillingdon.
    const otherTheft = 'recorded-crime-ward E05013570 offence=other-theft;offence-group=theft';
    expect(cellsOf(draft, (series) => series === otherTheft)[otherTheft]).toMatch(/^2023-04 56,/);
    // The borough file has other totals: it is another edition, and some offences have no ward. They are not reconciled.
    expect(totals.filter(({ place }) => recordedCrimeWard.notMeasuredIn?.[place] !== undefined)).toEqual([]);
  });
});
