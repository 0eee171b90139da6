import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addAgreement, type Agreement, endAgreement } from '@boroughgraph/kit/store/agreements.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type NamedSystem, startNamedSystem } from '../support/named-system.ts';
import { requestsDuring } from '../support/written-requests.ts';
import { testDirectory } from './named/directory.ts';
import { testDoors } from './named/doors.ts';
import { testRestarts } from './named/restarts.ts';

/** A question that nobody may have answered without an agreement, and the file that answers it. */
interface Question {
  readonly asks: string;
  readonly agency: string;
  readonly rootField: string;
  readonly dataset: string;
  /** Tidy, in the form of `npm run load -- --template`. */
  readonly file: string;
  readonly indicator: string;
  readonly area: string;
  readonly dimensions?: string;
  readonly answer: number;
}

const [london, hackney, camden] = ['E12000007', 'E09000012', 'E09000007'];

const questions: readonly Question[] = [
  {
    asks: 'How many children were screened in custody?',
    agency: 'health',
    rootField: 'health',
    dataset: 'liaison-and-diversion',
    file: `indicator,area,period,age-group,value
liaison-and-diversion-screenings,London,2024-Q2,,2400
liaison-and-diversion-screenings,London,2024-Q2,under-18,420
`,
    indicator: 'liaison-and-diversion-screenings',
    area: london,
    dimensions: '[{dimension: "age-group", value: "under-18"}]',
    answer: 420,
  },
  {
    asks: 'How many people were detained under section 136, as the NHS counts?',
    agency: 'health',
    rootField: 'health',
    dataset: 'section-136-nhs',
    file: 'indicator,area,period,value\nsection-136-detentions-nhs,London,FY2023-24,4200\n',
    indicator: 'section-136-detentions-nhs',
    area: london,
    answer: 4200,
  },
  {
    asks: 'What did the safeguarding hub pass on to social care, beside referrals of exploitation?',
    agency: 'local-authority',
    rootField: 'localAuthority',
    dataset: 'mash',
    file: `indicator,area,period,outcome,value
mash-referrals,Hackney,2024-Q2,,310
mash-referrals,Hackney,2024-Q2,childrens-social-care,150
mash-referrals,Hackney,2024-Q2,early-help,100
mash-referrals,Hackney,2024-Q2,other-agency,60
mash-referrals,Camden,2024-Q2,,7319
`,
    indicator: 'mash-referrals',
    area: hackney,
    answer: 310,
  },
  {
    asks: 'What share of exploitation cases did social care refer?',
    agency: 'local-authority',
    rootField: 'localAuthority',
    dataset: 'exploitation-referrals',
    file: 'indicator,area,period,value\nexploitation-referrals-from-social-care,Hackney,FY2023-24,35\n',
    indicator: 'exploitation-referrals-from-social-care',
    area: hackney,
    answer: 35,
  },
  {
    asks: 'How large is the cohort of domestic and sexual offenders of interest?',
    agency: 'criminal-justice',
    rootField: 'criminalJustice',
    dataset: 'cohort-of-interest',
    file: 'indicator,area,period,kind,value\ncohort-of-interest,Hackney,S2024-03-31,,140\ncohort-of-interest,London,S2024-03-31,,4100\n',
    indicator: 'cohort-of-interest',
    area: hackney,
    answer: 140,
  },
  {
    asks: 'How many young people enter custody?',
    agency: 'policing',
    rootField: 'policing',
    dataset: 'met-custody',
    file: 'indicator,area,period,value\nchildren-in-police-custody,Hackney,2024-Q2,160\nchildren-in-police-custody,Camden,2024-Q2,110\n',
    indicator: 'children-in-police-custody',
    area: hackney,
    answer: 160,
  },
  {
    asks: 'How many people came to emergency departments after violence?',
    agency: 'health',
    rootField: 'health',
    dataset: 'violence-attendances',
    file: `indicator,area,period,assault-method,value
violence-attendances,Hackney,2024-05,,90
violence-attendances,Camden,2024-05,,70
`,
    indicator: 'violence-attendances',
    area: hackney,
    answer: 90,
  },
];

const police: Caller = { organisation: 'met-police' };
const council: Caller = { organisation: 'hackney-council' };
const stranger: Caller = { organisation: 'a-newspaper' };

const today = new Date().toISOString().slice(0, 10);
const agreementOf = (
  organisation: string,
  datasetIds: readonly string[],
  more: Partial<Agreement> = {},
): Agreement => ({
  id: `${organisation}-${datasetIds.join('-')}`,
  organisation,
  datasetIds,
  areas: null,
  purposes: ['SERIOUS_VIOLENCE_DUTY'],
  from: '2020-01-01',
  until: '2999-12-31',
  reference: null,
  ...more,
});

let system: NamedSystem;
const agree = (agency: string, agreement: Agreement) => addAgreement(system.agency(agency).store.sql, agreement);
const datasetsOf = (agency: string) => questions.filter((each) => each.agency === agency).map(({ dataset }) => dataset);

/** What lets the council read what is of its borough. */
const ofCouncil = (agency: string) => agreementOf('hackney-council', datasetsOf(agency), { areas: [hackney] });

beforeAll(async () => {
  system = await startNamedSystem();
  for (const { agency, dataset, file } of questions) await system.load(agency, dataset, file);
  for (const agency of system.agencies.keys()) {
    await agree(agency, agreementOf('met-police', datasetsOf(agency)));
    await agree(agency, ofCouncil(agency));
  }
}, 120_000);
afterAll(() => system[Symbol.asyncDispose]());

const figures = `latest { value release { observationCount } } observations { value status release { id } } values statement
  comparators { observation { value } } controlChart { centre reason }`;

const askFor = (
  { rootField, indicator, area, dimensions = '[]' }: Omit<Question, 'asks'>,
  selection = 'latest { value }',
) =>
  `{ ${rootField} { indicator(id: "${indicator}") { series(area: "${area}", dimensions: ${dimensions}) { ${selection} } } } }`;

interface SeriesAnswer {
  readonly latest: { readonly value: number } | null;
  readonly observations: readonly { readonly value: number | null; readonly status: string }[];
}

async function seriesFor(caller: Caller | null, question: Question, selection = figures): Promise<SeriesAnswer> {
  const { data, errors } = await system.askAs(caller, askFor(question, selection));
  expect(errors).toBeUndefined();
  // The form of the question.
  const agency = data?.[question.rootField] as { indicator: { series: SeriesAnswer } };
  return agency.indicator.series;
}

/** True where nothing of a series is told but that it is withheld. */
async function isWithheld(caller: Caller | null, question: Question): Promise<boolean> {
  const series = await seriesFor(caller, question);
  expect(JSON.stringify(series)).not.toMatch(new RegExp(`\\b${question.answer}\\b`));
  return (
    series.latest === null &&
    series.observations.length > 0 &&
    series.observations.every(({ status, value }) => status === 'WITHHELD_BY_TIER' && value === null)
  );
}

describe.each(questions.map((question) => [question.asks, question] as const))('%s', (_, question) => {
  it('is answered to whoever has the right agreement', async () => {
    expect((await seriesFor(police, question)).latest?.value).toBe(question.answer);
  });

  it('is withheld from everybody else, and from the same caller for another purpose or none, or without the scope', async () => {
    const others: readonly (Caller | null)[] = [
      null,
      stranger,
      { ...police, purpose: 'RESEARCH' },
      { ...police, purpose: null },
      { ...police, scopes: [] },
      { ...police, scopes: ['everything:restricted', `${question.agency}:read`] },
    ];
    for (const other of others) expect([other, await isWithheld(other, question)]).toEqual([other, true]);
  });
});

const violence = questions.at(-1);
if (violence === undefined) throw new Error('there is a question about violence');

describe('A council with an agreement about its borough', () => {
  it('sees its own figures, and whatever is of another borough is withheld', async () => {
    const own = await seriesFor(council, violence);
    expect([own.latest?.value, await isWithheld(council, { ...violence, area: camden, answer: 70 })]).toEqual([
      90,
      true,
    ]);
  });

  it('sees in pages of series its own alone, and of every other the same as everybody', async () => {
    const page = (caller: Caller | null) =>
      system.askAs(
        caller,
        `{ health { series(indicators: ["violence-attendances"], areaType: BOROUGH, first: 100) { nodes { area { code } values statuses } } } }`,
      );
    const nodesOf = ({ data }: Awaited<ReturnType<typeof page>>) =>
      (data?.['health'] as { series: { nodes: readonly { area: { code: string }; values: readonly unknown[] }[] } })
        .series.nodes;
    const [own, open] = [nodesOf(await page(council)), nodesOf(await page(null))];
    expect(own.map(({ area }) => area.code)).toEqual(open.map(({ area }) => area.code));
    expect(own.filter(({ values }) => values.some((value) => value !== null))).toMatchObject([
      { area: { code: hackney }, values: [90] },
    ]);
  });

  it('learns nothing of the whole file: neither its releases nor what they count', async () => {
    const query = '{ health { datasets { id latestRelease { observationCount } releases { id } } } }';
    const ofDataset = async (caller: Caller) => {
      const { data } = await system.askAs(caller, query);
      const { datasets } = data?.['health'] as { datasets: readonly { id: string }[] };
      return datasets.find(({ id }) => id === violence.dataset);
    };
    expect(await ofDataset(council)).toMatchObject({ latestRelease: null, releases: [] });
    expect(await ofDataset(police)).toMatchObject({ latestRelease: { observationCount: 2 } });
    expect(JSON.stringify(await seriesFor(council, violence))).not.toContain('observationCount":');
  });
});

describe('A cut of an open dataset that is for named users', () => {
  const arrests = {
    agency: 'policing',
    rootField: 'policing',
    dataset: 'operation-sceptre',
    indicator: 'weapon-arrests',
    asks: '',
    file: '',
  };
  const [ofHackney, ofCamden] = [
    { ...arrests, area: hackney, answer: 3511 },
    { ...arrests, area: camden, answer: 2733 },
  ];

  it('is seen by whoever has an agreement about its place, beside what is open, and by nobody else', async () => {
    const rows = ['E23000001,2024-02,9000', `${hackney},2024-02,3511`, `${camden},2024-02,2733`];
    const text = ['indicator,area,period,value', ...rows.map((row) => `weapon-arrests,${row}`), ''].join('\n');
    await system.load('policing', 'operation-sceptre', text);
    await agree('policing', agreementOf('met-police', ['operation-sceptre']));
    await agree('policing', agreementOf('hackney-council', ['operation-sceptre'], { areas: [hackney] }));
    const seen = [
      await seriesFor(police, ofHackney),
      await seriesFor(police, ofCamden),
      await seriesFor(council, ofHackney),
    ].map(({ latest }) => latest?.value);
    expect(seen).toEqual([3511, 2733, 3511]);
    expect([
      await isWithheld(council, ofCamden),
      await isWithheld(null, ofHackney),
      await isWithheld(stranger, ofHackney),
    ]).toEqual([true, true, true]);
    const page = await system.askAs(
      police,
      '{ policing { series(indicators: ["weapon-arrests"], areaType: BOROUGH, first: 40) { nodes { area { code } values } } } }',
    );
    expect(JSON.stringify(page)).toContain('3511');
  });
});

describe('An agreement', () => {
  const about = (id: string, more: Partial<Agreement>) =>
    agreementOf('new-partner', ['violence-attendances'], { id, ...more });
  const partner: Caller = { organisation: 'new-partner' };

  it.each([
    ['that begins tomorrow', { from: '2990-01-01' }],
    ['that ended yesterday', { until: '2020-12-31' }],
    ['for another purpose', { purposes: ['PERFORMANCE'] as const }],
    ['about another dataset', { datasetIds: ['section-136-nhs'] }],
    ['about another area', { areas: [camden] }],
    ['of another organisation', { organisation: 'new-partner-2' }],
  ])('%s lets nobody read', async (name, more) => {
    await agree('health', about(name, more));
    expect(await isWithheld(partner, violence)).toBe(true);
  });

  it('holds from the request after it is added, today, until the request after it is ended', async () => {
    await agree('health', about('for-today', { from: today, until: today }));
    expect((await seriesFor(partner, violence)).latest?.value).toBe(90);
    expect(await endAgreement(system.agency('health').store.sql, 'for-today')).toBe(true);
    expect(await isWithheld(partner, violence)).toBe(true);
  });
});

describe('The store by itself', () => {
  it('shows its server no restricted figure in a statement that was granted nothing, and others to nobody else', async () => {
    const { readerUrl, subgraph } = system.agency('health');
    const { openStore } = await import('@boroughgraph/kit/store/database.ts');
    const store = openStore({ url: readerUrl, schema: subgraph.databaseSchema, connections: 1 });
    const [counted] = await store.sql<{ count: string }[]>`select count(*)::text from series`;
    await store.close();
    expect(counted?.count).toBe('0');
  });

  it('reads in one statement what was granted, and leaves nothing of it on the connection', async () => {
    const { statements } = system.agency('health');
    await seriesFor(police, violence, 'latest { value }');
    statements.length = 0;
    await seriesFor(police, violence, 'latest { value }');
    const [agreements, reads] = [
      statements.filter((text) => text.includes('"agreement"')),
      statements.filter((text) => text.includes('set_config')),
    ];
    expect([agreements.length, reads.length > 0, statements.some((text) => /^(begin|set )/i.test(text))]).toEqual([
      1,
      true,
      false,
    ]);
    expect(await isWithheld(null, violence)).toBe(true);
  });
});

describe('What is written down', () => {
  /** The requests of some work, as they were written down. */
  const writtenOf = (work: () => Promise<unknown>) => requestsDuring(system.auditFolder, work);
  /** What is not waited for is written with the next that is. */
  const noted = (work: () => Promise<unknown>) =>
    writtenOf(async () => {
      await work();
      await seriesFor(police, violence, 'latest { value }');
    }).then((entries) => entries.slice(0, -1));

  it('of a figure that was read is who read it, for what, by which operation, of which releases and areas, and how many', async () => {
    const query = askFor(violence).replace('{', 'query Violence {');
    const [entry, ...more] = await writtenOf(() => system.askAs(police, query));
    expect([entry, more]).toEqual([
      {
        kind: 'request',
        at: expect.stringMatching(/^20\d\d-.*Z$/) as string,
        requestId: expect.stringMatching(/^[\w-]{8,64}$/) as string,
        organisation: 'met-police',
        subject: 'somebody',
        purpose: 'SERIOUS_VIOLENCE_DUTY',
        operationName: 'Violence',
        operationHash: createHash('sha256').update(query).digest('hex'),
        touched: [
          {
            agency: 'health',
            dataset: 'violence-attendances',
            releases: [expect.stringContaining('violence-attendances') as string],
            areas: [hackney],
            indicators: ['violence-attendances'],
            cuts: [''],
            shown: 1,
            withheld: 0,
          },
        ],
        protectedShown: [],
        outcome: 'answered',
      },
      [],
    ]);
  });

  it.each([
    ['somebody without an agreement', stranger, 'a-newspaper'],
    ['nobody who is named', null, null],
  ])('of a figure that was withheld from %s is that it was asked for', async (_, caller, organisation) => {
    const [entry] = await noted(() => system.askAs(caller, askFor(violence)));
    const touched = [{ dataset: 'violence-attendances', areas: [hackney], releases: [], shown: 0, withheld: 1 }];
    expect(entry).toMatchObject({ organisation, touched });
  });

  it('of a list of what a restricted file is, is whose it was', async () => {
    const query = '{ health { datasets { id releases { id rowsRead } } } }';
    const [entry] = await writtenOf(() => system.askAs(police, query));
    const touched = entry?.touched.find(({ dataset }) => dataset === 'section-136-nhs');
    expect(touched).toMatchObject({ agency: 'health', areas: [], shown: 0 });
    expect(touched?.releases).toHaveLength(1);
  });

  it('of a token that was refused is the refusal, and of open figures nothing', async () => {
    const entries = await noted(async () => {
      await fetch(`${system.url}/graphql?query={__typename}`, { headers: { authorization: 'Bearer not.a.token' } });
      await system.askAs(police, '{ boroughs { name } }');
    });
    expect(entries).toMatchObject([{ organisation: null, operationHash: null, outcome: 'UNAUTHENTICATED' }]);
  });

  it('has no token, no figure and no variable', () => {
    const files = readdirSync(system.auditFolder).map((name) => readFileSync(join(system.auditFolder, name), 'utf8'));
    // Without signatures and hashes of Base64: among so many, one has any three letters now and then.
    const text = files.join('\n').replaceAll(/^[\w-]{86} |"(?:previous|hash|signature)":"[\w-]{43,86}"/gm, '');
    expect(text).toContain('"operationHash"');
    for (const secret of ['Bearer', 'eyJ', '"value"', 'not.a.token', 'variables']) expect(text).not.toContain(secret);
  });

  it('comes before a restricted answer, and costs open ones nothing: a disk that fails refuses the one alone', async () => {
    const [open, restricted] = ['{ boroughs { name } }', askFor(violence, 'latest { value }')];
    const aside = `${system.auditFolder}-aside`;
    renameSync(system.auditFolder, aside);
    writeFileSync(system.auditFolder, 'in the way');
    try {
      expect(await system.askAs(police, restricted)).toMatchObject({
        errors: [
          { extensions: { code: 'AUDIT_UNAVAILABLE' }, message: expect.stringContaining('Ask again later') as string },
        ],
      });
      expect(JSON.stringify(await system.askAs(police, restricted))).not.toContain('90');
      for (const caller of [police, null]) expect((await system.askAs(caller, open)).errors).toBeUndefined();
      expect(await isWithheld(stranger, violence)).toBe(true);
    } finally {
      rmSync(system.auditFolder);
      renameSync(aside, system.auditFolder);
    }
    expect((await seriesFor(police, violence)).latest?.value).toBe(90);
    expect((await system.readAudit()).problems).toEqual([]);
  });
});

describe('What is for everybody alone', () => {
  async function take(caller: Caller | null, path: string) {
    const response = await fetch(system.url + path, { headers: caller === null ? {} : await system.headersOf(caller) });
    return { status: response.status, text: await response.text() };
  }

  it('has no file of a release of any of it, whoever asks first', async () => {
    const releases: string[] = [];
    for (const { agency, dataset } of questions) {
      const { sql } = system.agency(agency).store;
      const [release] = await sql<{ id: string }[]>`select id from release where dataset_id = ${dataset} limit 1`;
      releases.push(release?.id ?? '');
      for (const [caller, form] of [
        [police, 'parquet'],
        [null, 'csv.gz'],
      ] as const) {
        const { status, text } = await take(caller, `/data/releases/${release?.id ?? ''}.${form}`);
        expect([dataset, status, text.includes('There is no release')]).toEqual([dataset, 404, true]);
      }
    }
    const { text } = await take(null, '/catalogue.jsonld');
    expect(releases.filter((release) => text.includes(release))).toEqual([]);
  });
});

// Here, since starting another system costs more than most of what they ask.
testDoors(() => system);
testRestarts(() => system);
testDirectory(() => system, ofCouncil('health'));
