import { setTimeout as delay } from 'node:timers/promises';
import type { ContestRequest, Lane } from './contest.ts';
import { between, partsOf, readParts } from './cpu-parts.ts';
import { readUse } from './cpu.ts';
import { findDisagreements } from './disagreements.ts';
import type { LoadResult } from './generator-protocol.ts';
import { Pace } from './pace.ts';
import type { Disqualification, Slice } from './results.ts';
import { ownName } from './subjects/boroughgraph.ts';

/** How lanes are run. */
export interface RoundsRequest extends ContestRequest {
  readonly lanes: readonly Lane[];
  readonly connections: readonly number[];
  readonly rounds: number;
  /** Length of the load that comes before the first measurement of a subject in a workload, in milliseconds. */
  readonly warmUpMs: number;
  readonly leastSliceMs: number;
  readonly mostSliceMs: number;
  /** The most requests in one slice. */
  readonly sliceRequests: number;
  /** When it must be over, in milliseconds since the process began. */
  readonly deadlineMs: number;
}

/** A number of connections of one lane in one round: every runner has a slice of the same length and the same requests. */
interface Block {
  readonly lane: Lane;
  readonly connections: number;
  readonly round: number;
  readonly sliceMs: number;
  readonly firstIndex: number;
}

/** One answer in so many is compared while subjects are measured. */
const keepEvery = 17;
/** Connections while a subject is warmed up. */
const warmUpConnections = 8;

/** Runs all lanes round by round, so that a slow minute of the machine falls on everybody, and each round begins with another subject. */
export async function runRounds(
  request: RoundsRequest,
): Promise<{ readonly slices: readonly Slice[]; readonly disqualified: readonly Disqualification[] }> {
  const { lanes, connections, rounds } = request;
  const nextIndex = await warmUp(request);
  const pace = new Pace({
    deadlineMs: request.deadlineMs,
    blocks: rounds * lanes.length * connections.length,
    leastMs: request.leastSliceMs,
    mostMs: request.mostSliceMs,
  });
  const slices: Slice[] = [];
  const disqualified: Disqualification[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    // On a machine that is too slow for the time that there is, fewer rounds are better than no end.
    if (round > 1 && performance.now() > request.deadlineMs) break;
    for (const lane of lanes)
      for (const count of connections) {
        const { name } = lane.workload;
        const sliceMs = pace.nextSliceMs(`${name} ${count}`, lane.runners.length);
        const block = { lane, connections: count, round, sliceMs, firstIndex: nextIndex.get(name) ?? 0 };
        const startedAt = performance.now();
        const ran = await runBlock(request, block);
        const runners = lane.runners.length;
        pace.noteOverrun(`${name} ${count}`, runners, performance.now() - startedAt - sliceMs * runners);
        slices.push(...ran.slices);
        disqualified.push(...ran.disqualified);
        nextIndex.set(name, ran.nextIndex);
      }
    request.tools.log(`${request.dataset.name}: round ${round} of ${rounds} is over`);
  }
  return { slices, disqualified };
}

/** The place at which each workload goes on. */
async function warmUp({ lanes, warmUpMs, tools, sliceRequests }: RoundsRequest): Promise<Map<string, number>> {
  const nextIndex = new Map<string, number>();
  for (const { workload, runners } of lanes) {
    let next = 0;
    for (const { plan } of runners) {
      const load = {
        connections: warmUpConnections,
        durationMs: warmUpMs,
        maxRequests: sliceRequests,
        firstIndex: 0,
        keepEvery: Infinity,
      };
      next = Math.max(next, (await tools.generator.run(plan, load)).nextIndex);
    }
    nextIndex.set(workload.name, next);
  }
  return nextIndex;
}

async function runBlock(request: RoundsRequest, block: Block) {
  const { lane, round, connections, firstIndex } = block;
  const start = (round + connections) % Math.max(1, lane.runners.length);
  const order = [...lane.runners.slice(start), ...lane.runners.slice(0, start)];
  const slices: Slice[] = [];
  const results = new Map<string, LoadResult>();
  let nextIndex = firstIndex;
  for (const runner of order) {
    const { slice, result } = await runSlice(request, block, runner);
    slices.push(slice);
    results.set(slice.subject, result);
    nextIndex = Math.max(nextIndex, result.nextIndex);
  }
  return { slices, nextIndex, disqualified: judge(request, block, results) };
}

async function runSlice(request: RoundsRequest, block: Block, { contestant, plan }: Lane['runners'][number]) {
  const { tools, agencies, dataset } = request;
  const { lane, connections, round, sliceMs, firstIndex } = block;
  const gatewayPid = contestant.running?.pid ?? null;
  const parts = partsOf(agencies, tools, gatewayPid);
  const before = readParts(parts);
  const load = { connections, durationMs: sliceMs, maxRequests: request.sliceRequests, firstIndex, keepEvery };
  // One release in each slice, in its middle, when everybody is busy.
  const releasing = lane.workload.hasReleases ? delay(sliceMs / 2).then(() => tools.loader.load(dataset)) : null;
  const [result] = await Promise.all([tools.generator.run(plan, load), releasing]);
  const cpuMs = between(before, readParts(parts));
  const residentBytes = gatewayPid === null ? null : (readUse(gatewayPid)?.residentBytes ?? null);
  if (lane.workload.hasReleases) await tools.loader.remove(dataset);
  const slice: Slice = {
    dataset: dataset.name,
    workload: lane.workload.name,
    connections,
    subject: contestant.subject.name,
    round,
    elapsedMs: result.elapsedMs,
    latenciesMs: [...result.latenciesMs],
    failures: result.failures,
    firstFailure: result.firstFailure,
    bytes: result.bytes,
    cpuMs: cpuMs === null ? null : { ...cpuMs, generator: result.cpuMs },
    residentBytes,
  };
  if (result.firstFailure !== null) tools.log(`${slice.subject}, ${slice.workload}: ${result.firstFailure}`);
  return { slice, result };
}

/** Whoever answered a request of this block otherwise than our gateway did; nobody while releases change what is right. */
function judge(
  { dataset }: RoundsRequest,
  { lane: { workload } }: Block,
  results: ReadonlyMap<string, LoadResult>,
): readonly Disqualification[] {
  if (workload.hasReleases) return [];
  const kept = new Map([...results].map(([subject, result]) => [subject, result.kept]));
  const reasons = findDisagreements(kept, kept.get(ownName) ?? []);
  return [...reasons].map(([subject, reason]) => ({ dataset: dataset.name, workload: workload.name, subject, reason }));
}
