import { dropDatabase } from '../support/named-database.ts';
import { prepareLane, type ContestRequest, type Lane } from './contest.ts';
import {
  databaseOf,
  type Dataset,
  type GeneratedSize,
  makeBaseDataset,
  makeGeneratedDataset,
} from './data/datasets.ts';
import { measureLoads } from './load-outcomes.ts';
import { describeMachine, describeVersions } from './machine.ts';
import { profilePhases } from './phase-profiles.ts';
import type { Disqualification, PhaseProfile, Results, Slice } from './results.ts';
import { startRecorder } from './recording.ts';
import { remarksOn } from './remarks.ts';
import { runRounds } from './rounds.ts';
import { startAgencies } from './running-agencies.ts';
import { startGenerator } from './running-generator.ts';
import { startLoader } from './running-loader.ts';
import { startContestants } from './start-contestants.ts';
import { ownName } from './subjects/boroughgraph.ts';
import type { Subject } from './subjects/subject.ts';
import { summarise } from './summary.ts';
import type { Tools } from './tools.ts';
import type { Workload } from './workloads/workload.ts';

/** What is measured, and for how long. */
export interface BenchmarkPlan {
  readonly subjects: readonly Subject[];
  readonly workloads: readonly Workload[];
  readonly datasets: readonly ('base' | 'generated')[];
  /** False takes a few made-up figures for the published files. */
  readonly withPublished: boolean;
  readonly generated: GeneratedSize;
  /** How many clients ask at once: every subject is measured at each of these. */
  readonly connections: readonly number[];
  /** How often every subject has its turn at each workload and number of connections. */
  readonly rounds: number;
  /** How long all of it may take. Slices are made as long as that allows. */
  readonly minutes: number;
  /** Length of the load that comes before the first measurement of a subject in a workload, in milliseconds. */
  readonly warmUpMs: number;
  /** The length of a slice in milliseconds, without the wait for the last answers. */
  readonly leastSliceMs: number;
  readonly mostSliceMs: number;
  /** The most requests in one slice, and in one profile. */
  readonly sliceRequests: number;
  /** Requests of each workload that are compared before it is measured. */
  readonly compared: number;
  /** How long our gateway is profiled in each workload, in milliseconds; 0 leaves the profile out. */
  readonly profileMs: number;
  /** Rounds of loading the largest files; 0 leaves them out. */
  readonly loadRounds: number;
}

/** Where it is measured. */
export interface BenchmarkPlace {
  /** A PostgreSQL whose user may create databases and roles. */
  readonly serverUrl: string;
  readonly postgresPid: number | null;
  readonly log: (line: string) => void;
}

type Measured = Pick<Results, 'disqualified' | 'phases'> & { readonly slices: readonly Slice[] };

const msPerMinute = 60_000;
/** What stays for profiles and for stopping everything, beside the profiles' own time, in milliseconds. */
const reserveMs = 6_000;

/** Measures everything, one dataset after another, and stops all that it starts. */
export async function runBenchmark(plan: BenchmarkPlan, place: BenchmarkPlace): Promise<Results> {
  const startedAt = new Date();
  const beganMs = performance.now();
  const endsMs = beganMs + plan.minutes * msPerMinute;
  await using resources = new AsyncDisposableStack();
  await using generator = await startGenerator();
  await using loader = await startLoader();
  const tools: Tools = { generator, loader, postgresPid: place.postgresPid, log: place.log };
  const loads = plan.loadRounds === 0 ? [] : await measureLoads(place.serverUrl, plan.loadRounds);
  const datasets = plan.workloads.length === 0 ? [] : await makeDatasets(plan, place, resources);
  const measured: Measured[] = [];
  for (const [index, dataset] of datasets.entries()) {
    const leftMs = endsMs - performance.now();
    const deadlineMs = performance.now() + leftMs / (datasets.length - index);
    measured.push(await measureDataset(plan, { dataset, tools, deadlineMs }));
  }
  const slices = measured.flatMap((each) => each.slices);
  const disqualified = measured.flatMap((each) => each.disqualified);
  return {
    startedAt: startedAt.toISOString(),
    minutes: (performance.now() - beganMs) / msPerMinute,
    machine: describeMachine(),
    versions: await describeVersions(place.serverUrl),
    plan: describePlan(plan),
    subjects: plan.subjects.map(({ name, description }) => ({ name, description })),
    workloads: plan.workloads.map(({ name, description, distinct }) => ({ name, description, distinct })),
    datasets: datasets.map(({ name, description, observations }) => ({ name, description, observations })),
    cells: summarise(withoutDisqualified(slices, disqualified), ownName),
    disqualified,
    phases: measured.flatMap((each) => each.phases),
    loads,
    remarks: remarksOn(slices, plan.rounds),
  };
}

/** The datasets that are measured, in databases that go with `resources`. */
async function makeDatasets(
  plan: BenchmarkPlan,
  { serverUrl, log }: BenchmarkPlace,
  resources: AsyncDisposableStack,
): Promise<readonly Dataset[]> {
  const keep = (dataset: Dataset): Dataset => {
    resources.defer(() => dropDatabase(serverUrl, databaseOf(dataset)));
    log(`${dataset.observations} observations are loaded: ${dataset.description}`);
    return dataset;
  };
  const base = keep(await makeBaseDataset(serverUrl, `bench_${process.pid}`, plan.withPublished));
  if (!plan.datasets.includes('generated')) return [base];
  const generated = keep(await makeGeneratedDataset(serverUrl, base, plan.generated));
  return plan.datasets.includes('base') ? [base, generated] : [generated];
}

async function measureDataset(
  plan: BenchmarkPlan,
  { dataset, tools, deadlineMs }: { readonly dataset: Dataset; readonly tools: Tools; readonly deadlineMs: number },
): Promise<Measured> {
  await using resources = new AsyncDisposableStack();
  const agencies = resources.use(await startAgencies(dataset));
  const { contestants, absent } = await startContestants(plan.subjects, agencies, resources);
  // Those of the warm-up come before those of the slices.
  const mostRequests = plan.sliceRequests * (1 + plan.rounds * plan.connections.length);
  const contest: ContestRequest = { dataset, agencies, contestants, tools, compared: plan.compared, mostRequests };
  const { lanes, disqualified } = await prepareLanes(contest, plan.workloads, absent);
  // Each workload is warmed up twice, each time for as long as it is profiled.
  const profilesMs = plan.profileMs === 0 ? 0 : plan.profileMs * 3 * plan.workloads.length + reserveMs;
  const ran = await runRounds({ ...plan, ...contest, lanes, deadlineMs: deadlineMs - profilesMs });
  const profileLength = { durationMs: plan.profileMs, maxRequests: plan.sliceRequests };
  const phases: readonly PhaseProfile[] =
    plan.profileMs === 0 ? [] : await profilePhases(contest, plan.workloads, profileLength);
  return { slices: ran.slices, disqualified: [...disqualified, ...ran.disqualified], phases };
}

async function prepareLanes(
  contest: ContestRequest,
  workloads: readonly Workload[],
  absent: ReadonlyMap<string, string>,
): Promise<{ readonly lanes: readonly Lane[]; readonly disqualified: readonly Disqualification[] }> {
  await using recorder = await startRecorder(contest.agencies);
  const prepared = [];
  for (const workload of workloads) prepared.push(await prepareLane(contest, recorder, workload));
  const dataset = contest.dataset.name;
  const disqualified = [
    ...workloads.flatMap(({ name }) =>
      [...absent].map(([subject, reason]) => ({ dataset, workload: name, subject, reason })),
    ),
    ...prepared.flatMap((each) => each.disqualified),
  ];
  for (const { workload, subject, reason } of disqualified)
    contest.tools.log(`${subject} is out of ${workload}: ${reason}`);
  return { lanes: prepared.map(({ lane }) => lane), disqualified };
}

function withoutDisqualified(slices: readonly Slice[], disqualified: readonly Disqualification[]): readonly Slice[] {
  const out = new Set(disqualified.map(({ dataset, workload, subject }) => [dataset, workload, subject].join(' ')));
  return slices.filter(({ dataset, workload, subject }) => !out.has([dataset, workload, subject].join(' ')));
}

function describePlan({ subjects, workloads, ...plan }: BenchmarkPlan): Results['plan'] {
  return { ...plan, subjects: subjects.map(({ name }) => name), workloads: workloads.map(({ name }) => name) };
}
