import { describe, expect, it } from 'vitest';
import { PlanningDesk, type PlanningJob } from './planning-desk.ts';
import type { PlanningThread } from './planning-thread.ts';

/** A thread whose processor time is what `cpuMs` says, and which plans in `planMs` milliseconds of the clock. */
const threadOf =
  ({ planMs, cpuMs }: { planMs: number; cpuMs: () => number }) =>
  (): PlanningThread => ({
    ready: Promise.resolve(),
    cpuMs: () => Promise.resolve(cpuMs()),
    plan: async () => {
      await new Promise((resolve) => setTimeout(resolve, planMs));
      return { kind: 'planned', plan: '{"kind":"QueryPlan"}' };
    },
    stop: () => Promise.resolve(),
  });

/** What becomes of one operation at a desk with this thread, where an operation may take `limitMs`. */
async function outcomeAt(
  startThread: () => PlanningThread,
  limitMs: number,
  signal = new AbortController().signal,
): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const jobs: PlanningJob[] = [{ operation: '{ a }', signal, resolve, reject }];
  const desk = new PlanningDesk<PlanningJob>({
    supergraphSdl: '',
    limitMs,
    startThread,
    next: () => jobs.shift() ?? null,
    onTooMuch: () => {
      resolve('too much');
    },
  });
  desk.wake();
  return promise.finally(() => desk.stop());
}

describe('A planning desk', () => {
  it('blames no operation for a clock that goes on while its thread has no processor', async () => {
    let asked = 0;
    const paused = threadOf({ planMs: 600, cpuMs: () => (asked += 1) });
    expect(await outcomeAt(paused, 50)).toEqual({ plan: { kind: 'QueryPlan' } });
  });

  it('gives up an operation that has taken the processor time that it may', async () => {
    let used = 0;
    const busy = threadOf({ planMs: 10_000, cpuMs: () => (used += 30) });
    expect(await outcomeAt(busy, 50)).toBe('too much');
  });

  it('gives up sooner what nobody waits for', async () => {
    let used = 0;
    const busy = threadOf({ planMs: 10_000, cpuMs: () => (used += 150) });
    expect(await outcomeAt(busy, 1_000_000, AbortSignal.abort())).toBe('too much');
  });

  it('looks at its thread no more once an operation is planned, though it was looking when the plan came', async () => {
    let looks = 0;
    const slow = (): PlanningThread => ({
      ...threadOf({ planMs: 30, cpuMs: () => 0 })(),
      cpuMs: async () => {
        // The first is before the operation is begun; the next ends after it is planned.
        if ((looks += 1) > 1) await new Promise((resolve) => setTimeout(resolve, 60));
        return 0;
      },
    });
    expect(await outcomeAt(slow, 10)).toEqual({ plan: { kind: 'QueryPlan' } });
    const before = looks;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(looks).toBe(before);
  });
});
