import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { metropolitanArea, metropolitanBoroughs } from '../force-areas.ts';
import { dataset } from './mps-recorded-crime-borough.ts';

const read = (text: string) => readText({ dataset, text });
const refusal = (text: string) => refusalOf({ dataset, text });
const inHackney = (series: string) => series.startsWith('recorded-crime E09000012');

const headings = 'MajorText,MinorText,LookUp_BoroughName,202206,202207';
const file = (...rows: readonly string[]) => [headings, ...rows, ''].join('\n');

describe('the table of offences by borough', () => {
  it('counts each offence, its group and all offences', () => {
    const { draft } = read(
      file(
        'Theft,Shoplifting,Hackney,10,20',
        'Theft,Bicycle Theft,Hackney,1,2',
        'Robbery,Robbery of Personal Property,Hackney,100,0',
      ),
    );
    // 10 + 1 + 100 and 20 + 2 + 0.
    expect(cellsOf(draft, inHackney)).toEqual({
      'recorded-crime E09000012 offence=shoplifting;offence-group=theft': '2022-06 10, 2022-07 20',
      'recorded-crime E09000012 offence=bicycle-theft;offence-group=theft': '2022-06 1, 2022-07 2',
      'recorded-crime E09000012 offence-group=theft': '2022-06 11, 2022-07 22',
      'recorded-crime E09000012 offence=robbery-of-personal-property;offence-group=robbery': '2022-06 100, 2022-07 0',
      'recorded-crime E09000012 offence-group=robbery': '2022-06 100, 2022-07 0',
      'recorded-crime E09000012': '2022-06 111, 2022-07 22',
    });
  });

  it('marks every total that misses a row which was rejected, and no other', () => {
    const { draft, rest, rejected } = read(
      file(
        ...metropolitanBoroughs.map((code) => `Theft,Shoplifting,${nameOf(code)},10,20`),
        'Theft,Theft of Tea,Hackney,1,2',
      ),
    );
    const total = (place: string) => cellsOf(draft)[`recorded-crime ${place}`];
    expect([rest, rejected.length]).toEqual(['too-low', 1]);
    expect(['E09000012', 'E09000007', metropolitanArea].map(total)).toEqual([
      '2022-06 10 PARTIAL_COVERAGE, 2022-07 20 PARTIAL_COVERAGE',
      '2022-06 10, 2022-07 20',
      '2022-06 320 PARTIAL_COVERAGE, 2022-07 640 PARTIAL_COVERAGE',
    ]);
  });

  it('marks the totals of every borough where a row that was rejected does not say of which it is', () => {
    const { draft } = read(file('Theft,Shoplifting,Hackney,10,20', 'Theft,Shoplifting,Hackny,30,40'));
    expect(cellsOf(draft, inHackney)['recorded-crime E09000012']).toContain('2022-06 10 PARTIAL_COVERAGE');
  });

  it.each([
    'Group,SubGroup,Borough',
    'OFFENCE GROUP,Offence Subgroup,Borough_SNT',
    'Major Category,Minor Category,Look Up Borough Name',
  ])('knows the columns as %s', (columns) => {
    const { draft } = read(`${columns},Jun-22,2022-07-01\nTheft,Shoplifting,Hackney,10,20\n`);
    expect(cellsOf(draft, inHackney)['recorded-crime E09000012']).toBe('2022-06 10, 2022-07 20');
  });

  it('leaves fraud that was passed on out of all offences', () => {
    const { draft } = read(file('NFIB FRAUD,NFIB,Hackney,5,6', 'FRAUD AND FORGERY,FRAUD AND FORGERY,Hackney,1,0'));
    expect(cellsOf(draft, inHackney)).toMatchObject({
      'recorded-crime E09000012': '2022-06 1, 2022-07 0',
      'recorded-crime E09000012 offence-group=fraud-reported-to-nfib': '2022-06 5, 2022-07 6',
      'recorded-crime E09000012 offence-group=fraud-and-forgery': '2022-06 1, 2022-07 0',
    });
  });

  it('keeps airports and places unknown outside boroughs, and counts them for the force', () => {
    const boroughs = metropolitanBoroughs.map((code) => `Theft,Shoplifting,${nameOf(code)},1,2`);
    const result = read(
      file(
        ...boroughs,
        'Theft,Shoplifting,London Heathrow and London City Airports,100,0',
        'Theft,Shoplifting,Unknown,0,1000',
      ),
    );
    expect(outcomeOf(result)).toEqual({
      rowsRead: 34,
      rowsLoaded: 32,
      leftOut: {},
      keptOutside: {
        'London Heathrow and London City Airports: counted for the force, in no borough': 1,
        'Unknown: counted for the force, in no borough': 1,
      },
      rejected: [],
    });
    // 32 boroughs with 1 and 2, and what lies in none: 32 + 100 and 64 + 1000.
    expect(cellsOf(result.draft, (series) => series.endsWith(metropolitanArea))).toEqual({
      'recorded-crime E23000001': '2022-06 132, 2022-07 1064',
    });
    expect(result.draft.notices).toEqual([]);
  });

  it('adds up no figures of the force where a borough has no row, and names the boroughs', () => {
    const { draft } = read(file('Theft,Shoplifting,Hackney,10,20', 'Theft,Shoplifting,Unknown,1,1'));
    expect(cellsOf(draft)).toMatchObject({
      'recorded-crime E09000012': '2022-06 10, 2022-07 20',
      'recorded-crime E23000001': '2022-06 NOT_AVAILABLE, 2022-07 NOT_AVAILABLE',
      'recorded-crime E23000001 offence-group=theft': '2022-06 NOT_AVAILABLE, 2022-07 NOT_AVAILABLE',
    });
    expect(draft.notices).toEqual([
      expect.stringMatching(/^no row for Barking and Dagenham, Barnet, .*Westminster$/),
      'recorded-crime of Metropolitan Police is not worked out: it would rest on 1 of 32 boroughs of the force, and all are needed',
    ]);
  });

  it('takes violence without injury for the wider offence where stalking and harassment have no row of their own', () => {
    const old = read(file('Violence Against the Person,Violence without Injury,Hackney,7,8')).draft;
    expect(Object.keys(cellsOf(old, inHackney))[0]).toBe(
      'recorded-crime E09000012 offence=violence-without-injury-with-stalking-and-harassment;offence-group=violence-against-the-person',
    );
    const apart = read(
      file(
        'Violence Against the Person,Violence without Injury,Hackney,7,8',
        'Violence Against the Person,Stalking and Harassment,Hackney,1,1',
      ),
    ).draft;
    expect(Object.keys(cellsOf(apart, inHackney))[0]).toBe(
      'recorded-crime E09000012 offence=violence-without-injury;offence-group=violence-against-the-person',
    );
    const newEdition =
      'MajorText,MinorText,BoroughName,202401\nVIOLENCE AGAINST THE PERSON,VIOLENCE WITHOUT INJURY,Hackney,7\n';
    expect(Object.keys(cellsOf(read(newEdition).draft, inHackney))[0]).toBe(
      'recorded-crime E09000012 offence=violence-without-injury;offence-group=violence-against-the-person',
    );
  });

  it('knows an offence by each label that an edition gave it, cut off at 50 characters or not', () => {
    const { draft, rejected } = read(
      file(
        'Drug Offences,Drug Trafficking,Hackney,1,1',
        'Miscellaneous Crimes Against Society,"Disclosure, Obstruction, False or Misleading State",Hackney,1,1',
        'Public Order Offences,"Racially or Religiously Aggravated Public Fear, Alarm or Distress",Hackney,1,1',
        'Historical Fraud and Forgery,Historical Fraud and Forgery,Hackney,1,1',
      ),
    );
    expect(rejected).toEqual([]);
    expect(Object.keys(cellsOf(draft, (series) => inHackney(series) && series.includes('offence=')))).toEqual([
      'recorded-crime E09000012 offence=trafficking-of-drugs;offence-group=drug-offences',
      'recorded-crime E09000012 offence=disclosure-obstruction-false-or-misleading-state;offence-group=miscellaneous-crimes-against-society',
      'recorded-crime E09000012 offence=race-or-religious-agg-public-fear;offence-group=public-order-offences',
      'recorded-crime E09000012 offence=historical-fraud-and-forgery;offence-group=fraud-and-forgery',
    ]);
  });

  it('rejects what it does not know, with the line, the column and what was there', () => {
    const result = read(
      file(
        'Theft,Shoplifting,Hackny,1,1',
        'Theft,Shoplifting,City of London,1,1',
        'Theft,Piracy,Hackney,1,1',
        'Treason,Treason,Hackney,1,1',
        'Theft,Burglary in a Dwelling,Hackney,1,1',
        'Theft,Shoplifting,Hackney,1,',
        'Theft,Shoplifting,Hackney,-1,1',
        'Theft,Shoplifting,Hackney,1.5,1',
        'Theft,Shoplifting,Hackney,n/a,1',
        'Theft,Shoplifting,Hackney,5%,1',
        'Theft,Shoplifting,Total,1,1',
      ),
    );
    expect(outcomeOf(result)).toMatchObject({
      rowsLoaded: 0,
      rejected: [
        'line 2, LookUp_BoroughName: Hackny',
        'line 3, LookUp_BoroughName: City of London',
        'line 4, MinorText: Piracy',
        'line 5, MajorText: Treason',
        'line 6, MinorText: Burglary in a Dwelling',
        'line 7, 202207: ',
        'line 8, 202206: -1',
        'line 9, 202206: 1.5',
        'line 10, 202206: n/a',
        'line 11, 202206: 5%',
        'line 12, LookUp_BoroughName: Total',
      ],
    });
    expect(result.rejected[0]?.candidates).toContain('Hackney');
    expect(result.rejected[2]?.candidates).toContain('Shoplifting');
  });

  it('rejects a second row of an offence in a place, and of one outside boroughs, and says where the first is', () => {
    const result = read(
      file(
        'Theft,Shoplifting,Hackney,1,1',
        'THEFT,SHOPLIFTING,London Borough of Hackney,1,1',
        'Theft,Shoplifting,Unknown,1,1',
        'Theft,Shoplifting,UNKNOWN,1,1',
      ),
    );
    expect(result.rejected.map(({ line, expected }) => `${line}: ${expected}`)).toEqual([
      '3: one row for each place and offence, and line 2 has this one already',
      '5: one row for each place and offence, and line 4 has this one already',
    ]);
    expect(cellsOf(result.draft, inHackney)['recorded-crime E09000012']).toBe('2022-06 1, 2022-07 1');
  });

  it('reads an ONS code beside the name, and rejects one of another borough', () => {
    const coded = 'Code,MajorText,MinorText,BoroughName,202401\n';
    expect(read(`${coded}E09000012,Theft,Shoplifting,Hackney,1\n`).rowsLoaded).toBe(1);
    expect(outcomeOf(read(`${coded}E09000013,Theft,Shoplifting,Hackney,1\n`))).toMatchObject({
      rejected: ['line 2, Code: E09000013'],
    });
  });

  it('covers the months of its headings alone', () => {
    const { draft } = read('MajorText,MinorText,BoroughName,202401,202403\nTheft,Shoplifting,Hackney,1,3\n');
    expect(cellsOf(draft, inHackney)['recorded-crime E09000012']).toBe('2024-01 1, 2024-03 3');
    expect([...draft.covered.values()].map(({ size }) => size)).toEqual([2]);
  });

  it('refuses a file of another kind with a sentence that says what to look at', () => {
    expect(refusal('Month,Offences\n2024-01,5\n')).toContain(
      'it has no column "MajorText", "MinorText", "LookUp_BoroughName"',
    );
    expect(refusal('MajorText,MinorText,BoroughName,202413\nTheft,Shoplifting,Hackney,1\n')).toContain(
      'its column "202413" is unknown (expected a month such as 202401',
    );
    expect(refusal('MajorText,MinorText,BoroughName,202401,Jan-24\nTheft,Shoplifting,Hackney,1,1\n')).toContain(
      'two columns are for 2024-01',
    );
    expect(refusal('MajorText,MinorText,BoroughName,Borough,202401\nTheft,Shoplifting,Hackney,Hackney,1\n')).toContain(
      'two headings mean the same',
    );
    expect(
      refusal('MajorText,MinorText,WardName,WardCode,BoroughName,202401\nTheft,Shoplifting,A,E05009370,Hackney,1\n'),
    ).toContain('its column "WardName", "WardCode" is unknown');
  });
});

const nameOf = (code: string) => areaByCode(code)?.name ?? code;

const editions = [
  {
    path: 'policing/mps-borough-level-crime-historical-201004-202107.csv',
    rows: 1725,
    outside: 47,
    months: 136,
    hackney: '2019-06 2836',
  },
  {
    path: 'policing/mps-borough-level-crime-recent-202108-202307.csv',
    rows: 1575,
    outside: 37,
    months: 24,
    hackney: '2023-07 2816',
  },
  {
    path: 'policing/mps-borough-level-crime-recent-202312-202511.csv',
    rows: 1056,
    outside: 58,
    months: 24,
    hackney: '2025-11 2562',
  },
];

describe.each(editions)('the published file $path', ({ path, rows, outside, months, hackney }) => {
  it.skipIf(publishedFile(path) === null)(
    'is read to the last row, and boroughs and what lies outside make the force',
    async () => {
      const { draft, ...result } = await readPublished(dataset, path);
      expect({ ...outcomeOf({ draft, ...result }), keptOutside: 0 }).toEqual({
        rowsRead: rows,
        rowsLoaded: rows - outside,
        leftOut: {},
        keptOutside: 0,
        rejected: [],
      });
      expect(draft.notices).toEqual([]);
      const totals = [...draft.series.values()].filter(({ dimensionKey }) => dimensionKey === '');
      expect(totals.map(({ place }) => place).sort()).toEqual([...metropolitanBoroughs, metropolitanArea].sort());
      expect(totals.every(({ readings }) => readings.size === months)).toBe(true);
      expect(cellsOf(draft, inHackney)['recorded-crime E09000012']?.split(', ')).toContain(hackney);
    },
  );

  it.skipIf(publishedFile(path) === null)(
    'has totals that are the sums of its own cells, NFIB fraud aside',
    async () => {
      const { draft } = await readPublished(dataset, path);
      // The sum of every cell of the file, independently of the reader: nothing is counted twice or lost.
      const sumOf = (isWanted: (key: string) => boolean, place: (code: string) => boolean) =>
        [...draft.series.values()]
          .filter((series) => isWanted(series.dimensionKey) && place(series.place))
          .flatMap(({ readings }) => [...readings.values()])
          .reduce((sum, { value }) => sum + (value ?? 0), 0);
      const isForce = (code: string) => code === metropolitanArea;
      const all = sumOf((key) => key === '', isForce);
      const offences = sumOf((key) => key.includes('offence=') && !key.includes('nfib'), isForce);
      const groups = sumOf((key) => /^offence-group=/.test(key) && !key.includes('nfib'), isForce);
      expect({ offences, groups }).toEqual({ offences: all, groups: all });
      expect(all).toBe(await sumOfCells(path));
    },
  );
});

/** Adds up the cells of the file by splitting its text: quoted commas stand only before the counts. */
async function sumOfCells(path: string): Promise<number> {
  const text = await readFile(publishedFile(path) ?? '', 'utf8');
  const [head = '', ...lines] = text.trim().split('\n');
  const months = head.split(',').length - 3;
  return lines
    .filter((line) => !line.startsWith('NFIB'))
    .flatMap((line) => line.split(',').slice(-months))
    .reduce((sum, cell) => sum + Number(cell), 0);
}
