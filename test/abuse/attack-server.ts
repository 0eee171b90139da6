import { readMemory } from '../bench/checkouts/memory-use.ts';
import { gateway } from '../bench/checkouts/parts.ts';
import type { Attack } from './attack.ts';
import { attacks } from './attacks.ts';
import { costlyAttacks } from './costly-attacks.ts';
import type { GatewayVoice } from './gateway-voice.ts';
import { isTurnedAway, judgeAnswer, type Verdict } from './judge.ts';
import { circles, entities } from './schema-attacks.ts';
import { send } from './send.ts';
import type { Stretches } from './stretches.ts';

/** Each attack comes so often: the first finds code that was never run, and the loop has to bear that too. */
const rounds = 3;
/** The longest that a request under 100 KB may hold the event loop of any process. */
const maxStretchMs = 50;
const smallBytes = 100_000;
/** What a server may have of the machine's memory, in megabytes: three times what it has after a start with all data. */
const maxMemoryMb = 750;
const bytesPerMb = 1e6;

/** A server that is attacked. */
export interface AttackedServer {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
}

/** Where the time of an attack is looked for. */
export interface Watch {
  readonly servers: readonly AttackedServer[];
  readonly stretches: Stretches;
  readonly voice: GatewayVoice;
  /** Whether attacks of this name are fired. */
  readonly isWanted: (name: string) => boolean;
}

/** How one server took what was fired at it. */
export interface Report {
  readonly server: AttackedServer;
  readonly counts: Record<Verdict['taken'], number>;
  /** The longest stretch of any process. */
  worst: { name: string; ms: number };
  readonly faults: string[];
  memoryMb: number;
}

/** Fires all attacks that are for a server, each by itself, and tells how they were taken. */
export async function attackServer(server: AttackedServer, watch: Watch): Promise<Report> {
  const worst = { name: 'none', ms: 0 };
  const report: Report = {
    server,
    counts: { refused: 0, answered: 0, busy: 0 },
    worst,
    faults: [],
    memoryMb: 0,
  };
  const all = attacksOn(server).filter(({ name }) => watch.isWanted(name));
  const ofSchema = (ofCircles.get(server.name) ?? []).filter(({ name }) => watch.isWanted(name));
  for (let round = 0; round < rounds; round += 1)
    for (const attack of all) await attackOnce(attack, report, { ...watch, isFirst: round === 0 });
  // There are hundreds, and they are all alike.
  for (const attack of ofSchema) await attackOnce(attack, report, { ...watch, isFirst: true });
  if (report.memoryMb > maxMemoryMb) report.faults.push(`${server.name} has ${report.memoryMb.toFixed(0)} MB`);
  return report;
}

/** One line on how a server took what was fired at it. */
export function describeReport({ server, counts, worst, memoryMb }: Report): string {
  const { refused, answered, busy } = counts;
  const taken = `${refused} attacks refused, ${answered} answered, ${busy} told that it is busy`;
  const stretch = `no event loop held for more than ${worst.ms.toFixed(1)} ms (${worst.name})`;
  return `${server.name}: ${taken}, ${stretch}, ${memoryMb.toFixed(0)} MB`;
}

const [ofCircles, ofEntities] = [circles(), entities()];

function attacksOn(server: AttackedServer): readonly Attack[] {
  const fixed = [...attacks, ...costlyAttacks].filter((each) => isFor(each, server));
  return [...fixed, ...(ofEntities.get(server.name) ?? [])];
}

function isFor({ target }: Attack, { name }: AttackedServer): boolean {
  return target === 'all' || (target === 'gateway') === (name === gateway);
}

async function attackOnce(
  attack: Attack,
  report: Report,
  { servers, stretches, voice, isFirst }: Watch & { readonly isFirst: boolean },
): Promise<void> {
  const { name, pid } = report.server;
  for (const server of servers) stretches.longest(server.pid);
  const { taken, fault } = await fire(attack, report.server, voice);
  report.memoryMb = Math.max(report.memoryMb, readMemory(pid).residentBytes / bytesPerMb);
  report.counts[taken] += 1;
  if (fault !== null) report.faults.push(`${name}: ${attack.name} ${fault}`);
  if (taken === 'busy' && isFirst) report.faults.push(`${name}: ${attack.name} is told that the server is busy`);
  await stretches.settle();
  for (const server of servers) noteStretch(attack, report, { server, ms: stretches.longest(server.pid) });
}

async function fire(attack: Attack, { name, url }: AttackedServer, voice: GatewayVoice): Promise<Verdict> {
  const signed = name === gateway ? attack.sent : voice.sign(attack.sent, name);
  try {
    const received = await send(signed ?? attack.sent, url);
    return signed === null && isTurnedAway(received)
      ? { taken: 'refused', fault: null }
      : judgeAnswer(attack, received);
  } catch (error) {
    return { taken: 'refused', fault: String(error) };
  }
}

function noteStretch(
  attack: Attack,
  report: Report,
  { server, ms }: { readonly server: AttackedServer; readonly ms: number },
): void {
  if (sizeOf(attack) >= smallBytes) return;
  if (ms > report.worst.ms) report.worst = { name: attack.name, ms };
  if (ms > maxStretchMs)
    report.faults.push(`${report.server.name}: ${attack.name} holds ${server.name} for ${ms.toFixed(0)} ms`);
}

function sizeOf({ sent }: Attack): number {
  return sent.kind === 'raw' ? sent.bytes.length : (sent.body?.length ?? 0) + sent.path.length;
}
