import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findRise, type Rise } from './flatness.ts';
import { isWhole, startLoad } from './load.ts';
import { type Look, lookAt } from './look.ts';
import { prepareQuestions } from './questions.ts';
import { startChaoticSystem, type SystemProcess } from './system-processes.ts';

/*
 * `npm run test:soak -- 20`: asks a whole system steadily for so many minutes, and prints at each fortieth of them what each process has: memory, connections,
 * and how late its event loop is (the 99th of a hundred). Ends with 1 when an answer is not whole, when one of the three rises from the second to the last
 * quarter, or when a process has a connection to anything that it is not configured for.
 */

const { positionals } = parseArgs({ allowPositionals: true });
const minutes = Number(positionals[0] ?? 20);
if (!(minutes > 0)) throw new Error(`expected a number of minutes, but was given "${String(positionals[0])}"`);
const deadlineMs = 10_000;
const perSecond = 20;
const looks = 40;

/** What may come to each from one quarter to another by how garbage is collected, how pools are used, and what else the machine does. */
const allowed = {
  megabytes: { share: 1.1, more: 10 },
  connections: { share: 1, more: 4 },
  delayMs: { share: 1.25, more: 5 },
} as const satisfies Readonly<Record<string, Rise>>;

type Figures = Pick<Look, 'megabytes' | 'connections'> & { readonly delayMs: number };

/** How late the event loop of a process was since this was asked last; 0 for PostgreSQL, which has none. */
async function readDelayMs(port: number | null): Promise<number> {
  if (port === null) return 0;
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_p99_seconds(?:\{[^}]*\})? (\S+)/m.exec(text)?.[1] ?? 0) * 1_000;
}

await using system = await startChaoticSystem({ isMeasured: true });
const questions = await prepareQuestions(system.url);
const load = startLoad({ url: system.url, questions, deadlineMs, perSecond });
const watched: readonly SystemProcess[] = [...system.processes, system.supervisor];
const seen = new Map(watched.map(({ name }) => [name, [] as Figures[]]));
const foreign = new Set<string>();
for (let index = 0; index < looks; index += 1) {
  await delay((minutes * 60_000) / looks);
  for (const { name, allPids, metricsPort } of watched) {
    const look = lookAt(allPids(), system.ports());
    for (const end of look.foreign) foreign.add(`${name} has a connection to ${end}`);
    seen.get(name)?.push({ ...look, delayMs: await readDelayMs(metricsPort) });
  }
  console.log([...seen].map(([name, all]) => describe(name, all.at(-1))).join(', '));
}
const tally = await load.stop();
console.log(JSON.stringify(tally));
const problems = [
  ...[...seen].flatMap(([name, all]) => risesOf(name, all)),
  ...foreign,
  ...(isWhole(tally) ? [] : ['not every answer was whole, in time']),
];
for (const problem of problems) console.log(`FAILED ${problem}`);
console.log(`soak of ${minutes} minutes: ${problems.length === 0 ? 'flat' : `${problems.length} failures`}`);
process.exitCode = problems.length > 0 ? 1 : 0;

function describe(name: string, figures: Figures | undefined): string {
  const { megabytes = 0, connections = 0, delayMs = 0 } = figures ?? {};
  return `${name} ${megabytes.toFixed(0)} MB ${connections} connections${delayMs === 0 ? '' : ` ${delayMs.toFixed(0)} ms`}`;
}

function risesOf(name: string, all: readonly Figures[]): readonly string[] {
  return (['megabytes', 'connections', 'delayMs'] as const).flatMap((figure) => {
    const rise = findRise(
      all.map((each) => each[figure]),
      allowed[figure],
    );
    return rise === null ? [] : [`${name}: ${figure} have risen from ${rise.from.toFixed(1)} to ${rise.to.toFixed(1)}`];
  });
}
