import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningAgency, type RunningSystem, startRunningSystem } from '../support/running-system.ts';
import { beginNewState } from '../support/new-state.ts';
import { loadSmallFigures } from '../support/small-figures.ts';

/** How long PostgreSQL may go on with what nobody waits for. A statement that is not stopped runs for eight seconds. */
const stoppedWithinMs = 1_000;

const operation = '{ borough(code: "E09000012") { name crime { recorded { latest { value } } } } }';

let system: RunningSystem;
let policing: RunningAgency;
beforeAll(async () => {
  system = await startRunningSystem(loadSmallFigures, 2_000);
  policing = system.agencies.get('policing') ?? raise();
  // What is read once, so that only the statements of requests wait for the lock.
  await system.ask(operation);
}, 60_000);
afterAll(() => system[Symbol.asyncDispose]());
beforeEach(async () => {
  await beginNewState(policing.store);
  // The new state is read without any of its series.
  await system.ask('{ policing { datasets { latestRelease { id } } } }');
});

function raise(): never {
  throw new Error('no policing');
}

/** Runs `act` while every statement that reads a series in policing waits. */
async function withSeriesLocked(act: () => Promise<void>): Promise<void> {
  await policing.store.sql.begin(async (transaction) => {
    await transaction`lock table series in access exclusive mode`;
    await act();
  });
}

/** How many statements of servers wait for the lock. */
async function countWaiting(): Promise<number> {
  const [row] = await policing.store.sql<{ waiting: number }[]>`
    select count(*)::integer as waiting from pg_stat_activity
    where datname = current_database() and state = 'active' and wait_event_type = 'Lock'`;
  return row?.waiting ?? 0;
}

/** Waits until so many statements wait, and says how long that took. */
async function waitForWaiting(wanted: number): Promise<number> {
  const startedAt = performance.now();
  while ((await countWaiting()) !== wanted) {
    if (performance.now() - startedAt > 6_000) throw new Error(`not ${wanted} statements wait after 6 s`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return performance.now() - startedAt;
}

/** Asks as a client that may leave. */
function askAndLeave(url: string, headers: Readonly<Record<string, string>> = {}) {
  const client = new AbortController();
  const answer = fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: url === system.url ? operation : areaOperation }),
    signal: client.signal,
  }).then(
    () => 'answered',
    () => 'left',
  );
  return {
    answer,
    leave: () => {
      client.abort();
    },
  };
}

const areaOperation = `{ policing { series(indicators: ["recorded-crime"], first: 10) { nodes { latest { value } } } } }`;

describe('What nobody waits for any more', () => {
  it('ends in PostgreSQL when the client of the gateway leaves', async () => {
    await withSeriesLocked(async () => {
      const { answer, leave } = askAndLeave(system.url);
      await waitForWaiting(1);
      leave();
      expect(await answer).toBe('left');
      expect(await waitForWaiting(0)).toBeLessThan(stoppedWithinMs);
    });
  });

  it('ends in PostgreSQL when whoever asks an agency itself leaves', async () => {
    await withSeriesLocked(async () => {
      const { answer, leave } = askAndLeave(policing.url);
      await waitForWaiting(1);
      leave();
      expect(await answer).toBe('left');
      expect(await waitForWaiting(0)).toBeLessThan(stoppedWithinMs);
    });
  });

  it('ends with the deadline that was passed on, which is told as a store that does not answer', async () => {
    await withSeriesLocked(async () => {
      const startedAt = performance.now();
      const { errors } = await system.ask(operation);
      // Half of the two seconds that the gateway gives an agency here, so that its answer still arrives.
      expect(performance.now() - startedAt).toBeLessThan(2_000);
      expect(errors).toMatchObject([{ extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'policing' } }]);
      expect(await waitForWaiting(0)).toBeLessThan(stoppedWithinMs);
    });
  });

  it('takes nothing along of what others ask on the same connections', async () => {
    const others: Promise<unknown>[] = [];
    await withSeriesLocked(async () => {
      const leaving = Array.from({ length: 12 }, () => askAndLeave(policing.url));
      await waitForWaiting(8);
      others.push(...Array.from({ length: 12 }, () => system.ask(operation)));
      for (const { leave } of leaving) leave();
      await Promise.all(leaving.map(({ answer }) => answer));
      await waitForWaiting(8);
    });
    for (const answer of await Promise.all(others)) expect(answer).not.toHaveProperty('errors');
    expect((await system.ask(operation)).errors).toBeUndefined();
  });
});
