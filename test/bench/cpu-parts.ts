import { readUse } from './cpu.ts';
import type { CpuByPart } from './results.ts';
import type { RunningAgencies } from './running-agencies.ts';
import type { Tools } from './tools.ts';

/** The processes whose time is looked at, by part. */
export type Parts = ReadonlyMap<string, number>;

/** The processes that take part when a gateway is measured; `gatewayPid` is null where there is none. */
export function partsOf({ list }: RunningAgencies, { loader, postgresPid }: Tools, gatewayPid: number | null): Parts {
  return new Map([
    ...(gatewayPid === null ? [] : [['gateway', gatewayPid] as const]),
    ...list.map(({ name, pid }) => [name, pid] as const),
    ...(postgresPid === null ? [] : [['postgresql', postgresPid] as const]),
    ['loader', loader.pid],
  ]);
}

/** What each part has used until now, in milliseconds of processor time; null where the system does not tell. */
export function readParts(parts: Parts): CpuByPart | null {
  const uses = [...parts].map(([part, pid]) => [part, readUse(pid)?.cpuMs ?? null] as const);
  const known = uses.flatMap(([part, cpuMs]) => (cpuMs === null ? [] : [[part, cpuMs] as const]));
  return known.length < uses.length ? null : Object.fromEntries(known);
}

/** What was used between two readings; null where one of them is. */
export function between(before: CpuByPart | null, after: CpuByPart | null): CpuByPart | null {
  if (before === null || after === null) return null;
  return Object.fromEntries(Object.entries(after).map(([part, cpuMs]) => [part, cpuMs - (before[part] ?? 0)]));
}
