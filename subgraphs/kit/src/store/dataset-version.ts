/**
 * How much a release changes for those who read its dataset: `major` where something is gone that was there, `minor` where something has
 * come, `patch` where neither. A deletion is never minor.
 */
export type ReleaseWeight = (typeof releaseWeights)[number];

export const releaseWeights = ['major', 'minor', 'patch'] as const;

/** What the versions of a dataset are told by. */
export interface WeighedRelease {
  readonly number: number;
  /** Instants in UTC. */
  readonly loadedAt: string;
  readonly embargoUntil: string | null;
  /** @default minor, of one that was loaded before releases were weighed */
  readonly weight?: ReleaseWeight;
}

/**
 * The versions of a dataset, by the number of the release with which each began: `1.0.0` with the first that could be seen, and so on in the
 * order in which they could be. One that is recalled keeps its version. Of releases that nobody sees yet nothing is told. Never throws.
 *
 * Source: Semantic Versioning 2.0.0, https://semver.org
 */
export function versionsOf(releases: readonly WeighedRelease[]): ReadonlyMap<number, string> {
  const versions = new Map<number, string>();
  let [major, minor, patch] = [0, 0, 0];
  for (const { number, weight = 'minor' } of releases.toSorted(seenFirst)) {
    if (weight === 'major' || versions.size === 0) [major, minor, patch] = [major + 1, 0, 0];
    else if (weight === 'minor') [minor, patch] = [minor + 1, 0];
    else patch += 1;
    versions.set(number, [major, minor, patch].join('.'));
  }
  return versions;
}

function seenFirst(one: WeighedRelease, other: WeighedRelease): number {
  const [first, second] = [seenAt(one), seenAt(other)];
  if (first !== second) return first < second ? -1 : 1;
  return one.number - other.number;
}

const seenAt = ({ loadedAt, embargoUntil }: WeighedRelease): string =>
  embargoUntil !== null && embargoUntil > loadedAt ? embargoUntil : loadedAt;
