import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { isWhole, type LoadOptions, startLoad } from '../chaos/load.ts';
import { prepareQuestions } from '../chaos/questions.ts';
import { startRotatingIssuer } from '../chaos/rotating-issuer.ts';
import { agreements } from './agreements.ts';
import type { Member } from './member.ts';
import { type Pair, startPair } from './pair.ts';

/*
 * `npm run test:scale`: whether two of everything agree, lose no request while each is started anew in turn, and what a second gateway brings. Ends with 1
 * where one of them does not; where what it needs is not installed it is skipped.
 */

const { values } = parseArgs({
  options: { 'per-second': { type: 'string', default: '20' }, seconds: { type: 'string', default: '15' } },
});
const perSecond = Number(values['per-second']);
const steadyMs = Number(values.seconds) * 1_000;
const deadlineMs = 10_000;
/** For what has just been started to be compiled, and to remember what is asked again and again. */
const warmMs = 5_000;
/** For the proxy to see that something is back, and for connections to it. */
const settleMs = 1_500;

/** Debian's PostgreSQL, the newest there is. */
function findPrograms(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).toSorted((one, other) => Number(other) - Number(one)) : [];
  return (
    versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'pg_basebackup'))) ?? null
  );
}

const programs = findPrograms();
const missing = [
  ...(programs === null ? ['postgresql'] : []),
  ...(spawnSync('haproxy', ['-v']).error === undefined ? [] : ['haproxy']),
];

let failures = 0;

function tell(what: string, problem: string | null): void {
  console.log(problem === null ? `ok     ${what}` : `FAILED ${what}: ${problem}`);
  if (problem !== null) failures += 1;
}

/** How the pair is asked. */
type Asking = Omit<LoadOptions, 'circumstances'>;

/** Says what gateways have warned of while something failed; takes it for read otherwise. */
function tellWarnings({ gateways }: Pair, isWell: boolean): void {
  for (const gateway of gateways)
    for (const line of gateway.warnings()) if (!isWell) console.log(`${gateway.name}: ${line}`);
}

/** Starts each process anew while all is asked for, and tells how many requests that has lost. */
async function restartEach(pair: Pair, asking: Asking): Promise<void> {
  for (const member of [...pair.gateways, ...pair.servers]) {
    const load = startLoad(asking);
    await delay(settleMs);
    await member.stop();
    member.start();
    await member.ready();
    await delay(settleMs);
    const tally = await load.stop();
    tellWarnings(pair, isWhole(tally));
    tell(
      `${member.name} started anew: ${tally.complete} requests complete`,
      isWhole(tally) ? null : JSON.stringify(tally),
    );
  }
}

/** The processor time of gateways for a request, in milliseconds, while all is asked for. */
async function measure(gateways: readonly Member[], asking: Asking): Promise<number> {
  const warming = startLoad(asking);
  await delay(warmMs);
  await warming.stop();
  const before = gateways.reduce((sum, gateway) => sum + gateway.cpuMs(), 0);
  const load = startLoad(asking);
  await delay(steadyMs);
  const tally = await load.stop();
  const tookMs = gateways.reduce((sum, gateway) => sum + gateway.cpuMs(), 0) - before;
  tell(
    `${gateways.length} of the gateways, asked for ${values.seconds} s`,
    isWhole(tally) ? null : JSON.stringify(tally),
  );
  return tookMs / tally.complete;
}

/** Says what a request costs two gateways and one, and so how much more can be answered by a second. */
async function compareGateways(pair: Pair, asking: Asking): Promise<void> {
  const [first, second] = pair.gateways;
  if (first === undefined || second === undefined) return;
  const withBoth = await measure(pair.gateways, asking);
  await second.stop();
  await delay(settleMs);
  const withOne = await measure([first], asking);
  const more = (2 * withOne) / withBoth;
  console.log(
    `processor time of gateways for a request: ${withOne.toFixed(2)} ms with one, ${withBoth.toFixed(2)} ms with two: on a core each, two answer ${more.toFixed(2)} times what one does`,
  );
}

if (programs === null || missing.length > 0) {
  console.log(`skipped: ${missing.join(' and ')} not installed (Debian: apt-get install ${missing.join(' ')})`);
} else {
  await using issuer = await startRotatingIssuer();
  await using pair = await startPair(programs, issuer.file);
  for (const { about, look } of agreements)
    // One that cannot be looked at says nothing about the others.
    tell(`all agree about ${about}`, await look(pair, issuer).catch(String));
  const asking = { url: pair.url, questions: await prepareQuestions(pair.url), deadlineMs, perSecond };
  await restartEach(pair, asking);
  await compareGateways(pair, asking);
  console.log(`scale: ${failures === 0 ? 'all is well' : `${failures} failures`}`);
  process.exitCode = failures > 0 ? 1 : 0;
}
