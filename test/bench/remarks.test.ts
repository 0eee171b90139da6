import { describe, expect, it } from 'vitest';
import { remarksOn } from './remarks.ts';
import type { Slice } from './results.ts';

const slice = (changes: Partial<Slice>): Slice => ({
  dataset: 'small',
  workload: 'bulk',
  connections: 8,
  subject: 'ours',
  round: 1,
  elapsedMs: 500.4,
  latenciesMs: [10],
  failures: 0,
  firstFailure: null,
  bytes: 100,
  cpuMs: null,
  residentBytes: null,
  ...changes,
});

describe('remarks on a run', () => {
  it('say how many rounds there were, and how long slices', () => {
    expect(remarksOn([slice({}), slice({ round: 2, elapsedMs: 2_000 })], 2)).toEqual([
      'Every subject had all 2 rounds.',
      'A slice took from 500 to 2000 ms.',
    ]);
  });

  it('say of which dataset there was no time for every round', () => {
    const [first] = remarksOn([slice({}), slice({ round: 2 }), slice({ dataset: 'large' })], 2);
    expect(first).toMatch(/^There was time for 1 of 2 rounds/);
  });

  it('tell of the failures of any subject, where they were and what the first came to', () => {
    const failed = { subject: 'other', latenciesMs: [] };
    const remarks = remarksOn(
      [
        slice({}),
        slice({ ...failed, failures: 3, firstFailure: 'request 17: status 503: too many' }),
        slice({ ...failed, failures: 2, firstFailure: 'request 20: status 500: ' }),
      ],
      1,
    );
    expect(remarks[1]).toBe(
      'other in bulk on small data: 5 requests failed, which are not among those that are counted; the first, request 17: status 503: too many',
    );
  });

  it('say how often releases came', () => {
    const [, , releases] = remarksOn([slice({ workload: 'dashboard-day' })], 1);
    expect(releases).toContain('one every 0.5 to 0.5 s');
  });

  it('are none of nothing', () => {
    expect(remarksOn([], 3)).toEqual([]);
  });
});
