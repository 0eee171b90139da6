import type { Random } from '../random.ts';

/** The ways in which an agency fails. */
const failureKinds = [
  'refused',
  'slow',
  'status 500',
  'not JSON',
  'error alone',
  'error in place',
  'wrong shape',
  'too few entities',
  'null where none is allowed',
] as const;

/** One of the ways in which an agency fails. */
export type FailureKind = (typeof failureKinds)[number];

/** What happens to agencies while one operation is answered. */
export interface FailurePlan {
  /** Decides, with the text of a request, whether and where it is failed: every gateway that sends it meets the same. */
  readonly seed: string;
  readonly byAgency: ReadonlyMap<string, FailureKind>;
}

/** Nothing fails. */
export const noFailures: FailurePlan = { seed: '', byAgency: new Map() };

/** One or two of the agencies fail, each in its own way. */
export function planFailures(agencies: readonly string[], seed: string, random: Random): FailurePlan {
  const failing = Array.from({ length: random.chance(0.3) ? 2 : 1 }, () => random.pick(agencies));
  return { seed, byAgency: new Map(failing.map((agency) => [agency, pickKind(random)])) };
}

/** Each kind as often as others, but for the one for which everybody waits. */
function pickKind(random: Random): FailureKind {
  const kind = random.pick(failureKinds);
  return kind === 'slow' && random.chance(0.7) ? random.pick(failureKinds) : kind;
}
