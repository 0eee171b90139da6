import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startLoad } from './load.ts';
import { prepareQuestions } from './questions.ts';
import { startChaoticSystem, type SystemProcess } from './system-processes.ts';
import { Trouble } from './trouble.ts';

/*
 * `npm run test:soak -- 20`: asks a whole system steadily for so many minutes, and prints every half minute the memory and the open sockets of each
 * process. Ends with 1 when an answer is not whole, when a process has in its last quarter a fifth more memory than in its second, or when one has
 * a socket to another machine.
 */

const { positionals } = parseArgs({ allowPositionals: true });
const minutes = Number(positionals[0] ?? 20);
if (!(minutes > 0)) throw new Error(`expected a number of minutes, but was given "${String(positionals[0])}"`);
const deadlineMs = 10_000;
const perSecond = 20;
const looks = 40;
/** More memory than this share in the last quarter is a leak, and not the rest of what is being remembered. */
const growthAllowed = 1.2;

interface Look {
  readonly megabytes: number;
  readonly sockets: number;
  readonly foreign: readonly string[];
}

/** What a process has at the moment. Source: proc(5). */
function look({ pid }: SystemProcess): Look {
  const number = pid() ?? 0;
  const pages = Number(readFileSync(`/proc/${number}/statm`, 'utf8').split(' ')[1]);
  const links = readdirSync(`/proc/${number}/fd`).map((file) => readLink(`/proc/${number}/fd/${file}`));
  const inodes = new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
  return { megabytes: (pages * 4_096) / 1e6, sockets: inodes.size, foreign: foreignOf(inodes) };
}

function readLink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    // It has been closed meanwhile.
    return '';
  }
}

/** The ends of sockets that are on another machine. */
function foreignOf(inodes: ReadonlySet<string>): readonly string[] {
  const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    readFileSync(file, 'utf8').trim().split('\n').slice(1),
  );
  return lines.flatMap((line) => {
    const [, , remote = '', , , , , , , inode = ''] = line.trim().split(/\s+/);
    const isHere = /^0100007F:|^0+:|^0{24}01000000:|^0{16}FFFF00000100007F:/.test(remote);
    return inodes.has(inode) && !isHere ? [remote] : [];
  });
}

await using system = await startChaoticSystem();
const questions = await prepareQuestions(system.url);
const { circumstances } = new Trouble();
const load = startLoad({ url: system.url, questions, deadlineMs, perSecond, circumstances });
const seen = new Map(system.processes.map(({ name }) => [name, [] as Look[]]));
for (let index = 0; index < looks; index += 1) {
  await delay((minutes * 60_000) / looks);
  for (const each of system.processes) seen.get(each.name)?.push(look(each));
  const line = [...seen].map(
    ([name, all]) => `${name} ${(all.at(-1)?.megabytes ?? 0).toFixed(0)} MB ${all.at(-1)?.sockets ?? 0}`,
  );
  console.log(line.join(', '));
}
const tally = await load.stop();
console.log(JSON.stringify(tally));
const problems = [...seen].flatMap(([name, all]) => problemsOf(name, all));
const broken = tally.complete === 0 || tally.wrong + tally.late + tally.partial + tally.refused > 0;
for (const problem of [...problems, ...(broken ? ['not every answer was whole, in time'] : [])]) console.log(problem);
process.exitCode = problems.length > 0 || broken ? 1 : 0;

function problemsOf(name: string, all: readonly Look[]): readonly string[] {
  const quarter = Math.floor(all.length / 4);
  const before = largest(all.slice(quarter, 2 * quarter));
  const after = largest(all.slice(-quarter));
  const foreign = [...new Set(all.flatMap((each) => each.foreign))];
  return [
    ...(after > before * growthAllowed
      ? [`${name} has grown from ${before.toFixed(0)} to ${after.toFixed(0)} MB`]
      : []),
    ...foreign.map((end) => `${name} has a socket to ${end}`),
  ];
}

function largest(all: readonly Look[]): number {
  return Math.max(...all.map(({ megabytes }) => megabytes));
}
