import { type DatasetDefinition, keptOutside, type RowOutcome } from '../datasets/dataset.ts';
import { type BesideFile, type MatchedFile, matchFormat } from './match-format.ts';
import { requireImpersonalFacts } from './personal-columns.ts';
import { publicIdOf } from '../statistics/period-kinds.ts';
import { periodAt } from '../statistics/periods.ts';
import { ReleaseDraft, type RestOfRows } from '../datasets/release-draft.ts';
import { Row } from '../files/row.ts';
import { FileProblem, RowProblem } from '../files/row-problem.ts';
import type { SourceFile } from '../files/source-file.ts';
import { tidyFormats } from '../datasets/tidy.ts';

/** A row that could not be loaded. */
export interface RejectedRow {
  readonly line: number;
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
  readonly candidates: readonly string[];
  /** What else is wrong with it; absent where that is all. */
  readonly others?: readonly Omit<RejectedRow, 'line' | 'others'>[];
}

/** What became of each row of a file: every row is in exactly one of the four counts. */
export interface RowAccount {
  readonly formatName: string;
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  /** How many rows each rule left out, or kept outside areas. */
  readonly leftOut: ReadonlyMap<string, number>;
  readonly keptOutside: ReadonlyMap<string, number>;
  /** How many rows were rejected. */
  readonly rowsRejected: number;
  /** The first of them: a report of a million helps nobody. */
  readonly rejected: readonly RejectedRow[];
  /** What the other rows are without those that were rejected. */
  readonly rest: RestOfRows;
  /** Cells that the rows give, with a figure or a status. */
  readonly observations: number;
  /** What a person should look at in the file. */
  readonly notices: readonly string[];
}

/** Rows that all rules together left out, or kept outside areas. Never throws. */
export function rowsBy(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, rows) => sum + rows, 0);
}

/** What a file says, and what became of its rows. */
export interface ReadRelease extends RowAccount {
  readonly draft: ReleaseDraft;
}

/** Called while a file is read, so that a person sees that it goes on. */
export type Progress = (done: { readonly rowsRead: number }) => void;

/** Rows between two calls of a progress. */
const progressStep = 500;

/**
 * Reads a published file of a dataset, row by row; stores nothing.
 *
 * @throws {FileProblem} when the file as a whole cannot be one of the dataset.
 */
export function readRelease(
  dataset: DatasetDefinition,
  file: SourceFile,
  options: {
    readonly references?: Readonly<Record<string, SourceFile>>;
    /** The day on which it was published, `YYYY-MM-DD`; a dataset may need it to tell the period. @default null */
    readonly publishedAt?: string | null;
    readonly onProgress?: Progress | undefined;
  } = {},
): ReadRelease {
  const { references = {}, publishedAt = null, onProgress } = options;
  return readRows(recogniseFormat(dataset, file, { references, publishedAt }), file, onProgress);
}

/** A file in a format of its dataset. */
export type RecognisedFile = MatchedFile;

/**
 * Finds the format in which a file is one of a dataset.
 *
 * @throws {FileProblem} when it is in none, or when a file that its reader needs beside is not named.
 */
export function recogniseFormat(dataset: DatasetDefinition, file: SourceFile, beside: BesideFile): RecognisedFile {
  const matched = matchFormat(file, [...dataset.formats, ...tidyFormats(dataset)], beside);
  // The tidy format needs no other file.
  if (dataset.formats.includes(matched.format)) requireReferences(dataset, beside.references);
  return matched;
}

/**
 * Reads the rows of a file whose format is known; stores nothing.
 *
 * @throws {FileProblem} when they cannot be those of a whole file of its dataset.
 */
export function readRows(matched: RecognisedFile, file: SourceFile, onProgress?: Progress): ReadRelease {
  const draft = new ReleaseDraft();
  for (const notice of matched.notices) draft.notice(notice);
  if (matched.format.tabulate === undefined) noticeOpenEnd(file, draft);
  const readRow = matched.format.open(matched.opened, draft);
  const tally = new RowTally();
  let rowsRead = 0;
  for (const raw of matched.table.rows) {
    const row = new Row(raw, matched.columns, { keepsProblems: true });
    tally.add(row, () => kept(draft, row, row.isBlank() ? blankRow : readRow(row)), draft);
    rowsRead += 1;
    if (rowsRead % progressStep === 0) onProgress?.({ rowsRead });
  }
  // It would cover its periods and have nothing for them.
  if (rowsRead === 0) throw new FileProblem(`${file.name} has headings and no row: it may be cut off`);
  onProgress?.({ rowsRead });
  draft.end(tally.rowsRejected === 0);
  if (matched.format.listsEveryArea === true) draft.replaceWhole();
  requireImpersonalFacts(draft);
  noticePeriodsToCome(draft, matched.opened.publishedAt);
  const observations = [...draft.series.values()].reduce((count, { readings }) => count + readings.size, 0);
  const { notices, rest } = draft;
  const result = { ...tally.result(), observations, notices, rest };
  return { formatName: matched.format.name, draft, rowsRead, ...result };
}

/** A file that was cut off inside its last figure shows it by nothing else; some publishers' whole files end so too. */
function noticeOpenEnd({ content, sheets }: SourceFile, draft: ReleaseDraft): void {
  const last = content.at(-1);
  if (sheets === null && last !== 0x0a && last !== 0x0d)
    draft.notice('its last line has no line feed at its end: make sure that the file was not cut off');
}

/** A projection may be of a later day; anything else has the wrong period, or the wrong day of publication. */
function noticePeriodsToCome(draft: ReleaseDraft, publishedAt: string | null): void {
  for (const [indicator, ordinals] of draft.covered) {
    if (publishedAt === null || ordinals.size === 0) continue;
    const { id, start } = periodAt(indicator.grid, Math.max(...ordinals));
    if (start > publishedAt)
      draft.notice(
        `${publicIdOf(indicator)} goes up to ${id}, which is after ${publishedAt}, the day of publication: check both`,
      );
  }
}

const blankRow: RowOutcome = { kind: 'left-out', rule: 'an empty row' };

function requireReferences(dataset: DatasetDefinition, given: Readonly<Record<string, SourceFile>>): void {
  for (const [name, what] of Object.entries(dataset.references ?? {}))
    if (given[name] === undefined)
      throw new FileProblem(`${dataset.id} needs the file "${name}" (${what}): name it with --reference ${name}=FILE`);
}

function kept(draft: ReleaseDraft, { problem }: Row, outcome: RowOutcome): RowOutcome {
  if (problem !== null) throw problem;
  if (outcome.kind === 'left-out') {
    draft.dropRow();
    return outcome;
  }
  const hidden = draft.setAsideHidden();
  draft.keepRow();
  return hidden === null ? outcome : keptOutside(hidden);
}

const faultOf = ({ column, found, expected, candidates }: Omit<RejectedRow, 'line' | 'others'>) => ({
  column,
  found,
  expected,
  candidates,
});

/** Rejected rows that are told in full at most. */
const keptRejections = 1_000;

/** Counts what became of rows. */
class RowTally {
  rowsLoaded = 0;
  readonly leftOut = new Map<string, number>();
  readonly keptOutside = new Map<string, number>();
  rowsRejected = 0;
  readonly rejected: RejectedRow[] = [];

  add(row: Row, read: () => RowOutcome, draft: ReleaseDraft): void {
    try {
      this.#count(read());
    } catch (problem) {
      if (!(problem instanceof RowProblem)) throw problem;
      draft.rejectRow(row.places, problem.isRepeat);
      this.rowsRejected += 1;
      if (this.rejected.length >= keptRejections) return;
      const { others, ...first } = row.problemsWith(problem);
      this.rejected.push({
        line: row.line,
        ...faultOf(first),
        ...(others.length === 0 ? {} : { others: others.map(faultOf) }),
      });
    }
  }

  result(): Pick<ReadRelease, 'rowsLoaded' | 'leftOut' | 'keptOutside' | 'rowsRejected' | 'rejected'> {
    return {
      rowsLoaded: this.rowsLoaded,
      leftOut: this.leftOut,
      keptOutside: this.keptOutside,
      rowsRejected: this.rowsRejected,
      rejected: this.rejected,
    };
  }

  #count(outcome: RowOutcome): void {
    switch (outcome.kind) {
      case 'loaded':
        this.rowsLoaded += 1;
        return;
      case 'left-out':
        this.leftOut.set(outcome.rule, (this.leftOut.get(outcome.rule) ?? 0) + 1);
        return;
      case 'kept-outside':
        this.keptOutside.set(outcome.rule, (this.keptOutside.get(outcome.rule) ?? 0) + 1);
        return;
      default:
        throw new Error(`no count for ${JSON.stringify(outcome satisfies never)}`);
    }
  }
}
