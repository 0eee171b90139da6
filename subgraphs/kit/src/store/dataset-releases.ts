import { versionsOf } from './dataset-version.ts';
import type { ReleaseRecord, StoredRelease } from './release-record.ts';

/** The releases of one dataset that take part, newest first. */
export interface DatasetReleases {
  /** What they were made of. */
  readonly of: readonly StoredRelease[];
  readonly listed: readonly ReleaseRecord[];
  /** Without those that were recalled. */
  readonly standing: readonly ReleaseRecord[];
}

/**
 * The releases of a dataset in their order, each with what it is among the others. A record is the same object as long as nothing of it has
 * changed, and so is all of it where none has since `before`.
 *
 * A synthetic release takes no part once a real one exists, whatever their dates, and also when that is recalled: whoever has seen real
 * figures must not be given made-up ones in their place. Never throws.
 */
export function datasetReleases(of: readonly StoredRelease[], before: DatasetReleases | undefined): DatasetReleases {
  if (before?.of.length === of.length && of.every((release, index) => release === before.of[index])) return before;
  const listed = withSuperseded(withoutReplacedSamples(of).toSorted(newestFirst));
  return { of, listed, standing: listed.filter(isStanding) };
}

/** Whether a release was not recalled. Never throws. */
export const isStanding = ({ recalledAt }: StoredRelease): boolean => recalledAt === null;

function withoutReplacedSamples(releases: readonly StoredRelease[]): readonly StoredRelease[] {
  return releases.every(({ isSynthetic }) => isSynthetic)
    ? releases
    : releases.filter((release) => !release.isSynthetic);
}

/** Of what was read of the store, which stays for as long as its row does. */
const records = new WeakMap<StoredRelease, ReleaseRecord>();

function withSuperseded(newestReleases: readonly StoredRelease[]): readonly ReleaseRecord[] {
  let earlier: string | null = null;
  const versions = versionsOf(newestReleases);
  const oldestFirst = newestReleases.toReversed().map((release) => {
    const record = recordOf(release, earlier, versions.get(release.number) ?? '');
    if (isStanding(release)) earlier = release.id;
    return record;
  });
  return oldestFirst.reverse();
}

function recordOf(release: StoredRelease, supersedes: string | null, version: string): ReleaseRecord {
  const known = records.get(release);
  if (known?.supersedes === supersedes && known.version === version) return known;
  const { corrected = 0 } = release;
  const record = { ...release, supersedes, corrected, version };
  records.set(release, record);
  return record;
}

/** The order in which releases are served: newest by the day of publication, then by the latest period, then by load. Never throws. */
export function newestFirst(a: StoredRelease, b: StoredRelease): number {
  return (
    compare(b.publishedAt, a.publishedAt) ||
    compare(b.latestPeriodEnd ?? '', a.latestPeriodEnd ?? '') ||
    b.number - a.number
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
