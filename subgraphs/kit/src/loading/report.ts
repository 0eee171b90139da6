import { releaseFilesPath } from '@boroughgraph/schema/wire/paths.ts';
import type { IndicatorChanges } from './comparison/cell-changes.ts';
import { changesLines } from './comparison/changes-text.ts';
import { instantText } from './embargo.ts';
import { weightOfChanges } from './comparison/release-weight.ts';
import { describeLeak, type PublishedLeak } from './protection/published-leaks.ts';
import {
  headOf,
  isForEverybody,
  type LoadEnd,
  type LoadHead,
  type PreparedAccount,
  type ReadAccount,
} from './load-states.ts';
import type { ReleaseWeight } from '../store/dataset-version.ts';
import { describeKnown } from './loaded-release.ts';
import { type RejectedRow, rowsBy } from './read-release.ts';
import type { RestOfRows } from '../datasets/release-draft.ts';

/**
 * What became of a file: `loaded` (published, or to be when its embargo ends), `unchanged` (it is loaded already),
 * `recalled` (it was, and was taken back: nothing published), `dry-run` (it would be loaded), `rejected` (some rows cannot be read,
 * nothing published), `empty` (read, and nothing in it that an answer would show: nothing published), `refused` (not a file of the
 * dataset, or one that nobody has confirmed; nothing published). A dry run has the outcome that the load would have.
 */
export type LoadOutcome = 'loaded' | 'unchanged' | 'recalled' | 'dry-run' | 'rejected' | 'empty' | 'refused';

/** What a load reports of one file. Rows are in exactly one of four counts. */
export interface LoadReport {
  readonly dataset: string;
  readonly file: string;
  readonly publishedAt: string;
  readonly outcome: LoadOutcome;
  /** Why it was refused or changed nothing; null otherwise. */
  readonly message: string | null;
  readonly formatName: string | null;
  readonly releaseId: string | null;
  readonly supersedes: string | null;
  /** How much it changes, or would change, for its readers; null where it was not prepared. */
  readonly weight: ReleaseWeight | null;
  /** The ids of releases that show less, or other figures, than before, now or when an embargo ends: caches must let go of their files. */
  readonly changedReleases: readonly string[];
  /** The instant before which nobody can see it, in ISO 8601 and UTC; null for none. */
  readonly embargoUntil: string | null;
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rowsLeftOut: number;
  readonly rowsKeptOutside: number;
  readonly rowsRejected: number;
  /** The rules by which rows were left out or kept outside areas, with how many. */
  readonly leftOut: readonly RuleCount[];
  readonly keptOutside: readonly RuleCount[];
  readonly rejected: readonly RejectedRow[];
  /** What the other rows are without those that were rejected. */
  readonly rest: RestOfRows;
  /** What a person should look at. */
  readonly notices: readonly string[];
  /** Withheld figures that followed from others as published. None does now. */
  readonly leaks: readonly PublishedLeak[];
  /** How many figures are withheld so that none follows, in this release and in earlier and linked ones. */
  readonly withheldBesides: number;
  readonly observations: number;
  /** What contradicts what is served beside it, the gravest first. */
  readonly contradictions: readonly string[];
  /** What it changes, or would change, for readers; null where it was not prepared. */
  readonly changes: ReportedChanges | null;
  /** From opening the file to the end of the transaction. */
  readonly seconds: number;
}
/** What a load changes, by indicator, and whether everybody may see the figures. */
export interface ReportedChanges {
  readonly by: readonly IndicatorChanges[];
  readonly mayNameFigures: boolean;
}
export interface RuleCount {
  readonly rule: string;
  readonly rows: number;
}

/** The report of a file of which nothing was read. */
export function emptyReport(dataset: string, file: string, publishedAt: string): LoadReport {
  return {
    dataset,
    file,
    publishedAt,
    outcome: 'refused',
    message: null,
    formatName: null,
    releaseId: null,
    supersedes: null,
    weight: null,
    changedReleases: [],
    embargoUntil: null,
    rowsRead: 0,
    rowsLoaded: 0,
    rowsLeftOut: 0,
    rowsKeptOutside: 0,
    rowsRejected: 0,
    leftOut: [],
    keptOutside: [],
    rejected: [],
    rest: 'whole',
    notices: [],
    leaks: [],
    withheldBesides: 0,
    observations: 0,
    contradictions: [],
    changes: null,
    seconds: 0,
  };
}

/** The report of a load, of the state in which it ended and how long it took. Never throws. */
export function reportOf(end: LoadEnd, seconds: number): LoadReport {
  switch (end.state) {
    case 'refused':
      return { ...reportOfHead(end.head), outcome: 'refused', message: end.reason, seconds };
    case 'known': {
      const base = end.account === null ? reportOfHead(end.head) : reportOfRows(end.account);
      return { ...base, ...describeKnown(end), seconds };
    }
    case 'unconfirmed':
      return { ...reportOfPrepared(end), outcome: 'refused', message: end.reason, seconds };
    case 'rejected':
      return { ...reportOfRows(end), outcome: 'rejected', seconds };
    case 'empty':
      return { ...reportOfRows(end), outcome: 'empty', seconds };
    case 'tried':
      return { ...reportOfPrepared(end), outcome: 'dry-run', weight: weightOfChanges(end.changes), seconds };
    case 'written': {
      const { releaseId, supersedes, changedReleases, weight } = end;
      const released = { releaseId, supersedes, changedReleases, weight };
      return { ...reportOfPrepared(end), outcome: 'loaded', ...released, seconds };
    }
    default:
      throw new Error(`no report of ${JSON.stringify(end satisfies never)}`);
  }
}

const reportOfHead = ({ dataset, file, publishedAt }: LoadHead) => emptyReport(dataset, file, publishedAt);

function reportOfRows({ file, rows }: ReadAccount): LoadReport {
  return {
    ...reportOfHead(headOf(file)),
    formatName: rows.formatName,
    embargoUntil: file.embargo?.hasEnded === false ? file.embargo.until : null,
    rowsRead: rows.rowsRead,
    rowsLoaded: rows.rowsLoaded,
    rowsLeftOut: rowsBy(rows.leftOut),
    rowsKeptOutside: rowsBy(rows.keptOutside),
    rowsRejected: rows.rowsRejected,
    leftOut: ruleCounts(rows.leftOut),
    keptOutside: ruleCounts(rows.keptOutside),
    rejected: rows.rejected,
    rest: rows.rest,
    notices: [...file.notices, ...rows.notices],
    observations: rows.observations,
  };
}

function reportOfPrepared(end: PreparedAccount): LoadReport {
  const report = reportOfRows(end);
  const { leaks, withheldBesides, notices } = end.protection;
  const { contradictions = [] } = end;
  const changes = { by: end.changes, mayNameFigures: isForEverybody(end.file) };
  return { ...report, leaks, withheldBesides, contradictions, changes, notices: [...report.notices, ...notices] };
}

const ruleCounts = (counts: ReadonlyMap<string, number>) => [...counts].map(([rule, rows]) => ({ rule, rows }));

/** Rejected rows and notices that a printed report lists; the rest is counted. */
const listedAtMost = 20;

/** The report as lines of text for a person, without a line feed at the end. Never throws. */
export function formatReport(report: LoadReport): string {
  const lines = [`${report.dataset}: ${report.file}`, `  ${headline(report)}`];
  if (report.message !== null) lines.push(`  ${report.message}`);
  if (report.rowsRead > 0) lines.push(`  ${counts(report)}`);
  lines.push(...report.leftOut.map(({ rule, rows }) => `  left out, ${rule}: ${number(rows)}`));
  lines.push(...report.keptOutside.map(({ rule, rows }) => `  kept outside areas, ${rule}: ${number(rows)}`));
  lines.push(
    ...listed(report.rejected.flatMap(rejections), report.rowsRejected - report.rejected.length),
    ...listed(report.notices.map((notice) => `  to look at: ${notice}`)),
    ...listed(leakLines(report.leaks)),
    ...listed(report.contradictions.map((text) => `  beside what is served: ${text}`)),
  );
  if (report.withheldBesides > 0)
    lines.push(`  withheld besides, so that nothing follows: ${number(report.withheldBesides)} observations`);
  lines.push(...listed(report.changedReleases.map((id) => `  caches must let go of ${releaseFilesPath}${id}*`)));
  if (report.changes !== null) lines.push(...changesLines(report.changes.by, report.changes.mayNameFigures));
  if (report.weight !== null) lines.push(`  ${versions[report.weight]}`);
  return lines.join('\n');
}

/** What a weight says of the version of the dataset. */
const versions: Readonly<Record<ReleaseWeight, string>> = {
  major: 'a major version of the dataset: something is gone that was there',
  minor: 'a minor version of the dataset: something has come, and nothing is gone',
  patch: 'a version of the dataset that corrects at most: nothing has come, and nothing is gone',
};

/** One line for each area, period and way, with how many figures of a breakdown follow in it. */
function leakLines(leaks: readonly PublishedLeak[]): readonly string[] {
  return [...Map.groupBy(leaks, describeLeak)].map(
    ([text, { length }]) => `  published leak, closed: ${text}${length === 1 ? '' : ` (${number(length)} figures)`}`,
  );
}

function headline({ outcome, releaseId, supersedes, embargoUntil, seconds, rowsRejected, rest }: LoadReport): string {
  const hidden = embargoUntil === null ? '' : `, hidden until ${instantText(embargoUntil)}`;
  const took = `${seconds.toFixed(2)} s`;
  switch (outcome) {
    case 'loaded':
      return `loaded as ${releaseId ?? ''}${supersedes === null ? '' : `, after ${supersedes}`}${hidden}, in ${took}`;
    case 'unchanged':
      return `nothing to do, in ${took}`;
    case 'recalled':
      return `not loaded, in ${took}`;
    case 'dry-run':
      return `would be loaded${hidden}, in ${took}${rowsRejected === 0 ? '' : `; ${unreadable(rowsRejected)}`}`;
    case 'rejected':
      return `not loaded, because ${unreadable(rowsRejected)} (${hints[rest]}), in ${took}`;
    case 'empty':
      return `not loaded, because nothing of it would be served, in ${took}`;
    case 'refused':
      return `refused, in ${took}`;
    default:
      throw new Error(`no headline for ${String(outcome satisfies never)}`);
  }
}

/** What to do about rejected rows: to load the others must not be advised where they would say something wrong. */
const hints: Readonly<Record<RestOfRows, string>> = {
  whole: '--accept-rejects loads the others',
  'too-low': 'mend them: totals without them would be too low',
  'not-alone': 'mend them: what they list would look as if it were not there',
};

const counted = (count: number, what: string) => `${number(count)} ${what}${count === 1 ? '' : 's'}`;
const unreadable = (rows: number) => `${counted(rows, 'row')} cannot be read`;

function counts(report: LoadReport): string {
  const { rowsRead, rowsLoaded, rowsLeftOut, rowsKeptOutside, rowsRejected, observations } = report;
  return `${counted(rowsRead, 'row')}: ${number(rowsLoaded)} loaded, ${number(rowsLeftOut)} left out, ${number(rowsKeptOutside)} kept outside areas, ${number(rowsRejected)} rejected; ${counted(observations, 'observation')}`;
}

/** A line for each fault of a row. */
function rejections({ others = [], ...row }: RejectedRow): readonly string[] {
  return [row, ...others.map((other) => ({ ...other, line: row.line }))].map(rejection);
}

function rejection({ line, column, found, expected, candidates }: Omit<RejectedRow, 'others'>): string {
  const where = column === null ? `line ${line}` : `line ${line}, column "${column.replaceAll(/\s+/g, ' ')}"`;
  const maybe = candidates.length === 0 ? '' : `; perhaps ${candidates.join(', ')}`;
  return `  rejected, ${where}: found ${JSON.stringify(found)}, expected ${expected}${maybe}`;
}

/** Some lines, with how many more there are; `besides` are known by their number alone. */
function listed(lines: readonly string[], besides = 0): readonly string[] {
  const rest = lines.length + besides - listedAtMost;
  return rest <= 0 ? lines : [...lines.slice(0, listedAtMost), `  … and ${number(rest)} more`];
}

const number = (value: number) => value.toLocaleString('en-GB');
