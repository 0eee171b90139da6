import { parseArgs } from 'node:util';
import type { BenchmarkPlan } from './benchmark.ts';
import { largeSize } from './data/datasets.ts';
import type { Subject } from './subjects/subject.ts';
import { subjectNames } from './subjects/subjects.ts';
import { workloads } from './workloads/workloads.ts';

/** What was asked for on the command line. */
export interface BenchmarkOptions {
  readonly plan: BenchmarkPlan;
  /** True where everything is measured as it should be, so that the results replace those in the repository. */
  readonly isWhole: boolean;
}

/** How the command is written; shown by `--help` and after a mistake. */
export const usage = [
  'Usage: npm run bench -- [options]',
  '  --short                one small round of everything on made-up figures: whether it works, not how fast it is',
  '  --minutes N            how long it may take (13 unless told)',
  '  --rounds N             how often each subject has its turn (3 unless told)',
  `  --subject NAME,…       ours and these alone: ${subjectNames.join(', ')}`,
  `  --workload NAME,…      these alone: ${workloads.map(({ name }) => name).join(', ')}, load`,
  '  --dataset NAME         published or generated alone',
].join('\n');

const known = {
  help: { type: 'boolean', default: false },
  short: { type: 'boolean', default: false },
  minutes: { type: 'string' },
  rounds: { type: 'string' },
  subject: { type: 'string' },
  workload: { type: 'string' },
  dataset: { type: 'string' },
} as const;

/** A run of everything. Slices shorter than half a second would be over before a wide answer comes. */
const whole: Omit<BenchmarkPlan, 'subjects' | 'workloads'> = {
  datasets: ['base', 'generated'],
  withPublished: true,
  generated: largeSize,
  connections: [1, 8, 32],
  rounds: 3,
  minutes: 13,
  warmUpMs: 1_500,
  leastSliceMs: 500,
  mostSliceMs: 10_000,
  sliceRequests: Infinity,
  compared: 12,
  profileMs: 2_500,
  loadRounds: 3,
};

/** The same machinery in as little time as it can take. */
export const shortPlan: Omit<BenchmarkPlan, 'subjects' | 'workloads'> = {
  ...whole,
  withPublished: false,
  generated: { wards: 3, firstMonth: '2021-12' },
  connections: [1, 8],
  rounds: 1,
  minutes: 0,
  warmUpMs: 100,
  leastSliceMs: 100,
  sliceRequests: 8,
  compared: 3,
  profileMs: 200,
  loadRounds: 0,
};

/**
 * What the arguments ask for, of the subjects that there are.
 *
 * @throws {TypeError} when an argument is wrong, saying what was expected.
 */
export function parseOptions(args: readonly string[], subjects: readonly Subject[]): BenchmarkOptions {
  const { values } = parseArgs({ args: [...args], options: known });
  if (values.help) throw new TypeError('The benchmark of the gateway.');
  const base = values.short ? shortPlan : whole;
  const names = pick('--workload', values.workload, [...workloads.map(({ name }) => name), 'load']);
  const others = pick(
    '--subject',
    values.subject,
    subjects.map(({ name }) => name),
  );
  const [first] = subjects;
  const plan: BenchmarkPlan = {
    ...base,
    minutes: numberOf('--minutes', values.minutes, base.minutes),
    rounds: numberOf('--rounds', values.rounds, base.rounds),
    datasets: pick('--dataset', values.dataset, ['published', 'generated']).map((name) =>
      name === 'generated' ? name : 'base',
    ),
    // Ours is what others are compared with.
    subjects: subjects.filter((subject) => subject === first || others.includes(subject.name)),
    workloads: workloads.filter(({ name }) => names.includes(name)),
    loadRounds: names.includes('load') ? base.loadRounds : 0,
  };
  const isNarrowed = [values.rounds, values.subject, values.workload, values.dataset].some(
    (value) => value !== undefined,
  );
  return { plan, isWhole: !values.short && !isNarrowed };
}

/** The names in a list with commas; all of them where there is none. */
function pick<Name extends string>(option: string, text: string | undefined, all: readonly Name[]): readonly Name[] {
  const wanted = text?.split(',') ?? all;
  const unknown = wanted.find((name) => !all.some((each) => each === name));
  if (unknown !== undefined) throw new TypeError(`${option} is "${unknown}": expected some of ${all.join(', ')}`);
  return all.filter((name) => wanted.includes(name));
}

function numberOf(option: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const number = Number(text);
  if (!(number > 0)) throw new TypeError(`${option} is "${text}": expected a number greater than nought`);
  return number;
}
