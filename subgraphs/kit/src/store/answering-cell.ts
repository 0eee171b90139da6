import type { ReleaseRecord } from './release-record.ts';

/** Where a release keeps the figures that it answers with. */
export interface AnsweringRelease {
  readonly release: ReleaseRecord;
  /** The ordinal of the first element of its arrays. */
  readonly firstOrdinal: number;
}

/** What answers for one period, as releases are added to it, newest first. */
export class AnsweringCell {
  newest: AnsweringRelease | null = null;
  // Of a long history there are thousands of cells, and most have but the newest.
  beside: AnsweringRelease[] | null = null;
  before: AnsweringRelease[] | null = null;
  /** Those that answer where newer ones do not reach, `newest` not among them. */
  elsewhere: AnsweringRelease[] | null = null;
  /** One that reaches everywhere; those of other days that come after it answer nowhere. */
  #last: AnsweringRelease | null = null;

  add(answering: AnsweringRelease, isEverywhere: boolean): void {
    const { newest } = this;
    if (newest === null) this.newest = answering;
    else if (isOfOneDay(newest, answering)) (this.beside ??= []).push(answering);
    else (this.before ??= []).push(answering);
    const isElsewhere = this.#last === null || isOfOneDay(this.#last, answering);
    if (newest !== null && isElsewhere) (this.elsewhere ??= []).push(answering);
    if (isEverywhere) this.#last ??= answering;
  }
}

function isOfOneDay({ release: one }: AnsweringRelease, { release: other }: AnsweringRelease): boolean {
  return one.publishedAt === other.publishedAt && one.isSynthetic === other.isSynthetic;
}

/** The numbers of the releases that answer in some cells, and of those that others answer in the place of. Never throws. */
export function numbersIn(cells: readonly AnsweringCell[]) {
  const [answering, earlier] = [new Set<number>(), new Set<number>()];
  for (const { newest, beside, elsewhere, before } of cells) {
    if (newest !== null) answering.add(newest.release.number);
    addNumbers(answering, beside);
    addNumbers(answering, elsewhere);
    addNumbers(earlier, before);
  }
  return { releaseNumbers: [...answering], earlierNumbers: [...earlier] };
}

function addNumbers(numbers: Set<number>, releases: readonly AnsweringRelease[] | null): void {
  if (releases !== null) for (const { release } of releases) numbers.add(release.number);
}
