import { describeDifference, readAnswer, type Answer } from './answers.ts';
import type { Dataset } from './data/datasets.ts';
import type { Shot } from './generator-protocol.ts';
import type { RunningRecorder } from './recording.ts';
import type { Disqualification } from './results.ts';
import type { RunningAgencies } from './running-agencies.ts';
import { ownName } from './subjects/boroughgraph.ts';
import type { RunningSubject, Subject } from './subjects/subject.ts';
import type { Tools } from './tools.ts';
import { fillWindow, type Workload } from './workloads/workload.ts';

/** A subject that takes part. */
export interface Contestant {
  readonly subject: Subject;
  /** Null for one that needs no process. */
  readonly running: RunningSubject | null;
}

/** One workload, and those who take part in it: each with the number under which the generator knows what to send. */
export interface Lane {
  readonly workload: Workload;
  readonly runners: readonly { readonly contestant: Contestant; readonly plan: number }[];
}

/** What is needed to prepare a lane. */
export interface ContestRequest {
  readonly dataset: Dataset;
  readonly agencies: RunningAgencies;
  readonly contestants: readonly Contestant[];
  readonly tools: Tools;
  /** How many requests of each workload are compared before it is measured. */
  readonly compared: number;
  /** How many requests of each workload are sent at most, from the first on. */
  readonly mostRequests: number;
}

/**
 * Prepares a workload: whoever does not answer its first requests as our gateway does is out of it.
 *
 * @throws when our gateway is not among the contestants, or fails itself.
 */
export async function prepareLane(
  request: ContestRequest,
  recorder: RunningRecorder,
  workload: Workload,
): Promise<{ readonly lane: Lane; readonly disqualified: readonly Disqualification[] }> {
  const { dataset, contestants, tools } = request;
  const reasons = await compareAnswers(request, workload);
  const taking = contestants.filter(({ subject }) => !reasons.has(subject.name));
  const recorded = taking.every(isGateway) ? [] : await recorder.record(workload, request.mostRequests);
  const runners = [];
  for (const contestant of taking) {
    const { running } = contestant;
    const shotsByKind = isGateway(contestant)
      ? shotsTo(contestant.running.url, workload)
      : ((await running?.replay?.(workload, recorded)) ?? recorded);
    const plan = tools.generator.learn({ workload: workload.name, isCompared: isGateway(contestant), shotsByKind });
    runners.push({ contestant, plan });
  }
  const disqualified = [...reasons].map(([subject, reason]) => ({
    dataset: dataset.name,
    workload: workload.name,
    subject,
    reason,
  }));
  return { lane: { workload, runners }, disqualified };
}

/** Whether it answers what clients ask, and does not replay what our gateway sends. */
function isGateway(contestant: Contestant): contestant is Contestant & { readonly running: RunningSubject } {
  return contestant.running !== null && contestant.running.replay === undefined;
}

/** One request to a gateway for each kind of the workload. */
export function shotsTo(url: string, { kinds }: Workload): readonly (readonly Shot[])[] {
  return kinds.map((kind) => [{ url, body: JSON.stringify(kind) }]);
}

/** Why subjects are out, by name. */
async function compareAnswers(request: ContestRequest, workload: Workload): Promise<ReadonlyMap<string, string>> {
  const { contestants, compared } = request;
  const own = contestants.find(({ subject }) => subject.name === ownName)?.running;
  if (own === undefined || own === null) throw new Error('our gateway, to which others are compared, does not run');
  const reasons = new Map<string, string>();
  for (let index = 0; index < Math.min(compared, workload.distinct); index += 1) {
    const expected = await ask(own.url, workload, index);
    if (expected.kind === 'failed')
      throw new Error(`our gateway, ${workload.name}, request ${index}: ${expected.reason}`);
    for (const { subject, running } of contestants.filter(isGateway)) {
      if (running === own || reasons.has(subject.name)) continue;
      const difference = describeDifference(await ask(running.url, workload, index), expected);
      if (difference !== null) reasons.set(subject.name, `request ${index}: ${difference}`);
    }
  }
  return reasons;
}

async function ask(url: string, { kinds, choose }: Workload, index: number): Promise<Answer> {
  const { kind, window } = choose(index);
  const body = fillWindow(JSON.stringify(kinds[kind]), window);
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return readAnswer(response.status, await response.text());
  } catch (error) {
    return { kind: 'failed', reason: String(error) };
  }
}
