import { describe, expect, it } from 'vitest';
import { anyWindow, fillWindow, type Workload } from './workload.ts';
import { workloadNamed, workloads } from './workloads.ts';

const textOf = (workload: Workload, index: number) => {
  const { kind, window } = workload.choose(index);
  return fillWindow(JSON.stringify(workload.kinds[kind]), window);
};

describe.each(workloads)('the workload $name', (workload) => {
  it('chooses a kind that it has, and the same again', () => {
    const chosen = Array.from({ length: 2_000 }, (_, index) => workload.choose(index));
    expect(chosen.filter(({ kind }) => workload.kinds[kind] === undefined)).toEqual([]);
    expect(chosen[17]).toEqual(workload.choose(17));
  });

  it('leaves no stand-in for days in a request', () => {
    expect(
      Array.from({ length: 500 }, (_, index) => textOf(workload, index)).filter((text) =>
        text.includes(anyWindow.from),
      ),
    ).toEqual([]);
  });
});

// A day of dashboards asks for popular boroughs again and again.
it.each(workloads.filter(({ hasReleases }) => !hasReleases))(
  '$name repeats no request before it has sent all',
  (workload) => {
    const count = Math.min(workload.distinct, 3_000);
    expect(new Set(Array.from({ length: count }, (_, index) => textOf(workload, index))).size).toBe(count);
  },
);

describe('a day of dashboards', () => {
  const { choose, kinds } = workloadNamed('dashboard-day');
  const chosen = Array.from({ length: 20_000 }, (_, index) => choose(index).kind);

  it('has twenty operations, each asked for as often as the others', () => {
    const counts = Map.groupBy(chosen, (kind) => kind % 20);
    expect(kinds).toHaveLength(33 * 20);
    expect([...counts.values()].map(({ length }) => Math.round(length / 100))).toEqual(Array(20).fill(10));
  });

  it('asks for the second borough half as often as for the first', () => {
    const ofRank = (rank: number) => chosen.filter((kind) => Math.floor(kind / 20) === rank).length;
    // 1 + 1/2 + … + 1/33 is 4.09: the first has 24.5 in a hundred.
    expect(ofRank(0) / chosen.length).toBeCloseTo(0.245, 1);
    expect(ofRank(1) / ofRank(0)).toBeCloseTo(0.5, 1);
    expect(ofRank(32)).toBeGreaterThan(0);
  });
});

it('A workload that does not exist is refused by name', () => {
  expect(() => workloadNamed('none')).toThrow('"none" is no workload');
});
