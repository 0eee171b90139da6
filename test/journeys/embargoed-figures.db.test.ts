import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { subgraph as health } from '@boroughgraph/health/subgraph.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { loadText, type LoadTextOptions } from '@boroughgraph/kit/loading/load-file.ts';
import type { LoadReport } from '@boroughgraph/kit/loading/report.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { openStore, type StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import { selectionOf } from '../attack/selection.ts';
import { assessmentsDataset, returnsDataset } from '../support/assessments-dataset.ts';
import { createDatabase } from '../support/database.ts';
import { type RunningAgency, startAgency } from '../support/running-system.ts';

/*
 * What is withheld with a release under embargo: the server reads with a role of its own, and is asked over HTTP. Embargoes end by
 * the clock of the database, which no test can put forward: what is put back is the end of the embargo.
 */
const datasets: readonly DatasetDefinition[] = [assessmentsDataset, returnsDataset];
const indicators = datasets.flatMap((dataset) => dataset.indicators);
const resources = new AsyncDisposableStack();
let council: RunningAgency;
let reader: StoreDatabase;
let ownerUrl: string;
beforeAll(async () => {
  ownerUrl = resources.use(await createDatabase()).url;
  council = await startAgency({ ...health, datasets, indicators }, ownerUrl, { resources });
  reader = openStore({ url: council.readerUrl, schema: health.databaseSchema });
  resources.defer(reader.close);
}, 60_000);
afterAll(() => resources.disposeAsync());
beforeEach(async () => {
  await council.store.sql`delete from release`;
  await council.store.sql`update catalogue_version set version = version + 1`;
});

const city = 'E09000001';
type Figure = number | 'c';
const row = (indicator: string, figure: Figure, { duration = '', year = 'FY2023-24', area = city } = {}) =>
  `${indicator},${area},${year},${duration},${figure === 'c' ? ',CONFIDENTIAL' : `${figure},`}`;
const bands = ['up-to-10-days', '11-to-45-days', 'over-45-days'];
/** A total of assessments, and its bands in order. */
const assessments = (total: Figure, ...parts: readonly Figure[]) => [
  row('assessments', total),
  ...parts.map((figure, index) => row('assessments', figure, { duration: bands[index] ?? '' })),
];

type More = Partial<LoadTextOptions> & { readonly dataset?: string };
async function load(publishedAt: string, rows: readonly string[], more: More = {}): Promise<LoadReport> {
  const text = ['indicator,area,period,duration,value,status', ...rows, ''].join('\n');
  const source = sourceFile(`${publishedAt}.csv`, new TextEncoder().encode(text));
  const of = { sql: council.store.sql, agency: 'health', datasets, dataset: 'assessments', source, publishedAt };
  const report = await loadText({ ...of, ...more });
  expect(report).toMatchObject({ outcome: 'loaded', message: null });
  return report;
}
/** Loads a release that is hidden until so many days from now. */
const hide = (rows: readonly string[], days = 3, more: More = {}) => {
  const end = new Date(Date.now() + days * 86_400_000).toISOString();
  return load(end.slice(0, 10), rows, { embargoUntil: end, ...more });
};
/** Puts the end of an embargo back into the past, as far as a role without a request under way sees no difference any more. */
async function end({ releaseId }: LoadReport): Promise<void> {
  await council.store
    .sql`update release set embargo_until = now() - interval '2 minutes', published_at = current_date where id = ${releaseId ?? ''}`;
}

async function ask(query: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${council.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const answer = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

/** All that everybody is told, as text: every field of every series, now and as published on some days, page by page, and the catalogue. */
async function everything(): Promise<string> {
  const fields = await selectionOf(`${council.url}/graphql`, 'Series');
  const ids = JSON.stringify(indicators.map(({ id }) => id));
  const answers = [];
  for (const on of ['', ', asPublishedOn: "2024-12-31"', ', asPublishedOn: "2999-01-01"'])
    for (const first of [2, 200])
      answers.push(
        await ask(`{ health { series(indicators: ${ids}, first: ${first}${on}) { nodes { ${fields} } hasNextPage endCursor }
          datasets { id latestRelease { id checksum } releases { id publishedAt supersedes checksum rowsRead observationCount embargoUntil } } } }`),
      );
  return JSON.stringify(answers);
}

/** Everything that the role of the server can read, but for the version of the catalogue, which counts all loads. */
async function rows(): Promise<string> {
  const { sql } = reader;
  return JSON.stringify([
    await sql`select * from release order by number`,
    await sql`select * from series order by 1, 2, 3, 4`,
    await sql`select * from pending_series`,
    await sql`select * from pending_checksum`,
    await sql`select * from coverage order by 1, 2`,
  ]);
}

interface Cell {
  readonly value: number | null;
  readonly period: { readonly id: string };
}
/** What is shown of each series: `assessments 11-to-45-days FY2023-24: 20`, without what is withheld. */
async function shown(on = ''): Promise<readonly string[]> {
  return (await seriesShown(on)).flatMap(({ indicator, dimensions, observations }) => {
    const name = [indicator.id, ...dimensions.map((each) => each.value)].join(' ');
    return observations.flatMap(({ value, period }) => (value === null ? [] : [`${name} ${period.id}: ${value}`]));
  });
}

/** The areas of which a figure is shown. */
async function shownAt(on = ''): Promise<readonly string[]> {
  const all = await seriesShown(on);
  return all.flatMap(({ area, observations }) => (observations.some(({ value }) => value !== null) ? [area.code] : []));
}

async function seriesShown(on: string): Promise<readonly SeriesNode[]> {
  const ids = JSON.stringify(indicators.map(({ id }) => id));
  const data = await ask(`{ health { series(indicators: ${ids}, first: 500${on}) { nodes {
    indicator { id } area { code } dimensions { value } observations { value period { id } } } } } }`);
  return (data['health'] as { series: { nodes: readonly SeriesNode[] } }).series.nodes;
}

interface SeriesNode {
  readonly indicator: { readonly id: string };
  readonly area: { readonly code: string };
  readonly dimensions: readonly { readonly value: string }[];
  readonly observations: readonly Cell[];
}

const checksums = async () =>
  (await ask('{ health { dataset(id: "assessments") { releases { checksum } } } }'))['health'] as {
    readonly dataset: { readonly releases: readonly { readonly checksum: string }[] };
  };
const isKeyed = async () =>
  (await checksums()).dataset.releases.map(({ checksum }) => checksum.startsWith('hmac-sha256:'));

describe('a release under embargo that withholds what is public', () => {
  const rowsPublished = [row('conferences', 8), row('conference-days', 12), ...assessments(40, 9, 20, 11)];
  const rowsHidden = [row('conferences', 'c'), ...assessments(40, 'c', 20, 11)];

  it('changes nothing that anybody is told before its time', async () => {
    await load('2024-10-01', rowsPublished);
    const before = [await everything(), await rows()];
    const hidden = await hide(rowsHidden);
    expect(hidden.notices.join()).toContain('stay shown until an embargo ends');
    expect([await everything(), await rows()]).toEqual(before);
    expect(await isKeyed()).toEqual([false]);
  });

  it('withholds it everywhere from its time on, before any load, and after one', async () => {
    await load('2024-10-01', rowsPublished);
    await end(await hide(rowsHidden));
    // 8 is withheld, so is the median on it; of 40 = c + 20 + 11 one more band has to be.
    const expected = ['assessments FY2023-24: 40', 'assessments 11-to-45-days FY2023-24: 20'];
    const then = [await shown(), await shown(', asPublishedOn: "2024-12-31"')];
    expect(then.map((cells) => cells.filter((cell) => /conference|up-to-10/.test(cell)))).toEqual([[], []]);
    expect(then[0]).toHaveLength(expected.length);
    expect(await isKeyed()).toEqual([true, true]);
    const [left] =
      await reader.sql`select (select count(*)::int from series where "values"::text like '%8%') as eights`;
    expect(left).toEqual({ eights: 0 });
    const told = [await everything(), await rows()];
    await load('2024-01-01', [row('assessments', 30, { year: 'FY2022-23' })], {});
    expect(await shown()).toEqual([...(then[0] ?? []), 'assessments FY2022-23: 30'].sort(byIndicator));
    expect(await council.store.sql`select from pending_series`).toHaveLength(0);
    expect(told[0]).not.toContain('"value":8,');
  });
});

const byIndicator = (a: string, b: string) => (a < b ? -1 : 1);

describe('a release under embargo beside what readers have seen', () => {
  const conferences = (code: string, figure: Figure) => row('conferences', figure, { area: code });
  const london = (total: Figure) => conferences('E12000007', total);
  const councils = boroughs.filter(({ code }) => code !== city);
  const waiting = async () => council.store.sql`select from pending_series`;

  it('loses a figure of its own and no cheaper one that is public', async () => {
    await load('2024-10-01', [london(996)]);
    // 996 - 32 x 31 would be the City; to withhold 996, which costs least, would hide it from nobody who has seen it.
    await end(await hide([london(996), ...councils.map(({ code }) => conferences(code, 31)), conferences(city, 'c')]));
    const after = await shown();
    expect([after.includes('conferences FY2023-24: 996'), after.length]).toEqual([true, 32]);
    expect([await isKeyed(), (await waiting()).length]).toEqual([[false, true], 0]);
  });

  it('loses more of its own when another is published meanwhile, which is as if nothing were hidden', async () => {
    const tenth = [london(996), ...councils.slice(0, 10).map(({ code }) => conferences(code, 31))];
    const publish = () => load('2024-11-01', tenth);
    await load('2024-10-01', [london(996)]);
    await publish();
    const alone = await everything();
    await council.store.sql`delete from release`;

    await load('2024-10-01', [london(996)]);
    const hidden = await hide([
      london(996),
      ...councils.map(({ code }) => conferences(code, 31)),
      conferences(city, 'c'),
    ]);
    await publish();
    expect(await everything()).toBe(alone);
    const seen = new Set([...(await shownAt()), ...(await shownAt(', asPublishedOn: "2024-10-15"'))]);
    await end(hidden);
    for (const cell of await shownAt()) seen.add(cell);
    // Of the 33 and London, two that nobody has seen are left: their sum is 35, and either may be anything in it.
    expect(seen.size).toBe(32);
  });

  it('that revises withholds what it prints anew, and nothing that it repeats', async () => {
    await load('2024-10-01', assessments(40, 9, 20, 11));
    // 43 - 9 - 31 is 3. Who has seen 9 knows it; 31 is new.
    await end(await hide(assessments(43, 9, 'c', 31)));
    expect(await shown()).toEqual(['assessments FY2023-24: 43', 'assessments up-to-10-days FY2023-24: 9']);
    expect(await shown(', asPublishedOn: "2024-10-15"')).toEqual([
      'assessments FY2023-24: 40',
      'assessments up-to-10-days FY2023-24: 9',
    ]);
  });

  it('stays apart from another that ends earlier, though it is loaded later', async () => {
    await load('2024-10-01', [row('conferences', 8)]);
    const before = [await everything(), await rows()];
    const late = await hide([row('conferences', 'c')], 5);
    const early = await hide([row('conference-returns', 8)], 2, { dataset: 'returns' });
    expect([await everything(), await rows()]).toEqual(before);
    await end(early);
    // The returns would tell it later, so that they never do.
    expect(await shown()).toEqual(['conferences FY2023-24: 8']);
    await end(late);
    expect(await shown()).toEqual([]);
  });

  it('leaves nothing where it is recalled before its time', async () => {
    await load('2024-10-01', [row('conferences', 8)]);
    const before = [await everything(), await rows()];
    const hidden = await hide([row('conferences', 'c')]);
    expect(await waiting()).toHaveLength(1);
    await recallRelease(council.store, hidden.releaseId ?? '', 'too early');
    expect([await everything(), await rows(), (await waiting()).length]).toEqual([...before, 0]);
    await load('2024-11-01', [row('conferences', 8), row('conference-days', 12)]);
    expect(await shown()).toEqual(['conference-days FY2023-24: 12', 'conferences FY2023-24: 8']);
  });

  it('keeps what it withholds withheld where it is recalled after its time', async () => {
    await load('2024-10-01', [row('conferences', 8)]);
    const hidden = await hide([row('conferences', 'c')]);
    await end(hidden);
    await recallRelease(council.store, hidden.releaseId ?? '', 'wrong');
    expect(await shown()).toEqual([]);
    await load('2024-11-01', [row('conferences', 8), row('conference-days', 12)]);
    expect(await shown()).toEqual([]);
  });
});

describe('a release under embargo of another agency', () => {
  it('is told by nothing that is published meanwhile, and changes nothing that was before', async () => {
    const structures: DatasetDefinition['structures'] = [
      {
        kind: 'same',
        figure: { indicator: 'conferences' },
        other: { agency: 'clinic', dataset: 'returns', indicator: 'conference-returns' },
      },
    ];
    const ours = [{ ...assessmentsDataset, structures }];
    const theirs = [{ ...returnsDataset, structures: [] }];
    await council.store.sql`create schema clinic`;
    const { sql, close } = openStore({ url: ownerUrl, schema: 'clinic' });
    await migrateStore(sql, 'clinic');
    const clinic = { sql, agency: 'clinic', datasets: theirs, dataset: 'returns' };
    const cells = async () =>
      (
        await sql<
          { text: string }[]
        >`select period_id || ': ' || coalesce(value::text, status) as text from observation order by 1`
      ).map(({ text }) => text);
    await load('2024-10-01', [row('conference-returns', 7, { year: 'FY2022-23' })], clinic);
    await hide([row('conferences', 'c'), row('conferences', 9, { year: 'FY2022-23' })], 3, {
      datasets: ours,
      others: new Map([['clinic', { sql, datasets: theirs }]]),
    });
    expect(await cells()).toEqual(['FY2022-23: 7']);
    await load('2024-11-01', [row('conference-returns', 8)], {
      ...clinic,
      others: new Map([['health', { sql: council.store.sql, datasets: ours }]]),
    });
    expect(await cells()).toEqual(['FY2022-23: 7', 'FY2023-24: CONFIDENTIAL']);
    await close();
  });
});
