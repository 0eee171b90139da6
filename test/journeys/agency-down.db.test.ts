import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type RunningSystem, startRunningSystem } from '../support/running-system.ts';
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
