import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSubgraph, startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { deleteOutdated } from '@boroughgraph/kit/store/delete-outdated.ts';
import { subgraph } from './subgraph.ts';

/** One store with figures for named users, and one of which everything else is the same. */
let full: RunningSubgraph;
let empty: RunningSubgraph;

const secret = 4711;
const force = 'E23000001';
const header = 'indicator,area,period,first-responder,value\n';

/** Arrests in the force in two months; for named users, in a borough of one of them and of a third. */
const arrests = {
  open: `indicator,area,period,value\nweapon-arrests,${force},2024-02,80\nweapon-arrests,${force},2024-03,90\nknives-seized,Camden,2024-02,12\n`,
  restricted: `weapon-arrests,Hackney,2024-02,${secret}\nweapon-arrests,Hackney,2024-05,${secret}\n`,
};
/** Referrals of London in a year; for named users, by who was first. */
const referrals = {
  open: `${header}modern-slavery-referrals,E12000007,CY2023,,900\n`,
  restricted: `modern-slavery-referrals,E12000007,CY2023,police,${secret}\nmodern-slavery-referrals,E12000007,CY2021,charity,${secret}\n`,
};
/** Arrests of which nothing is for everybody. */
const hidden = `indicator,area,period,value\nweapon-arrests,Hackney,2020-02,${secret}\n`;

beforeAll(async () => {
  [full, empty] = await Promise.all([startRunningSubgraph(subgraph), startRunningSubgraph(subgraph)]);
  await load(full, 'operation-sceptre', arrests.open + arrests.restricted);
  await load(empty, 'operation-sceptre', arrests.open);
  await load(full, 'modern-slavery-referrals', referrals.open + referrals.restricted);
  await load(empty, 'modern-slavery-referrals', referrals.open);
  await load(full, 'operation-sceptre', hidden);
});
afterAll(async () => {
  await Promise.all([full[Symbol.asyncDispose](), empty[Symbol.asyncDispose]()]);
});

async function load(to: RunningSubgraph, dataset: string, text: string): Promise<void> {
  const report = await to.load({ dataset, name: `${dataset}.csv`, text, publishedAt: '2024-06-01' });
  expect(report).toMatchObject({ outcome: 'loaded', rowsRejected: 0 });
}

const cells = 'observations { period { id } value displayValue status flags }';
const everything = `area { code } dimensions { dimension value } ${cells} latest { value release { observationCount } }
  periodIds values statuses isSynthetic caveats { text } trend { direction reason } controlChart { centre reason }
  comparators { kind outcome reason observation { value } } statement`;
const seriesOf = (indicator: string, area: string, dimensions = '[]') =>
  `{ policing { indicator(id: "${indicator}") { series(area: "${area}", dimensions: ${dimensions}) { ${everything} } } } }`;

describe.each([
  ['of a borough that has figures', seriesOf('weapon-arrests', 'E09000012')],
  ['of a borough that has none', seriesOf('weapon-arrests', 'E09000007')],
  ['of the force, which everybody may see', seriesOf('weapon-arrests', force)],
  ['of another indicator of the dataset', seriesOf('knives-seized', 'E09000007')],
  [
    'of London, by who was first',
    seriesOf('modern-slavery-referrals', 'E12000007', '[{dimension: "first-responder", value: "police"}]'),
  ],
  [
    'of London, by somebody who never was',
    seriesOf('modern-slavery-referrals', 'E12000007', '[{dimension: "first-responder", value: "health"}]'),
  ],
  ['of London, which everybody may see', seriesOf('modern-slavery-referrals', 'E12000007')],
  [
    'on a page, and how many there are',
    `{ policing { series(indicators: ["weapon-arrests", "modern-slavery-referrals", "knives-seized"], first: 700) { nodes { ${everything} } hasNextPage endCursor } } }`,
  ],
  [
    'on a short page',
    '{ policing { series(indicators: ["weapon-arrests"], areaType: BOROUGH, first: 3) { nodes { area { code } } hasNextPage endCursor } } }',
  ],
  [
    'on a page of one responder',
    `{ policing { series(indicators: ["modern-slavery-referrals"], dimensions: [{dimension: "first-responder", value: "charity"}]) { nodes { ${everything} } } } }`,
  ],
  [
    'and what is held of each indicator',
    '{ policing { indicators { id held { isHeld firstPeriod { id } lastPeriod { id } periods { periodType firstPeriod { id } } areas { areaType count } sites nextDue absence { reason text } } dimensions { values { value firstPeriod { id } lastPeriod { id } } } characteristics { characteristic state } seriesAbsence(area: "E09000012") { reason text } } } }',
  ],
  [
    'and what the catalogue says of their files',
    '{ policing { datasets { id accessTier latestRelease { publishedAt rowsRead rowsLeftOut rowsRejected observationCount } releases { publishedAt observationCount supersedes } } } }',
  ],
])('the answer %s', (_what, query) => {
  it('is the same whether or not there is a figure for named users, and holds none', async () => {
    const [ofFull, ofEmpty] = await Promise.all([full.ask(query), empty.ask(query)]);
    expect(ofFull.errors).toBeUndefined();
    expect(ofFull).toEqual(ofEmpty);
    expect(JSON.stringify(ofFull)).not.toContain(String(secret));
  });
});

describe('a cut for named users', () => {
  const statusesOf = async (query: string) => {
    const { data } = await full.ask(query);
    return [...new Set(JSON.stringify(data).match(/(?<="status":")\w+/g))];
  };

  it('is withheld by its tier, and the rest of its indicator is not', async () => {
    expect(await statusesOf(seriesOf('weapon-arrests', 'E09000012'))).toEqual(['WITHHELD_BY_TIER']);
    expect(await statusesOf(seriesOf('weapon-arrests', force))).toEqual(['PUBLISHED']);
    const byResponder = '[{dimension: "first-responder", value: "police"}]';
    expect(await statusesOf(seriesOf('modern-slavery-referrals', 'E12000007', byResponder))).toEqual([
      'WITHHELD_BY_TIER',
    ]);
    expect(await statusesOf(seriesOf('modern-slavery-referrals', 'E12000007'))).toEqual(['PUBLISHED']);
  });

  it('is not read from the store', async () => {
    full.statements.length = 0;
    await full.ask(
      `{ policing { indicator(id: "weapon-arrests") { series(area: "E09000012") { ${cells} statement } } } }`,
    );
    expect(
      full.statements.filter((statement) => statement.includes('"values"') && statement.includes('unnest')),
    ).toEqual([]);
  });

  it('is paged through to its end, each series once', async () => {
    const found: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await full.ask(
        'query ($after: String) { policing { series(indicators: ["weapon-arrests"], first: 7, after: $after) { nodes { area { code } } hasNextPage endCursor } } }',
        { after },
      );
      const { series } = data?.['policing'] as {
        readonly series: {
          readonly nodes: readonly { readonly area: { readonly code: string } }[];
          readonly hasNextPage: boolean;
          readonly endCursor: string;
        };
      };
      found.push(...series.nodes.map(({ area }) => area.code));
      [more, after] = [series.hasNextPage, series.endCursor];
    }
    // 33 boroughs and the force.
    expect([found.length, new Set(found).size, found.includes(force)]).toEqual([34, 34, true]);
  });

  it('leaves a checksum by which nobody can tell a guess at the file', async () => {
    const rows = await full.store.sql<{ checksum: string }[]>`select checksum from release`;
    expect(rows.every(({ checksum }) => checksum.startsWith('hmac-sha256:'))).toBe(true);
  });
});

// Last: it takes away what the others look at.
describe('what is held for longer than its dataset says', () => {
  const countOf = async (indicator: string) => {
    const [counted] = await full.store.sql<{ count: number }[]>`
      select count(*)::integer as count from series where indicator_id = ${indicator}`;
    return counted?.count;
  };

  it('is deleted, as far as it is for named users, and everything else answers as before', async () => {
    await load(
      full,
      'met-custody',
      `indicator,area,period,value\nchildren-in-police-custody,Hackney,2024-Q2,${secret}\n`,
    );
    const retentions = [
      { datasetId: 'operation-sceptre', years: 1, isWhole: false },
      { datasetId: 'modern-slavery-referrals', years: 50, isWhole: false },
      { datasetId: 'met-custody', years: 1, isWhole: true },
    ];
    const open = `{ policing { ${['weapon-arrests', 'knives-seized'].map((id, at) => `a${at}: indicator(id: "${id}") { series(area: "${force}") { ${everything} } }`).join(' ')} } }`;
    const before = await full.ask(open);
    expect([await countOf('weapon-arrests'), await countOf('children-in-police-custody')]).toEqual([3, 1]);
    expect(await deleteOutdated(full.store, retentions)).toEqual([
      { datasetId: 'operation-sceptre', releases: [], series: 2 },
      { datasetId: 'met-custody', releases: [expect.stringMatching(/^met-custody@2024-06-01/)], series: 1 },
    ]);
    expect([await countOf('weapon-arrests'), await countOf('children-in-police-custody')]).toEqual([1, 0]);
    expect(await full.ask(open)).toEqual(before);
    expect(await deleteOutdated(full.store, retentions)).toEqual([]);
  });

  it('stays away when its file is loaded again', async () => {
    const text = `indicator,area,period,value\nchildren-in-police-custody,Hackney,2024-Q2,${secret}\n`;
    const file = { dataset: 'met-custody', name: 'met-custody.csv', text, publishedAt: '2024-06-01' };
    expect((await full.load(file)).outcome).not.toBe('loaded');
    expect(await countOf('children-in-police-custody')).toBe(0);
  });
});
