import { holdsStill } from '@boroughgraph/schema/wire/catalogue-state.ts';
import type { AgencyConnection } from '../agencies/agency-connection.ts';
import type { AnsweredState } from '../operations/operation-context.ts';

/** By which state of its catalogue each agency has answered, by its name. */
export type AgencyStates = ReadonlyMap<string, string>;

/** One state for each agency; null where one does not say it, or has answered by two. Never throws. */
export function uniteStates(answered: readonly AnsweredState[]): AgencyStates | null {
  const states = new Map<string, string>();
  for (const { agency, state } of answered) {
    const before = states.get(agency);
    if (state === null) return null;
    // One that has read its catalogue says more than one that has not.
    if (before === undefined || holdsStill(before, state)) states.set(agency, state);
    else if (!holdsStill(state, before)) return null;
  }
  return states;
}

type Connections = ReadonlyMap<string, Pick<AgencyConnection, 'state'>>;

/** Whether each agency is known to be in such a state still, without asking any; null where one would have to be asked. Never throws. */
export function areHeld(states: AgencyStates, connections: Connections): boolean | null {
  let isKnown = true;
  for (const [agency, then] of states) {
    const now = connections.get(agency)?.state.held ?? null;
    if (now === null) isKnown = false;
    else if (!holdsStill(then, now)) return false;
  }
  return isKnown ? true : null;
}

/** Whether each agency is in such a state still; those of which it is not known are asked. Never rejects. */
export async function areStill(states: AgencyStates, connections: Connections): Promise<boolean> {
  const checks = [...states].map(async ([agency, then]) => {
    const now = await connections.get(agency)?.state.now();
    return now != null && holdsStill(then, now);
  });
  return (await Promise.all(checks)).every(Boolean);
}
