import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './accident-and-emergency.ts';

const older = [
  'Period',
  'Org Code',
  'Parent Org',
  'Org name',
  'Number of A&E attendances Type 1',
  'Number of A&E attendances Type 2',
  'Number of A&E attendances Other A&E Department',
  'Number of attendances over 4hrs Type 1',
  'Number of attendances over 4hrs Type 2',
  'Number of attendances over 4hrs Other A&E Department',
  'Other emergency admissions',
].join(',');
const newer = [
  'Period',
  'Org Code',
  'Parent Org',
  'Org name',
  'A&E attendances Type 1',
  'A&E attendances Type 2',
  'A&E attendances Other A&E Department',
  'A&E attendances Booked Appointments Type 1',
  'Attendances over 4hrs Type 1',
  'Attendances over 4hrs Type 2',
  'Attendances over 4hrs Other Department',
].join(',');

const file = (...lines: readonly string[]) => [...lines, ''].join('\r\n');
const name = 'ae-monthly-2020-01.csv';
const read = (...lines: readonly string[]) => readText({ dataset, text: file(...lines), name });
const refusal = (saved: string, ...lines: readonly string[]) =>
  refusalOf({ dataset, text: file(...lines), name: saved });

const row = (code: string, parent: string, figures: string) =>
  `MSitAE-JANUARY-2020,${code},${parent},HOSPITAL ${code},${figures}`;
const inLondon = row('RA1', 'NHS ENGLAND LONDON', '900,20,80,90,2,8,5');
const elsewhere = row('RB2', 'NHS ENGLAND MIDLANDS (WEST MIDLANDS)', '100,0,20,10,0,2,5');

describe('the monthly table of attendances', () => {
  it('counts each kind of department and all of them, at the provider', () => {
    expect(cellsOf(read(older, inLondon).draft)).toEqual({
      'ae-attendances RA1 department=type-1': '2020-01 900',
      'ae-attendances RA1 department=type-2': '2020-01 20',
      'ae-attendances RA1 department=other': '2020-01 80',
      'ae-attendances RA1': '2020-01 1000',
      'ae-waits-over-four-hours RA1 department=type-1': '2020-01 90',
      'ae-waits-over-four-hours RA1 department=type-2': '2020-01 2',
      'ae-waits-over-four-hours RA1 department=other': '2020-01 8',
      'ae-waits-over-four-hours RA1': '2020-01 100',
    });
  });

  it('reads the headings of later years, and counts no booked appointments', () => {
    const line = 'MSitAE-JANUARY-2020,RA1,NHS ENGLAND LONDON,HOSPITAL,900,20,80,555,90,2,8';
    expect(cellsOf(read(newer, line).draft)).toMatchObject({
      'ae-attendances RA1 department=type-1': '2020-01 900',
      'ae-attendances RA1': '2020-01 1000',
      'ae-waits-over-four-hours RA1': '2020-01 100',
    });
  });

  it('keeps providers that report to London, and leaves out others and the total, however it is written', () => {
    const result = read(
      older,
      inLondon,
      row('RA2', 'NHS England London ', '1,0,0,0,0,0,0'),
      elsewhere,
      row('RB3', 'NHS ENGLAND SOUTH WEST ', '1,0,0,0,0,0,0'),
      ',,,Total,"1,002",20,100,100,2,10,10',
      'TOTAL,TOTAL,TOTAL,TOTAL,1002,20,100,100,2,10,10',
      ',,,,,,,,,,',
    );
    expect(outcomeOf(result)).toEqual({
      rowsRead: 7,
      rowsLoaded: 2,
      leftOut: { 'a provider outside London': 2, 'a total': 2, 'an empty row': 1 },
      keptOutside: {},
      rejected: [],
    });
  });

  it('states what each provider is called and to whom it reports', () => {
    const named = 'MSitAE-JANUARY-2020,RA1,NHS  ENGLAND LONDON ,"KING, QUEEN AND TRUST",1,0,0,0,0,0,0';
    expect([...read(older, named).draft.facts.values()]).toEqual([
      {
        kind: 'site',
        key: 'RA1',
        body: { id: 'RA1', name: 'KING, QUEEN AND TRUST', kind: 'provider', within: 'E12000007' },
      },
      {
        kind: 'provider-reporting',
        key: 'RA1',
        body: { provider: 'RA1', parentOrganisation: 'NHS ENGLAND LONDON' },
      },
    ]);
  });

  it('takes no wait at all in a busy month as not supplied, where there were attendances', () => {
    const { draft } = read(older, row('RA1', 'NHS ENGLAND LONDON', '1000,0,80,0,0,0,0'));
    expect(cellsOf(draft, (series) => series.startsWith('ae-waits'))).toEqual({
      'ae-waits-over-four-hours RA1 department=type-1': '2020-01 NOT_AVAILABLE',
      'ae-waits-over-four-hours RA1 department=type-2': '2020-01 0',
      'ae-waits-over-four-hours RA1 department=other': '2020-01 NOT_AVAILABLE',
      'ae-waits-over-four-hours RA1': '2020-01 NOT_AVAILABLE',
    });
    expect(draft.notices).toContain(
      'no wait over four hours in a whole month, so NOT_AVAILABLE: HOSPITAL RA1; not supplied, not zero',
    );
  });

  it('takes no wait in a quiet month as none', () => {
    const { draft } = read(older, row('RA1', 'NHS ENGLAND LONDON', '999,0,80,0,0,0,0'));
    expect(cellsOf(draft)).toMatchObject({ 'ae-waits-over-four-hours RA1': '2020-01 0' });
  });
});

describe('the total of the table', () => {
  it('is compared with the sum of the rows, those outside London too', () => {
    expect(refusal(name, older, inLondon, elsewhere, ',,,Total,1001,20,100,100,2,10,10')).toBe(
      'ae-monthly-2020-01.csv is not whole: in line 4 the total of "Number of A&E attendances Type 1" is 1001, and its rows add to another number; fetch it again',
    );
    expect(refusal(name, older, inLondon, elsewhere, ',,,Total,1000,20,100,100,2,10,10')).toBeNull();
  });

  it('is noticed where it is missing', () => {
    expect(read(older, inLondon).draft.notices).toEqual([
      'ae-monthly-2020-01.csv has no total: whether it is whole cannot be checked',
    ]);
  });

  it('does not hide a row that is rejected', () => {
    const { rejected } = read(older, row('RA1', 'NHS ENGLAND LONDON', '9OO,0,0,0,0,0,0'), ',,,Total,900,0,0,0,0,0,0');
    expect(rejected).toMatchObject([{ line: 2, column: 'Number of A&E attendances Type 1', found: '9OO' }]);
  });
});

describe('the month of the table', () => {
  it.each(['January2020.csv', 'ae_2020_01.csv', 'Jan-2020-AE-by-provider.csv', 'attendances.csv', 'ae-202001.csv'])(
    'is that of its rows, in a file named %s',
    (saved) => {
      expect(refusal(saved, older, inLondon)).toBeNull();
    },
  );

  it.each(['ae-monthly-2022-04.csv', 'April2022.csv'])('is refused in a file named %s', (saved) => {
    expect(refusal(saved, older, inLondon)).toBe(
      `${saved} is named as of 2022-04, and its rows are of 2020-01: check which month it holds, and rename it`,
    );
  });

  it.each([
    ['MSitAE-FEBRUARY-2020', 'has rows of MSitAE-JANUARY-2020, MSitAE-FEBRUARY-2020: expected those of one month'],
    ['', 'has rows of MSitAE-JANUARY-2020, : expected those of one month'],
  ])('is refused where another row is of %j', (period, sentence) => {
    const other = inLondon.replace('MSitAE-JANUARY-2020', period).replace('RA1', 'RA2');
    expect(refusal(name, older, inLondon, other)).toContain(sentence);
  });

  it.each(['MSitAE-2020', 'WSitAE-JANUARY-2020', '01/02/2020'])('is refused where every row is of %j', (period) => {
    expect(refusal(name, older, inLondon.replace('MSitAE-JANUARY-2020', period))).toContain(
      `has rows of the period "${period}": expected one like MSitAE-JANUARY-2020`,
    );
  });

  it.each(['JANUARY-2020', 'January 2020', '2020-01'])('may be written %j', (period) => {
    expect(refusal(name, older, inLondon.replace('MSitAE-JANUARY-2020', period))).toBeNull();
  });
});

describe('a row that cannot be read', () => {
  it.each([
    [row('RA1', 'NHS ENGLAND LONDON', '900,20,80,901,2,8,5'), 'Number of attendances over 4hrs Type 1', '901'],
    [row('RA1', 'NHS ENGLAND LONDON', '900,-,80,90,2,8,5'), 'Number of A&E attendances Type 2', '-'],
    [row('RA1', 'NHS ENGLAND LONDON', '900,,80,90,2,8,5'), 'Number of A&E attendances Type 2', ''],
    [row('RA1', 'NHS LONDON', '900,20,80,90,2,8,5'), 'Parent Org', 'NHS LONDON'],
    [row('R A1', 'NHS ENGLAND LONDON', '900,20,80,90,2,8,5'), 'Org Code', 'R A1'],
    ['MSitAE-JANUARY-2020,RA1,NHS ENGLAND LONDON,,900,20,80,90,2,8,5', 'Org name', ''],
  ])('is rejected: %s', (line, column, found) => {
    expect(read(older, line).rejected).toMatchObject([{ line: 2, column, found }]);
  });

  it('is rejected where it repeats a provider', () => {
    expect(read(older, inLondon, inLondon).rejected).toMatchObject([{ line: 3, column: null, found: 'RA1, type-1' }]);
  });

  it('is a file that is refused for a column that nobody has looked at', () => {
    expect(refusal(name, `${older},Same day care Type 1`, `${inLondon},7`)).toContain(
      'its column "Same day care Type 1" is unknown',
    );
  });
});

const published = {
  '2020-01': 'health/nhs-england-ae-monthly-2020-01.csv',
  '2022-04': 'health/nhs-england-ae-monthly-2022-04.csv',
};

describe.skipIf(publishedFile(published['2022-04']) === null)('the published tables', () => {
  // That it is read at all says that each served column adds to the table's own total.
  it.each([
    [published['2020-01'], { rowsRead: 232, rowsLoaded: 31, outside: 200 }],
    [published['2022-04'], { rowsRead: 205, rowsLoaded: 26, outside: 178 }],
  ])('hold the providers of London: %s', async (path, { rowsRead, rowsLoaded, outside }) => {
    expect(outcomeOf(await readPublished(dataset, path))).toEqual({
      rowsRead,
      rowsLoaded,
      leftOut: { 'a provider outside London': outside, 'a total': 1 },
      keptOutside: {},
      rejected: [],
    });
  });

  it.each(Object.values(published))('have two trusts of London that supplied no waits: %s', async (path) => {
    const { draft } = await readPublished(dataset, path);
    const unsupplied = Object.entries(cellsOf(draft)).filter(([, cell]) => cell.includes('NOT_AVAILABLE'));
    expect(unsupplied.map(([series]) => series).toSorted()).toEqual([
      'ae-waits-over-four-hours RQM',
      'ae-waits-over-four-hours RQM department=other',
      'ae-waits-over-four-hours RQM department=type-1',
      'ae-waits-over-four-hours RYJ',
      'ae-waits-over-four-hours RYJ department=other',
      'ae-waits-over-four-hours RYJ department=type-1',
      'ae-waits-over-four-hours RYJ department=type-2',
    ]);
  });

  it('have 9,722 attendances of type 1 at the Homerton in April 2022', async () => {
    const { draft } = await readPublished(dataset, published['2022-04']);
    expect(cellsOf(draft)['ae-attendances RQX department=type-1']).toBe('2022-04 9722');
  });
});

/** The headings of the sheet of 2025: three kinds of department, three times, each with a total behind. */
const three = ['Type 1 Departments - Major A&E', 'Type 2 Departments - Single Specialty', 'Type 3 Departments - Other'];
const sheet = [
  'Code,Region,Name',
  ...[three, 'Total attendances', three, 'Total Attendances < 4 hours', three, 'Total Attendances > 4 hours'].flat(),
  'Percentage in 4 hours or less (all)',
].join(',');
const sheetName = 'nhs-england-ae-provider-2025-05.csv';
const readSheet = (...lines: readonly string[]) => readText({ dataset, text: lines.join('\n'), name: sheetName });
const ofSheet =
  'RA1,NHS England London,Hospital,"10,000",0,50,"10,050","9,000",0,30,"9,030","1,000",0,20,"1,020",89.85%';

describe('the sheet of 2025', () => {
  it('is told apart by the total behind each three kinds of department, and is of the month of its name', () => {
    const expected = {
      'ae-attendances RA1 department=type-1': '2025-05 10000',
      'ae-attendances RA1 department=type-2': '2025-05 0',
      'ae-attendances RA1 department=other': '2025-05 50',
      'ae-attendances RA1': '2025-05 10050',
      'ae-waits-over-four-hours RA1 department=type-1': '2025-05 1000',
      'ae-waits-over-four-hours RA1 department=type-2': '2025-05 0',
      'ae-waits-over-four-hours RA1 department=other': '2025-05 20',
      'ae-waits-over-four-hours RA1': '2025-05 1020',
    };
    expect(cellsOf(readSheet(sheet, ofSheet).draft)).toEqual(expected);
    // In April 2025 a program had made a nought of each dash, and left out the separators of thousands.
    const april = [
      sheet.replaceAll(' - ', ' 0 '),
      'RA1,NHS England London,Hospital,10000,0,50,10050,9000,0,30,9030,1000,0,20,1020,89.9',
    ];
    expect(cellsOf(readSheet(...april).draft)).toEqual(expected);
  });

  it('leaves out other regions, and takes a percentage of nothing for none', () => {
    const others = [
      'RB1,NHS England South West ,Elsewhere,1,0,0,1,1,0,0,1,0,0,0,0,100.00%',
      'RA2,NHS England London,Closed,0,0,0,0,0,0,0,0,0,0,0,0,-',
    ];
    expect(outcomeOf(readSheet(sheet, ...others))).toMatchObject({
      rowsLoaded: 1,
      leftOut: { 'a provider outside London': 1 },
      rejected: [],
    });
  });

  it('rejects a row whose parts are not the whole', () => {
    expect(readSheet(sheet, ofSheet.replace('"9,000"', '"9,001"')).rejected).toMatchObject([
      { line: 2, column: 'Attendances, type 1', found: '10,000' },
    ]);
    expect(readSheet(sheet, ofSheet.replace('"10,050"', '"10,051"')).rejected).toMatchObject([
      { line: 2, column: 'Total attendances', found: '10,051' },
    ]);
  });

  it.each(['attendances.csv', 'ae-2025-04-and-2025-05.csv'])('is refused in a file named %s', (saved) => {
    expect(refusal(saved, sheet, ofSheet)).toContain(`${saved} does not say its month`);
  });

  it('is refused where a block has no total', () => {
    expect(refusal(sheetName, sheet.replace(',Total Attendances > 4 hours', ',Another total'), ofSheet)).toContain(
      'without a total of three kinds of department behind it',
    );
  });
});

const sheets = ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map(
  (month) => `health/nhs-england-ae-provider-2025-${month}.csv`,
);

describe.skipIf(publishedFile(sheets[0] ?? '') === null)('the published sheets of 2025', () => {
  it('have 26 providers of London to September and 25 from October, whose sums all hold', async () => {
    const reads = await Promise.all(sheets.map((path) => readPublished(dataset, path)));
    expect(reads.map(({ rowsLoaded }) => rowsLoaded)).toEqual([26, 26, 26, 26, 26, 26, 25, 25, 25]);
    expect(reads.flatMap(({ rejected, notices }) => [...rejected, ...notices])).toEqual([]);
    const cells = reads.map(({ draft }) => cellsOf(draft));
    expect(cells[1]?.['ae-attendances RJ1']).toBe('2025-05 18092');
    expect(cells[8]?.['ae-waits-over-four-hours RJ2 department=type-1']).toBe('2025-12 7768');
  });
});
