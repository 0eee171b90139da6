import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { inventoryPath, isQuoted } from '@boroughgraph/test/support/plan-documents.ts';
import { beginNewState } from '@boroughgraph/test/support/new-state.ts';
import { type RunningSubgraph, startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataset } from '../datasets/local-priorities.ts';
import { documentedPriorities } from '../local-priorities/documented-priorities.ts';
import { subgraph } from '../subgraph.ts';

const headings = 'borough,title,offence,valid_from,valid_to,rationale,source';
const list = (...rows: readonly string[]) => [headings, ...rows, ''].join('\n');

let agency: RunningSubgraph;
beforeAll(async () => {
  agency = await startRunningSubgraph(subgraph);
});
afterAll(() => agency[Symbol.asyncDispose]());

/** Titles that stood on a day, with a mark behind those that are made up. */
async function titles(code: string, on: string): Promise<readonly string[] | null> {
  const { data, errors } = await agency.ask(
    `{ borough(code: "${code}") { localPriorities(on: "${on}") { title isSynthetic } } }`,
  );
  expect(errors).toBeUndefined();
  const { localPriorities } = data?.['borough'] as {
    readonly localPriorities: readonly { readonly title: string; readonly isSynthetic: boolean }[] | null;
  };
  return localPriorities?.map(({ title, isSynthetic }) => (isSynthetic ? `${title} (made up)` : title)) ?? null;
}

const mandatory = [
  'Antisocial behaviour',
  'Sexual violence',
  'Domestic abuse',
  'Child sexual exploitation',
  'Weapon-based crime',
  'Hate crime',
];

describe('the local priorities of a borough', () => {
  it('are those of every borough while no list is loaded, in the years of the plan alone', async () => {
    expect(await titles('E09000003', '2017-04-01')).toEqual(mandatory);
    expect(await titles('E09000012', '2021-03-31')).toEqual(mandatory);
    expect([await titles('E09000012', '2017-03-31'), await titles('E09000012', '2021-04-01')]).toEqual([null, null]);
  });

  it('are those that a document names, while no list of the borough is loaded, as the borough means them', async () => {
    expect(await titles('E09000012', '2018-03-31')).toEqual(['Theft', ...mandatory]);
    expect(await titles('E09000012', '2018-04-01')).toEqual(mandatory);
    const { data } = await agency.ask(`{ borough(code: "E09000012") { localPriorities(on: "2017-06-01") {
      title meaning consulted evidence wardInput wardInputNote source dimensions { value }
      measuredBy { ... on PolicingIndicator { link } }
    } } }`);
    const { localPriorities } = data?.['borough'] as { readonly localPriorities: readonly object[] };
    expect(localPriorities.slice(0, 2)).toEqual([
      {
        title: 'Theft',
        meaning: 'For LB Hackney, theft includes robbery, snatch and person',
        consulted: ['Local police leaders', 'The elected council'],
        evidence: expect.stringContaining('local strategic assessments') as string,
        wardInput: 'NOT_TAKEN_UP',
        wardInputNote: expect.stringContaining('are not having any input into local priorities') as string,
        source: 'Business Plan 2017-18 (Metropolitan Police Service), lines 1472, 1476, 1511 of the text extract',
        dimensions: [],
        measuredBy: [
          { link: 'recorded-crime offence-group=robbery' },
          { link: 'recorded-crime offence=theft-from-the-person;offence-group=theft' },
        ],
      },
      {
        title: 'Antisocial behaviour',
        meaning: null,
        consulted: ['Whoever answered the consultation on the Plan'],
        evidence: null,
        wardInput: 'NOT_TAKEN_UP',
        wardInputNote: expect.any(String) as string,
        source: 'Police and Crime Plan 2017-21 (Mayoral decision PCD 168), lines 2066, 961 of the text extract',
        dimensions: [],
        measuredBy: [{ link: 'antisocial-behaviour-incidents' }],
      },
    ]);
  });

  it.skipIf(inventoryPath === null)('are quoted from the lines that they cite, where the documents are at hand', () => {
    const [theft] = documentedPriorities['E09000012'] ?? [];
    const quoted = [
      [theft?.meaning ?? '', theft?.source ?? ''],
      ...[theft?.rationale, theft?.evidence, theft?.wardInputNote].map((text) => {
        const [, words = '', source = ''] = /^(.*?) \((.* of the text extract)\)$/.exec(text ?? '') ?? [];
        return [words, source];
      }),
    ];
    expect(quoted.filter(([words = '', source = '']) => words === '' || !isQuoted(words, source))).toEqual([]);
  });

  it('are null for the City of London, which the plan does not bind', async () => {
    expect(await titles('E09000001', '2018-01-01')).toBeNull();
  });

  it('are not made up beside real ones, and marked where made-up ones stand alone', async () => {
    const source = sourceFile('sample', new TextEncoder().encode(dataset.sample ?? ''));
    await loadText({
      sql: agency.store.sql,
      datasets: subgraph.datasets,
      dataset: 'local-priorities',
      source,
      publishedAt: '2026-01-31',
      isSynthetic: true,
    });
    expect(await titles('E09000012', '2018-01-01')).toEqual(['Theft', ...mandatory]);
    expect(await titles('E09000012', '2026-01-01')).toEqual([
      expect.stringMatching(/ \(made up\)$/),
      expect.stringMatching(/ \(made up\)$/),
    ]);
    const ask = async (day: string) =>
      (await agency.ask(`{ borough(code: "E09000012") { localPriorities(on: "${day}") { title } } }`)) as {
        readonly extensions?: object;
      };
    expect((await ask('2026-01-01')).extensions).toEqual({ synthetic: ['local-priorities'] });
    expect((await ask('2018-01-01')).extensions).toBeUndefined();
  });

  it('are what a loaded list says stood on the day, and no longer the sample for anybody', async () => {
    await agency.load({
      dataset: 'local-priorities',
      name: '2017.csv',
      publishedAt: '2017-05-01',
      text: list(
        'Hackney,Burglary,burglary,2017-04-01,2018-03-31,Most asked for,Minutes of May 2017',
        'Hackney,Robbery,robbery,2017-04-01,,,Minutes of May 2017',
        'Hackney,Common assault,,2018-04-01,,,Minutes of May 2017',
      ),
    });
    expect(await titles('E09000012', '2018-03-31')).toEqual(['Burglary', 'Robbery', ...mandatory]);
    expect(await titles('E09000012', '2018-04-01')).toEqual(['Robbery', 'Common assault', ...mandatory]);
    expect(await titles('E09000012', '2026-01-01')).toEqual(['Robbery', 'Common assault']);
    expect(await titles('E09000003', '2018-04-01')).toEqual(mandatory);
  });

  it('say why they were chosen, who says so, and what measures them', async () => {
    const { data } = await agency.ask(`{ borough(code: "E09000012") { localPriorities(on: "2018-01-01") {
      title isMandatory validFrom validTo rationale source dimensions { dimension value label }
      measuredBy { ... on PolicingIndicator { id } }
    } } }`);
    const { localPriorities } = data?.['borough'] as { readonly localPriorities: readonly object[] };
    expect([localPriorities[0], localPriorities[3]]).toEqual([
      {
        title: 'Burglary',
        isMandatory: false,
        validFrom: '2017-04-01',
        validTo: '2018-03-31',
        rationale: 'Most asked for',
        source: 'Minutes of May 2017',
        dimensions: [{ dimension: 'offence-group', value: 'burglary', label: 'Burglary' }],
        measuredBy: [{ id: 'recorded-crime' }],
      },
      {
        title: 'Sexual violence',
        isMandatory: true,
        validFrom: '2017-04-01',
        validTo: '2021-03-31',
        rationale: expect.stringContaining('mandatory priorities for every Borough') as string,
        source: 'Police and Crime Plan 2017-21 (Mayoral decision PCD 168), lines 2068, 963 of the text extract',
        dimensions: [],
        measuredBy: [{ id: 'sexual-offences' }],
      },
    ]);
  });

  it('are replaced for the boroughs that a newer list names, and for no other', async () => {
    await agency.load({
      dataset: 'local-priorities',
      name: '2018.csv',
      publishedAt: '2018-05-01',
      text: list('Barnet,Burglary,burglary,2018-04-01,,,Minutes', 'Barnet,Theft,theft,2018-04-01,,,Minutes'),
    });
    expect((await titles('E09000003', '2026-01-01'))?.slice(0, 2)).toEqual(['Burglary', 'Theft']);
    expect(await titles('E09000012', '2026-01-01')).toEqual(['Robbery', 'Common assault']);
  });

  it('cost one statement for all boroughs', async () => {
    const query = '{ boroughs { localPriorities(on: "2018-01-01") { title } } }';
    await beginNewState(agency.store);
    agency.statements.length = 0;
    await agency.ask(query);
    expect(agency.statements.filter((text) => text.includes('"fact"'))).toHaveLength(1);
  });
});
