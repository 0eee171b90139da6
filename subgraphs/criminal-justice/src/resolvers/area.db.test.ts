import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginNewState } from '@boroughgraph/test/support/new-state.ts';
import { type RunningSubgraph, startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { subgraph } from '../subgraph.ts';

const lines = (...rows: readonly string[]) => [...rows, ''].join('\n');

const timeliness = lines(
  'quarter_end,region,geo_level,offence_to_completion_median,offence_to_completion_mean',
  '2025-06-30,London,region,300,450',
  '2025-06-30,England and Wales,national,200,400',
  '2025-09-30,London,region,310,460',
  '2025-09-30,England and Wales,national,210,410',
);
const openCases = lines(
  'region,court,open_latest,open_year_ago',
  'London,Woolwich,50,40',
  'London,Central Criminal Court,20,10',
  'London,Harrow,30,30',
);
const prosecutions = lines(
  ',Number of Homicide Convictions,Number of Homicide Unsuccessful,Number of Robbery Convictions,Number of Robbery Unsuccessful,Number of Admin Finalised Unsuccessful',
  'National,20,8,50,30,9',
  'Metropolitan and City,5,2,25,10,4',
);
const cohort = 'London,Age total';
const ages = ['18 to 20', '21 to 24', '25 to 29', '30 to 34', '35 to 39', '40 to 44', '45 to 49', '50+'];
const reoffending = lines(
  'adult_juv,region,category,cohort,subcat1,offenders,reoffenders',
  ...ages.map((age) => `Adult,${cohort},Apr 2019 to Mar 2020,${age},100,25`),
  ...['10 to 14', '15 to 17'].map((age) => `Juvenile,${cohort},Apr 2019 to Mar 2020,${age},100,50`),
);
const inspections = lines(
  'la_name,score_%,overall_rating,publication_date,report_url',
  'Hackney,50.5,Good,05/03/2021,https://example.org/1',
  'Tower Hamlets and City of London,20,Rating,01/02/2022,',
  'Hackney,,Inadeq uate,04/03/2023,',
);
const convicted = lines(
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,la_name,new_la_code,cla_group,characteristic,number,percentage',
  '2023,Reporting year,Local authority,E92000001,England,E13000001,Inner London,Hackney,E09000012,Convictions,"Convicted or subject to youth cautions, or youth conditional cautions during the year",12,6',
  '2023,Reporting year,Local authority,E92000001,England,E13000001,Inner London,Hackney,E09000012,Convictions,Total ages 10 to 17 years,200,100',
);

let running: RunningSubgraph;
beforeAll(async () => {
  running = await startRunningSubgraph(subgraph);
});
afterAll(() => running[Symbol.asyncDispose]());

const all = `
  courtDelay {
    timeliness { relation directlyMeasured area { code } dimensions { dimension value } latest { period { id } value } }
    openCases { relation directlyMeasured area { code } site { id name kind } observations { period { id } value status } }
  }
  reoffending { relation area { code } dimensions { value } latest { period { id } value numerator denominator } }
  youthJustice {
    inspections { service publishedOn overallRating scorePercent reportUrl areas { code } }
    convictedLookedAfterChildren { relation latest { period { id } value numerator denominator } }
  }
  prosecution {
    convictions { relation area { code } dimensions { value } latest { period { id } value } }
    unsuccessful(category: "admin-finalised") { area { code } latest { value } }
  }`;

/** What a gateway asks of areas. */
const askAreas = (codes: readonly string[], fields: string) =>
  running.ask(`query ($of: [_Any!]!) { _entities(representations: $of) { ... on Area { ${fields} } } }`, {
    of: codes.map((code) => ({ __typename: 'Area', code })),
  });
const askArea = async (code: string, fields: string) => {
  const { data, errors } = await askAreas([code], fields);
  return { area: (data?.['_entities'] as readonly unknown[] | undefined)?.[0], errors };
};

describe('criminal justice around an area, while nothing is loaded', () => {
  it('is null, never an empty list', async () => {
    expect(await askArea('E09000012', all)).toEqual({
      area: {
        courtDelay: { timeliness: null, openCases: null },
        reoffending: null,
        youthJustice: { inspections: null, convictedLookedAfterChildren: null },
        prosecution: { convictions: null, unsuccessful: null },
      },
      errors: undefined,
    });
  });
});

describe('criminal justice around an area', () => {
  beforeAll(async () => {
    const publishedAt = '2025-12-18';
    await running.load({ dataset: 'court-timeliness', name: 'court-timeliness.csv', text: timeliness, publishedAt });
    await running.load({
      dataset: 'crown-court-open-cases',
      name: 'crown-court-open-cases.csv',
      text: openCases,
      publishedAt,
    });
    await running.load({
      dataset: 'cps-outcomes-by-principal-offence',
      text: prosecutions,
      publishedAt,
      name: 'principal_offence_category_march_2015.csv',
    });
    await running.load({
      dataset: 'proven-reoffending',
      name: 'proven-reoffending.csv',
      text: reoffending,
      publishedAt,
    });
    await running.load({
      dataset: 'youth-justice-inspections',
      name: 'youth-justice-inspections.csv',
      text: inspections,
      publishedAt,
    });
    await running.load({
      dataset: 'looked-after-children-convictions',
      name: 'looked-after-children-convictions.csv',
      text: convicted,
      publishedAt,
    });
  });

  it('says where each number was measured and how that relates to the borough', async () => {
    const { area, errors } = await askArea('E09000012', all);
    expect(errors).toBeUndefined();
    const median = [
      { dimension: 'tier', value: 'crown' },
      { dimension: 'stage', value: 'offence-to-completion' },
      { dimension: 'statistic', value: 'median' },
    ];
    const [first, second] = [
      { period: { id: 'S2024-09-30' }, status: 'PUBLISHED' },
      { period: { id: 'S2025-09-30' }, status: 'PUBLISHED' },
    ];
    const between = ['S2024-12-31', 'S2025-03-31', 'S2025-06-30'].map((id) => ({
      period: { id },
      value: null,
      status: 'NOT_AVAILABLE',
    }));
    const court = (id: string, name: string, [then, now]: readonly [number, number]) => ({
      relation: 'SITE_IN_WIDER_AREA',
      directlyMeasured: false,
      area: null,
      site: { id, name, kind: 'court' },
      observations: [{ ...first, value: then }, ...between, { ...second, value: now }],
    });
    expect(area).toEqual({
      courtDelay: {
        timeliness: [
          {
            relation: 'WIDER_AREA',
            directlyMeasured: false,
            area: { code: 'E12000007' },
            dimensions: median,
            latest: { period: { id: '2025-Q3' }, value: 310 },
          },
          {
            relation: 'WIDER_AREA',
            directlyMeasured: false,
            area: { code: 'K04000001' },
            dimensions: median,
            latest: { period: { id: '2025-Q3' }, value: 210 },
          },
        ],
        openCases: [
          court('court:central-criminal-court', 'Central Criminal Court', [10, 20]),
          court('court:harrow-crown-court', 'Harrow', [30, 30]),
          court('court:woolwich-crown-court', 'Woolwich', [40, 50]),
        ],
      },
      // 8 × 25 and 2 × 50 reoffenders of 10 × 100 offenders.
      reoffending: [
        {
          relation: 'WIDER_AREA',
          area: { code: 'E12000007' },
          dimensions: [],
          latest: { period: { id: 'FY2019-20' }, value: 30, numerator: 300, denominator: 1000 },
        },
      ],
      youthJustice: {
        inspections: [
          {
            service: 'Hackney',
            publishedOn: '2023-03-04',
            overallRating: 'INADEQUATE',
            scorePercent: null,
            reportUrl: null,
            areas: [{ code: 'E09000012' }],
          },
          {
            service: 'Hackney',
            publishedOn: '2021-03-05',
            overallRating: 'GOOD',
            scorePercent: 50.5,
            reportUrl: 'https://example.org/1',
            areas: [{ code: 'E09000012' }],
          },
        ],
        convictedLookedAfterChildren: {
          relation: 'SAME',
          latest: { period: { id: 'FY2022-23' }, value: 6, numerator: 12, denominator: 200 },
        },
      },
      prosecution: {
        convictions: expect.arrayContaining([
          {
            relation: 'WIDER_AREA',
            area: { code: 'cps-area:metropolitan-and-city' },
            dimensions: [{ value: 'homicide' }],
            latest: { period: { id: '2015-03' }, value: 5 },
          },
          {
            relation: 'WIDER_AREA',
            area: { code: 'K04000001' },
            dimensions: [{ value: 'robbery' }],
            latest: { period: { id: '2015-03' }, value: 50 },
          },
        ]) as unknown,
        unsuccessful: [
          { area: { code: 'cps-area:metropolitan-and-city' }, latest: { value: 4 } },
          { area: { code: 'K04000001' }, latest: { value: 9 } },
        ],
      },
    });
  });

  it('lists every category where none is named, those of London’s area first', async () => {
    const { area } = await askArea(
      'E09000012',
      'prosecution { convictions { area { code } } unsuccessful { area { code } } }',
    );
    const codes = (count: number) =>
      [...Array<string>(count).fill('cps-area:metropolitan-and-city'), ...Array<string>(count).fill('K04000001')].map(
        (code) => ({ area: { code } }),
      );
    expect(area).toEqual({ prosecution: { convictions: codes(12), unsuccessful: codes(13) } });
  });

  it('narrows to an age group, a statistic and a category', async () => {
    const { area } = await askArea(
      'E09000012',
      `reoffending(ageGroup: ADULT) { latest { value } }
       courtDelay { timeliness(statistic: MEAN) { latest { value } } }
       prosecution { convictions(category: "robbery") { latest { value } } }`,
    );
    expect(area).toEqual({
      reoffending: [{ latest: { value: 25 } }],
      courtDelay: { timeliness: [{ latest: { value: 460 } }, { latest: { value: 410 } }] },
      prosecution: { convictions: [{ latest: { value: 25 } }, { latest: { value: 50 } }] },
    });
  });

  it('is null for a stage or a tier that is not published', async () => {
    const { area, errors } = await askArea(
      'E09000012',
      'courtDelay { stage: timeliness(stage: OFFENCE_TO_CHARGE) { latest { value } } tier: timeliness(tier: FAMILY) { latest { value } } }',
    );
    expect({ area, errors }).toEqual({ area: { courtDelay: { stage: null, tier: null } }, errors: undefined });
  });

  it('refuses an unknown category with a list of those that there are', async () => {
    const { errors } = await askArea(
      'E09000012',
      'prosecution { convictions(category: "piracy") { latest { value } } }',
    );
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('"piracy" is no value of category: expected one of homicide, ') as unknown,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('measures London itself, which holds its courts, and the country without them', async () => {
    const fields =
      'courtDelay { timeliness { relation area { code } } openCases { relation } } reoffending { relation } youthJustice { inspections { service } }';
    const inspected = {
      inspections: [{ service: 'Hackney' }, { service: 'Tower Hamlets and City of London' }, { service: 'Hackney' }],
    };
    const part = { relation: 'PART_OF_AREA' };
    expect((await askArea('E12000007', fields)).area).toEqual({
      courtDelay: {
        timeliness: [
          { relation: 'SAME', area: { code: 'E12000007' } },
          { relation: 'WIDER_AREA', area: { code: 'K04000001' } },
        ],
        openCases: [part, part, part],
      },
      reoffending: [{ relation: 'SAME' }],
      youthJustice: inspected,
    });
    expect((await askArea('E92000001', fields)).area).toEqual({
      courtDelay: { timeliness: [{ relation: 'WIDER_AREA', area: { code: 'K04000001' } }], openCases: null },
      reoffending: null,
      youthJustice: { inspections: null },
    });
  });

  it('gives one inspection to both boroughs of a joint service, and none to a borough without', async () => {
    const fields = 'youthJustice { inspections { overallRating areas { code } } }';
    const joint = {
      youthJustice: { inspections: [{ overallRating: null, areas: [{ code: 'E09000030' }, { code: 'E09000001' }] }] },
    };
    expect((await askArea('E09000001', fields)).area).toEqual(joint);
    expect((await askArea('E09000030', fields)).area).toEqual(joint);
    expect((await askArea('E09000007', fields)).area).toEqual({ youthJustice: { inspections: null } });
  });

  it('says nothing of a ward, where nothing is measured', async () => {
    expect(
      (
        await askArea(
          'E05009370',
          'courtDelay { openCases { relation } } reoffending { relation } youthJustice { inspections { service } } prosecution { convictions { relation } }',
        )
      ).area,
    ).toEqual({
      courtDelay: null,
      reoffending: null,
      youthJustice: null,
      prosecution: null,
    });
  });

  it('sends as many statements for three boroughs as for one', async () => {
    const statementsFor = async (...codes: readonly string[]) => {
      await beginNewState(running.store);
      running.statements.length = 0;
      const { errors } = await askAreas(codes, all);
      expect(errors).toBeUndefined();
      return running.statements.length;
    };
    const one = await statementsFor('E09000012');
    expect(await statementsFor('E09000012', 'E09000007', 'E09000030')).toBe(one);
    expect(one).toBeGreaterThan(0);
  });

  it('finds an indicator for a borough by its headline', async () => {
    const { data } = await running.ask(
      '{ criminalJustice { indicator(id: "court-timeliness") { series(area: "E09000012") { area { code } latest { value } } } } }',
    );
    expect(data).toEqual({
      criminalJustice: { indicator: { series: { area: { code: 'E12000007' }, latest: { value: 310 } } } },
    });
  });
});

describe('court delay around a borough', () => {
  let courts: RunningSubgraph;
  beforeAll(async () => {
    courts = await startRunningSubgraph(subgraph);
    const publishedAt = '2025-12-18';
    await courts.load({ dataset: 'court-timeliness', name: 'regions.csv', text: timeliness, publishedAt });
    await courts.load({ dataset: 'crown-court-open-cases', name: 'open.csv', text: openCases, publishedAt });
  });
  afterAll(() => courts[Symbol.asyncDispose]());

  const delay = `courtDelay {
    timeliness { relation directlyMeasured area { code } latest { value } }
    openCases { relation directlyMeasured site { name } }
  }`;
  const around = async (code: string) => {
    const { entities, errors } = await courts.askEntities('Area', [{ code }], delay);
    expect(errors).toBeUndefined();
    return (entities[0] as { readonly courtDelay: unknown }).courtDelay;
  };
  const wider = (code: string, value: number) => ({
    relation: 'WIDER_AREA',
    directlyMeasured: false,
    area: { code },
    latest: { value },
  });
  const site = (name: string, relation: string) => ({ relation, directlyMeasured: false, site: { name } });

  it('is London and what is wider, and courts of which no source says that they serve it', async () => {
    expect(await around('E09000012')).toEqual({
      timeliness: [wider('E12000007', 310), wider('K04000001', 210)],
      openCases: [
        site('Central Criminal Court', 'SITE_IN_WIDER_AREA'),
        site('Harrow', 'SITE_IN_WIDER_AREA'),
        site('Woolwich', 'SITE_IN_WIDER_AREA'),
      ],
    });
  });

  it('has the local justice area and the LCJB area behind them once a partner loads those', async () => {
    const row = (area: string, value: number) =>
      `court-timeliness,${area},2025-Q3,crown,offence-to-completion,median,${value}`;
    await courts.load({
      dataset: 'court-timeliness',
      name: 'areas.csv',
      publishedAt: '2025-12-19',
      text: lines(
        'indicator,area,period,tier,stage,statistic,value',
        row('London', 310),
        row('K04000001', 210),
        row('local-justice-area:east-london', 280),
        row('East London LCJB', 290),
        row('local-justice-area:west-london', 350),
      ),
    });
    expect(await around('E09000012')).toMatchObject({
      timeliness: [
        wider('E12000007', 310),
        wider('K04000001', 210),
        wider('local-justice-area:east-london', 280),
        wider('lcjb-area:east-london', 290),
      ],
    });
    expect(await around('local-justice-area:west-london')).toMatchObject({
      timeliness: [
        wider('E12000007', 310),
        wider('K04000001', 210),
        { ...wider('local-justice-area:west-london', 350), relation: 'SAME', directlyMeasured: true },
      ],
    });
  });

  it('says that a court serves it where a loaded list does, today and for crime', async () => {
    await courts.load({
      dataset: 'court-catchments',
      name: 'catchments.csv',
      text: lines(
        'court,borough,work,basis,share_of_borough,valid_from,valid_to,source',
        'Woolwich,Hackney,,LISTING_PRACTICE,,2020-01-01,,Listing office',
        'Harrow,Hackney,,LISTING_PRACTICE,,2020-01-01,2023-08-31,Listing office',
        'Old Bailey,Hackney,Divorce,LISTING_PRACTICE,,2020-01-01,,Listing office',
      ),
    });
    expect(await around('E09000012')).toMatchObject({
      openCases: [
        site('Central Criminal Court', 'SITE_IN_WIDER_AREA'),
        site('Harrow', 'SITE_IN_WIDER_AREA'),
        site('Woolwich', 'SITE_SERVING'),
      ],
    });
    expect(await around('E09000003')).toMatchObject({ openCases: [{}, {}, site('Woolwich', 'SITE_IN_WIDER_AREA')] });
  });
});
