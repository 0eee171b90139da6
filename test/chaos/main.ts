import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { agencyNames } from '@boroughgraph/system/agency-names.ts';
import { type Attack, attacks } from './attacks.ts';
import { startLoad, type RunningLoad, type Tally } from './load.ts';
import { prepareQuestions } from './questions.ts';
import { startChaoticSystem, type SystemProcess } from './system-processes.ts';
import { gatewayName, Trouble } from './trouble.ts';

/*
 * `npm run test:chaos`: asks a whole system steadily while each of its processes is killed, paused, slowed and restarted, judges every answer, and
 * prints the counts. Ends with 1 when one is wrong or late, or when a process that is back is not part of answers within two seconds.
 */

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '1' }, 'per-second': { type: 'string', default: '20' } },
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

await using system = await startChaoticSystem();
const questions = await prepareQuestions(system.url);
let hasFailed = false;
for (let round = 1; round <= Number(values.rounds); round += 1)
  for (const target of system.processes)
    for (const each of attacks) {
      const trouble = new Trouble();
      const { circumstances } = trouble;
      const perSecond = Number(values['per-second']);
      const load = startLoad({ url: system.url, questions, deadlineMs, perSecond, circumstances });
      await delay(500);
      const tookMs = await attack(target, each, { trouble, load });
      const tally = await load.stop();
      const { reasons, ...counts } = tally;
      const failed = isBad(tally) || tookMs > recoveryMs;
      hasFailed ||= failed;
      console.log(
        `${failed ? 'FAILED' : 'ok    '} ${target.name} ${each.name}: ${JSON.stringify(counts)}, whole again ${tookMs} ms after it was back`,
      );
      for (const [why, times] of Object.entries(reasons)) console.log(`         ${times} × ${why}`);
    }
process.exitCode = hasFailed ? 1 : 0;
