import type { ProtectedReading } from '../../statistics/observation.ts';
import type { AnsweringRelease } from '../answering-cell.ts';
import type { ReleaseRecord } from '../release-record.ts';

/** What an edition says of one cell, and the first day on which it could be seen. */
export interface StoredEdition {
  readonly day: string;
  readonly reading: ProtectedReading;
  /** Null where the release is not told. */
  readonly release: ReleaseRecord | null;
}

/** Gives what a release says of the cell; null where it does not have it. */
type ReadingOf = (from: AnsweringRelease) => ProtectedReading | null;

/**
 * What each edition that has a cell says of it, oldest first, of the releases that cover it, newest first: what is served as of the days since
 * which something else is. Where the newest is withheld, so is each: the store has them so, and should one be there all the same, it is not
 * told. Never throws.
 */
export function editionsServed(covering: readonly AnsweringRelease[], readingOf: ReadingOf): readonly StoredEdition[] {
  const days = [...new Set(covering.map(({ release }) => release.availableOn))].toSorted();
  const found = days.flatMap((day) => editionOn(day, covering, readingOf) ?? []);
  const editions = found.filter(({ release }, index) => release !== found[index - 1]?.release);
  const isWithheld = editions.some(({ reading }) => reading.status === 'CONFIDENTIAL');
  return isWithheld ? editions.map((edition) => ({ ...edition, reading: withheld })) : editions;
}

const withheld: ProtectedReading = { value: null, status: 'CONFIDENTIAL' };

/** What is served of a cell as of a day: by the files of the newest day of publication that could be seen by then. */
function editionOn(day: string, covering: readonly AnsweringRelease[], readingOf: ReadingOf): StoredEdition | null {
  const seen = covering.filter(({ release }) => release.availableOn <= day);
  const [newest] = seen;
  const ofOneDay = seen.filter(({ release }) => release.publishedAt === newest?.release.publishedAt);
  for (const from of ofOneDay) {
    const reading = readingOf(from);
    if (reading !== null) return { day, reading, release: from.release };
  }
  return null;
}
