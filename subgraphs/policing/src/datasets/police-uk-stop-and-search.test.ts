import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './police-uk-stop-and-search.ts';

/** The boroughs as squares of a hundredth of a degree from west to east: E09000001 from 0 to 0.01. */
const boundaries = JSON.stringify({
  type: 'FeatureCollection',
  features: boroughs.map(({ code }, index) => {
    const [west, east] = [index / 100, (index + 1) / 100];
    const ring = [
      [west, 51],
      [east, 51],
      [east, 52],
      [west, 52],
      [west, 51],
    ];
    return { type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [ring] } };
  }),
});

const headings =
  'Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,Outcome linked to object of search,Removal of more than just outer clothing';

interface Stop {
  readonly date?: string;
  readonly latitude?: string;
  readonly longitude?: string;
  readonly object?: string;
  readonly outcome?: string;
  readonly ethnicity?: string;
  readonly type?: string;
}

/** A stop in Barnet where nothing else is said. */
function line(stop: Stop): string {
  const { date = '2016-06-10T12:00:00+00:00', latitude = '51.5', longitude = '0.025' } = stop;
  const { object = 'Firearms', outcome = 'Local resolution', ethnicity = 'Other', type = 'Person search' } = stop;
  return `${type},${date},False,,${latitude},${longitude},Other,over 34,${ethnicity},Other,Firearms Act,${object},${outcome},,`;
}

const defaultName = '2016-06-metropolitan-stop-and-search.csv';
const file = (stops: readonly Stop[], name = defaultName) => ({
  dataset,
  name,
  text: [headings, ...stops.map(line), ''].join('\n'),
  references: { boundaries },
});
const read = (stops: readonly Stop[], name = defaultName) => readText(file(stops, name));
const refusal = (stops: readonly Stop[], name = defaultName) => refusalOf(file(stops, name));
const inBarnet = (series: string) => /^stop-and-search E09000003/.test(series);
const ofStops = (series: string) => series.startsWith('stop-and-search ');

describe('a month of stops and searches', () => {
  it('is refused when it was joined to itself, because every row is a stop', () => {
    const month = Array.from({ length: 30 }, (_, index) => ({ latitude: `51.${index + 100}` }));
    expect(refusal([...month, ...month])).toContain('has 30 rows of 60 that are exact copies of others');
  });

  it('counts stops in all, by outcome and by object of search, and never by two together', () => {
    const { draft } = read([{}, {}, { outcome: 'Suspect arrested', object: 'Controlled drugs' }]);
    expect(cellsOf(draft, inBarnet)).toEqual({
      'stop-and-search E09000003': '2016-06 3',
      'stop-and-search E09000003 outcome=local-resolution': '2016-06 2',
      'stop-and-search E09000003 outcome=suspect-arrested': '2016-06 1',
      'stop-and-search E09000003 object-of-search=firearms': '2016-06 2',
      'stop-and-search E09000003 object-of-search=controlled-drugs': '2016-06 1',
    });
    expect([...draft.series.values()].filter(({ dimensionKey }) => dimensionKey.includes(';'))).toEqual([]);
  });

  it('keeps nothing of where a stop was but the borough', () => {
    const { draft } = read([{ latitude: '51.512345', longitude: '0.023456' }]);
    const kept = inspect([draft.series, draft.facts, draft.notices], { depth: null });
    expect(kept).toContain('E09000003');
    expect(kept).not.toMatch(/512345|023456/);
  });

  it('counts identical rows each: two people who were searched together are two stops', () => {
    expect(cellsOf(read([{}, {}]).draft)['stop-and-search E09000003']).toBe('2016-06 2');
  });

  it('has zeros for the boroughs of the force, by each outcome and object of the file, and none for the City', () => {
    const cells = cellsOf(read([{}]).draft, ofStops);
    expect(cells['stop-and-search E09000033']).toBe('2016-06 0');
    expect(cells['stop-and-search E09000033 outcome=local-resolution']).toBe('2016-06 0');
    expect(cells['stop-and-search E09000033 outcome=suspect-arrested']).toBeUndefined();
    // 32 boroughs, each in all, by one outcome and by one object.
    expect(Object.keys(cells)).toHaveLength(96);
  });

  it('marks stops in the City, whose own force is not in the file', () => {
    expect(cellsOf(read([{ longitude: '0.005' }]).draft)['stop-and-search E09000001']).toBe(
      '2016-06 1 PARTIAL_COVERAGE',
    );
  });

  it('takes the month of London: 23:01 on 31 May in UTC is 1 June', () => {
    const result = read([
      { date: '2016-05-31T23:01:00+00:00' },
      { date: '2016-05-31T22:59:00+00:00' },
      { date: '2016-06-30T22:59:00Z' },
      { date: '2016-07-01T00:30:00+01:00' },
    ]);
    expect(cellsOf(result.draft, inBarnet)['stop-and-search E09000003']).toBe('2016-06 2 PARTIAL_COVERAGE');
    expect(outcomeOf(result)).toMatchObject({
      rejected: ['line 3, Date: 2016-05-31T22:59:00+00:00', 'line 5, Date: 2016-07-01T00:30:00+01:00'],
    });
  });

  it('keeps stops without a position, or in no borough, outside areas', () => {
    const result = read([{ latitude: '', longitude: '' }, { longitude: '-0.5' }, {}]);
    expect(outcomeOf(result)).toEqual({
      rowsRead: 3,
      rowsLoaded: 1,
      leftOut: {},
      keptOutside: {
        'published without a position': 1,
        'in no borough: on the Thames, or beyond London': 1,
      },
      rejected: [],
    });
  });

  it('counts a blank as not stated, and an arrest under either of its labels', () => {
    const cells = cellsOf(read([{ outcome: '', object: '' }, { outcome: 'Arrest' }]).draft, inBarnet);
    expect(cells).toMatchObject({
      'stop-and-search E09000003': '2016-06 2',
      'stop-and-search E09000003 outcome=not-stated': '2016-06 1',
      'stop-and-search E09000003 object-of-search=not-stated': '2016-06 1',
      'stop-and-search E09000003 outcome=suspect-arrested': '2016-06 1',
    });
  });

  it('rejects what it does not know, with the line and the column', () => {
    const result = read([
      {},
      { date: '10/06/2016 12:00' },
      { date: '2016-06-10T12:00:00' },
      { date: '' },
      { outcome: 'Exiled' },
      { object: 'Treasure' },
      { latitude: '' },
      { longitude: 'east' },
      { latitude: '0.025', longitude: '51.5' },
    ]);
    expect(outcomeOf(result)).toMatchObject({
      rowsLoaded: 1,
      rejected: [
        'line 3, Date: 10/06/2016 12:00',
        'line 4, Date: 2016-06-10T12:00:00',
        'line 5, Date: ',
        'line 6, Outcome: Exiled',
        'line 7, Object of search: Treasure',
        'line 8, Latitude: ',
        'line 9, Longitude: east',
        'line 10, Longitude: 51.5',
      ],
    });
  });

  it('counts people by the ethnicity that they state, in either list of the publisher, and the force with them', () => {
    const black = 'Black/African/Caribbean/Black British - Caribbean';
    const { draft } = read([
      { ethnicity: black },
      { ethnicity: 'Black or Black British - African (B2)', longitude: '', latitude: '' },
      { ethnicity: black, type: 'Vehicle search' },
      { ethnicity: 'Other ethnic group - Not stated' },
      { ethnicity: '' },
      { ethnicity: 'Chinese or other ethnic group - Chinese (O1)' },
    ]);
    const byEthnicity = cellsOf(draft, (series) => /by-ethnicity E(09000003|23000001)/.test(series));
    expect(byEthnicity).toMatchObject({
      'stop-and-search-by-ethnicity E09000003': '2016-06 4',
      'stop-and-search-by-ethnicity E09000003 ethnicity=black': '2016-06 1',
      'stop-and-search-by-ethnicity E09000003 ethnicity=not-stated': '2016-06 2',
      'stop-and-search-by-ethnicity E09000003 ethnicity=other': '2016-06 1',
      'stop-and-search-by-ethnicity E09000003 ethnicity=white': '2016-06 0',
      'stop-and-search-by-ethnicity E23000001 ethnicity=black': '2016-06 2',
    });
    expect(read([{ ethnicity: 'Martian' }]).rejected).toHaveLength(1);
  });

  it('works out the shares that ended in an arrest or another outcome, of all stops', () => {
    const nothing = { outcome: 'A no further action disposal' };
    const { draft } = read([{ outcome: 'Arrest' }, { outcome: 'Community resolution' }, nothing, { outcome: '' }]);
    const shares = [...draft.series.values()].filter(
      ({ indicator, place }) => indicator.unit === 'PERCENT' && place === 'E09000003',
    );
    // One of four, and two of four.
    expect(shares.map(({ indicator, readings }) => [indicator.id, ...readings.values()])).toEqual([
      ['stop-and-search-arrest-rate', { value: 25, status: 'PUBLISHED', numerator: 1, denominator: 4 }],
      ['stop-and-search-positive-outcome-rate', { value: 50, status: 'PUBLISHED', numerator: 2, denominator: 4 }],
    ]);
    expect(cellsOf(read([{}, { outcome: 'Exiled' }]).draft, (series) => series.includes('rate'))).toEqual({});
  });

  it('stores nothing else of who was stopped', () => {
    const { draft } = read([{}, { outcome: 'Suspect arrested' }]);
    const stored = JSON.stringify([...draft.series.values()].map((series) => [series, [...series.readings]]));
    const told = stored.replace(JSON.stringify(dataset.indicators[0]?.definition), '');
    expect(told).not.toMatch(/over 34|Person search|Firearms Act/);
    expect(draft.facts.size).toBe(0);
    expect(dataset.indicators.flatMap(({ dimensions }) => dimensions.map(({ id }) => id))).toEqual([
      'outcome',
      'object-of-search',
      'ethnicity',
    ]);
  });

  it('reads columns in any order, under other headings, with ones that it does not need', () => {
    const text = `Outcome,Object of search,Long,Lat,Datetime,LSOA\nLocal resolution,Firearms,0.025,51.5,2016-06-10 12:00Z,E01\n`;
    const { draft } = readText({ ...file([]), text });
    expect(cellsOf(draft)['stop-and-search E09000003']).toBe('2016-06 1');
  });

  it('is refused when it was saved under another month or is of another force, and says so when nobody can know', () => {
    expect(refusal([{}], '2016-07-metropolitan-stop-and-search.csv')).toContain(
      'is named for 2016-07, but its rows are of 2016-06',
    );
    expect(refusal([{}], '2016-06-city-of-london-stop-and-search.csv')).toBe(
      '2016-06-city-of-london-stop-and-search.csv is of the force "city-of-london": this dataset holds stops by the Metropolitan Police',
    );
    expect(read([{}], 'stops.csv').draft.notices).toEqual([expect.stringContaining('does not say of which force')]);
    expect(read([{}]).draft.notices).toEqual([]);
  });

  it('is refused without boundaries, or with some of them', () => {
    expect(refusalOf({ ...file([{}]), references: {} })).toContain('needs the file "boundaries"');
    const one = JSON.parse(boundaries) as { features: object[] };
    const some = JSON.stringify({ ...one, features: one.features.slice(1) });
    expect(refusalOf({ ...file([{}]), references: { boundaries: some } })).toBe(
      'boundaries lacks the boundary of City of London',
    );
  });
});

const path = 'policing/2016-06-metropolitan-stop-and-search.csv';

describe.skipIf(publishedFile(path) === null)('the published file of June 2016', () => {
  it('has each stop in one count, and as many by outcome and by object as in all', async () => {
    const result = await readPublished(dataset, path, { boundaries: 'local-authority/london_boroughs.geojson' });
    expect(outcomeOf(result)).toEqual({
      rowsRead: 10_490,
      rowsLoaded: 9_605,
      leftOut: {},
      keptOutside: { 'published without a position': 871, 'in no borough: on the Thames, or beyond London': 14 },
      rejected: [],
    });
    const sums = new Map<string, number>();
    for (const { indicator, dimensionKey, readings } of result.draft.series.values()) {
      if (indicator.id !== 'stop-and-search') continue;
      const by = dimensionKey.split('=')[0] ?? '';
      sums.set(by, (sums.get(by) ?? 0) + [...readings.values()].reduce((sum, { value }) => sum + (value ?? 0), 0));
    }
    expect(Object.fromEntries(sums)).toEqual({ '': 9_605, outcome: 9_605, 'object-of-search': 9_605 });
    const cells = cellsOf(result.draft);
    expect([cells['stop-and-search E09000012'], cells['stop-and-search E09000001']]).toEqual([
      '2016-06 303',
      '2016-06 9 PARTIAL_COVERAGE',
    ]);
  });
});
