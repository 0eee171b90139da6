import type { Cell, CpuByPart, Slice } from './results.ts';
import { percentile, ratios, spreadOf } from './statistics.ts';

/** What all slices come to, one cell for each dataset, workload, number of connections and subject, in the order of the slices. */
export function summarise(slices: readonly Slice[], ownName: string): readonly Cell[] {
  const byCell = Map.groupBy(slices, (slice) => keyOf(slice, slice.subject));
  return [...byCell.values()].flatMap((rounds) => {
    const [first] = rounds;
    const own = first === undefined ? [] : (byCell.get(keyOf(first, ownName)) ?? []);
    const cell = first === undefined ? null : cellOf(first, rounds, own);
    return cell === null ? [] : [cell];
  });
}

/** Null where no request was answered. */
function cellOf(first: Slice, rounds: readonly Slice[], own: readonly Slice[]): Cell | null {
  const latencies = rounds.flatMap(({ latenciesMs }) => latenciesMs);
  const requestsPerSecond = spreadOf(rounds.map(rateOf));
  const p50Ms = percentile(latencies, 0.5);
  const p99Ms = percentile(latencies, 0.99);
  if (requestsPerSecond === null || p50Ms === null || p99Ms === null) return null;
  const ratioOf = (measure: (slice: Slice) => number | null) => {
    const ownByRound = new Map(own.map((slice) => [slice.round, measure(slice)]));
    const base = rounds.map(({ round }) => ownByRound.get(round) ?? null);
    return spreadOf(ratios(rounds.map(measure), base));
  };
  const { dataset, workload, subject, connections } = first;
  return {
    dataset,
    workload,
    subject,
    connections,
    requests: latencies.length,
    failures: sum(rounds.map(({ failures }) => failures)),
    requestsPerSecond,
    ratio: ratioOf(rateOf),
    p50Ms,
    p99Ms,
    cpuMsPerRequest: cpuOf(rounds, latencies.length),
    gatewayCpuRatio: ratioOf((slice) => cpuOf([slice], slice.latenciesMs.length)?.['gateway'] ?? null),
    residentBytes: largest(rounds.map(({ residentBytes }) => residentBytes)),
    bytesPerResponse: sum(rounds.map(({ bytes }) => bytes)) / latencies.length,
  };
}

/** Answered requests per second. */
function rateOf({ latenciesMs, elapsedMs }: Slice): number {
  return (latenciesMs.length / elapsedMs) * 1000;
}

/** Processor time a request by part; null where a round lacks it, or nothing was answered. */
function cpuOf(rounds: readonly Slice[], requests: number): CpuByPart | null {
  const known = rounds.flatMap(({ cpuMs }) => (cpuMs === null ? [] : [cpuMs]));
  if (known.length < rounds.length || requests === 0) return null;
  const parts = new Set(known.flatMap((cpuMs) => Object.keys(cpuMs)));
  return Object.fromEntries([...parts].map((part) => [part, sum(known.map((cpuMs) => cpuMs[part] ?? 0)) / requests]));
}

function keyOf({ dataset, workload, connections }: Slice, subject: string): string {
  return [dataset, workload, connections, subject].join(' ');
}

function largest(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null);
  return known.length === 0 ? null : Math.max(...known);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
