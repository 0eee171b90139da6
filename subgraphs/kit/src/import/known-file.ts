import type postgres from 'postgres';
import { periodAt } from '../statistics/periods.ts';
import type { DatasetDefinition } from './dataset.ts';
import { findCoveredPeriods, findLoaded, type LoadedRelease, requireSameEmbargo } from './loaded-release.ts';
import { openCoverageOf } from './open-part.ts';
import { readRows, type RecognisedFile } from './read-release.ts';
import { withRejectedCells } from './rejected-cells.ts';
import { FileProblem } from './row-problem.ts';
import type { SourceFile } from './source-file.ts';

/** The release that the bytes of a file are already, so that there is nothing to load; null where there is. */
export async function findKnown(
  sql: postgres.ISql,
  { source, reinstateRecalled = false }: { readonly source: SourceFile; readonly reinstateRecalled?: boolean },
  dataset: DatasetDefinition,
): Promise<LoadedRelease | null> {
  const known = await findLoaded(sql, dataset.id, source.checksum);
  const isToReturn = known !== null && known.recall !== null && reinstateRecalled;
  return isToReturn ? null : known;
}

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
