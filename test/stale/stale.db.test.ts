import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { expect, it } from 'vitest';
import { createRandom } from '../reference/random.ts';
import { startReplicatedPostgres } from '../scale/replicated-postgres.ts';
import { createDatabase } from '../support/database.ts';
import { type RememberingSystem, startRememberingSystem } from '../support/remembering-system.ts';
import type { RunningAgency } from '../support/running-system.ts';
import { createDatabaseOn } from '../support/server-database.ts';
import { startNamedSystem } from '../support/named-system.ts';
import { AgreementChanges } from './agreement-changes.ts';
import { askUntilDone, type Asking } from './ask-all.ts';
import { Changes } from './changes.ts';
import { History } from './history.ts';
import { Figures, Judge } from './judge.ts';
import { openSlowDoor } from './slow-door.ts';

/** The long form is `npm run test:stale`; the short one takes some seconds. */
const wanted = Number(process.env['STALE_ANSWERS'] ?? 3_000);
const isLong = wanted > 100_000;
/** Those over a replica, and those of agreements, which nobody remembers: each is made anew. */
const fewWanted = Math.min(wanted, Math.max(400, wanted / 20));
/** Answers for which each state is left as it is at least: most are given when others have asked before. After three times as many who asks takes his time. */
const answersAChange = 100;
/** Changes between two disturbances. */
const changesBetween = 4;
const longestMs = 4 * 3_600_000;
const random = createRandom('stale', 22);

const query = `query Officers($area: ID!) {
  policing { indicator(id: "police-officers") { series(area: $area) { observations { value } } } } }`;
const both = `query Both($area: ID!) {
  policing { indicator(id: "police-officers") { series(area: $area) { observations { value } } } }
  health { datasets { id latestRelease { id } } } }`;
const variables = { area: 'E09000012' };
/** Each of them asks each gateway. */
const askings: readonly Asking[] = [
  { query: both, variables },
  { query, variables },
  { query, variables, headers: { 'accept-encoding': 'gzip' } },
  { query, variables, keeps: true },
];

interface OfficersData {
  readonly policing: {
    readonly indicator: {
      readonly series: { readonly observations: readonly { readonly value: number }[] } | null;
    } | null;
  } | null;
}

const figureOf = (data: unknown): number | null =>
  // The operations above ask for it in this form.
  (data as OfficersData).policing?.indicator?.series?.observations[0]?.value ?? null;

interface Disturbance {
  /** Does something while changes are made; resolves when it is over. */
  readonly disturb: (policing: RunningAgency) => Promise<unknown>;
}

/** Asks for a figure until so many answers were given, while it is changed and everything is disturbed, and judges each. */
async function askWhileChanging(
  system: RememberingSystem,
  { answers, disturb }: Disturbance & { readonly answers: number },
): Promise<Judge> {
  const policing = system.agencies.get('policing');
  if (policing === undefined) throw new Error('policing does not run');
  const history = new History(null);
  const judge = new Judge(history);
  const changes = new Changes(policing, history);
  await changes.make(0.7);
  const isDone = () => judge.count >= answers;
  let from = 0;
  const isAhead = () => judge.count > from + 3 * answersAChange;
  const hearing = { figures: new Figures(figureOf), judge, isDone, isAhead };
  const asking = system.gateways.flatMap(({ url }) => askings.map((each) => askUntilDone(url, each, hearing)));
  const changing = (async () => {
    for (let made = 1; !isDone(); made += 1) {
      from = judge.count;
      const disturbing = made % changesBetween === 0 ? disturb(policing) : Promise.resolve();
      await changes.make(random.whole(1_000) / 1_000);
      await disturbing;
      judge.judge();
      while (!isDone() && judge.count < from + answersAChange) await wait(1);
      if (made % 250 === 0) tell(history, judge);
    }
  })();
  await Promise.all([...asking, changing]);
  judge.judge();
  tell(history, judge);
  expect(history.length).toBeGreaterThan(5);
  expect(judge.differentFigures).toBeGreaterThan(4);
  return judge;
}

/** In the long form somebody waits for it. */
function tell(history: History, { count, failed, faults }: Judge): void {
  if (!isLong) return;
  console.log(
    `${new Date().toISOString().slice(11, 19)} ${count} answers in ${history.length} states, ${failed} more said that they failed, ${faults.length} stale`,
  );
}

/** Cuts off all that hear of changes of the agency. */
const cutListeners = ({ store: { sql } }: RunningAgency) =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'boroughgraph-state' and datname = current_database()`;

async function restart({ stopServer, startServer }: RunningAgency): Promise<void> {
  await stopServer();
  await startServer();
}

it(
  'Whatever is loaded, recalled, cut off, slowed and restarted, no answer is older than its request',
  async () => {
    await using door = await openSlowDoor();
    await using system = await startRememberingSystem({
      gateways: 2,
      places: { listenAt: door.through },
      prepare: () => Promise.resolve(),
    });
    const slowListeners = async () => {
      door.slow(random.whole(200));
      await wait(300);
      door.slow(0);
    };
    const disturb = (agency: RunningAgency) => {
      const chance = random.whole(100);
      if (chance < 50) return cutListeners(agency);
      return chance < 75 ? slowListeners() : restart(agency);
    };
    const { faults } = await askWhileChanging(system, { answers: wanted, disturb });
    expect(faults.slice(0, 5)).toEqual([]);
  },
  longestMs,
);

/** Debian's PostgreSQL, the newest there is. */
function findPrograms(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).toSorted((one, other) => Number(other) - Number(one)) : [];
  return (
    versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'pg_basebackup'))) ?? null
  );
}

const programs = findPrograms();

it.skipIf(programs === null || !isLong)(
  'No answer that is made of what a replica has is older than its request, however far that lags',
  async () => {
    await using databases = await startReplicatedPostgres(programs ?? '');
    await using system = await startRememberingSystem({
      gateways: 2,
      makeDatabase: () => createDatabaseOn(databases.primary.url),
      places: { readAt: (url) => elsewhere(url, databases.replica.url) },
      prepare: () => Promise.resolve(),
    });
    await using replica = openServer(databases.replica.url);
    const lag = async () => {
      await replica.sql`select pg_wal_replay_pause()`;
      await wait(random.whole(300));
      await replica.sql`select pg_wal_replay_resume()`;
    };
    const disturb = (agency: RunningAgency) => (random.chance(0.7) ? lag() : cutListeners(agency));
    const { faults } = await askWhileChanging(system, { answers: fewWanted, disturb });
    expect(faults.slice(0, 5)).toEqual([]);
  },
  longestMs,
);

/** The same database of another server. */
function elsewhere(url: string, serverUrl: string): string {
  const [place, server] = [new URL(url), new URL(serverUrl)];
  place.host = server.host;
  return place.href;
}

function openServer(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  return { sql, [Symbol.asyncDispose]: () => sql.end({ timeout: 1 }) };
}

const restricted = {
  query: `query Referrals($area: ID!) {
    localAuthority { indicator(id: "mash-referrals") { series(area: $area) { observations { value } } } } }`,
  variables,
};

const referralsOf = (data: unknown): number | null => {
  const { localAuthority } = data as { localAuthority: OfficersData['policing'] };
  return localAuthority?.indicator?.series?.observations[0]?.value ?? null;
};

it(
  'Who is let read something has it from the next request on, and from the next on no more, and nobody else has it ever',
  async () => {
    const responseBytes = 8_000_000;
    await using system = await startNamedSystem(['local-authority'], createDatabase, { responseBytes });
    await system.load(
      'local-authority',
      'mash',
      'indicator,area,period,outcome,value\nmash-referrals,Hackney,2024-Q2,,310\n',
    );
    const [ofPolice, ofOthers] = [new History(null), new History(null)];
    const judges = { police: new Judge(ofPolice), others: new Judge(ofOthers) };
    const agency = system.agency('local-authority');
    const agreed = { organisation: 'met-police', dataset: 'mash', figure: 310 };
    const changes = new AgreementChanges(agency, ofPolice, agreed);
    const isDone = () => judges.police.count + judges.others.count >= fewWanted;
    const figures = new Figures(referralsOf);
    const askAs = async (organisation: string, judge: Judge): Promise<void> => {
      while (!isDone()) {
        // A token is good for some minutes.
        const headers = await system.headersOf({ organisation });
        const from = judge.count;
        const isOver = () => isDone() || judge.count >= from + 500;
        await askUntilDone(system.url, { ...restricted, headers }, { figures, judge, isDone: isOver });
      }
    };
    const changing = (async () => {
      while (!isDone()) {
        const from = judges.police.count;
        await changes.make();
        judges.police.judge();
        while (!isDone() && judges.police.count < from + 10) await wait(1);
      }
    })();
    await Promise.all([
      changing,
      askAs('met-police', judges.police),
      askAs('a-newspaper', judges.others),
      askUntilDone(system.url, restricted, { figures, judge: judges.others, isDone }),
      askUntilDone(system.url, { ...restricted, keeps: true }, { figures, judge: judges.others, isDone }),
    ]);
    for (const judge of Object.values(judges)) judge.judge();
    tell(ofPolice, judges.police);
    tell(ofOthers, judges.others);
    expect(judges.police.differentFigures).toBe(2);
    expect(judges.others.differentFigures).toBe(1);
    expect([...judges.police.faults, ...judges.others.faults].slice(0, 5)).toEqual([]);
  },
  longestMs,
);
