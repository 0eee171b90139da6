import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';
import { type Answer, type RunningAgency, type RunningSystem, startRunningSystem } from '../support/running-system.ts';
import { startLoad } from '../chaos/load.ts';
import { prepareQuestions } from '../chaos/questions.ts';
import { Trouble } from '../chaos/trouble.ts';
import { loadSmallFigures } from '../support/small-figures.ts';

const boroughSafety = readFileSync(new URL('../../schema/operations/borough-safety.graphql', import.meta.url), 'utf8');

let system: RunningSystem;
beforeAll(async () => {
  system = await startRunningSystem(loadSmallFigures, 2_000);
}, 60_000);
afterAll(() => system[Symbol.asyncDispose]());

/** The fields of a borough that each agency answers for, with whether they arrived. */
function arrived({ data }: Answer): Readonly<Record<string, boolean>> {
  const borough = (data?.['borough'] ?? {}) as Record<string, Record<string, unknown> | null>;
  const isThere = (field: string, inner: string) => borough[field]?.[inner] != null;
  return {
    name: borough['name'] != null,
    policing: isThere('crime', 'recorded'),
    'criminal-justice': isThere('courtDelay', 'timeliness'),
    health: isThere('health', 'emergencyAdmissions'),
    'local-authority': isThere('safeguarding', 'childrenInNeed'),
  };
}

const ask = () => system.ask(boroughSafety, { code: 'E09000012' });
const everything = { name: true, policing: true, 'criminal-justice': true, health: true, 'local-authority': true };

/** What must never reach a client: addresses, ports, statements, stacks, tables. */
const internals = /127\.0\.0\.1|localhost|:\d{4,5}|select |from "|\.ts:|ECONN|relation |release_number/i;

describe('with every agency up', () => {
  it('everything arrives without an error', async () => {
    const answer = await ask();
    expect([arrived(answer), answer.errors]).toEqual([everything, undefined]);
  });
});

/** What can be done to an agency without a process of its own, and how it is undone. */
const harms: readonly (readonly [
  string,
  (agency: RunningAgency) => Promise<void>,
  (agency: RunningAgency) => Promise<void>,
])[] = [
  ['whose server is away', (agency) => agency.stopServer(), (agency) => agency.startServer()],
  ['whose tables are away', (agency) => agency.hideTables(), (agency) => agency.showTables()],
  ['whose connections are ended', (agency) => endConnections(agency), () => Promise.resolve()],
];

async function endConnections({ store, readerUrl }: RunningAgency): Promise<void> {
  const role = new URL(readerUrl).username;
  await store.sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = ${role}`;
}

/** What is under way when all is well again may still lack what was away. */
const settleMs = 2_000;

/** The short form of `npm run test:chaos`: outcomes, and no time. */
describe('asked steadily, of an agency', () => {
  it.each(harms)('%s, no answer is wrong: each is whole, or lacks what an error names', async (_, harm, undo) => {
    const url = `${system.url}/graphql`;
    const trouble = new Trouble();
    const { circumstances } = trouble;
    const questions = await prepareQuestions(url);
    const load = startLoad({ url, questions, deadlineMs: 5_000, perSecond: 30, circumstances });
    for (const [name, agency] of system.agencies) {
      const end = trouble.begin(name);
      await harm(agency);
      await delay(150);
      await undo(agency);
      end(settleMs);
    }
    const { complete, partial, wrong, away, reasons } = await load.stop();
    expect({ wrong, away, reasons }).toEqual({ wrong: 0, away: 0, reasons: {} });
    expect(complete + partial).toBeGreaterThan(0);
    await expect(prepareQuestions(url)).resolves.toEqual(questions);
  });
});

/** An indicator and a dataset of each agency. */
const ofEach = agencies.map(({ name, indicators: [indicator], datasets: [dataset] }) => ({
  name,
  indicator: indicator?.id ?? '',
  dataset: dataset?.id ?? '',
}));

const catalogue = '{ catalogue { id agency { name indicators { id } datasets { id title } } } }';
interface Catalogue {
  readonly catalogue: readonly {
    readonly id: string;
    readonly agency: {
      readonly indicators: readonly { readonly id: string }[];
      readonly datasets: readonly { readonly id: string }[];
    } | null;
  }[];
}
const entriesOf = (data: unknown) => (data as Catalogue).catalogue;

describe('what is asked for without saying whose it is', () => {
  it('is an indicator and a dataset of each agency, by its id in any case', async () => {
    for (const { indicator, dataset } of ofEach) {
      const { data, errors } = await system.ask(
        `{ indicator(id: "${indicator.toUpperCase()}") { id name dataset { id } } dataset(id: "${dataset}") { id title releases(last: 1) { id } } }`,
      );
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({ indicator: { id: indicator }, dataset: { id: dataset } });
    }
  });

  it('is a series as its agency serves it', async () => {
    const fields = 'series(area: "E09000012") { latest { value period { id } } }';
    const { data } = await system.ask(
      `{ indicator(id: "recorded-crime") { ${fields} } policing { indicator(id: "recorded-crime") { ${fields} } } }`,
    );
    const { indicator, policing } = data as {
      readonly indicator: object;
      readonly policing: { readonly indicator: object };
    };
    expect(indicator).toEqual(policing.indicator);
    expect(indicator).toMatchObject({ series: { latest: { value: 300 } } });
  });

  it('is a series of the area at which it is asked for, and of no area where none is named', async () => {
    const fields = 'series { area { code } latest { value } } seriesAbsence { reason }';
    const { data, errors } = await system.ask(
      `{ borough(code: "E09000012") { crime: indicator(id: "recorded-crime") { ${fields} } beds: indicator(id: "mental-health-bed-wait") { ${fields} } } indicator(id: "recorded-crime") { series { latest { value } } } }`,
    );
    expect(data).toEqual({
      borough: {
        crime: { series: { area: { code: 'E09000012' }, latest: { value: 300 } }, seriesAbsence: null },
        beds: { series: null, seriesAbsence: { reason: 'RESTRICTED' } },
      },
      indicator: { series: null },
    });
    expect(errors?.map(({ message }) => message)).toEqual([
      '"recorded-crime" was not asked for at an area: expected area: "E09000012", or borough(code: "E09000012") { indicator(id: "recorded-crime") }',
    ]);
  });

  it('is refused for an id of none, with those that are near', async () => {
    const { data, errors } = await system.ask('{ indicator(id: "recorded-crimes") { id } dataset(id: "tea") { id } }');
    expect(data).toEqual({ indicator: null, dataset: null });
    expect(errors?.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^"recorded-crimes" is the id of no indicator: expected one such as recorded-crime, /),
      expect.stringMatching(/^"tea" is the id of no dataset: expected one such as /),
    ]);
  });

  it('is the catalogue of every agency at once, as each has it', async () => {
    const { data, errors } = await system.ask(catalogue);
    expect(errors).toBeUndefined();
    const counts = entriesOf(data).map(({ id, agency }) => [id, agency?.indicators.length, agency?.datasets.length]);
    const expected = agencies
      .toSorted((one, other) => one.port - other.port)
      .map(({ name, indicators, datasets }) => [name, indicators.length, datasets.length]);
    expect(counts).toEqual(expected);
  });
});

describe('what is asked for without saying whose it is, with an agency down', () => {
  it.each(['policing', 'criminal-justice', 'health'])(
    '%s costs its own entry of the catalogue and what is its own',
    async (name) => {
      const agency = system.agencies.get(name);
      const own = ofEach.find((each) => each.name === name);
      const other = ofEach.find((each) => each.name !== name && each.name !== 'local-authority');
      await agency?.stopServer();
      const { data, errors } = await system.ask(
        `{ ${catalogue.slice(1, -1)} own: indicator(id: "${own?.indicator ?? ''}") { name } other: indicator(id: "${other?.indicator ?? ''}") { name } dataset(id: "${other?.dataset ?? ''}") { title } }`,
      );
      await agency?.startServer();
      expect(entriesOf(data).filter((entry) => entry.agency === null)).toEqual([{ id: name, agency: null }]);
      expect(data).toMatchObject({ own: null, other: { name: expect.any(String) as unknown }, dataset: {} });
      expect(errors).toMatchObject([{ extensions: { code: 'AGENCY_UNAVAILABLE', agency: name } }]);
    },
  );

  it('asks nobody whose it is not', async () => {
    const asked = [...system.agencies.values()].filter(({ subgraph }) => subgraph.name !== 'policing');
    for (const agency of asked) await agency.stopServer();
    const local = system.agencies.get('local-authority');
    await local?.startServer();
    const { data, errors } = await system.ask('{ indicator(id: "recorded-crime") { name } }');
    for (const agency of asked) if (agency !== local) await agency.startServer();
    expect([data, errors]).toEqual([{ indicator: { name: 'Recorded crime' } }, undefined]);
  });
});

describe.each(['policing', 'criminal-justice', 'health'])('with %s down', (name) => {
  it('as a process: it costs its own fields and one error that names it; the rest arrives, and all once it is back', async () => {
    const agency = system.agencies.get(name);
    await agency?.stopServer();
    const answer = await ask();
    expect(arrived(answer)).toEqual({ ...everything, [name]: false });
    expect(answer.errors).toMatchObject([
      { path: ['borough', expect.any(String)], extensions: { code: 'AGENCY_UNAVAILABLE', agency: name } },
    ]);
    expect(JSON.stringify(answer.errors)).not.toMatch(internals);
    await agency?.startServer();
    expect(arrived(await ask())).toEqual(everything);
  });

  it('as a database: the same, and it answers again once the database is back', async () => {
    const agency = system.agencies.get(name);
    await agency?.hideTables();
    const answer = await ask();
    expect(arrived(answer)).toEqual({ ...everything, [name]: false });
    expect(answer.errors).toMatchObject([
      {
        path: expect.arrayContaining(['borough']) as unknown,
        extensions: { code: 'AGENCY_UNAVAILABLE', agency: name },
      },
    ]);
    expect(JSON.stringify(answer.errors)).not.toMatch(internals);
    await agency?.showTables();
    expect(arrived(await ask())).toEqual(everything);
  });
});

describe('with local-authority down', () => {
  it('as a process: borough is null with one error, and the other roots still answer', async () => {
    const agency = system.agencies.get('local-authority');
    await agency?.stopServer();
    const answer = await system.ask(
      '{ borough(code: "E09000012") { name } policing { id } criminalJustice { id } health { id } }',
    );
    expect(answer.data).toEqual({
      borough: null,
      policing: { id: 'policing' },
      criminalJustice: { id: 'criminal-justice' },
      health: { id: 'health' },
    });
    expect(answer.errors).toMatchObject([
      { path: ['borough'], extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'local-authority' } },
    ]);
    await agency?.startServer();
    expect(arrived(await ask())).toEqual(everything);
  });

  it('as a database: the borough, its aliases and what the three others contribute still answer', async () => {
    await system.agencies.get('local-authority')?.hideTables();
    const answer = await ask();
    expect(arrived(answer)).toEqual({ ...everything, 'local-authority': false });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'local-authority' } }]);
    const names = await system.ask('{ borough(name: "K&C") { code name part aliases } }');
    expect(names).toMatchObject({ data: { borough: { code: 'E09000020', part: 'INNER' } } });
  });
});
