import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { formatReport, type LoadReport } from '@boroughgraph/kit/loading/report.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { openStore, type StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { createCatalogueReader } from '@boroughgraph/kit/inside/store/read-catalogue.ts';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import { type RunningAgency, type RunningSystem, startRunningSystem } from '../support/running-system.ts';

/*
 * Courts, because a release of theirs has figures, sites and facts. What is asked goes through the gateway to servers that read
 * with a role of their own.
 */
const dataset = 'crown-court-open-cases';
let system: RunningSystem;
let courts: RunningAgency;
let reader: StoreDatabase;
beforeAll(async () => {
  system = await startRunningSystem(() => Promise.resolve());
  const found = system.agencies.get('criminal-justice');
  if (found === undefined) throw new Error('criminal-justice does not run');
  courts = found;
  reader = openStore({ url: courts.readerUrl, schema: courts.subgraph.databaseSchema });
}, 60_000);
afterAll(async () => {
  await reader.close();
  await system[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await courts.store.sql`delete from release`;
  await courts.store.sql`update catalogue_version set version = version + 1`;
});

type More = Partial<Parameters<typeof loadText>[0]>;

async function publish(publishedAt: string, cases: number, more: More = {}): Promise<LoadReport> {
  const text = `indicator,site,site_name,area,period,value\n${dataset},court:made-up-${cases},Made up ${cases},London,S2025-12-31,${cases}\n`;
  const { store, subgraph } = courts;
  const source = sourceFile(`${publishedAt}.csv`, new TextEncoder().encode(text));
  return loadText({ sql: store.sql, datasets: subgraph.datasets, dataset, source, publishedAt, ...more });
}

/** An instant some seconds from now by the clock of the database, to the millisecond. */
async function inSeconds(seconds: number): Promise<string> {
  const [row] = await courts.store.sql<{ at: string }[]>`
    select to_char((now() + make_interval(secs => ${seconds})) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;
  return row?.at ?? '';
}

/** The day in London of an instant. */
const dayOf = (instant: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date(instant));

/** Everything that is said of the dataset: catalogue, series, sites, courts. */
async function everything(asPublishedOn: string | null = null): Promise<string> {
  const answer = await system.ask(
    `query($on: Date) { criminalJustice {
      dataset(id: "${dataset}") { designation latestRelease { id embargoUntil } releases { id supersedes embargoUntil recalledAt } }
      series(indicators: ["${dataset}"], first: 10, asPublishedOn: $on) { nodes { site { id name } latest { value flags release { id supersedes } } } } } }`,
    { on: asPublishedOn },
  );
  expect(answer.errors).toBeUndefined();
  return JSON.stringify(answer.data);
}

describe('a release under embargo', () => {
  it('is nowhere until its time, and everywhere after it, without a restart', async () => {
    const first = await publish('2026-01-01', 700);
    const before = await everything();
    const readElsewhere = createCatalogueReader(reader);
    const numberOfReleases = async () => (await readElsewhere()).releasesOf(dataset).length;
    expect(await numberOfReleases()).toBe(1);

    const embargoUntil = await inSeconds(4);
    const hidden = await publish('2026-02-01', 800, { embargoUntil, publishedAt: dayOf(embargoUntil) });
    expect(hidden).toMatchObject({ outcome: 'loaded', supersedes: first.releaseId, embargoUntil });
    expect(formatReport(hidden)).toContain(', hidden until ');
    expect([await everything(), await numberOfReleases()]).toEqual([before, 1]);
    // A later release must not name it as the one that it supersedes.
    const third = await publish('2026-01-15', 900);
    expect(await everything()).not.toContain(hidden.releaseId);

    await courts.store.sql`select pg_sleep_until(${embargoUntil}::timestamptz)`;
    expect(await numberOfReleases()).toBe(3);
    const after = await everything();
    expect(JSON.parse(after)).toMatchObject({
      criminalJustice: {
        dataset: {
          latestRelease: { id: hidden.releaseId, embargoUntil },
          releases: [
            { id: first.releaseId },
            { id: third.releaseId },
            { id: hidden.releaseId, supersedes: third.releaseId },
          ],
        },
      },
    });
    expect(after).toContain('"value":800');
    expect(await everything('2026-01-31')).not.toContain('"value":800');
  });

  it('hides from the role of the servers in the database itself: its figures, its sites and that it exists', async () => {
    await publish('2026-02-01', 800, { embargoUntil: '2099-01-01T09:30:00.000Z', publishedAt: '2099-01-01' });
    const counts = async ({ sql }: StoreDatabase) => {
      const [row] =
        await sql`select (select count(*)::integer from release) as releases, (select count(*)::integer from series) as series,
        (select count(*)::integer from coverage) as coverage, (select count(*)::integer from fact) as facts`;
      return row;
    };
    expect(await counts(courts.store)).toEqual({ releases: 1, series: 1, coverage: 1, facts: 1 });
    expect(await counts(reader)).toEqual({ releases: 0, series: 0, coverage: 0, facts: 0 });
  });

  it('is hidden from a server that connects as the owner of the tables, too', async () => {
    await publish('2026-02-01', 800, { embargoUntil: '2099-01-01T09:30:00.000Z', publishedAt: '2099-01-01' });
    expect((await createCatalogueReader(courts.store)()).releasesOf(dataset)).toEqual([]);
  });

  it('does not push the sample aside before its time', async () => {
    await publish('2030-01-01', 5, { isSynthetic: true });
    const before = await everything();
    await publish('2026-02-01', 800, { embargoUntil: '2099-01-01T09:30:00.000Z', publishedAt: '2099-01-01' });
    expect(await everything()).toBe(before);
  });

  it('answers for no day on which it was hidden', async () => {
    const hidden = await publish('2026-01-01', 800, {
      embargoUntil: '2026-02-01T00:30:00.000Z',
      acceptEndedEmbargo: true,
    });
    expect(hidden.notices).toEqual([
      'its embargo has ended, on 1 February 2026 at 00:30 in London: it is visible at once',
    ]);
    expect(await everything('2026-01-31')).not.toContain('"value":800');
    expect(await everything('2026-02-01')).toContain('"value":800');
  });

  it('stays hidden for good when it is recalled before its time', async () => {
    const embargoUntil = await inSeconds(2);
    const hidden = await publish('2026-02-01', 800, { embargoUntil, publishedAt: dayOf(embargoUntil) });
    expect(await recallRelease(courts.store, hidden.releaseId ?? '', 'too early')).toMatchObject({ wasHidden: true });
    await courts.store.sql`select pg_sleep_until(${embargoUntil}::timestamptz)`;
    expect(await everything()).not.toContain(hidden.releaseId);
    expect(await reader.sql`select from release`).toHaveLength(0);
  });
});

describe('an embargo', () => {
  it('that has ended is refused, unless a manifest lists it', async () => {
    const report = await publish('2026-01-01', 700, { embargoUntil: '2026-01-01T09:30:00.000Z' });
    expect(report).toMatchObject({
      outcome: 'refused',
      message:
        'the embargo would have ended already, on 1 January 2026 at 09:30 in London: check --embargo-until, or leave it out to publish at once',
    });
  });

  it('that ends before the day of publication is refused', async () => {
    const more = { embargoUntil: '2099-01-01T09:30:00.000Z', publishedAt: '2099-01-02' };
    expect(await publish('', 700, more)).toMatchObject({
      outcome: 'refused',
      message:
        'the embargo would end on 1 January 2099 at 09:30 in London, before the day of publication, 2099-01-02: check which of the two is wrong',
    });
  });

  it('is told in a dry run', async () => {
    const more = { embargoUntil: '2099-01-01T09:30:00.000Z', publishedAt: '2099-01-01', isDryRun: true };
    expect(formatReport(await publish('', 700, more))).toMatch(
      /would be loaded, hidden until 1 January 2099 at 09:30 in London, in /,
    );
  });

  it('cannot be put on bytes that everybody sees, nor moved, by loading them again', async () => {
    const visible = await publish('2026-01-01', 700);
    const embargoUntil = '2099-01-01T09:30:00.000Z';
    expect(await publish('2026-01-01', 700, { embargoUntil })).toMatchObject({
      outcome: 'refused',
      message: `the same bytes are loaded already, as ${visible.releaseId ?? ''}, and are visible to everybody: to hide them until 1 January 2099 at 09:30 in London, recall that release and load the file again with --reinstate`,
    });
    const hidden = await publish('2099-01-01', 800, { embargoUntil });
    expect(await publish('2099-01-01', 800, { embargoUntil: '2099-01-02T09:30:00.000Z' })).toMatchObject({
      outcome: 'refused',
    });
    expect(await publish('2099-01-01', 800)).toMatchObject({
      outcome: 'unchanged',
      releaseId: hidden.releaseId,
      message: expect.stringContaining(', hidden until 1 January 2099 at 09:30 in London') as unknown,
    });
    expect(await publish('2099-01-01', 800, { embargoUntil })).toMatchObject({ outcome: 'unchanged' });
  });
});
