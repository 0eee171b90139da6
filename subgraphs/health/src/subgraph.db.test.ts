import { beginNewState } from '@boroughgraph/test/support/new-state.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSubgraph, startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { subgraph } from './subgraph.ts';

let health: RunningSubgraph;

const admissions = (year: number, hackney: string) =>
  [
    `Code,Area,Resident Population (${year}) - Denominator,Numerator,Expected value,"Indirectly standardised rate per 100,000",Lower 95% confidence limit,Upper 95% confidence limit`,
    `E09000012,Hackney,1000,${hackney}`,
    'E09000007,Camden,1000,600,1000,60,50,70',
    'E13000001,Inner London,1000,900,1000,90,80,99',
    '',
  ].join('\n');

const attendances = (month: string, ...rows: readonly string[]) =>
  [
    'Period,Org Code,Parent Org,Org name,A&E attendances Type 1,A&E attendances Type 2,A&E attendances Other Department,Attendances over 4hrs Type 1,Attendances over 4hrs Type 2,Attendances over 4hrs Other Department',
    ...rows.map((row) => `MSitAE-${month},${row}`),
    '',
  ].join('\n');

beforeAll(async () => {
  health = await startRunningSubgraph(subgraph);
});
afterAll(() => health[Symbol.asyncDispose]());

/** Loads a text, and fails the test where it is not loaded whole. */
async function load(dataset: string, text: string, publishedAt: string, name = `${dataset}.csv`): Promise<void> {
  const report = await health.load({ dataset, name, text, publishedAt });
  expect(report).toMatchObject({ outcome: 'loaded', rowsRejected: 0 });
}

/** What health answers for an area, as a gateway asks. */
async function answerFor(code: string, fields: string): Promise<unknown> {
  const { entities, errors } = await health.askEntities('Area', [{ code }], `health { ${fields} }`);
  expect(errors).toBeUndefined();
  return entities[0];
}

describe('before anything is loaded', () => {
  it('answers null for every series, and for providers', async () => {
    const fields =
      'violenceAttendances { relation } emergencyAdmissions { relation } drugMisuseAdmissions { relation } lookedAfterChildrenSubstanceMisuse { relation }';
    expect(await answerFor('E09000012', fields)).toEqual({
      health: {
        violenceAttendances: null,
        emergencyAdmissions: null,
        drugMisuseAdmissions: null,
        lookedAfterChildrenSubstanceMisuse: null,
      },
    });
    expect(await health.ask('{ healthProviders { id } healthProvider(id: "RA1") { id } }')).toEqual({
      data: { healthProviders: null, healthProvider: null },
    });
  });

  it('answers null for an area of which health measures nothing', async () => {
    expect(await answerFor('E23000001', 'emergencyAdmissions { relation }')).toEqual({ health: null });
  });
});

describe('emergency admissions', () => {
  beforeAll(async () => {
    await load('emergency-admissions', admissions(2014, '349,1000,34.9,33,36'), '2016-12-01', '2014-15.csv');
    await load('emergency-admissions', admissions(2013, '600,1000,60,50,70'), '2015-12-01', '2013-14.csv');
  });

  it('come with limits and a caveat against comparing where returns are incomplete', async () => {
    const fields = `emergencyAdmissions {
      directlyMeasured relation caveats { severity }
      observations { period { id } value flags }
      latest { value displayValue lower upper numerator denominator denominatorPeriod { id } denominatorSource }
    }`;
    expect(await answerFor('E09000012', fields)).toEqual({
      health: {
        emergencyAdmissions: {
          directlyMeasured: true,
          relation: 'SAME',
          caveats: [{ severity: 'DO_NOT_COMPARE' }, { severity: 'CAUTION' }],
          observations: [
            { period: { id: 'FY2013-14' }, value: 60, flags: [] },
            { period: { id: 'FY2014-15' }, value: 34.9, flags: ['PARTIAL_COVERAGE'] },
          ],
          latest: {
            value: 34.9,
            displayValue: '34.9',
            lower: 33,
            upper: 36,
            numerator: 349,
            // It was divided by the expected admissions, of which no file tells.
            denominator: null,
            denominatorPeriod: null,
            denominatorSource: null,
          },
        },
      },
    });
  });

  it('warn of the wider areas that hold incomplete returns, and not of others', async () => {
    const severities = 'emergencyAdmissions { caveats { severity } }';
    expect(await answerFor('E13000001', severities)).toEqual({
      health: { emergencyAdmissions: { caveats: [{ severity: 'CAUTION' }, { severity: 'CAUTION' }] } },
    });
    expect(await answerFor('E09000007', severities)).toEqual({
      health: { emergencyAdmissions: { caveats: [{ severity: 'CAUTION' }] } },
    });
  });

  it('cost as many statements for two areas as for one', async () => {
    const count = async (codes: readonly string[]) => {
      await beginNewState(health.store);
      health.statements.length = 0;
      const keys = codes.map((code) => ({ code }));
      await health.askEntities('Area', keys, 'health { emergencyAdmissions { latest { value } } }');
      return health.statements.length;
    };
    expect(await count(['E09000012', 'E09000007'])).toBe(await count(['E09000012']));
  });
});

describe('drug misuse admissions', () => {
  beforeAll(() =>
    load(
      'drug-misuse-admissions',
      'year,Barnet,City of London and Hackney,Derby,Leeds,York\n2018,30,40,100,270,60\n2019,35,45,70,250,65\n2020,250,65,35,45,350\n',
      '2021-02-01',
    ),
  );

  it('of a borough that is published with another are those of both, and say so', async () => {
    const fields = `drugMisuseAdmissions {
      directlyMeasured relation area { code } breaks { at kind }
      latest { period { id } value flags } observations { status }
    }`;
    const composite = {
      directlyMeasured: false,
      relation: 'COMPOSITE',
      area: { code: 'composite:city-of-london-and-hackney' },
      breaks: [{ at: '2017-04-01', kind: 'DEFINITION' }],
      latest: { period: { id: 'FY2018-19' }, value: 45, flags: ['ROUNDED', 'COMPOSITE_AREA'] },
      observations: [{ status: 'PUBLISHED' }, { status: 'PUBLISHED' }, { status: 'NOT_AVAILABLE' }],
    };
    expect(await answerFor('E09000012', fields)).toEqual({ health: { drugMisuseAdmissions: composite } });
    expect(await answerFor('E09000001', fields)).toEqual({ health: { drugMisuseAdmissions: composite } });
  });

  it('of the composite itself are measured directly, and London has none', async () => {
    expect(
      await answerFor('composite:city-of-london-and-hackney', 'drugMisuseAdmissions { relation latest { value } }'),
    ).toEqual({ health: { drugMisuseAdmissions: { relation: 'SAME', latest: { value: 45 } } } });
    expect(await answerFor('E12000007', 'drugMisuseAdmissions { relation }')).toEqual({
      health: { drugMisuseAdmissions: null },
    });
  });
});

describe('providers', () => {
  beforeAll(async () => {
    const [ofApril, ofJanuary] = [
      attendances(
        'APRIL-2022',
        'RA1,NHS ENGLAND LONDON,NEW NAME,900,20,80,90,2,8',
        'RA2,NHS ENGLAND LONDON,SECOND,5,0,0,1,0,0',
      ),
      attendances(
        'JANUARY-2020',
        'RA1,NHS ENGLAND LONDON,OLD NAME,700,0,0,70,0,0',
        'RA3,NHS ENGLAND LONDON,CLOSED,0,0,9,0,0,0',
      ),
    ];
    // The newer table is loaded first: the day of publication counts, not that of the load.
    await load('accident-and-emergency', ofApril, '2022-05-12');
    await load('accident-and-emergency', ofJanuary, '2020-02-13');
  });

  it('are those of every table, each as the newest names it', async () => {
    expect(await health.ask('{ healthProviders { id name parentOrganisation } }')).toEqual({
      data: {
        healthProviders: [
          { id: 'RA1', name: 'NEW NAME', parentOrganisation: 'NHS ENGLAND LONDON' },
          { id: 'RA2', name: 'SECOND', parentOrganisation: 'NHS ENGLAND LONDON' },
          { id: 'RA3', name: 'CLOSED', parentOrganisation: 'NHS ENGLAND LONDON' },
        ],
      },
    });
  });

  it('have attendances and waits by department, at the site', async () => {
    const query = `{ healthProvider(id: "RA1") {
      all: attendances { latest { period { id } value } }
      type1: attendances(department: TYPE_1) { relation area { code } site { id name kind } latest { value } dimensions { value label } }
      other: waitsOverFourHours(department: OTHER) { latest { value } }
    } }`;
    expect(await health.ask(query)).toEqual({
      data: {
        healthProvider: {
          all: { latest: { period: { id: '2022-04' }, value: 1000 } },
          type1: {
            relation: 'SAME',
            area: null,
            site: { id: 'RA1', name: 'NEW NAME', kind: 'provider' },
            latest: { value: 900 },
            dimensions: [{ value: 'type-1', label: 'Type 1' }],
          },
          other: { latest: { value: 8 } },
        },
      },
    });
  });

  it('have gaps in months that no table holds', async () => {
    const query =
      '{ healthProvider(id: "RA3") { attendances { observations { period { id } value status release { publishedAt } } } } }';
    const { data } = await health.ask(query);
    const { observations } = (data as { healthProvider: { attendances: { observations: readonly object[] } } })
      .healthProvider.attendances;
    expect([observations.length, observations[0], observations[1], observations.at(-1)]).toEqual([
      28,
      { period: { id: '2020-01' }, value: 9, status: 'PUBLISHED', release: { publishedAt: '2020-02-13' } },
      { period: { id: '2020-02' }, value: null, status: 'NOT_AVAILABLE', release: null },
      { period: { id: '2022-04' }, value: null, status: 'NOT_AVAILABLE', release: { publishedAt: '2022-05-12' } },
    ]);
  });

  it('answer as entities, null for an unknown code', async () => {
    expect(await health.askEntities('Provider', [{ id: 'RA2' }, { id: 'RX9' }], 'id name')).toEqual({
      entities: [{ id: 'RA2', name: 'SECOND' }, null],
    });
    expect(await health.ask('{ healthProvider(id: "ra2") { id } }')).toEqual({
      data: { healthProvider: { id: 'RA2' } },
    });
    expect(await health.ask('{ healthProvider(id: "ra9") { id } }')).toEqual({ data: { healthProvider: null } });
  });

  it('have no id that PostgreSQL cannot hold: it is refused as the fault of the argument', async () => {
    const query =
      'query ($id: ID!) { health { series(indicators: ["ae-attendances"], sites: [$id]) { nodes { values } } } }';
    const { errors } = await health.ask(query, { id: 'RA1\u0000' });
    expect(errors?.map(({ message, extensions }) => [extensions?.['code'], message])).toEqual([
      ['BAD_USER_INPUT', 'an argument holds the character U+0000: expected text without it'],
    ]);
  });
});

describe('a download of Fingertips without London', () => {
  it('is no release, since it leaves nothing to serve', async () => {
    const text =
      'Indicator ID,Indicator Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,Value note,Time period Sortable\n11202,Violence,E06000015,Derby,UA,Persons,All ages,,,2017/18,20,19,21,5000,250000,,20170000\n';
    const report = await health.load({ dataset: 'fingertips', name: 'file.csv', text, publishedAt: '2019-01-01' });
    expect(report).toMatchObject({ outcome: 'empty', rowsRead: 1, rowsLeftOut: 1 });
    const query =
      '{ health { dataset(id: "fingertips") { latestRelease { publishedAt } } indicator(id: "fingertips-11202") { series(area: "E09000012") { relation } } } }';
    expect(await health.ask(query)).toEqual({
      data: {
        health: {
          dataset: { latestRelease: null },
          indicator: { series: null },
        },
      },
    });
  });
});

describe('attendances after violence', () => {
  const secret = 4711;
  beforeAll(() =>
    load(
      'violence-attendances',
      `indicator,area,period,assault-method,value,flags\nviolence-attendances,Hackney,2024-01,,${secret},ESTIMATED\nviolence-attendances,Hackney,2024-02,,${secret},\nviolence-attendances,Hackney,2024-01,firearm,${secret},\n`,
      '2024-03-01',
    ),
  );

  const withheld = (...periods: readonly string[]) =>
    periods.map((id) => ({
      period: { id },
      value: null,
      displayValue: '[restricted]',
      status: 'WITHHELD_BY_TIER',
      flags: [],
    }));
  const observations = 'latest { value } observations { period { id } value displayValue status flags }';

  it('are withheld in every month, alike where something is stored and where nothing is', async () => {
    const field = `violenceAttendances { ${observations} values statuses }`;
    const answer = {
      health: {
        violenceAttendances: {
          latest: null,
          observations: withheld('2024-01', '2024-02'),
          values: [null, null],
          statuses: ['WITHHELD_BY_TIER', 'WITHHELD_BY_TIER'],
        },
      },
    };
    expect(await answerFor('E09000012', field)).toEqual(answer);
    expect(await answerFor('E09000007', field)).toEqual(answer);
    expect(await answerFor('E09000012', field.replace('{', '(assaultMethod: "firearm") {'))).toEqual(answer);
  });

  it('refuse an unknown method', async () => {
    const { errors } = await health.askEntities(
      'Area',
      [{ code: 'E09000012' }],
      'health { violenceAttendances(assaultMethod: "fists") { relation } }',
    );
    expect(errors).toMatchObject([
      {
        message:
          '"fists" is no value of assault-method: expected one of body-part, sharp-object, blunt-object, firearm, sexual, other, unknown',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  it('are read by nobody, whichever way a client asks', async () => {
    const query = `{ health {
      indicator(id: "violence-attendances") { series(area: "E09000012") { ${observations} statement } }
      series(indicators: ["violence-attendances"], areas: ["E09000012", "E09000007"]) { nodes { area { code } ${observations} } }
      dataset(id: "violence-attendances") { accessTier }
    } }`;
    health.statements.length = 0;
    const answer = await health.ask(query);
    expect(JSON.stringify(answer)).not.toContain(String(secret));
    expect(health.statements.filter((statement) => statement.includes('from unnest'))).toEqual([]);
    expect(answer).toMatchObject({
      data: {
        health: {
          indicator: { series: { latest: null, observations: withheld('2024-01', '2024-02') } },
          series: {
            nodes: [
              { area: { code: 'E09000007' }, observations: withheld('2024-01', '2024-02') },
              { area: { code: 'E09000012' }, observations: withheld('2024-01', '2024-02') },
            ],
          },
          dataset: { accessTier: 'RESTRICTED_AGGREGATE' },
        },
      },
    });
  });
});
