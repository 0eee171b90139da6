import { parseArgs } from 'node:util';
import type { BenchmarkPlan } from './benchmark.ts';
import { largeSize } from './data/datasets.ts';
import { numberOf, wholeNumberOf } from './number-options.ts';
import type { Subject } from './subjects/subject.ts';
import { subjectNames } from './subjects/subjects.ts';
import { workloads } from './workloads/workloads.ts';

/** What was asked for on the command line. */
export interface BenchmarkOptions {
  readonly plan: BenchmarkPlan;
  /** True where everything is measured as it should be, so that the results replace those in the repository. */
  readonly isWhole: boolean;
}

/** What can be measured here. */
export interface Available {
  /** Ours first; without the peers where they are not installed. */
  readonly subjects: readonly Subject[];
  /** False takes a few made-up figures for them. */
  readonly hasPublishedFiles: boolean;
}

/** How the command is written; shown where it is asked for, and after a mistake. */
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
  sliceRequests: 4,
  compared: 2,
  profileMs: 100,
  loadRounds: 0,
};

/**
 * What the arguments ask for, of what there is; null where they ask for help.
 *
 * @throws {TypeError} when an argument is wrong, saying what was expected.
 */
export function parseOptions(args: readonly string[], available: Available): BenchmarkOptions | null {
  const { values } = parseArgs({ args: [...args], options: known });
  if (values.help) return null;
  const base = values.short ? shortPlan : whole;
  const names = pick('--workload', values.workload, [...workloads.map(({ name }) => name), 'load']);
  const plan: BenchmarkPlan = {
    ...base,
    withPublished: base.withPublished && available.hasPublishedFiles,
    minutes: numberOf('--minutes', values.minutes, base.minutes),
    rounds: wholeNumberOf('--rounds', values.rounds, base.rounds),
    datasets: pick('--dataset', values.dataset, ['published', 'generated']).map((name) =>
      name === 'generated' ? name : 'base',
    ),
    subjects: pickSubjects(values.subject, available.subjects),
    workloads: workloads.filter(({ name }) => names.includes(name)),
    loadRounds: names.includes('load') ? base.loadRounds : 0,
  };
  const isNarrowed = [values.rounds, values.subject, values.workload, values.dataset].some(
    (value) => value !== undefined,
  );
  const isComplete = plan.withPublished && plan.subjects.length === subjectNames.length;
  return { plan, isWhole: isComplete && !isNarrowed };
}

/** Ours, which is what others are compared with, and those that are asked for. */
function pickSubjects(text: string | undefined, subjects: readonly Subject[]): readonly Subject[] {
  const names = subjects.map(({ name }) => name);
  const missing = text?.split(',').find((name) => subjectNames.includes(name) && !names.includes(name));
  if (missing !== undefined)
    throw new TypeError(`--subject is "${missing}", which is not installed: npm run bench:peers`);
  const wanted = pick('--subject', text, names);
  return subjects.filter((subject, index) => index === 0 || wanted.includes(subject.name));
}

/** The names in a list with commas; all of them where there is none. */
function pick<Name extends string>(option: string, text: string | undefined, all: readonly Name[]): readonly Name[] {
  const wanted = text?.split(',') ?? all;
  const unknown = wanted.find((name) => !all.some((each) => each === name));
  if (unknown !== undefined) throw new TypeError(`${option} is "${unknown}": expected some of ${all.join(', ')}`);
  return all.filter((name) => wanted.includes(name));
}
