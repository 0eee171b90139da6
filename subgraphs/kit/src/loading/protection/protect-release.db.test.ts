import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assessmentsDataset, returnsDataset } from '@boroughgraph/test/support/assessments-dataset.ts';
import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import { boroughs } from '../../geography/areas.ts';
import { openStore, type StoreDatabase } from '../../store/database.ts';
import { migrateStore } from '../../store/migrate.ts';
import type { DatasetDefinition } from '../../datasets/dataset.ts';
import { loadText, type LoadTextOptions } from '../load-file.ts';
import { formatReport, type LoadReport } from '../report.ts';
import { sourceFile } from '../../files/source-file.ts';

let database: TestDatabase;
let council: StoreDatabase;
let clinic: StoreDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
beforeEach(async () => {
  for (const schema of ['council', 'clinic']) {
    await database.sql.unsafe(`drop schema if exists ${schema} cascade`);
    await database.sql.unsafe(`create schema ${schema}`);
    await migrateStore(database.sql, schema);
  }
  council = openStore({ url: database.url, schema: 'council' });
  clinic = openStore({ url: database.url, schema: 'clinic' });
  return async () => {
    await Promise.all([council.close(), clinic.close()]);
  };
});
afterAll(() => database[Symbol.asyncDispose]());

const city = 'E09000001';
const header = 'indicator,area,period,duration,value,denominator,status,flags';

function load(
  rows: readonly string[],
  publishedAt: string,
  more: Partial<LoadTextOptions> & { readonly dataset?: string } = {},
): Promise<LoadReport> {
  const text = [header, ...rows, ''].join('\n');
  const source = sourceFile(`${publishedAt}.csv`, new TextEncoder().encode(text));
  const datasets = [assessmentsDataset, returnsDataset];
  return loadText({
    sql: council.sql,
    agency: 'council',
    datasets,
    dataset: 'assessments',
    source,
    publishedAt,
    ...more,
  });
}

const count = (indicator: string, value: number | 'c') =>
  `${indicator},${city},FY2023-24,,${value === 'c' ? ',,CONFIDENTIAL' : `${value},,`},`;
const band = (duration: string, value: number | 'c') =>
  `assessments,${city},FY2023-24,${duration},${value === 'c' ? ',,CONFIDENTIAL' : `${value},,`},`;

/** Every stored cell: `assessments duration=… 2024-01-01: 20`, oldest release first. */
async function cells({ sql } = council): Promise<readonly string[]> {
  const rows = await sql<{ text: string }[]>`
    select concat_ws(' ', indicator_id, nullif(dimension_key, ''), published_at) || ': ' || coalesce(value::text, status) as text
    from observation join release on release.number = release_number order by published_at, 1`;
  return rows.map(({ text }) => text);
}

describe('a file with one gap in a row with a total', () => {
  const rows = [
    count('assessments', 40),
    band('up-to-10-days', 'c'),
    band('11-to-45-days', 20),
    band('over-45-days', 17),
  ];

  it('loses one more of its bands, so that nothing follows', async () => {
    const report = await load(rows, '2024-10-01');
    expect(report).toMatchObject({ outcome: 'loaded', withheldBesides: 1 });
    // 40 - 20 - 17 was the first; either of the others hides it, and the total stays.
    expect((await cells()).filter((cell) => cell.endsWith('CONFIDENTIAL'))).toHaveLength(2);
    expect(await cells()).toContain('assessments 2024-10-01: 40');
  });

  it('is reported by area, period and kind, without a figure', async () => {
    const report = await load(rows, '2024-10-01', { isDryRun: true });
    expect(report.leaks).toEqual([
      {
        dataset: 'assessments',
        indicator: 'assessments',
        place: 'City of London',
        period: 'FY2023-24',
        kind: 'categories',
      },
    ]);
    expect(formatReport(report)).toContain(
      'published leak, closed: assessments of City of London in FY2023-24 follows from a total and its other parts\n' +
        '  withheld besides, so that nothing follows: 1 observations',
    );
    expect(await cells()).toEqual([]);
  });
});

describe('a file with a row that is rejected', () => {
  const london = 'E12000007';
  /** 32 boroughs at 31 make 992. */
  const boroughRows = boroughs
    .filter(({ code }) => code !== city)
    .map(({ code }) => `conferences,${code},FY2023-24,,31,,,`);
  const cityAs = (text: string) => `conferences,${city},FY2023-24,,${text},,,`;
  const withheldIn = async () => (await cells()).filter((cell) => cell.endsWith('CONFIDENTIAL')).length;

  it.each(['c', '<5', 'four'])('keeps its cell, %j, withheld beside another or its total', async (text) => {
    const rows = [`conferences,${london},FY2023-24,,996,,,`, ...boroughRows, cityAs(text)];
    const report = await load(rows, '2024-10-01', { acceptRejects: true });
    expect(report).toMatchObject({ outcome: 'loaded', rowsRejected: text === 'four' ? 1 : 0 });
    // The City would be 996 - 32 x 31.
    expect([await withheldIn(), report.withheldBesides]).toEqual([2, 1]);
    const [release] = await council.sql`select checksum from release`;
    expect(String(release?.['checksum']).startsWith('hmac-sha256:')).toBe(true);
  });

  it('tells how many cells are withheld for it', async () => {
    const report = await load([`conferences,${london},FY2023-24,,996,,,`, cityAs('four')], '2024-10-01', {
      acceptRejects: true,
    });
    expect(report.notices).toContain(
      '1 cell of a rejected row is withheld and not left out, because what is left out follows from its total',
    );
  });
});

describe('a file that does not give an area or a category beside its total', () => {
  const london = (total: number) => `conferences,E12000007,FY2023-24,,${total},,,`;
  const others = boroughs.filter(({ code }) => code !== city).map(({ code }) => `conferences,${code},FY2023-24,,31,,,`);
  const told = (report: LoadReport) =>
    report.notices.filter((notice) => notice.includes('has a total but no figure for'));

  it('loses another figure where what is left is a small count, and says so', async () => {
    const report = await load([london(996), ...others], '2024-10-01');
    expect([report.withheldBesides, told(report).length]).toEqual([1, 1]);
    expect(told(report)[0]).toContain('conferences has a total but no figure for City of London in FY2023-24');
    expect(report.leaks).toEqual([
      { dataset: 'assessments', indicator: 'conferences', place: 'City of London', period: 'FY2023-24', kind: 'areas' },
    ]);
    // The same is loaded once more beside it, in another order: nothing follows from the two either.
    const again = await load([...others, london(996)], '2024-11-01');
    expect([again.outcome, again.withheldBesides]).toEqual(['loaded', 1]);
  });

  it('loses nothing where thousands are left, and says so', async () => {
    const report = await load([london(4992), ...others], '2024-10-01');
    expect([report.withheldBesides, told(report).length]).toEqual([0, 1]);
  });

  it.each(['NOT_COLLECTED', 'NOT_APPLICABLE'])('loses nothing where the publisher says %s', async (status) => {
    const marked = `conferences,${city},FY2023-24,,,,${status},`;
    const report = await load([london(996), ...others, marked], '2024-10-01');
    expect([report.withheldBesides, told(report).length]).toEqual([0, 0]);
  });

  it('loses another figure where one is not available that follows as a small count', async () => {
    const marked = `conferences,${city},FY2023-24,,x,,,`;
    expect((await load([london(996), ...others, marked], '2024-10-01')).withheldBesides).toBe(1);
  });

  it.each([
    [37, 0, 0],
    // Two, since whoever takes the absent one for nothing would take a withheld one to be told by the other.
    [40, 2, 1],
    [99, 0, 1],
  ])('does the same for a category, of %i in all', async (total, besides, notices) => {
    const rows = [count('assessments', total), band('11-to-45-days', 20), band('over-45-days', 17)];
    const report = await load(rows, '2024-10-01');
    expect([report.withheldBesides, told(report).length]).toEqual([besides, notices]);
  });
});

describe('a statistic on a hidden count', () => {
  it('is withheld with it, and reported', async () => {
    const report = await load([count('conferences', 'c'), count('conference-days', 12)], '2024-10-01');
    expect(await cells()).toEqual(['conference-days 2024-10-01: CONFIDENTIAL', 'conferences 2024-10-01: CONFIDENTIAL']);
    expect(report.leaks.map(({ kind }) => kind)).toEqual(['statistic']);
  });

  it('is withheld where the count is small and shown', async () => {
    await load([count('conferences', 4), count('conference-days', 12)], '2024-10-01');
    expect(await cells()).toEqual(['conference-days 2024-10-01: CONFIDENTIAL', 'conferences 2024-10-01: CONFIDENTIAL']);
  });

  it('keeps nothing that tells it: no numerator, denominator or flag', async () => {
    await load(
      [count('conferences', 'c'), `conferences-rate,${city},FY2023-24,,30.5,1000,,LOW_RELIABILITY`],
      '2024-10-01',
    );
    const [stored] = await council.sql`
      select "values", numerators, denominators, flags from series where indicator_id = 'conferences-rate'`;
    expect(stored).toEqual({ values: [null], numerators: null, denominators: null, flags: null });
  });
});

describe('a figure in two releases', () => {
  it('that the later withholds is withheld in the earlier one too', async () => {
    await load([count('conferences', 8)], '2023-10-01');
    expect(await cells()).toEqual(['conferences 2023-10-01: 8']);
    expect(await load([count('conferences', 'c')], '2024-10-01')).toMatchObject({ withheldBesides: 1 });
    expect(await cells()).toEqual(['conferences 2023-10-01: CONFIDENTIAL', 'conferences 2024-10-01: CONFIDENTIAL']);
  });

  it('that the earlier withholds is withheld in the later one too', async () => {
    await load([count('conferences', 'c')], '2023-10-01');
    await load([count('conferences', 8)], '2024-10-01');
    expect(await cells()).toEqual(['conferences 2023-10-01: CONFIDENTIAL', 'conferences 2024-10-01: CONFIDENTIAL']);
  });

  it('takes what rests on it in the other release with it', async () => {
    await load([count('conferences', 8), count('conference-days', 12)], '2023-10-01');
    await load([count('conferences', 'c')], '2024-10-01');
    expect(await cells()).toContain('conference-days 2023-10-01: CONFIDENTIAL');
  });
});

describe('linked datasets of one agency', () => {
  it('withhold the same figure, in the store and in the file', async () => {
    await load([count('conference-returns', 8)], '2024-05-01', { dataset: 'returns' });
    await load([count('conferences', 'c')], '2024-10-01');
    expect(await cells()).toEqual([
      'conference-returns 2024-05-01: CONFIDENTIAL',
      'conferences 2024-10-01: CONFIDENTIAL',
    ]);
    expect(await load([count('conference-returns', 9)], '2025-05-01', { dataset: 'returns' })).toMatchObject({
      outcome: 'loaded',
      withheldBesides: 1,
    });
  });
});

describe('a figure that another agency serves', () => {
  const ours: DatasetDefinition = {
    ...assessmentsDataset,
    structures: [
      {
        kind: 'same',
        figure: { indicator: 'conferences' },
        other: { agency: 'clinic', dataset: 'returns', indicator: 'conference-returns' },
      },
    ],
  };
  const theirs: DatasetDefinition = { ...returnsDataset, structures: [] };
  const linked = () => ({ datasets: [ours], others: new Map([['clinic', { sql: clinic.sql, datasets: [theirs] }]]) });

  beforeEach(async () => {
    await load([count('conference-returns', 8)], '2024-05-01', {
      sql: clinic.sql,
      agency: 'clinic',
      datasets: [theirs],
      dataset: 'returns',
    });
  });

  it('refuses the load that withholds it, and leaves nothing', async () => {
    const report = await load([count('conferences', 'c')], '2024-10-01', linked());
    expect(report).toMatchObject({
      outcome: 'refused',
      message:
        'assessments cannot be published with what is served beside it, because withheld figures would follow: conferences of City of London in FY2023-24 follows from the same figure elsewhere. What clinic serves stays as it is: withhold in this file what is withheld there, or ask for a release there that withholds what is withheld here',
    });
    expect([await cells(), await cells(clinic)]).toEqual([[], ['conference-returns 2024-05-01: 8']]);
  });

  it('refuses with the reason where the policies disagree on zeros', async () => {
    const hiding = { ...ours, disclosurePolicy: { ...ours.disclosurePolicy, id: 'zeros-hidden', zerosShown: false } };
    const report = await load([count('conferences', 'c')], '2024-10-01', { ...linked(), datasets: [hiding] });
    expect(report).toMatchObject({ outcome: 'refused' });
    expect(report.message).toContain(
      'The policies of assessments and returns disagree on zeros: one shows those that the other withholds. Give linked datasets one zerosShown',
    );
  });

  it('is no matter where the load shows it too', async () => {
    expect(await load([count('conferences', 8)], '2024-10-01', linked())).toMatchObject({ outcome: 'loaded' });
  });

  it('is named as unchecked where the agency cannot be read', async () => {
    const report = await load([count('conferences', 'c')], '2024-10-01', { datasets: [ours] });
    expect(report.notices).toEqual([
      'what clinic serves cannot be read, so nothing was checked against it: load with access to it',
    ]);
  });
});
