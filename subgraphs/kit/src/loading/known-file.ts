import type postgres from 'postgres';
import { findSameContent } from './comparison/same-content.ts';
import { periodAt } from '../statistics/periods.ts';
import type { DatasetDefinition } from '../datasets/dataset.ts';
import type { Prepared } from './load-states.ts';
import {
  type FileToFind,
  findCoveredPeriods,
  findLoaded,
  findLoadedById,
  type LoadedRelease,
  requireSameEmbargo,
} from './loaded-release.ts';
import { openCoverageOf } from '../datasets/open-part.ts';
import type { ReleaseHead } from './protection/published-releases.ts';
import { readRows, type RecognisedFile } from './read-release.ts';
import { withRejectedCells } from './rejected-cells.ts';
import { FileProblem } from '../files/row-problem.ts';
import type { SourceFile } from '../files/source-file.ts';

/** A file that may be loaded already, and whether it is to be so again after a recall. */
export interface FileToReinstate extends FileToFind {
  readonly reinstateRecalled?: boolean;
}

/**
 * The release that the bytes of a file are already, so that there is nothing to load; null where there is. The same bytes with another
 * day of publication say something else: that they were published on that day, too, or that the first day was wrong.
 */
export async function findKnown(
  sql: postgres.ISql,
  { source, dataset, publishedAt, reinstateRecalled = false }: FileToReinstate,
): Promise<LoadedRelease | null> {
  const known = await findLoaded(sql, { dataset, source, publishedAt });
  if (known === null) return null;
  if (known.recall !== null) return reinstateRecalled ? null : known;
  return known.publishedAt === publishedAt ? known : null;
}

/** The release that says the same as a prepared one, and what is to be known of those of other days. */
export interface SameContent {
  readonly release: LoadedRelease | null;
  readonly notices: readonly string[];
}

/** Finds what says the same as a prepared release, whatever its bytes: then there is nothing to load, as with the same bytes. */
export async function findSame(
  sql: postgres.ISql,
  { file, release: { finished } }: Prepared,
  reinstateRecalled: boolean,
): Promise<SameContent> {
  const { dataset, isSynthetic, publishedAt } = file;
  const alike = await findSameContent(sql, { dataset, isSynthetic, finished });
  const standing = alike.filter(({ isRecalled }) => isRecalled !== true);
  const sameDay = standing.find((each) => each.publishedAt === publishedAt);
  const [recalled] = standing.length > 0 || reinstateRecalled ? [] : alike;
  const same = sameDay ?? recalled;
  if (same !== undefined) {
    const release = await findLoadedById(sql, same.id);
    if (release !== null) await requireSameEmbargo(sql, file.embargo?.until ?? null, release);
    return { release, notices: [] };
  }
  return { release: null, notices: standing.map((each) => noticeOfOtherDay(each, publishedAt)) };
}

const noticeOfOtherDay = ({ id, publishedAt: day }: ReleaseHead, publishedAt: string) =>
  `it says word for word what ${id} says, which was published on ${day}, and is a release of its own of ${publishedAt}: where one of the two days is wrong, recall that release`;

/** A file whose bytes are loaded already, and what is asked of it now. */
export interface SameBytes {
  readonly dataset: DatasetDefinition;
  readonly source: SourceFile;
  readonly publishedAt: string;
  readonly embargoUntil: string | null;
  /** Opens it as one of its dataset. */
  readonly open: () => Promise<RecognisedFile>;
}

/**
 * Refuses bytes that are loaded already if they would be about other periods now, or hidden for another time: to change nothing
 * would not be what was asked for. A release that was recalled is not compared: nothing of it is served.
 *
 * @throws {FileProblem} saying what to check.
 */
export async function requireSame(sql: postgres.ISql, known: LoadedRelease, asked: SameBytes): Promise<void> {
  if (known.recall !== null) return;
  await requireSamePeriods(sql, known, asked);
  await requireSameEmbargo(sql, asked.embargoUntil, known);
}

/** The same bytes, under another name or with another day of publication, must not stand for other periods: one of the two is wrong. */
async function requireSamePeriods(
  sql: postgres.ISql,
  known: LoadedRelease,
  { source, publishedAt, dataset, open }: SameBytes,
): Promise<void> {
  if (known.sourceName === source.name && known.publishedAt === publishedAt) return;
  const now = periodsOf(openCoverageOf(withRejectedCells(readRows(await open(), source).draft, dataset)));
  const then = await findCoveredPeriods(sql, known.releaseId);
  if ([...now].sort().join() === [...then].sort().join()) return;
  throw new FileProblem(
    `${source.name}, published on ${publishedAt}, would be about ${spanOf(now)}, but its bytes are loaded already as ${known.sourceName}, published on ${known.publishedAt}, about ${spanOf(then)}: check which of the two it is`,
  );
}

function periodsOf(covered: ReturnType<typeof openCoverageOf>): ReadonlySet<string> {
  return new Set([...covered].flatMap(([{ grid }, ordinals]) => [...ordinals].map((at) => periodAt(grid, at).id)));
}

function spanOf(periodIds: ReadonlySet<string>): string {
  const sorted = [...periodIds].sort();
  return sorted.length < 2 ? (sorted[0] ?? 'no period') : `${sorted[0] ?? ''} to ${sorted.at(-1) ?? ''}`;
}
