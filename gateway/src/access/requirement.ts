import { isPurpose } from '@boroughgraph/schema/wire/purposes.ts';
import type { Viewer } from '@boroughgraph/schema/wire/viewer.ts';

/** One of several lists, all members of it. */
export type Alternatives = readonly (readonly string[])[];

/** What a field or a type asks of whoever is to see it: to be named, and all of this. Null asks nothing more. */
export interface Requirement {
  readonly scopes: Alternatives | null;
  readonly policies: Alternatives | null;
}

/** Whether a caller is who may see it. Nobody who is not named is. Never throws. */
export function isMetBy({ scopes, policies }: Requirement, viewer: Viewer): boolean {
  if (viewer.kind === 'anonymous') return false;
  const held = new Set(viewer.scopes);
  const hasOneOf = (alternatives: Alternatives | null, holds: (each: string) => boolean) =>
    alternatives === null || alternatives.some((all) => all.every(holds));
  return (
    hasOneOf(scopes, (scope) => held.has(scope)) &&
    hasOneOf(policies, (policy) =>
      [`purpose:${viewer.purpose ?? ''}`, `organisation:${viewer.organisation}`, `role:${viewer.role ?? ''}`].includes(
        policy,
      ),
    )
  );
}

/** Whether it can be found out of a caller whether a policy holds. Never throws. */
export function isKnownPolicy(policy: string): boolean {
  const [, kind, value = ''] = /^(purpose|organisation|role):(.+)$/.exec(policy) ?? [];
  return kind === 'purpose' ? isPurpose(value) : kind !== undefined;
}

/** The same of several requirements, each of which has to be met. Never throws. */
export function allOf(requirements: readonly Requirement[]): Requirement | null {
  const [first, ...others] = requirements;
  if (first === undefined) return null;
  return others.reduce(
    (one, other) => ({
      scopes: both(one.scopes, other.scopes),
      policies: both(one.policies, other.policies),
    }),
    first,
  );
}

/** Whether two ask for the same, however it is written. Never throws. */
export function isSame(one: Requirement | null, other: Requirement | null): boolean {
  return JSON.stringify(shortestOf(one)) === JSON.stringify(shortestOf(other));
}

function both(one: Alternatives | null, other: Alternatives | null): Alternatives | null {
  if (one === null || other === null) return one ?? other;
  return one.flatMap((all) => other.map((more) => [...new Set([...all, ...more])]));
}

function shortestOf(requirement: Requirement | null) {
  if (requirement === null) return null;
  return [shortest(requirement.scopes), shortest(requirement.policies)];
}

/** Without lists that ask for all that another asks, and more: the one shortest form. */
function shortest(alternatives: Alternatives | null): Alternatives | null {
  if (alternatives === null) return null;
  const sets = [...new Set(alternatives.map((all) => JSON.stringify([...new Set(all)].toSorted())))].toSorted();
  const parsed = sets.map((text) => JSON.parse(text) as readonly string[]);
  return parsed.filter(
    (all) => !parsed.some((other) => other.length < all.length && other.every((each) => all.includes(each))),
  );
}
