import type { PublishedRelease } from './published-releases.ts';

/** A moment from which on readers have more: now, or the end of an embargo. */
export interface Stage {
  /** When it begins, in milliseconds since 1970; null for now. */
  readonly at: number | null;
  /** The release whose embargo ends; null for now, and where it is one of another agency. */
  readonly cause: PublishedRelease | null;
}

const now: Stage = { at: null, cause: null };

/** A release, as far as stages go by it. */
type Hidden = Pick<PublishedRelease, 'hiddenUntil' | 'number'>;

/**
 * The stages that a load has to be protected for, in the order of time: from now on, or from the end of its own embargo on, each at
 * which another release comes to be served. Where several embargoes end at once, each makes a stage, in the order of their loads.
 * Never throws.
 */
export function stagesFrom(
  loaded: PublishedRelease,
  { stored, elsewhere }: { readonly stored: readonly PublishedRelease[]; readonly elsewhere: readonly Hidden[] },
): readonly Stage[] {
  const own = [...stored, loaded].flatMap((cause) => (isHidden(cause) ? [{ at: cause.hiddenUntil, cause }] : []));
  const ends = new Set(elsewhere.flatMap(({ hiddenUntil = null }) => (hiddenUntil === null ? [] : [hiddenUntil])));
  for (const { at } of own) ends.delete(at);
  const stages = [...own, ...[...ends].map((at) => ({ at, cause: null }))].toSorted(
    (one, other) => one.at - other.at || orderOf(one.cause) - orderOf(other.cause),
  );
  return isHidden(loaded) ? stages.slice(stages.findIndex(({ cause }) => cause === loaded)) : [now, ...stages];
}

/** Whether a release is served at a stage. Never throws. */
export function isServedAt({ hiddenUntil = null, number }: Hidden, { at, cause }: Stage): boolean {
  if (hiddenUntil === null) return true;
  if (at === null) return false;
  return hiddenUntil < at || (hiddenUntil === at && (cause === null || orderOf({ number }) <= orderOf(cause)));
}

/** Whether nobody sees a release yet. Never throws. */
export function isHidden<R extends Hidden>(release: R): release is R & { readonly hiddenUntil: number } {
  return (release.hiddenUntil ?? null) !== null;
}

const orderOf = (release: Pick<Hidden, 'number'> | null) => release?.number ?? Infinity;
