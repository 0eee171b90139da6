import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describeCheckout } from '../bench/checkouts/checkout.ts';
import { holdFolder } from '../bench/checkouts/holding.ts';
import { prepareData } from '../bench/checkouts/loaded-checkout.ts';
import { gateway } from '../bench/checkouts/parts.ts';
import { type RunningCheckout, startCheckout } from '../bench/checkouts/running-checkout.ts';
import { type AttackedServer, attackServer, describeReport, type Report } from './attack-server.ts';
import { GatewayVoice } from './gateway-voice.ts';
import { Probe } from './probe.ts';
import { beginSlowly, readSlowly, sendSlowly } from './slow.ts';
import { Stretches } from './stretches.ts';

/*
 * `npm run test:abuse`: fires every known attack at the gateway and at each subgraph of the system as `npm start` runs it,
 * with published data where it is at hand, while somebody innocent asks ten times a second. Ends with 1 where one is not taken
 * as it has to be. `npm run test:abuse -- "a page"` fires those alone that have these words in their names.
 */

const maxProbeMs = 250;
const settleMs = 2_000;
/** An answer of many megabytes. */
const largePage =
  '{ policing { series(indicators: ["recorded-crime"], first: 2000) { nodes { periodIds values statuses } } } }';

const [words = ''] = process.argv.slice(2);
const isWanted = (name: string): boolean => name.includes(words);

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
  const voice = new GatewayVoice(running.parts.get(gateway) ?? 0);
  const probe = new Probe(running.url);
  const slow = Promise.all(servers.map(attackSlowly));
  // What opening connections and answering the first question take is nothing that an attack holds up.
  await delay(settleMs);
  const reports: Report[] = [];
  for (const server of servers) {
    const report = await attackServer(server, { servers, stretches, voice, isWanted });
    console.log(describeReport(report));
    reports.push(report);
  }
  const slowFaults = (await slow).flat();
  const { asked, failures, p99Ms, worstMs } = await probe.stop();
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

function describeServers({ urls, parts }: RunningCheckout): readonly AttackedServer[] {
  return [...urls].map(([name, url]) => {
    const pid = parts.get(name);
    if (pid === undefined) throw new Error(`${name} has no process`);
    return { name, url, pid };
  });
}

/** All at once, ten of each: they take their time. */
async function attackSlowly({ name, url }: AttackedServer): Promise<readonly string[]> {
  const ten = <Result>(run: () => Promise<Result>): Promise<Result>[] => Array.from({ length: 10 }, run);
  const readers = name === gateway ? ten(() => readSlowly(url, largePage)).slice(0, 3) : [];
  const outcomes = await Promise.all([...ten(() => sendSlowly(url)), ...ten(() => beginSlowly(url)), ...readers]);
  return outcomes.filter((outcome) => outcome !== null).map((outcome) => `${name}: a slow connection ${outcome}`);
}
