import { createLibraryStore } from '@boroughgraph/test/support/library-store.ts';
import { countedDataset, countedIndicator } from '@boroughgraph/test/support/served-rows.ts';
import { describe, expect, it } from 'vitest';
import { dimension } from '../../statistics/dimensions.ts';
import { sourceFile } from '../../files/source-file.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { recallRelease } from '../../store/recall-release.ts';
import { loadText, type LoadTextOptions } from '../load-file.ts';
import { readClosedHistory } from './closed-history.ts';
import type { PublishedRelease } from './published-releases.ts';

const visits = countedIndicator('visits', {
  datasetId: 'visits',
  grid: { type: 'MONTH' },
  areaTypes: ['BOROUGH', 'REGION'],
  // Nothing says that Joined is the sum of the two, but for the figures.
  dimensions: [dimension('purpose', 'Purpose', ['Reading', 'Warmth', 'Joined'])],
});
const dataset = countedDataset([visits]);
const [merton, sutton, brent] = ['E09000024', 'E09000029', 'E09000005'];

/** What a month's file says of a place: reading, warmth, and what it calls joined; all is the sum of the first two. */
type Month = Readonly<Record<string, readonly [reading: number, warmth: number, joined: number]>>;

const plain: Month = { [merton]: [30, 40, 70], [sutton]: [25, 31, 56] };
const small: Month = { ...plain, [merton]: [3, 40, 43] };
const contradicting: Month = { ...plain, [merton]: [30, 40, 62] };

function fileOf(
  month: number,
  said: Month,
  published = month + 1,
): Partial<LoadTextOptions> & Pick<LoadTextOptions, 'source' | 'publishedAt'> {
  const period = dayIn(month).slice(0, 7);
  const rows = Object.entries(said).flatMap(([place, [reading, warmth, joined]]) =>
    [`,${reading + warmth}`, `reading,${reading}`, `warmth,${warmth}`, `joined,${joined}`].map(
      (cells) => `visits,${place},${period},${cells}`,
    ),
  );
  const text = ['indicator,area,period,purpose,value', ...rows, ''].join('\n');
  const source = sourceFile(`${period} ${published}.csv`, new TextEncoder().encode(text));
  return { source, publishedAt: dayIn(published) };
}

const dayIn = (month: number) => new Date(Date.UTC(2020, month, 15)).toISOString().slice(0, 10);

async function load({ sql }: StoreDatabase, file: ReturnType<typeof fileOf>): Promise<void> {
  const report = await loadText({ sql, datasets: [dataset], dataset: 'visits', confirmRevision: true, ...file });
  expect(report.outcome).toBe('loaded');
}

/** What is withheld in the store, by month and cut: `2020-07-01 E09000024 purpose=reading`. */
async function withheldIn({ sql }: StoreDatabase): Promise<readonly string[]> {
  const rows = await sql<{ text: string }[]>`
    select concat_ws(' ', period_id, place, dimension_key) as text from observation where status = 'CONFIDENTIAL' order by 1`;
  return rows.map(({ text }) => text);
}

/** What the loads of files withhold, each with what is known of the history, or without: then it looks at all of it. */
async function withheldBy(files: readonly ReturnType<typeof fileOf>[], isKnown: boolean): Promise<readonly string[]> {
  await using library = await createLibraryStore();
  for (const file of files) {
    if (!isKnown) await library.store.sql`delete from closed_history`;
    await load(library.store, file);
  }
  return await withheldIn(library.store);
}

const months = (count: number, said: Month = plain) => Array.from({ length: count }, (_, month) => fileOf(month, said));

describe('a load of a new period', () => {
  const believed = [...months(6), fileOf(6, small)];

  it('believes what all other periods bear out', async () => {
    // 43 joined - 40 warmth would be the 3 of reading, and 43 in all - 40 as well: with warmth withheld, neither tells.
    expect(await withheldBy(believed, true)).toEqual([
      `2020-07 ${merton} purpose=reading`,
      `2020-07 ${merton} purpose=warmth`,
    ]);
  });

  it('is protected as if all was looked at, whatever it changes of what is believed', async () => {
    const files = [
      ...believed,
      fileOf(7, contradicting),
      fileOf(8, small),
      fileOf(9, { ...small, [brent]: [4, 30, 34] }),
      fileOf(10, small),
      // A second edition of a period that others follow.
      fileOf(8, plain, 12),
      fileOf(12, small),
    ];
    expect(await withheldBy(files, true)).toEqual(await withheldBy(files, false));
  });
});

describe('what is known of a history', () => {
  const next: PublishedRelease = {
    dataset,
    publishedAt: dayIn(12),
    latestPeriodEnd: null,
    number: null,
    isSynthetic: false,
    covered: new Map([['visits', new Set([12 * 2020 + 11])]]),
    series: [],
  };

  it('is of later releases of new periods, by the same rules, beside the same releases', async () => {
    await using library = await createLibraryStore();
    const { sql } = library.store;
    const isKnown = async (release: PublishedRelease = next) => (await readClosedHistory(sql, release)) !== null;
    for (const file of months(4)) await load(library.store, file);
    // Of so few, any two are read together.
    expect(await isKnown()).toBe(false);
    for (const file of [fileOf(4, plain), fileOf(5, small)]) await load(library.store, file);
    expect(await isKnown()).toBe(true);
    expect(await isKnown({ ...next, publishedAt: dayIn(6) })).toBe(false);
    expect(await isKnown({ ...next, isSynthetic: true })).toBe(false);
    expect(await isKnown({ ...next, covered: new Map([['visits', new Set([12 * 2020 + 5])]]) })).toBe(false);
    const policy = { ...dataset.disclosurePolicy, minimumCount: 7 };
    expect(await isKnown({ ...next, dataset: { ...dataset, disclosurePolicy: policy } })).toBe(false);
    const [last] = await sql<{ id: string }[]>`select id from release order by number desc limit 1`;
    // It may be brought back: what is withheld for it stays so.
    await recallRelease(library.store, last?.id ?? '', 'wrong');
    expect(await isKnown()).toBe(true);
    await sql`delete from release where id = ${last?.id ?? ''}`;
    expect(await isKnown()).toBe(false);
  });

  it('is nothing while a release is under embargo, nor once it has ended until the next load', async () => {
    await using library = await createLibraryStore();
    const { sql } = library.store;
    for (const file of months(6)) await load(library.store, file);
    await load(library.store, { ...fileOf(6, small), embargoUntil: '2090-01-01T00:00:00Z' });
    expect(await readClosedHistory(sql, next)).toBeNull();
    await load(library.store, fileOf(7, small));
    expect(await readClosedHistory(sql, next)).toBeNull();
    await sql`update release set embargo_until = now() where embargo_until is not null`;
    expect(await readClosedHistory(sql, next)).toBeNull();
    await load(library.store, fileOf(8, small));
    expect(await readClosedHistory(sql, next)).not.toBeNull();
  });
});
