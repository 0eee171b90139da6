import type { Contestant } from './contest.ts';
import type { RunningAgencies } from './running-agencies.ts';
import { ownName } from './subjects/boroughgraph.ts';
import type { Subject } from './subjects/subject.ts';

/** Those that serve, and why others do not, by name. */
export interface StartedContestants {
  readonly contestants: readonly Contestant[];
  readonly absent: ReadonlyMap<string, string>;
}

/** Characters of what a subject wrote before it failed that its reason quotes. */
const quotedLength = 500;

/**
 * Starts every subject that has a process, side by side: starting takes them seconds. They stop with `resources`.
 *
 * @throws when our gateway does not start, to which others are compared; any other is absent then.
 */
export async function startContestants(
  subjects: readonly Subject[],
  agencies: RunningAgencies,
  resources: AsyncDisposableStack,
): Promise<StartedContestants> {
  const starting = subjects.map(async (subject): Promise<Contestant> => {
    const running = (await subject.start?.(agencies)) ?? null;
    return { subject, running: running === null ? null : resources.use(running) };
  });
  // All of them, so that none is still starting when what has started is stopped.
  const outcomes = await Promise.allSettled(starting);
  const contestants = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const absent = new Map<string, string>();
  for (const [index, { name }] of subjects.entries()) {
    const outcome = outcomes[index];
    if (outcome?.status !== 'rejected') continue;
    if (name === ownName) throw outcome.reason;
    absent.set(name, `it did not start: ${String(outcome.reason).slice(0, quotedLength)}`);
  }
  return { contestants, absent };
}
