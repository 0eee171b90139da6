import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './police-uk-street-crime.ts';

const lsoas = `geography code,Local Authority District code (2019)
E01000001,E09000001
E01000002,E09000001
E01000910,E09000007
E01015000,E06000034
`;
const headings =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context';

interface Incident {
  readonly id?: string;
  readonly month?: string;
  readonly force?: string;
  readonly lsoa?: string;
  readonly name?: string;
  readonly type?: string;
  readonly outcome?: string;
}

/** A row of the published format, in the City where nothing else is said. */
function line(incident: Incident): string {
  const { id = '', month = '2024-06', force = 'City of London Police', lsoa = 'E01000001' } = incident;
  const { name = 'City of London 001A', type = 'Other theft', outcome = '' } = incident;
  return `${id},${month},${force},${force},-0.1,51.5,On or near Parking Area,${lsoa},${name},${type},${outcome},`;
}

const defaultName = '2024-06-city-of-london-street.csv';
const file = (incidents: readonly Incident[], name = defaultName) => ({
  dataset,
  name,
  text: [headings, ...incidents.map(line), ''].join('\r\n'),
  references: { lsoas },
});
const read = (incidents: readonly Incident[], name = defaultName) => readText(file(incidents, name));
const refusal = (incidents: readonly Incident[], name = defaultName) => refusalOf(file(incidents, name));
const withoutZeros = (cells: Record<string, string>) =>
  Object.fromEntries(Object.entries(cells).filter(([, listed]) => !listed.endsWith(' 0')));

const inCamden: Incident = { lsoa: 'E01000910', name: 'Camden 027B' };

describe('a month of street-level crime', () => {
  it('keeps nothing of a crime but its borough and category', () => {
    const { draft } = read([{ id: 'crime-4711' }]);
    const kept = inspect([draft.series, draft.facts, draft.notices], { depth: null });
    expect(kept).toContain('E09000001');
    expect(kept).not.toMatch(/crime-4711|51\.5|Parking Area/);
  });

  it('counts rows by category and in all, by the borough of their LSOA', () => {
    const { draft } = read([
      { id: 'a' },
      { id: 'b', type: 'Robbery' },
      { id: 'c', lsoa: 'E01000002' },
      { id: 'd', ...inCamden },
    ]);
    expect(withoutZeros(cellsOf(draft))).toEqual({
      'street-level-crime E09000001': '2024-06 3',
      'street-level-crime E09000001 category=other-theft': '2024-06 2',
      'street-level-crime E09000001 category=robbery': '2024-06 1',
      'street-level-crime E09000007': '2024-06 1 PARTIAL_COVERAGE',
      'street-level-crime E09000007 category=other-theft': '2024-06 1 PARTIAL_COVERAGE',
    });
  });

  it('has a zero for each category that the City was spared, and says nothing of other boroughs', () => {
    const cells = cellsOf(read([{ id: 'a' }, { id: 'b', ...inCamden }]).draft);
    const zeros = Object.entries(cells).filter(([, listed]) => listed === '2024-06 0');
    expect(zeros).toHaveLength(13);
    expect(zeros.every(([series]) => series.startsWith('street-level-crime E09000001 category='))).toBe(true);
  });

  it('counts every row of a repeated id, an exact copy too, and every row without one', () => {
    const result = read([
      { id: 'a', type: 'Robbery' },
      { id: 'a', type: 'Robbery', outcome: 'Under investigation' },
      { id: 'a', type: 'Robbery' },
      { type: 'Anti-social behaviour' },
      { type: 'Anti-social behaviour' },
    ]);
    expect(outcomeOf(result)).toMatchObject({
      rowsLoaded: 5,
      leftOut: {},
    });
    expect(withoutZeros(cellsOf(result.draft))).toEqual({
      'street-level-crime E09000001 category=robbery': '2024-06 3',
      'street-level-crime E09000001 category=anti-social-behaviour': '2024-06 2',
      'street-level-crime E09000001': '2024-06 5',
    });
  });

  it('resolves an LSOA of 2021 by the beginning of its name', () => {
    const { draft } = read([{ lsoa: 'E01035697', name: 'Tower Hamlets 026F' }]);
    expect(cellsOf(draft)['street-level-crime E09000030']).toBe('2024-06 1 PARTIAL_COVERAGE');
  });

  it('keeps rows without a location outside areas, and leaves out what lies outside London', () => {
    const result = read([
      { id: 'a', lsoa: '', name: '' },
      { id: 'b', lsoa: 'E01015000', name: 'Thurrock 001A' },
      { id: 'c', lsoa: 'E01021234', name: 'Harlow 003A' },
    ]);
    expect(outcomeOf(result)).toEqual({
      rowsRead: 3,
      rowsLoaded: 0,
      leftOut: { 'outside London': 2 },
      keptOutside: { 'published without a location': 1 },
      rejected: [],
    });
    expect(result.draft.notices).toEqual(['left out as outside London: Thurrock 001A, Harlow 003A']);
  });

  it('rejects what it does not know or what contradicts itself, with the line and the column', () => {
    const result = read([
      { id: 'a' },
      { month: '2024-05' },
      { month: '01/06/2024' },
      { force: 'Metropolitan Police Service' },
      { type: 'Violent crime' },
      { type: '' },
      { lsoa: 'E0100000', name: 'City of London 001A' },
      { lsoa: '', name: 'City of London 001A' },
      { lsoa: 'E01000001', name: 'Camden 027B' },
      { lsoa: 'E01000001', name: 'Thurrock 001A' },
      { lsoa: 'E01000001', name: 'City of London' },
      { lsoa: 'E01035697', name: 'Tower Hamlet 026F' },
      { lsoa: 'E01035697', name: '' },
    ]);
    expect(outcomeOf(result)).toMatchObject({
      rowsLoaded: 1,
      rejected: [
        'line 3, Month: 2024-05',
        'line 4, Month: 01/06/2024',
        'line 5, Reported by: Metropolitan Police Service',
        'line 6, Crime type: Violent crime',
        'line 7, Crime type: ',
        'line 8, LSOA code: E0100000',
        'line 9, LSOA code: ',
        'line 10, LSOA name: Camden 027B',
        'line 11, LSOA name: Thurrock 001A',
        'line 12, LSOA name: City of London',
        'line 13, LSOA name: Tower Hamlet 026F',
        'line 14, LSOA name: ',
      ],
    });
  });

  it('says nothing of a category without a row while a row is rejected', () => {
    const cells = cellsOf(read([{ id: 'a' }, { type: 'Piracy' }]).draft);
    expect(Object.keys(cells)).toEqual([
      'street-level-crime E09000001 category=other-theft',
      'street-level-crime E09000001',
    ]);
  });

  it('accepts another spelling of months, categories and names of columns', () => {
    const text = `LSOA name,LSOA_code,CRIME TYPE,Reported by,Month,Crime ID,location,latitude,longitude,LAST OUTCOME CATEGORY\nCamden 027B,E01000910,THEFT FROM THE PERSON,city of london police,Jun-24,a,,51.5,-0.1,\n`;
    const { draft, rejected } = readText({ dataset, name: '202406-street.csv', text, references: { lsoas } });
    expect(rejected).toEqual([]);
    expect(cellsOf(draft)['street-level-crime E09000007 category=theft-from-the-person']).toBe(
      '2024-06 1 PARTIAL_COVERAGE',
    );
  });

  it('is refused when it was joined to itself, which would count incidents without an id twice', () => {
    const month = Array.from({ length: 30 }, (_, index) => ({ type: 'Drugs', outcome: `Outcome ${index}` }));
    expect(read([...month, ...month.slice(0, 9)]).rejected).toEqual([]);
    expect(refusal([...month, ...month])).toContain('has 30 rows of 60 that are exact copies of others');
  });

  it('is refused when it was saved under another month, or of no one month', () => {
    expect(refusal([{ id: 'a' }], '2024-07-city-of-london-street.csv')).toBe(
      '2024-07-city-of-london-street.csv is named for 2024-07, but its rows are of 2024-06: check under which month it was saved',
    );
    expect(refusal([{ id: 'a' }, { id: 'b', month: '2024-07' }], 'street.csv')).toContain(
      'does not say which one month it holds (its rows are of 2024-06, 2024-07)',
    );
    expect(refusal([{ id: 'a' }], 'street.csv')).toBeNull();
  });

  it('is refused when another force reported it, or its month had other categories', () => {
    expect(refusal([{ force: 'Metropolitan Police Service' }])).toContain(
      'was reported by metropolitan police service: this dataset holds what City of London Police publishes',
    );
    expect(refusal([{ month: '2012-06' }], '2012-06-city-of-london-street.csv')).toContain(
      'before 2013-05 data.police.uk had other categories',
    );
  });

  it('is refused when it is of another kind, or the lookup of LSOAs is missing or none', () => {
    expect(refusalOf({ ...file([]), text: 'Crime ID,Month,Outcome type\na,2024-06,Arrest\n' })).toContain(
      'not a month of street-level crime from data.police.uk, because it has no column "Reported by"',
    );
    expect(refusalOf({ ...file([{ id: 'a' }]), references: {} })).toContain('needs the file "lsoas"');
    expect(refusalOf({ ...file([{ id: 'a' }]), references: { lsoas: 'Borough,Code\nHackney,E09000012\n' } })).toContain(
      'lsoas does not say in which district each LSOA lies',
    );
    expect(
      refusalOf({ ...file([{ id: 'a' }]), references: { lsoas: 'LSOA11CD,LAD19CD\nE01015000,E06000034\n' } }),
    ).toBe('lsoas has no LSOA of London');
    expect(refusalOf({ ...file([{ id: 'a' }]), references: { lsoas: 'LSOA11CD,LAD19CD\nHackney,E09000012\n' } })).toBe(
      'lsoas, line 2: expected codes of an LSOA and its district, found Hackney, E09000012',
    );
  });
});

const references = { lsoas: 'local-authority/imd2019-london-lsoa.csv' };
const published = [
  { month: '2023-11', rows: 847, unplaced: 71, inCity: 732, hackney: 3 },
  { month: '2024-06', rows: 846, unplaced: 63, inCity: 742, hackney: 6 },
  { month: '2024-07', rows: 898, unplaced: 111, inCity: 749, hackney: 5 },
  { month: '2024-08', rows: 826, unplaced: 68, inCity: 724, hackney: 2 },
];

describe.each(published)('the published file of $month', ({ month, rows, unplaced, inCity, hackney }) => {
  const path = `policing/${month}-city-of-london-street.csv`;
  it.skipIf(publishedFile(path) === null)('has each of its rows in one count, and none rejected', async () => {
    const result = await readPublished(dataset, path, references);
    expect(outcomeOf(result)).toEqual({
      rowsRead: rows,
      rowsLoaded: rows - unplaced,
      leftOut: {},
      keptOutside: { 'published without a location': unplaced },
      rejected: [],
    });
    const cells = cellsOf(result.draft);
    expect(cells['street-level-crime E09000012']).toBe(`${month} ${hackney} PARTIAL_COVERAGE`);
    const totals = Object.entries(cells).filter(([series]) => !series.includes('category='));
    const counts = totals.map(([, listed]) => Number(listed.split(' ')[1]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows - unplaced);
    expect(cells['street-level-crime E09000001']).toBe(`${month} ${inCity}`);
  });
});
