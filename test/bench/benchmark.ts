import { prepareLane, type Contestant, type ContestRequest, type Lane } from './contest.ts';
import { makeBaseDataset, makeGeneratedDataset, type Dataset, type GeneratedSize } from './data/datasets.ts';
import { measureLoads } from './load-outcomes.ts';
import { describeMachine, describeVersions } from './machine.ts';
import { profilePhases } from './phase-profiles.ts';
import type { Disqualification, PhaseProfile, Results, Slice } from './results.ts';
import { runRounds } from './rounds.ts';
import { startRecorder } from './recording.ts';
import { startAgencies, type RunningAgencies } from './running-agencies.ts';
import { startGenerator } from './running-generator.ts';
import { startLoader } from './running-loader.ts';
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
  readonly connections: readonly number[];
  readonly rounds: number;
  readonly minutes: number;
  readonly warmUpMs: number;
  readonly leastSliceMs: number;
  readonly mostSliceMs: number;
  /** The most requests in one slice. */
  readonly sliceRequests: number;
  /** Requests of each workload that are compared before it is measured. */
  readonly compared: number;
  /** 0 leaves the profile out. */
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
  await using generator = await startGenerator();
  await using loader = await startLoader();
  const tools: Tools = { generator, loader, postgresPid: place.postgresPid, log: place.log };
  const loads = plan.loadRounds === 0 ? [] : await measureLoads(place.serverUrl, plan.loadRounds);
  const datasets = plan.workloads.length === 0 ? [] : await makeDatasets(plan, place);
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
    remarks: remarksOn(slices),
  };
}

async function makeDatasets(plan: BenchmarkPlan, { serverUrl, log }: BenchmarkPlace): Promise<readonly Dataset[]> {
  const base = await makeBaseDataset(serverUrl, `bench_${process.pid}`, plan.withPublished);
  log(`${base.observations} observations are loaded: ${base.description}`);
  if (!plan.datasets.includes('generated')) return [base];
  const generated = await makeGeneratedDataset(serverUrl, base, plan.generated);
  log(`${generated.observations} observations are loaded: ${generated.description}`);
  return plan.datasets.includes('base') ? [base, generated] : [generated];
}

async function measureDataset(
  plan: BenchmarkPlan,
  { dataset, tools, deadlineMs }: { readonly dataset: Dataset; readonly tools: Tools; readonly deadlineMs: number },
): Promise<Measured> {
  await using resources = new AsyncDisposableStack();
  const agencies = resources.use(await startAgencies(dataset));
  const contestants = await startSubjects(plan.subjects, agencies, resources);
  // Those of the warm-up come before those of the slices.
  const mostRequests = plan.sliceRequests * (1 + plan.rounds * plan.connections.length);
  const contest: ContestRequest = { dataset, agencies, contestants, tools, compared: plan.compared, mostRequests };
  const { lanes, disqualified } = await prepareLanes(contest, plan.workloads);
  // Each workload is warmed up twice, each time for as long as it is profiled.
  const profilesMs = plan.profileMs === 0 ? 0 : plan.profileMs * 3 * plan.workloads.length + reserveMs;
  const ran = await runRounds({ ...plan, ...contest, lanes, deadlineMs: deadlineMs - profilesMs });
  const phases: readonly PhaseProfile[] =
    plan.profileMs === 0 ? [] : await profilePhases(contest, plan.workloads, plan.profileMs);
  return { slices: ran.slices, disqualified: [...disqualified, ...ran.disqualified], phases };
}

/** Every subject that has a process, side by side: starting takes them seconds. */
async function startSubjects(
  subjects: readonly Subject[],
  agencies: RunningAgencies,
  resources: AsyncDisposableStack,
): Promise<readonly Contestant[]> {
  const starting = subjects.map(async (subject): Promise<Contestant> => {
    const running = (await subject.start?.(agencies)) ?? null;
    return { subject, running: running === null ? null : resources.use(running) };
  });
  return Promise.all(starting);
}

async function prepareLanes(
  contest: ContestRequest,
  workloads: readonly Workload[],
): Promise<{ readonly lanes: readonly Lane[]; readonly disqualified: readonly Disqualification[] }> {
  await using recorder = await startRecorder(contest.agencies);
  const prepared = [];
  for (const workload of workloads) prepared.push(await prepareLane(contest, recorder, workload));
  const disqualified = prepared.flatMap((each) => each.disqualified);
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

const countRounds = (slices: readonly Slice[]) => Math.max(...slices.map(({ round }) => round));

/** What a reader has to know: failures of our own gateway, and how long slices and the time between two releases were. */
function remarksOn(slices: readonly Slice[]): readonly string[] {
  const failures = slices.filter(({ subject }) => subject === ownName).reduce((sum, slice) => sum + slice.failures, 0);
  if (slices.length === 0) return [];
  const lengths = slices.map(({ elapsedMs }) => Math.round(elapsedMs));
  const rounds = Math.min(...[...Map.groupBy(slices, ({ dataset }) => dataset).values()].map(countRounds));
  const withReleases = slices
    .filter(({ workload }) => workload === 'dashboard-day')
    .map(({ elapsedMs }) => elapsedMs / 1000);
  return [
    `Every subject had at least ${rounds} of the rounds that were planned.`,
    ...(failures === 0 ? [] : [`Our gateway failed ${failures} requests; they are not among those that are counted.`]),
    `A slice took from ${Math.min(...lengths)} to ${Math.max(...lengths)} ms.`,
    ...(withReleases.length === 0
      ? []
      : [
          `In dashboard-day, one release was loaded in the middle of each slice: one every ${Math.min(...withReleases).toFixed(1)} to ${Math.max(...withReleases).toFixed(1)} s in place of every 30 s, as much shorter as the run is.`,
        ]),
  ];
}
