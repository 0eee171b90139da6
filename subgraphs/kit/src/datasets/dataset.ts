import type { AccessTier, Designation } from '@boroughgraph/schema/vocabulary/core.ts';
import type { DisclosurePolicy } from '../disclosure/policy.ts';
import type { NarrowedRelation } from '../disclosure/structure-defaults.ts';
import type { Structure } from '../disclosure/structure.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { ReleaseDraft } from './release-draft.ts';
import type { Row } from '../files/row.ts';
import type { Separator } from '../files/separators.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { RawTable } from '../files/table.ts';

/** One published dataset: what it is, how its published files are recognised and read, and what protects people in it. */
export interface DatasetDefinition {
  readonly id: string;
  /** Ids that it had before: what the store has under one of them is of this dataset, and what is asked for by one is answered by it. @default [] */
  readonly formerIds?: readonly string[];
  readonly title: string;
  /** As in the middle of a sentence, with the article that its name needs: `the Home Office`, `NHS England`, `London boroughs`. */
  readonly publisher: string;
  readonly description: string;
  readonly licence: string;
  readonly attribution: string;
  readonly designation: Designation;
  readonly accessTier: AccessTier;
  /** Years after its publication for which what is for named users in it is held, where its publisher has agreed fewer than are usual. @default 6 */
  readonly keptYears?: number;
  readonly frequency: string;
  readonly landingPage: string | null;
  readonly disclosurePolicy: DisclosurePolicy;
  /**
   * Where its files come from by themselves, while `npm run watch` runs and its operator allows the place. @default they are loaded by hand
   */
  readonly watched?: WatchedPlace;
  /** The first day of publication whose figures may stand beside the others, and why, to complete a sentence. @default any day */
  readonly comparableFrom?: { readonly publishedAt: string; readonly reason: string };
  /**
   * What adds up in it, and with what elsewhere: a withheld figure must not follow from the others.
   *
   * @default what its indicators say by their additivity (`structuresByDefault`)
   */
  readonly structures?: readonly Structure[];
  /** Relations of its statistics that are derived from its indicators, and that its author knows not to hold. @default [] */
  readonly narrowed?: readonly NarrowedRelation[];
  /** The multiple to which its publisher rounds the figures that carry the flag ROUNDED. @default what the policy rounds to */
  readonly roundedTo?: number;
  /**
   * The first day of publication that is no more known to be of statistics in development, which were called experimental. Editions
   * before it have the flag on every figure. @default none were
   */
  readonly inDevelopmentUntil?: string;
  /** What its publisher says of its revisions, as sentences that begin with who says so. @default nothing that is known here */
  readonly revisionNote?: string;
  readonly indicators: readonly IndicatorDefinition[];
  /** The published formats; the tidy format is read for every dataset with an indicator besides. */
  readonly formats: readonly FileFormat[];
  /** Files that a reader needs beside its own, by name, and what each is. */
  readonly references?: Readonly<Record<string, string>>;
  /** Reviewed figures of the project, in the tidy format, for a dataset that comes without a file. */
  readonly reviewed?: { readonly publishedAt: string; readonly sourceName: string; readonly tidy: string };
  /** A made-up file in one of its formats for the sample, for a dataset without an indicator from which one could be made. */
  readonly sample?: string;
}

/** Where a partner publishes a dataset: at an address, where the newest file always lies, or in a folder below that of the operator, `WATCH_FOLDER`, one file for each edition. */
export type WatchedPlace = ({ readonly url: string } | { readonly folder: string }) & {
  /** How often it is worth looking. */
  readonly everyHours: number;
  /**
   * Where the files that its reader needs beside its own come from, by their names: an address, or a file below `WATCH_FOLDER` and not in the
   * folder itself. They are had anew for each file that is loaded. @default it needs none
   */
  readonly references?: Readonly<Record<string, WatchedReference>>;
};

/** Where a file comes from that is read beside a file of a dataset. */
export type WatchedReference = { readonly url: string } | { readonly file: string };

/** One form in which a dataset is published. */
export interface FileFormat {
  /** What people call it, to complete the sentence "This is not …". */
  readonly name: string;
  /** Quotation marks may stand around cells, but where tabs part them. */
  readonly delimiter: Separator;
  /** Lines of headings, which are read as one: `first line | second line`. @default 1 */
  readonly headingLines?: number;
  /**
   * True where the published form lists every area of its periods: what a file of it leaves out has no figure of those periods any more,
   * whatever an older one had. Without it a file answers for the areas of which it has a row. @default false
   */
  readonly listsEveryArea?: boolean;
  /** Makes a table of a file that is none, such as JSON; throws a FileProblem when it cannot. @default a delimited table */
  readonly tabulate?: (file: SourceFile) => RawTable;
  /** The headings under which each column is known, by the name that the reader uses for it. */
  readonly columns: Readonly<Record<string, ColumnDefinition>>;
  /** What headings that are not listed mean. */
  readonly otherColumns: OtherColumns;
  /** Looks at the headings, says what the file covers, and gives the reader of its rows. */
  readonly open: (file: OpenedFile, draft: ReleaseDraft) => RowReader;
}

export interface ColumnDefinition {
  /** Compared without regard to case, white space and underscores. */
  readonly headings: readonly string[];
  /** True where a file may lack the column. @default false */
  readonly isOptional?: boolean;
  /**
   * Why a column is read whose heading stands for a person, a case or an exact place. `counted`: its text decides what the row
   * counts for, and is stored nowhere. `public-building`: it is of a court or a hospital. @default none is read
   */
  readonly personal?: 'counted' | 'public-building';
}

/**
 * `ignored`: the publisher has columns that we do not serve. `refused`: an unknown heading means another format.
 * Otherwise each of them names something, such as a month, and `read` tells what: null is a heading that is refused.
 */
export type OtherColumns =
  | 'ignored'
  | 'refused'
  | {
      readonly what: string;
      readonly read: (heading: string) => string | null;
      /** Whether a column without anything in any row is none, as one of a month that is still to come. @default false, blanks are read */
      readonly areEmptyAbsent?: boolean;
      /** What an unknown heading may have meant. @default nothing */
      readonly candidates?: (heading: string) => readonly string[];
    };

/** A file whose format is known, before its first row. */
export interface OpenedFile {
  readonly name: string;
  /** The day on which it was published, `YYYY-MM-DD`; null where nobody has said. */
  readonly publishedAt: string | null;
  /** The headings as written, by the names that the format gives to columns. */
  readonly headings: ReadonlyMap<string, string>;
  /** The columns that `otherColumns` read, in the order of the file. */
  readonly others: readonly OtherColumn[];
  /** The texts that stand in a column, in lower case and without space around them. */
  readonly distinct: (column: string) => ReadonlySet<string>;
  /** All rows, for what can only be judged across them: a total against its parts, a figure that stands in another row. Keep none of a large file. */
  readonly rows: () => IteratorObject<Row>;
  /**
   * The file that was named as a reference.
   *
   * @throws {FileProblem} when there is none of that name.
   */
  readonly reference: (name: string) => SourceFile;
}

export interface OtherColumn {
  readonly position: number;
  readonly heading: string;
  /** What `otherColumns.read` made of the heading. */
  readonly meaning: string;
}

/** Reads one row into the draft and says what became of it; throws a RowProblem to reject it. */
export type RowReader = (row: Row) => RowOutcome;

/** What became of a row that was not rejected. `rule` says by which rule of its dataset it was not loaded. */
export type RowOutcome =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'left-out'; readonly rule: string }
  | { readonly kind: 'kept-outside'; readonly rule: string };

/** The row is in the release. */
export const loaded: RowOutcome = { kind: 'loaded' };

/** The row is none of ours, by the given rule: outside London, a total, empty. */
export function leftOut(rule: string): RowOutcome {
  return { kind: 'left-out', rule };
}

/** The row counts, but in no area: an airport, a place unknown. */
export function keptOutside(rule: string): RowOutcome {
  return { kind: 'kept-outside', rule };
}
