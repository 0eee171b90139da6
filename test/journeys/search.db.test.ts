import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { type RunningSystem, startRunningSystem } from '../support/running-system.ts';
import { loadSmallFigures } from '../support/small-figures.ts';

let system: RunningSystem;
beforeAll(async () => {
  system = await startRunningSystem(loadSmallFigures, 2_000);
  // The first search makes indexes, which on a busy machine takes longer than the gateway waits here for an agency that is down.
  await system.ask('{ search(text: "anything") { id } }');
}, 60_000);
afterAll(() => system[Symbol.asyncDispose]());

interface Result {
  readonly kind: string;
  readonly id: string;
  readonly agency: string;
  readonly isHeld: boolean;
  readonly reason: string | null;
}

const fields = 'kind id agency isHeld reason';

async function search(text: string, first = 5): Promise<readonly Result[]> {
  const { data, errors } = await system.ask(
    `query ($text: String!, $first: Int!) { search(text: $text, first: $first) { ${fields} } }`,
    { text, first },
  );
  expect(errors).toBeUndefined();
  return (data?.['search'] ?? []) as readonly Result[];
}

describe('a search', () => {
  it('finds what any agency has: indicators, values, areas, courts and measures', async () => {
    const firstOf = async (text: string) => {
      const [first] = await search(text);
      return `${first?.agency ?? ''} ${first?.kind ?? ''} ${first?.id ?? ''}`;
    };
    expect(await firstOf('robbery')).toBe('policing DIMENSION_VALUE recorded-crime');
    expect(await firstOf('court waits')).toBe('criminal-justice INDICATOR court-timeliness');
    expect(await firstOf('overdoses')).toBe('health INDICATOR drug-misuse-admissions');
    expect(await firstOf('referals')).toBe('local-authority INDICATOR referrals');
    expect(await firstOf('Hackny')).toBe('local-authority AREA E09000012');
    expect(await firstOf('Example Crown Court')).toBe('criminal-justice COURT court:example-crown-court');
    expect(await firstOf('boost public confidence in the metropolitan police service')).toContain('MEASURE');
  });

  it('leads on to series of what it finds, narrowed to the value', async () => {
    const { data, errors } = await system.ask(
      `{ search(text: "muggings", first: 1) { name narrowing { value } indicator { ... on Indicator { id held { lastPeriod { id } } series(area: "E09000012") { dimensions { value } latest { value } } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      search: [
        {
          name: 'Robbery',
          narrowing: [{ value: 'robbery' }],
          indicator: {
            id: 'recorded-crime',
            held: { lastPeriod: { id: '2025-11' } },
            series: { dimensions: [{ value: 'robbery' }], latest: { value: 30 } },
          },
        },
      ],
    });
  });

  it('says why nothing is held of what is not, and nothing more of what is for named users', async () => {
    const [awaited, hidden] = [(await search('MARAC'))[0], (await search('assaults in A&E'))[0]];
    expect(awaited).toMatchObject({ id: 'marac-cases', isHeld: false });
    expect(hidden).toMatchObject({ id: 'violence-attendances', isHeld: false, reason: 'RESTRICTED' });
  });

  it('says what is wrong with it, where a variable makes null of what may not be', async () => {
    const query = 'query ($first: Int) { search(text: "robbery", first: $first) { id } boroughs { name } }';
    const { data, errors } = await system.ask(query, { first: null });
    expect(data).toMatchObject({ search: null, boroughs: expect.arrayContaining([]) as unknown });
    const message = 'Argument "first" of non-null type "Int!" must not be null.';
    expect(errors).toMatchObject([{ message, path: ['search'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('has no more than it is asked for, and finds nothing for nothing', async () => {
    expect(await search('crime', 3)).toHaveLength(3);
    expect(await search('')).toEqual([]);
    expect(await search('xqzzk')).toEqual([]);
  });

  it.each([
    ['first: 0', 'first is 0: expected a number from 1 to 50'],
    ['first: 51', 'first is 51: expected a number from 1 to 50'],
  ])('with %s is refused once, whatever the number of agencies', async (given, message) => {
    const { errors } = await system.ask(`{ search(text: "crime", ${given}) { id } }`);
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe.each(['policing', 'criminal-justice', 'health', 'local-authority'])('with %s down', (name) => {
  it('a search has what the others find, and one error that names it', async () => {
    const agency = system.agencies.get(name);
    await agency?.stopServer();
    const { data, errors } = await system.ask(`{ search(text: "children", first: 50) { agency } }`);
    await agency?.startServer();
    const found = new Set((data?.['search'] as readonly Result[]).map((result) => result.agency));
    expect(found.size).toBeGreaterThanOrEqual(2);
    expect(found.has(name)).toBe(false);
    expect(errors).toMatchObject([{ path: ['search'], extensions: { code: 'AGENCY_UNAVAILABLE', agency: name } }]);
  });
});

function policingAgency() {
  const policing = system.agencies.get('policing');
  if (policing === undefined) throw new Error('there is no policing');
  return policing;
}

const dayInLondon = (instant: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date(instant));

describe('a release', () => {
  it('under embargo is found by nothing that it alone has, and from the end of its embargo by all of it', async () => {
    const { store, subgraph } = policingAgency();
    const [row] = await store.sql<{ at: string }[]>`
      select to_char((now() + interval '3 seconds') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;
    const embargoUntil = row?.at ?? '';
    const told = () => search('front counters', 50);
    const before = await told();
    const text = 'indicator,area,period,value\nfront-counters,Hackney,S2024-03-31,5\n';
    const report = await loadText({
      sql: store.sql,
      datasets: subgraph.datasets,
      dataset: 'police-estate',
      source: sourceFile('a.csv', new TextEncoder().encode(text)),
      publishedAt: dayInLondon(embargoUntil),
      embargoUntil,
    });
    expect(report).toMatchObject({ outcome: 'loaded', embargoUntil });
    expect(await told()).toEqual(before);
    await store.sql`select pg_sleep_until(${embargoUntil}::timestamptz)`;
    expect((await told())[0]).toMatchObject({ id: 'front-counters', isHeld: true });
  });

  it('is found from the request after it is loaded, and after it is recalled no more', async () => {
    const policing = policingAgency();
    const isHeld = async () => (await search('shop crime')).find(({ id }) => id === 'business-crime')?.isHeld;
    expect(await isHeld()).toBe(false);
    const text = 'indicator,area,period,value\nbusiness-crime,Hackney,2024-02,50\n';
    const report = await loadText({
      sql: policing.store.sql,
      datasets: policing.subgraph.datasets,
      dataset: 'met-business-crime',
      source: sourceFile('a.csv', new TextEncoder().encode(text)),
      publishedAt: '2024-05-31',
    });
    expect(report).toMatchObject({ outcome: 'loaded' });
    expect(await isHeld()).toBe(true);
    await recallRelease(policing.store, report.releaseId ?? '', 'Sent too early.');
    expect(await isHeld()).toBe(false);
  });
});
