import { describe, expect, it } from 'vitest';
import { type Granted, Lease } from './lease.ts';

/** Grants leases of a word that is there to be changed. */
function granter(heldMs = 60_000) {
  const asked: number[] = [];
  const state = { change: 0, value: 'first', heldMs };
  const ask = (acknowledged: number): Promise<Granted<string>> => {
    asked.push(acknowledged);
    const { change, value } = state;
    return Promise.resolve({ change, value, heldMs: acknowledged < change ? 0 : state.heldMs });
  };
  return { ask, asked, state };
}

const rest = () => new Promise(setImmediate);

describe('a lease', () => {
  it('is asked for when its value is used, and not again while it is held', async () => {
    const { ask, asked } = granter();
    const lease = new Lease({ ask });
    expect(lease.current).toBeNull();
    await rest();
    expect([lease.current, lease.current]).toEqual(['first', 'first']);
    expect(lease.leftMs).toBeGreaterThan(50_000);
    expect(asked).toEqual([0]);
  });

  it('ends when a change is told, before that is acknowledged, and begins with what there is then', async () => {
    const { ask, asked, state } = granter();
    const order: string[] = [];
    const onForget = (): Promise<void> => {
      order.push(`forgotten with ${asked.length} asked, held: ${String(lease.leftMs > 0)}`);
      return Promise.resolve();
    };
    const lease = new Lease({ ask, onForget });
    await lease.settleAnew();
    Object.assign(state, { change: 7, value: 'second' });
    const acknowledged = lease.acknowledge(7);
    expect(lease.leftMs).toBe(0);
    await acknowledged;
    expect([order, asked, lease.current]).toEqual([['forgotten with 1 asked, held: false'], [0, 7], 'second']);
  });

  it('is not renewed past a change that was never told, and acknowledges it', async () => {
    const { ask, asked, state } = granter();
    const lease = new Lease({ ask });
    await lease.settleAnew();
    Object.assign(state, { change: 3, value: 'second' });
    await lease.settleAnew();
    expect([asked, lease.current]).toEqual([[0, 0, 3], 'second']);
  });

  it('is not held by what was read before a change that came meanwhile', async () => {
    const { state } = granter();
    const answers = [Promise.withResolvers<Granted<string>>(), Promise.withResolvers<Granted<string>>()];
    let at = 0;
    const lease = new Lease({ ask: () => answers[at++]?.promise ?? Promise.reject(new Error('asked too often')) });
    const settled = lease.settleAnew();
    await rest();
    lease.drop();
    answers[0]?.resolve({ ...state, value: 'old' });
    await rest();
    expect(lease.leftMs).toBe(0);
    answers[1]?.resolve({ ...state, value: 'new' });
    await settled;
    expect(lease.current).toBe('new');
  });

  it('is over when its time is, whoever answers or not', async () => {
    const { ask } = granter(0);
    const lease = new Lease({ ask });
    await lease.settleAnew();
    expect(lease.current).toBeNull();
  });

  it('that cannot be had is told once, and not asked for at each use', async () => {
    const failures: unknown[] = [];
    let asked = 0;
    const ask = (): Promise<Granted<string>> => {
      asked += 1;
      return Promise.reject(new Error('away'));
    };
    const lease = new Lease({ ask, onFailure: (error) => failures.push(error) });
    for (let use = 0; use < 5; use += 1) {
      expect(lease.current).toBeNull();
      await rest();
    }
    expect([asked, failures.length]).toEqual([1, 1]);
  });

  it('is not had after it was closed', async () => {
    const { ask, asked } = granter();
    const lease = new Lease({ ask });
    lease.close();
    expect(lease.current).toBeNull();
    await rest();
    expect(asked).toEqual([]);
  });
});
