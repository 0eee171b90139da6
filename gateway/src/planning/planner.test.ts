import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxWaitingPlans } from '../limits.ts';
import { readSupergraph } from '../schema-files.ts';
import { Planner } from './planner.ts';

/** On which the planner goes in circles, for half a minute here, until its memory is used up. */
const endless =
  '{ health { indicator(id: "a") { series(area: "E09000012") { area { ... on Ward { crimeRate { relation } } } } } } }';
const ordinary = '{ borough(code: "E09000012") { name crime { recorded { relation } } } }';

let supergraphSdl: string;
let planner: Planner;
beforeAll(async () => {
  supergraphSdl = await readSupergraph();
  planner = new Planner({ supergraphSdl, planningMs: 3_000 });
});
afterAll(async () => {
  await planner.stop();
});

/** The agencies that a plan asks, each as often as it does. */
const agenciesIn = (plan: unknown): readonly string[] =>
  [...JSON.stringify(plan).matchAll(/"serviceName":"([^"]+)"/g)].map(([, name = '']) => name);

describe('The planner', () => {
  it('plans, and says how much room a plan takes', async () => {
    const { plan, size } = await planner.plan(ordinary);
    expect(agenciesIn(plan)).toEqual(['local-authority', 'policing']);
    expect(size).toBe(JSON.stringify(plan).length);
  });

  it('gives up what takes too long, serves others meanwhile, and plans what comes next', async () => {
    let isGivenUp = false;
    const given = planner.plan(endless).finally(() => (isGivenUp = true));
    const next = planner.plan(ordinary);
    // Were the operation planned on this thread, nothing else would run until it is given up.
    await new Promise(setImmediate);
    expect(isGivenUp).toBe(false);
    await expect(given).rejects.toMatchObject({ extensions: { code: 'OPERATION_TOO_LARGE' } });
    expect(agenciesIn((await next).plan)).toEqual(['local-authority', 'policing']);
  });

  it('survives an operation that it cannot plan', async () => {
    await expect(planner.plan('{ nothing }')).rejects.toThrow('Cannot query field "nothing" on type "Query"');
    expect(agenciesIn((await planner.plan(ordinary)).plan)).toHaveLength(2);
  });

  it('turns away what comes when too many wait, and ends what waits when it is stopped', async () => {
    const crowded = new Planner({ supergraphSdl });
    const waiting = Array.from({ length: maxWaitingPlans }, () => crowded.plan(ordinary));
    const all = Promise.allSettled(waiting);
    await expect(crowded.plan(ordinary)).rejects.toMatchObject({ extensions: { code: 'GATEWAY_BUSY' } });
    await crowded.stop();
    const outcomes = await all;
    expect(outcomes.filter(({ status }) => status === 'rejected')).not.toEqual([]);
  });

  it('says so where it cannot be started', async () => {
    const broken = new Planner({ supergraphSdl: 'type Query { a: Int }' });
    await expect(broken.ready).rejects.toThrow('supergraph');
    await expect(broken.plan('{ a }')).rejects.toThrow('supergraph');
    await broken.stop();
  });
});
