import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { educationRow, educationText } from '@boroughgraph/test/support/education-text.ts';
import { beginNewState } from '@boroughgraph/test/support/new-state.ts';
import { type RunningSubgraph, startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { subgraph } from '../subgraph.ts';

const square = {
  type: 'Polygon',
  coordinates: [
    [
      [-0.1, 51.5],
      [0, 51.5],
      [0, 51.6],
      [-0.1, 51.5],
    ],
  ],
};
const ages = 'Children aged 0 to 17 years';
const decile = 'Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)';

const files = [
  {
    dataset: 'wards',
    name: 'wards.csv',
    text: 'WD23CD,WD23NM,LAD23CD,LAD23NM\nE05000001,Mill,E09000012,Hackney\nE05000002,Dale,E09000003,Barnet\n',
  },
  {
    dataset: 'borough-boundaries',
    name: 'outlines.geojson',
    publishedAt: '2015-01-01',
    text: JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { name: 'Hackney', code: 'E09000012' }, geometry: square }],
    }),
  },
  {
    dataset: 'borough-profiles',
    name: 'profiles.csv',
    text: 'Code,Area name,GLA Population Estimate 2017\nE09000012,Hackney,"270,000"\nE09000003,Barnet,.\n',
  },
  {
    dataset: 'children-population',
    name: 'children.csv',
    text: educationText(
      'age_group,population_estimate',
      educationRow('Hackney', 2018, ages, 50_500),
      educationRow('Hackney', 2017, ages, 50_000),
      educationRow('London', 2017, ages, 1_900_000),
    ),
  },
  {
    dataset: 'deprivation',
    name: 'imd.csv',
    text: [
      `LSOA code (2011),LSOA name (2011),Local Authority District code (2019),Local Authority District name (2019),${decile}`,
      'E01000001,Hackney 001A,E09000012,Hackney,1',
      'E01000002,Hackney 001B,E09000012,Hackney,2',
      'E01000003,Hackney 001C,E09000012,Hackney,3',
      'E01000004,Hackney 001D,E09000012,Hackney,9',
      '',
    ].join('\n'),
  },
];

let agency: RunningSubgraph;
beforeAll(async () => {
  agency = await startRunningSubgraph(subgraph);
  for (const file of files) expect(await agency.load(file)).toMatchObject({ outcome: 'loaded' });
});
afterAll(() => agency[Symbol.asyncDispose]());

/** Fields of areas as a gateway asks for them: by code, whatever the kind. */
async function areas(codes: readonly string[], fields: string): Promise<readonly unknown[]> {
  const { entities, errors } = await agency.askEntities(
    'Area',
    codes.map((code) => ({ code })),
    fields,
  );
  expect(errors).toBeUndefined();
  return entities;
}
const area = async (code: string, fields: string) => (await areas([code], fields))[0];

describe('an area that another agency points at', () => {
  it('is a borough, a ward or another area with its name and type; null where there is none', async () => {
    const codes = ['E09000012', 'E05000001', 'E12000007', 'composite:merton-and-sutton', 'E05999999', 'E09000099'];
    expect(await areas(codes, '__typename code name type')).toEqual([
      { __typename: 'Borough', code: 'E09000012', name: 'Hackney', type: 'BOROUGH' },
      { __typename: 'Ward', code: 'E05000001', name: 'Mill', type: 'WARD' },
      { __typename: 'OtherArea', code: 'E12000007', name: 'London', type: 'REGION' },
      { __typename: 'OtherArea', code: 'composite:merton-and-sutton', name: 'Merton and Sutton', type: 'COMPOSITE' },
      null,
      null,
    ]);
  });

  it('is found by the type that it has', async () => {
    const { entities } = await agency.askEntities('Ward', [{ code: 'E05000002' }], 'name borough { name }');
    expect(entities).toEqual([{ name: 'Dale', borough: { name: 'Barnet' } }]);
  });

  it('costs one statement for wards however many, and none for others', async () => {
    await beginNewState(agency.store);
    agency.statements.length = 0;
    await areas(['E05000001', 'E05000002', 'E05999999', 'E09000012'], 'name');
    expect(agency.statements.filter((text) => text.includes('"fact"'))).toHaveLength(1);
    agency.statements.length = 0;
    await areas(['E09000012', 'E12000007'], 'name type links { area { name } }');
    expect(agency.statements).toEqual([]);
  });
});

describe('Area.populationEstimates', () => {
  const fields = 'populationEstimates { year ageBand persons source isSynthetic }';

  it('are by year, all ages before children, and say their source', async () => {
    expect(await area('E09000012', fields)).toEqual({
      populationEstimates: [
        {
          year: 2017,
          ageBand: 'ALL_AGES',
          persons: 270_000,
          source: 'GLA population estimate 2017',
          isSynthetic: false,
        },
        {
          year: 2017,
          ageBand: 'AGED_0_TO_17',
          persons: 50_000,
          source: 'ONS mid-year population estimate 2017',
          isSynthetic: false,
        },
        {
          year: 2018,
          ageBand: 'AGED_0_TO_17',
          persons: 50_500,
          source: 'ONS mid-year population estimate 2018',
          isSynthetic: false,
        },
      ],
    });
  });

  it('name the release that they come from', async () => {
    expect(await area('E12000007', 'populationEstimates { releaseId }')).toEqual({
      populationEstimates: [{ releaseId: expect.stringMatching(/^children-population@2025-01-01\./) as string }],
    });
  });

  it.each(['E05000001', 'E23000001', 'composite:city-of-london-and-hackney', 'E09000003'])(
    'are null for %s, of which none are known',
    async (code) => {
      expect(await area(code, fields)).toEqual({ populationEstimates: null });
    },
  );
});

describe('Area.boundary', () => {
  it('is the outline as text, with its source and the day of its publication', async () => {
    expect(await area('E09000012', 'boundary { geometry source asOf }')).toEqual({
      boundary: {
        geometry: JSON.stringify(square),
        source: 'Greater London Authority, statistical GIS boundary files for London, from Ordnance Survey',
        asOf: '2015-01-01',
      },
    });
    expect(await area('E12000007', 'boundary { asOf }')).toEqual({ boundary: null });
  });
});

describe('Area.deprivation', () => {
  it('is the share of small areas in the most deprived tenth, with both numbers', async () => {
    const fields = 'deprivation { directlyMeasured latest { period { id } value numerator denominator displayValue } }';
    expect(await area('E09000012', fields)).toEqual({
      deprivation: {
        directlyMeasured: true,
        latest: { period: { id: 'CY2019' }, value: 25, numerator: 1, denominator: 4, displayValue: '25.0' },
      },
    });
    expect(await areas(['E12000007', 'E05000001'], fields)).toEqual([{ deprivation: null }, { deprivation: null }]);
  });
});

describe('Area.links', () => {
  it('lead from a borough to what it lies in, with a source', async () => {
    const answer = await area('E09000012', 'links { area { code } kind basis shareOfArea validFrom validTo source }');
    const { links } = answer as { links: readonly { area: { code: string }; kind: string; source: string }[] };
    expect(links.map(({ area: { code }, kind }) => `${kind} ${code}`)).toEqual([
      'NESTS_IN K04000001',
      'NESTS_IN E92000001',
      'NESTS_IN E12000007',
      'NESTS_IN E13000001',
      'NESTS_IN E23000001',
      'NESTS_IN cps-area:metropolitan-and-city',
      'MEMBER_OF composite:city-of-london-and-hackney',
      'MEMBER_OF basic-command-unit:central-east',
      'MEMBER_OF local-justice-area:east-london',
      'MEMBER_OF lcjb-area:east-london',
      'MEMBER_OF E54000029',
      'MEMBER_OF probation-delivery-unit:hackney-and-city',
    ]);
    expect(links.filter(({ source }) => source === '')).toEqual([]);
    expect(links[0]).toMatchObject({ shareOfArea: null, validFrom: null, validTo: null });
  });

  it('lead to units and back, by day, with basis, dates and what is not confirmed', async () => {
    const boards = (on: string) =>
      area('E09000003', `links(type: INTEGRATED_CARE_BOARD, on: "${on}") { area { code } basis validFrom validTo }`);
    expect([await boards('2026-03-31'), await boards('2026-04-01')]).toEqual([
      { links: [{ area: { code: 'E54000028' }, basis: 'STATUTORY', validFrom: '2022-07-01', validTo: '2026-03-31' }] },
      {
        links: [
          {
            area: { code: 'integrated-care-board:north-west-and-north-central-london' },
            basis: 'STATUTORY',
            validFrom: '2026-04-01',
            validTo: null,
          },
        ],
      },
    ]);
    const fields = 'kind basis shareOfArea validFrom source area { name }';
    const back = await area('basic-command-unit:central-east', `note links(type: BOROUGH) { ${fields} }`);
    const link = {
      kind: 'COMPOSED_OF',
      basis: 'PARTNER_STATED',
      shareOfArea: null,
      validFrom: null,
      source: expect.stringContaining('The first day is not stated') as string,
    };
    expect(back).toEqual({
      note: null,
      links: [
        { ...link, area: { name: 'Hackney' } },
        { ...link, area: { name: 'Tower Hamlets' } },
      ],
    });
    expect(await area('E09000001', 'note links(type: BASIC_COMMAND_UNIT) { kind }')).toEqual({
      note: expect.stringContaining('City of London Police') as string,
      links: [],
    });
  });

  it('lead from a composite to its parts, and from a ward to its borough; only to one type where it is named', async () => {
    expect(await area('composite:merton-and-sutton', 'links(type: BOROUGH) { kind area { name } }')).toEqual({
      links: [
        { kind: 'COMPOSED_OF', area: { name: 'Merton' } },
        { kind: 'COMPOSED_OF', area: { name: 'Sutton' } },
      ],
    });
    expect(await area('E05000001', 'links { kind area { name } }')).toEqual({
      links: [{ kind: 'NESTS_IN', area: { name: 'Hackney' } }],
    });
    expect(await area('E05000001', 'links(type: REGION) { kind }')).toEqual({ links: [] });
  });

  it('say of a ward of which year it is', async () => {
    expect(await area('E05000001', 'note links { source }')).toEqual({
      note: 'Not a ward since the elections of May 2022: no figure by the wards of 2022 has it.',
      links: [{ source: expect.stringContaining('Not a ward since the elections of May 2022') as string }],
    });
  });
});

describe('Borough.wards', () => {
  it('are those of the lookup; none of a borough that it does not have, null on a day before it', async () => {
    const { data } = await agency.ask(`{
      boroughs(codes: ["E09000012", "E09000001"]) { wards { name borough { code } } then: wards(on: "2020-01-01") { name } }
    }`);
    expect(data).toEqual({
      boroughs: [
        { wards: [], then: null },
        { wards: [{ name: 'Mill', borough: { code: 'E09000012' } }], then: null },
      ],
    });
  });
});

describe('without its database', () => {
  it('names, parts, aliases and links still answer; each field that is read is null with one error', async () => {
    await using alone = await startRunningSubgraph(subgraph);
    await alone.store.sql`alter schema local_authority rename to hidden`;
    const { data, errors } = await alone.ask(`{
      borough(name: "K&C") { code part aliases links(type: REGION) { area { name } } wards { name } populationEstimates { year }
        deprivation { latest { value } } boundary { asOf } safeguarding { childrenInNeed { latest { value } } } }
      area(code: "E05000001") { name }
      areas(type: REGION) { name }
    }`);
    expect(data).toEqual({
      borough: {
        code: 'E09000020',
        part: 'INNER',
        aliases: ['Royal Borough of Kensington and Chelsea', 'RBKC', 'K&C'],
        links: [{ area: { name: 'London' } }],
        wards: null,
        populationEstimates: null,
        deprivation: null,
        boundary: null,
        safeguarding: { childrenInNeed: null },
      },
      area: null,
      areas: [{ name: 'London' }],
    });
    expect(new Set(errors?.map(({ extensions }) => extensions?.['code']))).toEqual(new Set(['AGENCY_UNAVAILABLE']));
    expect(errors).toHaveLength(6);
  });
});
