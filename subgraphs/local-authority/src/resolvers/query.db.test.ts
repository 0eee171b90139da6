import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import { type RunningSubgraph, startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { subgraph } from '../subgraph.ts';

let agency: RunningSubgraph;
beforeAll(async () => {
  agency = await startRunningSubgraph(subgraph);
  await agency.load({ dataset: 'wards', name: '2022.csv', text: lookup('22', oldWards), publishedAt: '2022-05-05' });
  await agency.load({ dataset: 'wards', name: '2023.csv', text: lookup('23', newWards), publishedAt: '2023-12-31' });
});
afterAll(() => agency[Symbol.asyncDispose]());

const lookup = (year: string, rows: readonly string[]) =>
  [`WD${year}CD,WD${year}NM,LAD${year}CD,LAD${year}NM`, ...rows, ''].join('\n');
const oldWards = ['E05000001,Old Town,E09000012,Hackney'];
const newWards = [
  'E05000002,New Town,E09000012,Hackney',
  'E05000003,Bank,E09000001,City of London',
  'E05000004,Dale,E09000003,Barnet',
];

/** The field of an answer, or the codes and messages of its errors. */
async function ask(query: string): Promise<unknown> {
  const { data, errors } = await agency.ask(`{ answer: ${query} }`);
  return errors === undefined
    ? data?.['answer']
    : errors.map(({ message, extensions }) => `${String(extensions?.['code'])}: ${message}`);
}

describe('borough', () => {
  it.each([
    ['code: "E09000012"', 'Hackney'],
    ['code: "e09000012"', 'Hackney'],
    ['name: " kensington & chelsea "', 'Kensington and Chelsea'],
    ['name: "Westminster"', 'Westminster'],
    ['name: "RICHMOND-UPON-THAMES"', 'Richmond upon Thames'],
    ['name: "H&F"', 'Hammersmith and Fulham'],
  ])('finds one by %s', async (by, name) => {
    expect(await ask(`borough(${by}) { name }`)).toEqual({ name });
  });

  it('knows its part, its aliases and its square without the store', async () => {
    expect(await ask('borough(code: "E09000020") { code type part aliases tile { column row } }')).toEqual({
      code: 'E09000020',
      type: 'BOROUGH',
      part: 'INNER',
      aliases: ['Royal Borough of Kensington and Chelsea', 'RBKC', 'K&C'],
      tile: { column: 2, row: 4 },
    });
  });

  it.each(['code: "E09000099"', 'code: "E12000007"', 'code: "composite:merton-and-sutton"'])(
    'is null for %s, which names no borough',
    async (by) => {
      expect(await ask(`borough(${by}) { name }`)).toBeNull();
    },
  );

  it.each([
    [
      'code: "Hackney"',
      /^BAD_USER_INPUT: "Hackney" is not an area code: expected one like E09000012 .*; the code of Hackney is E09000012, and borough\(name: "Hackney"\) asks by name$/,
    ],
    ['code: "Hackny"', /^BAD_USER_INPUT: "Hackny" is not an area code: .*, such as that of Hackney \(E09000012\), /],
    [
      'name: "North East"',
      /^BAD_USER_INPUT: "North East" stands for more than one borough: .*Newham \(E09000025\).*; it names North East BCU \(basic-command-unit:north-east\), .*North East London LCJB \(lcjb-area:north-east-london\)$/,
    ],
    [
      'name: "Kingston upon Hull"',
      /^BAD_USER_INPUT: "Kingston upon Hull" is the name of no borough: expected one such as Kingston upon Thames \(E09000021\)/,
    ],
    [
      'name: "Hackny"',
      /^BAD_USER_INPUT: "Hackny" is the name of no borough: expected one such as Hackney \(E09000012\)/,
    ],
    ['name: "London"', /^BAD_USER_INPUT: "London" is the name of no borough/],
    ['name: ""', /^BAD_USER_INPUT: "" is the name of no borough: expected one such as Hackney/],
    ['code: "E09000012", name: "Hackney"', /^BAD_USER_INPUT: borough takes exactly one of code and name/],
    ['code: null', /^BAD_USER_INPUT: borough takes exactly one of code and name/],
  ])('refuses %s', async (by, error) => {
    expect(await ask(`borough(${by}) { name }`)).toEqual([expect.stringMatching(error)]);
  });

  it('quotes no more than the beginning of a long text', async () => {
    const [error = ''] = (await ask(`borough(name: "${'x'.repeat(5000)}") { name }`)) as readonly string[];
    expect(error.length).toBeLessThan(300);
  });
});

describe('boroughs', () => {
  it('are all 33 in code order', async () => {
    expect(await ask('boroughs { code name }')).toEqual(boroughs.map(({ code, name }) => ({ code, name })));
  });

  it('are those of a list, of a part, or of both', async () => {
    expect(await ask('boroughs(codes: ["E09000012", "E09000003", "E09000012"]) { name }')).toEqual([
      { name: 'Barnet' },
      { name: 'Hackney' },
    ]);
    expect(await ask('boroughs(part: INNER) { name }')).toHaveLength(14);
    expect(await ask('boroughs(codes: ["E09000012", "E09000003"], part: OUTER) { name }')).toEqual([
      { name: 'Barnet' },
    ]);
    expect(await ask('boroughs(codes: []) { name }')).toEqual([]);
  });

  it('are found by codes in lower case', async () => {
    expect(await ask('boroughs(codes: ["e09000012"]) { name }')).toEqual([{ name: 'Hackney' }]);
    expect(await ask('area(code: "Composite:Merton-and-Sutton") { name }')).toEqual({ name: 'Merton and Sutton' });
  });

  it('refuse a code that is no borough, and name it', async () => {
    expect(await ask('boroughs(codes: ["E09000012", "E09000099"]) { name }')).toEqual([
      expect.stringMatching(/^BAD_USER_INPUT: "E09000099" is not a borough/),
    ]);
  });
});

describe('area', () => {
  it.each([
    ['E09000012', 'Borough', 'Hackney'],
    ['E12000007', 'OtherArea', 'London'],
    ['K04000001', 'OtherArea', 'England and Wales'],
    ['composite:city-of-london-and-hackney', 'OtherArea', 'City of London and Hackney'],
    ['police-neighbourhood:hackney/homerton', 'OtherArea', 'Homerton'],
    ['E05000002', 'Ward', 'New Town'],
    ['E05000001', 'Ward', 'Old Town'],
  ])('%s is the %s %s', async (code, type, name) => {
    expect(await ask(`area(code: "${code}") { __typename code name }`)).toMatchObject({ __typename: type, code });
    expect(await ask(`area(code: "${code}") { name }`)).toEqual({ name: expect.stringContaining(name) as string });
  });

  it('that has ended is still there, and says when', async () => {
    expect(await ask('area(code: "E54000028") { name type validFrom validTo }')).toEqual({
      name: 'North Central London ICB',
      type: 'INTEGRATED_CARE_BOARD',
      validFrom: '2022-07-01',
      validTo: '2026-03-31',
    });
  });

  it('whose code nobody knows has none invented, and says so', async () => {
    const merged = 'integrated-care-board:north-west-and-north-central-london';
    expect(await ask(`area(code: "${merged}") { code validFrom note }`)).toEqual({
      code: merged,
      validFrom: '2026-04-01',
      note: expect.stringContaining('are not known: none is invented') as string,
    });
  });

  it.each(['E09000099', 'E05999999', 'basic-command-unit:nowhere', 'W06000015'])(
    'is null for %s, which names nothing',
    async (code) => {
      expect(await ask(`area(code: "${code}") { name }`)).toBeNull();
    },
  );

  it.each(['Hackney', 'e0900001', '', 'composite:'])('refuses the malformed code %j', async (code) => {
    expect(await ask(`area(code: "${code}") { name }`)).toEqual([expect.stringMatching(/^BAD_USER_INPUT: /)]);
  });
});

describe('areaNamed', () => {
  it.each([
    ['name: "North East", type: BASIC_COMMAND_UNIT', 'basic-command-unit:north-east'],
    ['name: "north-east london", type: LOCAL_JUSTICE_AREA', 'local-justice-area:north-east-london'],
    ['name: "Hackney"', 'E09000012'],
    ['name: "Kingston"', 'E09000021'],
    ['name: "QMJ"', 'E54000028'],
  ])('finds the area of %s', async (by, code) => {
    expect(await ask(`areaNamed(${by}) { code }`)).toEqual({ code });
  });

  it.each([
    [
      'name: "North East"',
      /"North East" stands for more than one area: .*basic-command-unit:north-east.*local-justice-area:north-east-london.*lcjb-area:north-east-london/,
    ],
    ['name: "Kingston upon Hull"', /"Kingston upon Hull" is the name of no such area: .*Kingston upon Thames/],
    ['name: "Hackney", type: BASIC_COMMAND_UNIT', /"Hackney" is the name of no such area/],
    ['name: "Homerton", type: WARD', /type is WARD: expected another/],
  ])('refuses %s, and lists what may have been meant', async (by, error) => {
    expect(await ask(`areaNamed(${by}) { code }`)).toEqual([expect.stringMatching(error)]);
  });
});

describe('areas', () => {
  const codes = async (given: string) =>
    ((await ask(`areas(${given}) { code }`)) as readonly { code: string }[] | null)?.map(({ code }) => code) ?? null;

  it('of a type come in code order', async () => {
    expect(await codes('type: COUNTRY')).toEqual(['E92000001', 'K04000001']);
    expect(await codes('type: INNER_OUTER')).toEqual(['E13000001', 'E13000002']);
    expect(await codes('type: BOROUGH')).toEqual(boroughs.map(({ code }) => code));
  });

  it('of a type are those that stood on the day', async () => {
    expect(await codes('type: BASIC_COMMAND_UNIT')).toHaveLength(12);
    expect(await codes('type: BASIC_COMMAND_UNIT, on: "2016-12-31"')).toEqual([]);
    expect(await codes('type: BASIC_COMMAND_UNIT, on: "2017-06-30"')).toEqual([
      'basic-command-unit:central-north',
      'basic-command-unit:east-area',
    ]);
    expect(await codes('type: LOCAL_JUSTICE_AREA, within: "E12000007"')).toHaveLength(9);
    expect(await codes('type: PROBATION_DELIVERY_UNIT')).toHaveLength(18);
    const [before, after] = [
      await codes('type: INTEGRATED_CARE_BOARD, on: "2026-03-31"'),
      await codes('type: INTEGRATED_CARE_BOARD, on: "2026-04-01"'),
    ];
    expect([before?.length, after?.length]).toEqual([5, 4]);
  });

  it('lie within a unit on the days on which it stood', async () => {
    const ofBarnetsBoard = (on: string) => codes(`type: BOROUGH, within: "E54000028", on: "${on}"`);
    expect(await ofBarnetsBoard('2026-03-31')).toEqual([
      'E09000003',
      'E09000007',
      'E09000010',
      'E09000014',
      'E09000019',
    ]);
    expect(await ofBarnetsBoard('2026-04-01')).toEqual([]);
    expect(await codes('type: WARD, within: "basic-command-unit:central-east"')).toEqual(['E05000002']);
  });

  it('lie within another, not within themselves', async () => {
    expect(await codes('type: BOROUGH, within: "composite:merton-and-sutton"')).toEqual(['E09000024', 'E09000029']);
    expect(await codes('type: BOROUGH, within: "E92000001"')).toHaveLength(33);
    expect(await codes('type: BOROUGH, within: "E23000001"')).toHaveLength(32);
    expect(await codes('type: REGION, within: "E92000001"')).toEqual(['E12000007']);
    expect(await codes('type: REGION, within: "E12000007"')).toEqual([]);
    expect(await codes('type: POLICE_NEIGHBOURHOOD, within: "E09000012"')).toHaveLength(4);
  });

  it('are wards by the lookup that stood on the day', async () => {
    expect(await codes('type: WARD')).toEqual(['E05000002', 'E05000003', 'E05000004']);
    expect(await codes('type: WARD, within: "E09000012"')).toEqual(['E05000002']);
    expect(await codes('type: WARD, within: "E13000001"')).toEqual(['E05000002', 'E05000003']);
    expect(await codes('type: WARD, on: "2023-12-30"')).toEqual(['E05000001']);
    expect(await codes('type: WARD, on: "2022-05-04"')).toBeNull();
  });

  it('within a malformed code are refused', async () => {
    expect(await ask('areas(type: BOROUGH, within: "London") { code }')).toEqual([
      expect.stringMatching(/^BAD_USER_INPUT: /),
    ]);
  });
});

describe('localAuthority', () => {
  it('names the agency, its datasets and what it measures', async () => {
    expect(await ask('localAuthority { id name datasets { id } indicators(search: "most deprived") { id } }')).toEqual({
      id: 'local-authority',
      name: 'Local authority',
      datasets: subgraph.datasets.map(({ id }) => ({ id })),
      indicators: [{ id: 'most-deprived-tenth' }],
    });
  });
});

describe('the area at a point', () => {
  const square = (west: number) => [
    [west, 51.5],
    [west + 0.1, 51.5],
    [west + 0.1, 51.6],
    [west, 51.6],
    [west, 51.5],
  ];
  // Hackney from Greenwich a tenth of a degree to the east, then Newham.
  const outlines = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      ['E09000012', 'Hackney', 0],
      ['E09000025', 'Newham', 0.1],
    ].map(([code, name, west]) => ({
      type: 'Feature',
      properties: { code, name },
      geometry: { type: 'Polygon', coordinates: [square(Number(west))] },
    })),
  });

  it('is null while no outline is loaded', async () => {
    expect(await ask('areaAt(longitude: 0.05, latitude: 51.55) { name }')).toBeNull();
  });

  it('is the borough whose outline holds it, and null beyond them', async () => {
    const loaded = await agency.load({ dataset: 'borough-boundaries', name: 'boroughs.geojson', text: outlines });
    expect(loaded).toMatchObject({ outcome: 'loaded' });
    expect(await ask('areaAt(longitude: 0.05, latitude: 51.55) { code name }')).toEqual({
      code: 'E09000012',
      name: 'Hackney',
    });
    expect(await ask('areaAt(longitude: 0.15, latitude: 51.55) { name }')).toEqual({ name: 'Newham' });
    expect(await ask('areaAt(longitude: 0.25, latitude: 51.55) { name }')).toBeNull();
  });

  it('is read from the store once', async () => {
    agency.statements.length = 0;
    await ask('areaAt(longitude: 0.05, latitude: 51.55) { code }');
    expect(agency.statements.filter((text) => text.includes('facts'))).toEqual([]);
  });

  it('is by the outlines of a release until it is recalled', async () => {
    const { id } = (await agency.store.sql`select id from release where dataset_id = 'borough-boundaries'`)[0] as {
      id: string;
    };
    await recallRelease(agency.store, id, 'Drawn on the wrong map.');
    expect(await ask('areaAt(longitude: 0.05, latitude: 51.55) { name }')).toBeNull();
  });

  it.each([
    [
      'longitude: 51.55, latitude: 0.05',
      "BAD_USER_INPUT: longitude 51.55 and latitude 0.05 stand in each other's place: expected longitude: 0.05, latitude: 51.55",
    ],
    [
      'longitude: 500, latitude: 0',
      'BAD_USER_INPUT: longitude 500 and latitude 0 are no point: expected degrees of WGS 84',
    ],
  ])('refuses %s', async (point, message) => {
    expect(await ask(`areaAt(${point}) { name }`)).toEqual([message]);
  });
});
