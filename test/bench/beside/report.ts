import { ratios, spreadOf } from '../statistics.ts';
import type { BesideSlice } from './slices.ts';

/** One turn of all slices at a number of connections, by the clients of what runs beside. */
export interface Round {
  readonly round: number;
  readonly connections: number;
  readonly slices: ReadonlyMap<number, BesideSlice>;
}

/** What each slice of a round came to, a line each. */
export function describeRound({ round, connections, slices }: Round): string {
  const ordered = [...slices].toSorted(([one], [other]) => one - other);
  return ordered
    .map(([clients, slice]) => `round ${round}, ${connections} at once, ${besideOf(clients)}: ${describeSlice(slice)}`)
    .join('\n');
}

/** By connections and clients beside: the spread of p99 over rounds, and of its ratio to that of the same round alone. */
export function describeSummary(rounds: readonly Round[]): string {
  const byConnections = Map.groupBy(rounds, ({ connections }) => connections);
  const lines = [...byConnections].flatMap(([connections, own]) => {
    const clients = [...new Set(own.flatMap(({ slices }) => [...slices.keys()]))].toSorted((one, other) => one - other);
    return clients.map((count) => `${connections} at once, ${besideOf(count)}: ${describeSpread(own, count)}`);
  });
  return lines.join('\n');
}

function describeSpread(rounds: readonly Round[], clients: number): string {
  const figures = (of: keyof Pick<BesideSlice, 'p50Ms' | 'p99Ms'>, count: number) =>
    rounds.map(({ slices }) => slices.get(count)?.[of] ?? null);
  const over = (of: keyof Pick<BesideSlice, 'p50Ms' | 'p99Ms'>) => {
    const known = figures(of, clients).filter((ms) => ms !== null);
    const times = ratios(figures(of, clients), figures(of, 0));
    const ms = spreadOf(known);
    const ratio = spreadOf(times);
    const tail = clients === 0 || ratio === null ? '' : `, ${format(ratio, 2)} of alone`;
    return ms === null ? 'nothing' : `${format(ms, 1)} ms${tail}`;
  };
  return `p50 ${over('p50Ms')}; p99 ${over('p99Ms')}`;
}

function format({ median, lowest, highest }: NonNullable<ReturnType<typeof spreadOf>>, digits: number): string {
  return `${median.toFixed(digits)} (${lowest.toFixed(digits)} to ${highest.toFixed(digits)})`;
}

function describeSlice({ p50Ms, p99Ms, requests, besideRequests, cpuMs, holds }: BesideSlice): string {
  const spent = Object.values(cpuMs ?? {}).reduce((sum, ms) => sum + ms, 0);
  const held = [...holds].map(
    ([name, { longerThan, longestMs }]) =>
      `${name} ${Object.entries(longerThan)
        .map(([bound, count]) => `${count} > ${bound}`)
        .join(', ')}, longest ${longestMs.toFixed(1)}`,
  );
  return [
    `p50 ${p50Ms.toFixed(1)}, p99 ${p99Ms.toFixed(1)} ms of ${requests}`,
    `${besideRequests} of bulk`,
    `${(spent / 1_000).toFixed(1)} s of processor time`,
    `passes in ms: ${held.join('; ')}`,
  ].join('; ');
}

const besideOf = (clients: number) =>
  clients === 0 ? 'alone' : `beside ${clients} ${clients === 1 ? 'client' : 'clients'} of bulk`;
