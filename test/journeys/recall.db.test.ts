import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { formatReport, type LoadReport } from '@boroughgraph/kit/loading/report.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import { startSubscriber } from '../support/webhook-subscriber.ts';
import { type RunningAgency, type RunningSystem, startRunningSystem } from '../support/running-system.ts';

const dataset = 'officers-per-borough';
let system: RunningSystem;
let policing: RunningAgency;
beforeAll(async () => {
  system = await startRunningSystem(() => Promise.resolve());
  const found = system.agencies.get('policing');
  if (found === undefined) throw new Error('policing does not run');
  policing = found;
}, 60_000);
afterAll(() => system[Symbol.asyncDispose]());
beforeEach(async () => {
  await policing.store.sql`delete from release`;
  await policing.store.sql`update catalogue_version set version = version + 1`;
});

describe('a subscriber', () => {
  it('hears of a release, a correction and a recall, signed, and of nothing that was there before', async () => {
    await using subscriber = await startSubscriber(new URL(system.url).port, ['release', 'correction', 'recall']);
    await publish('2016-01-31', { 2014: 400 });
    await subscriber.look();
    expect(subscriber.messages).toEqual([]);
    await publish('2017-01-31', { 2015: 410 });
    await subscriber.look();
    const corrected = await publish('2017-02-28', { 2014: 401, 2015: 410 }, { confirmRevision: true });
    await subscriber.look();
    await recall(corrected);
    await subscriber.look();
    const of = { agency: 'policing', dataset };
    const ofCorrected = { ...of, release: corrected.releaseId, publishedAt: '2017-02-28', datasetVersion: '1.1.1' };
    expect(subscriber.messages).toEqual([
      {
        type: 'release',
        ...of,
        release: expect.any(String) as unknown,
        publishedAt: '2017-01-31',
        datasetVersion: '1.1.0',
      },
      { type: 'correction', ...ofCorrected, changed: 1, gone: 0 },
      { type: 'recall', ...ofCorrected, reason: 'two columns were swapped' },
    ]);
  });

  it('who does not take a message gets the same again, and another who is listed for something else gets nothing', async () => {
    await using subscriber = await startSubscriber(new URL(system.url).port, ['release']);
    await subscriber.look();
    subscriber.isAway = true;
    const release = await publish('2016-01-31', { 2014: 400 });
    await subscriber.look();
    expect(subscriber.messages).toEqual([]);
    subscriber.isAway = false;
    await recall(release);
    await subscriber.lookAfter(61);
    const said = {
      agency: 'policing',
      dataset,
      release: release.releaseId,
      publishedAt: '2016-01-31',
      datasetVersion: '1.0.0',
    };
    expect(subscriber.messages).toEqual([{ type: 'release', ...said }]);
    expect(new Set(subscriber.ids).size).toBe(1);
    expect(subscriber.ids).toHaveLength(2);
  });

  it('hears of a release that takes away what recorded operations show, as of a major version of its dataset', async () => {
    await using subscriber = await startSubscriber(new URL(system.url).port, ['breaking-change']);
    await publish('2016-01-31', { 2014: 400, 2015: 410 });
    await subscriber.look();
    await publish('2017-01-31', { 2014: 400, 2015: 411 });
    await subscriber.look();
    const less = await publish('2018-01-31', { 2014: 'x', 2015: 411 });
    await subscriber.look();
    expect([less.weight, subscriber.messages]).toEqual([
      'major',
      [
        {
          type: 'breaking-change',
          ...{
            agency: 'policing',
            dataset,
            release: less.releaseId,
            publishedAt: '2018-01-31',
            datasetVersion: '2.0.0',
          },
          operations: expect.arrayContaining(['borough-safety']) as unknown,
        },
      ],
    ]);
  });

  it('hears of a version of the graph that breaks what dashboards ask', async () => {
    await using subscriber = await startSubscriber(new URL(system.url).port, ['breaking-change']);
    await subscriber.look();
    await subscriber.publishVersion(1, []);
    await subscriber.publishVersion(2, ['borough-safety']);
    await subscriber.look();
    expect(subscriber.messages).toEqual([
      { type: 'breaking-change', version: 2, subject: 'transport', why: 'a test', operations: ['borough-safety'] },
    ]);
  });
});

type More = Partial<Parameters<typeof loadText>[0]>;

/** Publishes the officers of Hackney by year. */
async function publish(
  publishedAt: string,
  years: Readonly<Record<string, number | 'x'>>,
  more: More = {},
): Promise<LoadReport> {
  const rows = Object.entries(years).map(([year, value]) => `police-officers,E09000012,CY${year},${value}`);
  const text = ['indicator,area,period,value', ...rows, ''].join('\n');
  const { store, subgraph } = policing;
  const source = sourceFile(`${publishedAt}.csv`, new TextEncoder().encode(text));
  return loadText({ sql: store.sql, datasets: subgraph.datasets, dataset, source, publishedAt, ...more });
}

const recall = async (release: LoadReport, reason = 'two columns were swapped') =>
  recallRelease(policing.store, release.releaseId ?? '', reason);

/** What is served of Hackney's officers, as `year=value@release`, on a day; null where there is no series. */
async function years(asPublishedOn: string | null = null): Promise<readonly string[] | null> {
  const { data, errors } = await system.ask(
    `query($on: Date) { policing { indicator(id: "police-officers") { series(area: "E09000012", asPublishedOn: $on) {
      observations { period { id } value release { id } } } } } }`,
    { on: asPublishedOn },
  );
  expect(errors).toBeUndefined();
  const { series } = (data as unknown as Answer).policing.indicator;
  return (
    series?.observations.map(
      ({ period, value, release }) => `${period.id}=${String(value)}@${release?.id ?? 'none'}`,
    ) ?? null
  );
}

interface Answer {
  readonly policing: {
    readonly indicator: {
      readonly series: {
        readonly observations: readonly {
          readonly period: { readonly id: string };
          readonly value: number | null;
          readonly release: { readonly id: string } | null;
        }[];
      } | null;
    };
  };
}

/** What the catalogue says of the dataset. */
async function catalogue(): Promise<unknown> {
  const { data } = await system.ask(
    `{ policing { dataset(id: "${dataset}") { designation latestRelease { id } releases { id supersedes recalledAt recallReason } } } }`,
  );
  return (data as { policing: { dataset: unknown } }).policing.dataset;
}

describe('a recalled release', () => {
  it('is in no answer from the next request on, and those before it answer again', async () => {
    const first = await publish('2024-01-01', { 2021: 10, 2022: 20 });
    const second = await publish('2025-01-01', { 2022: 22, 2023: 33 });
    expect(await years()).toEqual([
      `CY2021=10@${first.releaseId}`,
      `CY2022=22@${second.releaseId}`,
      `CY2023=33@${second.releaseId}`,
    ]);
    expect(await recall(second)).toEqual({
      kind: 'recalled',
      instead: [{ releaseId: first.releaseId, periods: 1 }],
      gaps: 1,
      wasHidden: false,
    });
    const rest = [`CY2021=10@${first.releaseId}`, `CY2022=20@${first.releaseId}`];
    expect([await years(), await years('2025-06-01')]).toEqual([rest, rest]);
  });

  it('stays listed with its reason, and no later release supersedes it', async () => {
    const first = await publish('2024-01-01', { 2022: 20 });
    const second = await publish('2025-01-01', { 2022: 22 });
    const third = await publish('2025-06-01', { 2023: 33 });
    await recall(second, 'It counted posts, not people.');
    expect(await catalogue()).toEqual({
      designation: 'MANAGEMENT_INFORMATION',
      latestRelease: { id: third.releaseId },
      releases: [
        { id: first.releaseId, supersedes: null, recalledAt: null, recallReason: null },
        {
          id: second.releaseId,
          supersedes: first.releaseId,
          recalledAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as unknown,
          recallReason: 'It counted posts, not people.',
        },
        { id: third.releaseId, supersedes: first.releaseId, recalledAt: null, recallReason: null },
      ],
    });
  });

  it('leaves nothing where it was the only one: the sample does not come back', async () => {
    await publish('2030-01-01', { 2021: 1 }, { isSynthetic: true });
    const only = await publish('2024-01-01', { 2022: 20 });
    expect(await recall(only)).toMatchObject({ instead: [], gaps: 1 });
    expect(await years()).toBeNull();
    expect(await catalogue()).toMatchObject({
      designation: 'MANAGEMENT_INFORMATION',
      latestRelease: null,
      releases: [{ id: only.releaseId }],
    });
  });

  it('may be a sample', async () => {
    const sample = await publish('2024-01-01', { 2022: 20 }, { isSynthetic: true });
    await recall(sample);
    expect([await years(), await catalogue()]).toMatchObject([null, { designation: 'SYNTHETIC', latestRelease: null }]);
  });

  it('is refused a second time, with the reason of the first', async () => {
    const release = await publish('2024-01-01', { 2022: 20 });
    await recall(release, 'first reason');
    expect(await recall(release, 'second reason')).toMatchObject({ kind: 'recalled-before', reason: 'first reason' });
  });

  it('is looked for among those that stand, the nearest first', async () => {
    const first = await publish('2024-01-01', { 2022: 20 });
    const second = await publish('2025-01-01', { 2022: 21 });
    expect(await recallRelease(policing.store, dataset, 'why')).toEqual({
      kind: 'unknown',
      near: [second.releaseId, first.releaseId],
    });
    const misspelt = (first.releaseId ?? '').replace('borough', 'bourough');
    expect(await recallRelease(policing.store, misspelt, 'why')).toEqual({
      kind: 'unknown',
      near: [first.releaseId, second.releaseId],
    });
  });

  it('is not loaded again by chance, and is by intent', async () => {
    const release = await publish('2024-01-01', { 2022: 20 });
    await recall(release, 'wrong year');
    const again = await publish('2024-01-01', { 2022: 20 });
    expect(again).toMatchObject({ outcome: 'recalled', releaseId: release.releaseId });
    expect(formatReport(again)).toMatch(
      /not loaded, .*\n.*and recalled on .* in London \("wrong year"\): --reinstate loads them again/,
    );
    expect(await years()).toBeNull();
    expect(await publish('2024-01-01', { 2022: 20 }, { reinstateRecalled: true })).toMatchObject({
      outcome: 'loaded',
      releaseId: release.releaseId,
    });
    expect(await years()).toEqual([`CY2022=20@${release.releaseId}`]);
    expect(await catalogue()).toMatchObject({ releases: [{ id: release.releaseId, recalledAt: null }] });
  });

  it('stays listed beside the same bytes under their right day', async () => {
    const wrong = await publish('2025-01-01', { 2022: 20 });
    await recall(wrong, 'the day of publication was wrong');
    const right = await publish('2024-01-01', { 2022: 20 }, { reinstateRecalled: true });
    expect(await years()).toEqual([`CY2022=20@${right.releaseId}`]);
    expect(await catalogue()).toMatchObject({
      releases: [{ id: right.releaseId }, { id: wrong.releaseId, recallReason: 'the day of publication was wrong' }],
    });
    expect(await publish('2024-01-01', { 2022: 20 })).toMatchObject({
      outcome: 'unchanged',
      releaseId: right.releaseId,
    });
  });

  it('leaves at once while a load holds the store, and the load ends as if nothing had been', async () => {
    const first = await publish('2024-01-01', { 2022: 20 });
    const second = await publish('2025-01-01', { 2022: 22 });
    await policing.store.sql.begin(async (load) => {
      // What a load holds from its first statement to its last.
      await load`update catalogue_version set version = version + 1`;
      await recall(second);
      expect(await years()).toEqual([`CY2022=20@${first.releaseId}`]);
    });
    const [, third] = await Promise.all([recall(first), publish('2025-06-01', { 2023: 33 })]);
    expect(third.outcome).toBe('loaded');
    expect(await years()).toEqual([`CY2023=33@${third.releaseId}`]);
  });

  it('is either wholly in an answer or not at all, whenever it is recalled', async () => {
    const first = await publish('2024-01-01', { 2021: 10, 2022: 20 });
    const second = await publish('2025-01-01', { 2021: 11, 2022: 22 });
    const answers: Promise<readonly string[] | null>[] = [];
    for (let asked = 0; asked < 20; asked += 1) answers.push(years());
    const recalled = recall(second);
    for (let asked = 0; asked < 20; asked += 1) answers.push(years());
    await recalled;
    const whole = [first, second].map(({ releaseId }, index) =>
      [`CY2021=1${index}@${releaseId}`, `CY2022=2${2 * index}@${releaseId}`].join(),
    );
    const given = new Set((await Promise.all(answers)).map((answer) => answer?.join()));
    expect([...given].filter((answer) => !whole.includes(answer ?? ''))).toEqual([]);
    expect((await years())?.join()).toBe(whole[0]);
  });
});
