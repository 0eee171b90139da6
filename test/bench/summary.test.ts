import { expect, it } from 'vitest';
import type { Slice } from './results.ts';
import { summarise } from './summary.ts';

const slice = (subject: string, round: number, changes: Partial<Slice>): Slice => ({
  dataset: 'small',
  workload: 'framework',
  connections: 8,
  subject,
  round,
  elapsedMs: 1000,
  latenciesMs: [10, 20, 30, 40],
  failures: 0,
  firstFailure: null,
  bytes: 400,
  cpuMs: { gateway: 8, health: 4 },
  residentBytes: 100,
  ...changes,
});

it('A cell has the rounds of one subject together, compared round by round with ours', () => {
  const slices = [
    slice('ours', 1, {}),
    slice('other', 1, { latenciesMs: [5, 7], elapsedMs: 1000, bytes: 100, residentBytes: 300 }),
    slice('ours', 2, { elapsedMs: 2000 }),
    slice('other', 2, { latenciesMs: [6, 8], elapsedMs: 500, bytes: 300, residentBytes: 200, failures: 1 }),
  ];
  expect(summarise(slices, 'ours')[1]).toEqual({
    dataset: 'small',
    workload: 'framework',
    subject: 'other',
    connections: 8,
    requests: 4,
    failures: 1,
    // Two in a second, then two in half a second.
    requestsPerSecond: { median: 3, lowest: 2, highest: 4 },
    // Ours: four in a second, then four in two.
    ratio: { median: 1.25, lowest: 0.5, highest: 2 },
    p50Ms: 6,
    p99Ms: 8,
    // 16 ms of the gateway and 8 of the agency for four requests.
    cpuMsPerRequest: { gateway: 4, health: 2 },
    // 8 ms for two requests over 8 ms for four, in each round.
    gatewayCpuRatio: { median: 2, lowest: 2, highest: 2 },
    residentBytes: 300,
    bytesPerResponse: 100,
  });
});

it('A cell has no ratio where ours was not measured, and no processor time where a round lacks it', () => {
  const [cell] = summarise([slice('other', 1, { cpuMs: null })], 'ours');
  expect({ ratio: cell?.ratio, cpu: cell?.cpuMsPerRequest, cpuRatio: cell?.gatewayCpuRatio }).toEqual({
    ratio: null,
    cpu: null,
    cpuRatio: null,
  });
});

it('Subjects, connections and workloads are kept apart', () => {
  const slices = [slice('ours', 1, {}), slice('ours', 1, { connections: 1 }), slice('ours', 1, { workload: 'bulk' })];
  expect(summarise(slices, 'ours').map(({ connections, workload }) => `${workload} ${connections}`)).toEqual([
    'framework 8',
    'framework 1',
    'bulk 8',
  ]);
});

it('A subject that answered nothing has no cell', () => {
  expect(summarise([slice('other', 1, { latenciesMs: [], failures: 3 })], 'ours')).toEqual([]);
});
