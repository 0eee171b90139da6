import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { agencyNames } from '@boroughgraph/system/agency-names.ts';
import { type Attack, attacks } from './attacks.ts';
import { startLoad, type RunningLoad, type Tally } from './load.ts';
import { prepareQuestions } from './questions.ts';
import { prepareCallers } from './rotate-keys.ts';
import { startRotatingIssuer } from './rotating-issuer.ts';
import { startChaoticSystem, type SystemProcess } from './system-processes.ts';
import { gatewayName, Trouble } from './trouble.ts';

/*
 * `npm run test:chaos`: asks a whole system steadily while each of its processes is killed, paused, slowed and restarted, and while the keys of those who
 * ask change, judges every answer, and prints the counts. Ends with 1 when one is wrong or late, or when a process that is back is not part of answers within two seconds.
 */

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1' },
    'per-second': { type: 'string', default: '20' },
    // Nothing is done to processes then.
    'keys-only': { type: 'boolean', default: false },
  },
});
const deadlineMs = 3_000;
/** Within so many milliseconds of a process being back, answers are whole again. */
const recoveryMs = 2_000;
/** What has been asked before it was back may still lack it. */
const settleMs = deadlineMs + recoveryMs;
const agencies = agencyNames.map(({ slug }) => slug);

/** Whom it concerns when something is done to a process. */
function concernedBy(name: string): readonly string[] {
  if (name === 'postgres') return agencies;
  return name === gatewayName ? [gatewayName, ...agencies] : [name];
}

interface Watched {
  readonly trouble: Trouble;
  readonly load: RunningLoad;
}

/** Milliseconds from when the process was back until an answer was complete. */
async function attack(target: SystemProcess, { harm }: Attack, { trouble, load }: Watched): Promise<number> {
  const end = trouble.begin(...concernedBy(target.name));
  await harm(target);
  while (!(await target.isAlive())) await delay(20);
  const backAtMs = performance.now();
  while (load.completeAtMs() <= backAtMs) await delay(5);
  const tookMs = Math.round(load.completeAtMs() - backAtMs);
  end(settleMs);
  await delay(settleMs);
  return tookMs;
}

function isBad({ wrong, late }: Tally): boolean {
  return wrong > 0 || late > 0;
}

/** What came of it, told in a line and one for each thing that was wrong; true where nothing was. */
function tell(what: string, { reasons, ...counts }: Tally, tookMs: number): boolean {
  const failed = isBad({ reasons, ...counts }) || tookMs > recoveryMs;
  const again = tookMs === 0 ? '' : `, whole again ${tookMs} ms after it was back`;
  console.log(`${failed ? 'FAILED' : 'ok    '} ${what}: ${JSON.stringify(counts)}${again}`);
  for (const [why, times] of Object.entries(reasons)) console.log(`         ${times} × ${why}`);
  return !failed;
}

await using issuer = await startRotatingIssuer();
await using system = await startChaoticSystem({ variables: { CALLER_ISSUERS: issuer.file } });
const questions = await prepareQuestions(system.url);
const asking = { url: system.url, questions, deadlineMs, perSecond: Number(values['per-second']) };
let hasFailed = false;
for (let round = 1; round <= Number(values.rounds); round += 1) {
  for (const target of values['keys-only'] ? [] : system.processes)
    for (const each of attacks) {
      const trouble = new Trouble();
      const load = startLoad({ ...asking, circumstances: trouble.circumstances });
      await delay(500);
      const tookMs = await attack(target, each, { trouble, load });
      hasFailed = !tell(`${target.name} ${each.name}`, await load.stop(), tookMs) || hasFailed;
    }
  const callers = await prepareCallers(system, issuer);
  const load = startLoad({ ...asking, headers: callers.headers });
  await callers.rotate();
  hasFailed = !tell('keys rotated', await load.stop(), 0) || hasFailed;
}
process.exitCode = hasFailed ? 1 : 0;
