import { startKeptThread } from '../../testing/kept-threads.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxWaitingPlansOfClient } from '../limits.ts';
import { readSupergraph } from '../supergraph/schema-files.ts';
import type { Lane } from './plan-queue.ts';
import { Planner, type PlanRequest } from './planner.ts';

/** On which the planner goes in circles, for half a minute here, until its memory is used up. */
const endless =
  '{ health { indicator(id: "a") { series(area: "E09000012") { area { ... on Ward { crimeRate { relation } } } } } } }';
const ordinary = '{ borough(code: "E09000012") { name crime { recorded { relation } } } }';

let supergraphSdl: string;
let planner: Planner;
beforeAll(async () => {
  supergraphSdl = await readSupergraph();
  planner = new Planner({ supergraphSdl, planningMs: 700, startPlanningThread: startKeptThread });
});
afterAll(async () => {
  await planner.stop();
});

/** The agencies that a plan asks, each as often as it does. */
const agenciesIn = (plan: unknown): readonly string[] =>
  [...JSON.stringify(plan).matchAll(/"serviceName":"([^"]+)"/g)].map(([, name = '']) => name);

const request = (operation: string, lane: Lane, client = 'one'): PlanRequest => ({
  operation,
  lane,
  client,
  signal: new AbortController().signal,
});

describe('The planner', () => {
  it('plans', async () => {
    const { plan } = await planner.plan(request(ordinary, 'cheap'));
    expect(agenciesIn(plan)).toEqual(['local-authority', 'policing']);
  });

  it('gives up what takes too much, and plans meanwhile what is cheap or registered', async () => {
    const given: string[] = [];
    const note = (what: string) => () => void given.push(what);
    const intricate = planner.plan(request(endless, 'other')).finally(note('intricate'));
    const others = (['cheap', 'registered'] as const).map((lane) =>
      planner.plan(request(ordinary, lane)).finally(note(lane)),
    );
    await expect(intricate).rejects.toMatchObject({ extensions: { code: 'OPERATION_TOO_LARGE' } });
    await Promise.all(others);
    expect(given.at(-1)).toBe('intricate');
    expect(agenciesIn((await planner.plan(request(ordinary, 'other'))).plan)).toEqual(['local-authority', 'policing']);
  });

  it('moves what only looked cheap out of the way of what is', async () => {
    const given: string[] = [];
    const note = (what: string) => () => void given.push(what);
    const misjudged = planner.plan(request(endless, 'cheap')).finally(note('misjudged'));
    const next = planner.plan(request(ordinary, 'cheap')).finally(note('next'));
    await expect(misjudged).rejects.toMatchObject({ extensions: { code: 'OPERATION_TOO_LARGE' } });
    await next;
    expect(given).toEqual(['next', 'misjudged']);
  });

  it('survives an operation that it cannot plan', async () => {
    await expect(planner.plan(request('{ nothing }', 'cheap'))).rejects.toThrow(
      'Cannot query field "nothing" on type "Query"',
    );
    expect(agenciesIn((await planner.plan(request(ordinary, 'cheap'))).plan)).toHaveLength(2);
  });

  it('turns away what comes when too much of the same client waits, and ends what waits when it is stopped', async () => {
    const crowded = new Planner({ supergraphSdl, startPlanningThread: startKeptThread });
    // One is being planned, and the others wait.
    const waiting = Array.from({ length: maxWaitingPlansOfClient + 1 }, () => crowded.plan(request(ordinary, 'cheap')));
    const all = Promise.allSettled(waiting);
    await expect(crowded.plan(request(ordinary, 'cheap'))).rejects.toMatchObject({
      extensions: { code: 'GATEWAY_BUSY' },
    });
    const other = crowded.plan(request(ordinary, 'cheap', 'two'));
    await expect(other).resolves.toBeDefined();
    // The other client's turn came second.
    await crowded.stop();
    const outcomes = await all;
    expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(maxWaitingPlansOfClient / 2);
    await expect(crowded.plan(request(ordinary, 'cheap'))).rejects.toThrow('The planner has been stopped');
  });

  it('does not plan what nobody waits for any more', async () => {
    const leaving = new AbortController();
    const first = planner.plan(request(ordinary, 'cheap'));
    const second = planner.plan({ ...request(endless, 'cheap'), signal: leaving.signal });
    const third = planner.plan(request(ordinary, 'cheap'));
    leaving.abort();
    await expect(second).rejects.toThrow('Nobody waits for the plan any more');
    await Promise.all([first, third]);
  });

  it('says so where it cannot be started', async () => {
    const broken = new Planner({ supergraphSdl: 'type Query { a: Int }' });
    await expect(broken.ready).rejects.toThrow('supergraph');
    await expect(broken.plan(request('{ a }', 'cheap'))).rejects.toThrow('supergraph');
    await broken.stop();
  });
});
