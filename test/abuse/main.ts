import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describeCheckout } from '../bench/checkouts/checkout.ts';
import { holdFolder } from '../bench/checkouts/holding.ts';
import { prepareData } from '../bench/checkouts/loaded-checkout.ts';
import { readMemory } from '../bench/checkouts/memory-use.ts';
import { gateway } from '../bench/checkouts/parts.ts';
import { type RunningCheckout, startCheckout } from '../bench/checkouts/running-checkout.ts';
import type { Attack } from './attack.ts';
import { attacks } from './attacks.ts';
import { costlyAttacks } from './costly-attacks.ts';
import { findFault } from './judge.ts';
import { Probe } from './probe.ts';
import { circles, entities } from './schema-attacks.ts';
import { send } from './send.ts';
import { beginSlowly, readSlowly, sendSlowly } from './slow.ts';
import { Stretches } from './stretches.ts';

/*
 * `npm run test:abuse`: fires every known attack at the gateway and at each subgraph of the system as `npm start` runs it,
 * with published data where it is at hand, while somebody innocent asks ten times a second. Ends with 1 where one is not taken
 * as it has to be.
 */

/** Each attack comes so often: the first finds code that was never run, and the loop has to bear that too. */
const rounds = 3;
/** The longest that a request under 100 KB may hold the event loop of any process. */
const maxStretchMs = 50;
const smallBytes = 100_000;
const maxProbeMs = 250;
/** What a server may have of the machine's memory, in megabytes: three times what it has after a start with all data. */
const maxMemoryMb = 750;
const bytesPerMb = 1e6;
const settleMs = 2_000;
/** An answer of many megabytes. */
const largePage =
  '{ policing { series(indicators: ["recorded-crime"], first: 2000) { nodes { periodIds values statuses } } } }';

interface Server {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
}
interface Report {
  readonly server: Server;
  refused: number;
  answered: number;
  bounded: number;
  /** The longest stretch of any process. */
  worst: { name: string; ms: number };
  readonly faults: string[];
  memoryMb: number;
}

const held = new AsyncDisposableStack();
try {
  const checkout = describeCheckout('this', process.cwd());
  const folder = await holdFolder(held);
  const stretches = new Stretches(await mkdtemp(join(folder, 'stretches-')));
  const place = { checkout, data: join(folder, 'data'), held };
  await prepareData(place);
  await using running = await startCheckout({ ...place, environment: stretches.environment });
  const faults = await attackAll(running, stretches);
  for (const fault of faults) console.error(`FAULT ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await held.disposeAsync();
}

async function attackAll(running: RunningCheckout, stretches: Stretches): Promise<readonly string[]> {
  const servers = describeServers(running);
  const probe = new Probe(running.url);
  const slow = Promise.all(servers.map(attackSlowly));
  // What opening connections and answering the first question take is nothing that an attack holds up.
  await delay(settleMs);
  const reports: Report[] = [];
  for (const server of servers) reports.push(await attackServer(server, { servers, stretches }));
  const slowFaults = (await slow).flat();
  const { asked, failures, p99Ms, worstMs } = await probe.stop();
  for (const report of reports) console.log(describe(report));
  console.log(
    `probe: ${asked} asked, ${failures.length} failed, p99 ${p99Ms.toFixed(0)} ms, worst ${worstMs.toFixed(0)} ms`,
  );
  const slowProbe = p99Ms > maxProbeMs ? [`the probe's p99 is ${p99Ms.toFixed(0)} ms, and may be ${maxProbeMs}`] : [];
  return [
    ...reports.flatMap(({ faults }) => faults),
    ...slowFaults,
    ...failures.map((failure) => `the probe: ${failure}`),
    ...slowProbe,
  ];
}

function describeServers({ urls, parts }: RunningCheckout): readonly Server[] {
  return [...urls].map(([name, url]) => {
    const pid = parts.get(name);
    if (pid === undefined) throw new Error(`${name} has no process`);
    return { name, url, pid };
  });
}

/** Where the time of an attack is looked for. */
interface Watch {
  readonly servers: readonly Server[];
  readonly stretches: Stretches;
}

async function attackServer(server: Server, watch: Watch): Promise<Report> {
  const none = { name: 'none', ms: 0 };
  const report: Report = { server, refused: 0, answered: 0, bounded: 0, worst: none, faults: [], memoryMb: 0 };
  const all = attacksOn(server);
  for (let round = 0; round < rounds; round += 1) for (const attack of all) await attackOnce(attack, report, watch);
  // There are hundreds, and they are all alike.
  for (const attack of ofCircles.get(server.name) ?? []) await attackOnce(attack, report, watch);
  if (report.memoryMb > maxMemoryMb) report.faults.push(`${server.name} has ${report.memoryMb.toFixed(0)} MB`);
  return report;
}

const [ofCircles, ofEntities] = [circles(), entities()];

function attacksOn(server: Server): readonly Attack[] {
  const fixed = [...attacks, ...costlyAttacks].filter((each) => isFor(each, server));
  return [...fixed, ...(ofEntities.get(server.name) ?? [])];
}

function isFor({ target }: Attack, { name }: Server): boolean {
  return target === 'all' || (target === 'gateway') === (name === gateway);
}

async function attackOnce(attack: Attack, report: Report, { servers, stretches }: Watch): Promise<void> {
  const { name, url, pid } = report.server;
  for (const server of servers) stretches.longest(server.pid);
  const fault = await send(attack.sent, url).then((received) => findFault(attack, received), String);
  report.memoryMb = Math.max(report.memoryMb, readMemory(pid).residentBytes / bytesPerMb);
  if (fault !== null) report.faults.push(`${name}: ${attack.name} ${fault}`);
  const { outcome } = attack;
  report[typeof outcome === 'string' ? outcome : 'refused'] += 1;
  await stretches.settle();
  for (const server of servers) noteStretch(attack, report, { server, ms: stretches.longest(server.pid) });
}

function noteStretch(
  attack: Attack,
  report: Report,
  { server, ms }: { readonly server: Server; readonly ms: number },
): void {
  if (sizeOf(attack) >= smallBytes) return;
  if (ms > report.worst.ms) report.worst = { name: attack.name, ms };
  if (ms > maxStretchMs)
    report.faults.push(`${report.server.name}: ${attack.name} holds ${server.name} for ${ms.toFixed(0)} ms`);
}

function sizeOf({ sent }: Attack): number {
  return sent.kind === 'raw' ? sent.bytes.length : (sent.body?.length ?? 0) + sent.path.length;
}

/** All at once, ten of each: they take their time. */
async function attackSlowly({ name, url }: Server): Promise<readonly string[]> {
  const ten = <Result>(run: () => Promise<Result>): Promise<Result>[] => Array.from({ length: 10 }, run);
  const readers = name === gateway ? ten(() => readSlowly(url, largePage)).slice(0, 3) : [];
  const outcomes = await Promise.all([...ten(() => sendSlowly(url)), ...ten(() => beginSlowly(url)), ...readers]);
  return outcomes.filter((outcome) => outcome !== null).map((outcome) => `${name}: a slow connection ${outcome}`);
}

function describe({ server, refused, answered, bounded, worst, memoryMb }: Report): string {
  const counts = `${refused} attacks refused, ${answered} answered, ${bounded} refused or answered`;
  const stretch = `no event loop held for more than ${worst.ms.toFixed(1)} ms (${worst.name})`;
  return `${server.name}: ${counts}, ${stretch}, ${memoryMb.toFixed(0)} MB`;
}
