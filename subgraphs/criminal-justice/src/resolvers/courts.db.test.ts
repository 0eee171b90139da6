import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSubgraph, startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { subgraph } from '../subgraph.ts';

const entry = (name: string, postcode: string, councils: readonly (readonly [name: string, code: string])[] = []) => ({
  name,
  addresses: [{ type: 'Visiting', postcode, county: 'London' }],
  areas_of_law: [
    { name: 'Divorce', local_authorities: councils.map(([council, code]) => ({ name: council, gss_code: code })) },
  ],
});
const register = JSON.stringify([
  entry('Blackfriars Crown Court', 'SE1 0BJ'),
  entry('Inner London Crown Court', 'SE1 6AZ', [['Southwark Borough Council', 'E09000028']]),
  entry('Bow County Court', 'E15 4EG', [
    ['Hackney Borough Council', 'E09000012'],
    ['Newham Borough Council', 'E09000025'],
  ]),
]);
const openCases =
  'region,court,open_latest,open_year_ago\nLondon,Inner London Sessions House,50,40\nLondon,Old Bailey,20,10\n';

let running: RunningSubgraph;
beforeAll(async () => {
  running = await startRunningSubgraph(subgraph);
});
afterAll(() => running[Symbol.asyncDispose]());

const names = async (given: string) => {
  const { data, errors } = await running.ask(`{ courts${given} { name isOpen } }`);
  const courts = data?.['courts'] as readonly { readonly name: string; readonly isOpen: boolean }[] | null | undefined;
  return { courts: courts?.map(({ name, isOpen }) => `${name}${isOpen ? '' : ', closed'}`) ?? null, errors };
};

describe('courts', () => {
  it('are null while no register is loaded', async () => {
    expect(await names('')).toEqual({ courts: null, errors: undefined });
    expect((await running.ask('{ court(id: "court:bow-county-court") { id } }')).data).toEqual({ court: null });
  });

  it('are those of the only register there is', async () => {
    await running.load({ dataset: 'courts', name: 'courts.json', text: register, publishedAt: '2015-07-01' });
    expect(await names('')).toEqual({
      courts: ['Blackfriars', 'Bow', 'Inner London Sessions House'],
      errors: undefined,
    });
  });

  it('are those of the newest register, and with includeClosed those that only an older one has', async () => {
    await running.load({
      dataset: 'crown-court-open-cases',
      name: 'open.csv',
      text: openCases,
      publishedAt: '2025-12-18',
    });
    expect((await names('')).courts).toEqual(['Central Criminal Court', 'Inner London Sessions House']);
    expect((await names('(includeClosed: true)')).courts).toEqual([
      'Blackfriars, closed',
      'Bow, closed',
      'Central Criminal Court',
      'Inner London Sessions House',
    ]);
  });

  it('are still those of the newest register when figures of the country come after it', async () => {
    const text = 'quarter_end,year,quarter,disposals,open,receipts\n2025-09-30,2025,Q3,100,79000,110\n';
    const dataset = 'crown-court-open-cases';
    const report = await running.load({ dataset, name: 'country.csv', text, publishedAt: '2025-12-19' });
    expect(report).toMatchObject({ outcome: 'loaded' });
    expect((await names('')).courts).toEqual(['Central Criminal Court', 'Inner London Sessions House']);
  });

  it('are chosen by tier and region', async () => {
    expect((await names('(tier: CROWN, region: "E12000007")')).courts).toHaveLength(2);
    expect((await names('(tier: CROWN, region: "E12000007", includeClosed: true)')).courts).toHaveLength(3);
    expect((await names('(tier: COUNTY)')).courts).toEqual([]);
    expect((await names('(region: "E12000008", includeClosed: true)')).courts).toEqual([]);
    expect((await names('(region: "London")')).errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('say what each register knows of a court', async () => {
    const { data, errors } = await running.ask(`{
      court(id: "court:inner-london-sessions-house-crown-court") {
        id name aliases tier isOpen asOf region { code }
        openCases { relation site { id } latest { period { id } value } }
        catchments { area { code } areaOfLaw kind basis shareOfArea validFrom source asOf }
        status statusNote identifiers { scheme value }
      }
    }`);
    expect({ data, errors }).toEqual({
      data: {
        court: {
          id: 'court:inner-london-sessions-house-crown-court',
          name: 'Inner London Sessions House',
          aliases: ['Inner London', 'Inner London Crown Court'],
          tier: 'CROWN',
          isOpen: true,
          asOf: '2025-09-30',
          region: { code: 'E12000007' },
          status: 'LISTED',
          statusNote: null,
          identifiers: [{ scheme: 'CROWN_LOCATION', value: '440' }],
          openCases: {
            relation: 'SAME',
            site: { id: 'court:inner-london-sessions-house-crown-court' },
            latest: { period: { id: 'S2025-09-30' }, value: 50 },
          },
          catchments: [
            {
              area: { code: 'E09000028' },
              areaOfLaw: 'Divorce',
              kind: 'SERVES',
              basis: 'PARTNER_STATED',
              shareOfArea: null,
              validFrom: null,
              source: 'HM Courts & Tribunals Service, Court Finder',
              asOf: '2015-07-01',
            },
          ],
        },
      },
      errors: undefined,
    });
  });

  it('have no catchment where no source says, and no open cases where none are published', async () => {
    const { data } = await running.ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) {
        ... on Court { name isOpen asOf openCases { latest { value } } catchments { area { code } areaOfLaw } }
      } }`,
      {
        of: ['blackfriars-crown-court', 'bow-county-court', 'nowhere'].map((name) => ({
          __typename: 'Court',
          id: `court:${name}`,
        })),
      },
    );
    const divorce = (code: string) => ({ area: { code }, areaOfLaw: 'Divorce' });
    expect(data?.['_entities']).toEqual([
      { name: 'Blackfriars', isOpen: false, asOf: '2015-07-01', openCases: null, catchments: null },
      {
        name: 'Bow',
        isOpen: false,
        asOf: '2015-07-01',
        openCases: null,
        catchments: [divorce('E09000012'), divorce('E09000025')],
      },
      null,
    ]);
  });

  it('are found by an id that is made of another of their names', async () => {
    const { data } = await running.ask('{ court(id: "court:inner-london-crown-court") { id } }');
    expect(data).toEqual({ court: { id: 'court:inner-london-sessions-house-crown-court' } });
  });

  it('serve what a partner says, first, with its share and its days', async () => {
    await running.load({
      dataset: 'court-catchments',
      name: 'catchments.csv',
      publishedAt: '2026-01-01',
      text: 'court,borough,basis,share_of_borough,valid_from,source\nInner London,Lambeth,LISTING_PRACTICE,0.5,2024-01-01,Listing office\n',
    });
    const { data } = await running.ask(`{ court(id: "court:inner-london-sessions-house-crown-court") {
      catchments { area { code } areaOfLaw kind basis shareOfArea validFrom validTo source asOf }
    } }`);
    expect((data?.['court'] as { readonly catchments: readonly object[] }).catchments[0]).toEqual({
      area: { code: 'E09000022' },
      areaOfLaw: 'Crime',
      kind: 'SERVES',
      basis: 'LISTING_PRACTICE',
      shareOfArea: 0.5,
      validFrom: '2024-01-01',
      validTo: null,
      source: 'Listing office',
      asOf: '2026-01-01',
    });
  });
});

describe('the Crown Court at Harrow, whose building closed in August 2023', () => {
  let harrow: RunningSubgraph;
  const id = 'court:harrow-crown-court';
  const load = (text: string, publishedAt: string) =>
    harrow.load({
      dataset: 'crown-court-open-cases',
      name: `open-${publishedAt}.csv`,
      text: `region,court,open_latest,open_year_ago\n${text}`,
      publishedAt,
    });
  const ask = async (fields: string) => (await harrow.ask(`{ court(id: "${id}") { ${fields} } }`)).data?.['court'];
  beforeAll(async () => {
    harrow = await startRunningSubgraph(subgraph);
    await load('London,Harrow,1000,900\nLondon,Woolwich,50,40\n', '2025-12-18');
  });
  afterAll(() => harrow[Symbol.asyncDispose]());

  it('still resolves, with its figures, and says where its cases are heard', async () => {
    expect(await ask('name isOpen status statusNote openCases { latest { value } }')).toEqual({
      name: 'Harrow',
      isOpen: true,
      status: 'SITTING_ELSEWHERE',
      statusNote: expect.stringMatching(/closed in August 2023 .* heard at six or more other courts/) as string,
      openCases: { latest: { value: 1000 } },
    });
  });

  it('sat in its own building before', async () => {
    expect(
      await ask('before: status(on: "2023-07-31") note: statusNote(on: "2023-07-31") after: status(on: "2023-09-01")'),
    ).toEqual({
      before: 'LISTED',
      note: null,
      after: 'SITTING_ELSEWHERE',
    });
  });

  it('is answered without its status where the day cannot be read', async () => {
    expect(await ask('name before: status(on: "2023-13-31") after: status(on: "2023-09-01")')).toEqual({
      name: 'Harrow',
      before: null,
      after: 'SITTING_ELSEWHERE',
    });
  });

  it('resolves too when the newest release no longer has it', async () => {
    await load('London,Woolwich,60,50\n', '2026-03-26');
    expect(await ask('name isOpen asOf status openCases { latest { period { id } value } }')).toEqual({
      name: 'Harrow',
      isOpen: false,
      asOf: '2025-09-30',
      status: 'SITTING_ELSEWHERE',
      openCases: { latest: { period: { id: 'S2025-09-30' }, value: 1000 } },
    });
  });
});

describe('a court by name', () => {
  const named = async (given: string) => {
    const { data, errors } = await running.ask(`{ court(${given}) { id notMeasuredHere } }`);
    return errors?.[0]?.message ?? (data?.['court'] as { readonly id: string } | null)?.id ?? null;
  };

  it.each([
    ['name: "Old Bailey"', 'court:central-criminal-court'],
    ['name: "inner london"', 'court:inner-london-sessions-house-crown-court'],
    ['name: "Inner London Crown Court"', 'court:inner-london-sessions-house-crown-court'],
    ['name: "Bow"', 'court:bow-county-court'],
    ['id: "COURT:Bow-County-Court"', 'court:bow-county-court'],
  ])('is found by %s', async (given, id) => {
    expect(await named(given)).toBe(id);
  });

  it.each([
    [
      'name: "Bow Crown Court"',
      /^"Bow Crown Court" is the name of no court: expected one such as Bow \(court:bow-county-court\)/,
    ],
    [
      'name: "Blackfryars"',
      /^"Blackfryars" is the name of no court: expected one such as Blackfriars \(court:blackfriars-crown-court\)/,
    ],
    ['id: "court:bow-county-court", name: "Bow"', /^court takes exactly one of id and name$/],
    ['name: null', /^court takes exactly one of id and name$/],
  ])('is refused for %s', async (given, message) => {
    expect(await named(given)).toMatch(message);
  });

  it('says what nobody publishes for it', async () => {
    const { data } = await running.ask(
      '{ bow: court(name: "Bow") { notMeasuredHere } crown: court(name: "Old Bailey") { notMeasuredHere } }',
    );
    expect(data).toEqual({
      bow: {
        notMeasuredHere: [
          expect.stringMatching(/^Open cases of this court are not published/),
          expect.stringMatching(/^How long cases take is not published for any one court/),
        ],
      },
      crown: { notMeasuredHere: [expect.stringMatching(/^How long cases take is not published for any one court/)] },
    });
  });
});
