import type postgres from 'postgres';
import { parseIsoDate } from '../statistics/calendar.ts';
import type { DatasetDefinition } from './dataset.ts';
import { checkEmbargo, noticeEarlyPublication } from './embargo.ts';
import { finishRelease } from './finish-release.ts';
import type { Neighbourhood } from './linked-datasets.ts';
import { prepareRelease } from './prepare-release.ts';
import { type Progress, type ReadRelease, readRelease } from './read-release.ts';
import {
  describeKnown,
  findCoveredPeriods,
  findLoaded,
  type LoadedRelease,
  requireSameEmbargo,
} from './loaded-release.ts';
import { emptyReport, type LoadReport, reportOf, withProtection } from './report.ts';
import { FileProblem } from './row-problem.ts';
import { readSourceFile, type SourceFile } from './source-file.ts';
import { type ReleaseDescription, writeRelease } from './write-release.ts';

/** What to load, and how. */
export interface LoadOptions {
  readonly sql: postgres.Sql;
  /** The agency's datasets, one of which the file is an edition of. */
  readonly datasets: readonly DatasetDefinition[];
  readonly dataset: string;
  /** The path of the published file. */
  readonly file: string;
  /** The day on which it was published, `YYYY-MM-DD`. */
  readonly publishedAt: string;
  /** The paths of the files that the dataset's reader needs beside, by name. @default {} */
  readonly references?: Readonly<Record<string, string>>;
  /** Reads and reports, stores nothing. @default false */
  readonly isDryRun?: boolean;
  /** Publishes the rows that could be read although others were rejected. @default false */
  readonly acceptRejects?: boolean;
  /** Marks every figure as made up. @default false */
  readonly isSynthetic?: boolean;
  /** The instant before which nobody may see the release, in ISO 8601 and UTC. @default null, none */
  readonly embargoUntil?: string | null;
  /** Accepts an embargo that has ended, as one that a manifest lists may have. @default false */
  readonly acceptEndedEmbargo?: boolean;
  /** Loads bytes that were recalled all the same. @default false */
  readonly reinstateRecalled?: boolean;
  /** The slug of the agency, by which structures of other agencies name it. @default '' */
  readonly agency?: string;
  /** Other agencies, by slug, where datasets are linked to theirs: what they serve is read, and left as it is. @default none */
  readonly others?: Neighbourhood['others'];
  readonly onProgress?: Progress;
}

/** As `LoadOptions`, with the text of the file at hand. */
export type LoadTextOptions = Omit<LoadOptions, 'file'> & { readonly source: SourceFile };

/**
 * Loads one published file as a release of a dataset. Whatever is wrong with the file ends in the report, not in an error.
 *
 * @throws when the database fails; nothing of the file is stored then.
 */
export async function loadFile(options: LoadOptions): Promise<LoadReport> {
  const startedAt = performance.now();
  try {
    return await load({ ...options, source: await readSourceFile(options.file) }, startedAt);
  } catch (problem) {
    return refusal(problem, { ...options, name: options.file, startedAt });
  }
}

/**
 * Loads a release from text at hand, as `loadFile` does.
 *
 * @throws when the database fails; nothing of the text is stored then.
 */
export async function loadText(options: LoadTextOptions): Promise<LoadReport> {
  const startedAt = performance.now();
  try {
    return await load(options, startedAt);
  } catch (problem) {
    return refusal(problem, { ...options, name: options.source.name, startedAt });
  }
}

function refusal(
  problem: unknown,
  of: { dataset: string; name: string; publishedAt: string; startedAt: number },
): LoadReport {
  if (!(problem instanceof FileProblem)) throw problem;
  return {
    ...emptyReport(of.dataset, of.name, of.publishedAt),
    outcome: 'refused',
    message: problem.message,
    seconds: secondsSince(of.startedAt),
  };
}

async function load(options: LoadTextOptions, startedAt: number): Promise<LoadReport> {
  const { sql, source, publishedAt, isSynthetic = false } = options;
  const dataset = requireDataset(options.datasets, options.dataset);
  if (parseIsoDate(publishedAt) === null)
    throw new FileProblem(`"${publishedAt}" is no day of publication: expected one like 2025-12-15`);
  if (!isSynthetic) requireComparable(dataset, publishedAt);
  const { embargoUntil = null, acceptEndedEmbargo: mayHaveEnded = false } = options;
  const known = await findLoaded(sql, dataset.id, source.checksum);
  const base = emptyReport(dataset.id, source.name, publishedAt);
  if (known !== null && options.isDryRun !== true && !(known.recall !== null && options.reinstateRecalled === true)) {
    if (known.recall === null) await requireSamePeriods(options, dataset, known);
    if (known.recall === null) await requireSameEmbargo(sql, embargoUntil, known);
    return { ...base, ...describeKnown(known), seconds: secondsSince(startedAt) };
  }
  const embargoNotices = await checkEmbargo(sql, { embargoUntil, publishedAt, mayHaveEnded });
  const earlyNotices = await noticeEarlyPublication(sql, { embargoUntil, publishedAt });
  const references = await readReferences(options.references ?? {});
  const read = readRelease(dataset, source, { references, publishedAt, onProgress: options.onProgress });
  const report = {
    ...reportOf(base, read),
    embargoUntil: embargoNotices.length === 0 ? embargoUntil : null,
    notices: [...embargoNotices, ...earlyNotices, ...read.draft.notices],
  };
  if (read.rejected.length > 0 && options.acceptRejects !== true && options.isDryRun !== true)
    return { ...report, outcome: 'rejected', seconds: secondsSince(startedAt) };
  const prepare = (transaction: postgres.ISql) =>
    prepareRelease(transaction, read.draft, { ...options, dataset, isSynthetic });
  if (options.isDryRun === true) {
    const { reported } = await prepare(sql);
    return { ...withProtection(report, reported), outcome: 'dry-run', seconds: secondsSince(startedAt) };
  }
  if (read.draft.series.size === 0 && read.draft.facts.size === 0 && read.rejected.length > 0)
    throw new FileProblem(`every row of ${source.name} was rejected; the first: line ${read.rejected[0]?.line ?? 0}`);
  const written = await writeRelease(sql, prepare, describe(options, dataset, read));
  if (written.kind === 'known')
    return { ...report, ...describeKnown(written.release), seconds: secondsSince(startedAt) };
  const { releaseId, supersedes, reported } = written;
  const stored = { outcome: 'loaded', releaseId, supersedes } as const;
  return { ...withProtection(report, reported), ...stored, seconds: secondsSince(startedAt) };
}

/** Figures on a definition that was given up must not stand in one series with later ones, whatever the form of their file. */
function requireComparable({ id, comparableFrom }: DatasetDefinition, publishedAt: string): void {
  if (comparableFrom === undefined || publishedAt >= comparableFrom.publishedAt) return;
  throw new FileProblem(
    `${id} takes no release from before ${comparableFrom.publishedAt}, and this one is of ${publishedAt}: ${comparableFrom.reason}; check --published-at, or find a later release`,
  );
}

/** The same bytes, under another name or with another day of publication, must not stand for other periods: one of the two is wrong. */
async function requireSamePeriods(
  options: LoadTextOptions,
  dataset: DatasetDefinition,
  known: LoadedRelease,
): Promise<void> {
  const { sql, source, publishedAt } = options;
  if (known.sourceName === source.name && known.publishedAt === publishedAt) return;
  const references = await readReferences(options.references ?? {});
  const { covered, facts } = readRelease(dataset, source, { references, publishedAt }).draft;
  const { coverage } = finishRelease({ covered, facts, series: [] }, false);
  const now = new Set(coverage.flatMap(({ periodIds }) => periodIds.filter((id) => id !== null)));
  const then = await findCoveredPeriods(sql, known.releaseId);
  if ([...now].sort().join() === [...then].sort().join()) return;
  throw new FileProblem(
    `${source.name}, published on ${publishedAt}, would be about ${spanOf(now)}, but its bytes are loaded already as ${known.sourceName}, published on ${known.publishedAt}, about ${spanOf(then)}: check which of the two it is`,
  );
}

function spanOf(periodIds: ReadonlySet<string>): string {
  const sorted = [...periodIds].sort();
  return sorted.length < 2 ? (sorted[0] ?? 'no period') : `${sorted[0] ?? ''} to ${sorted.at(-1) ?? ''}`;
}

async function readReferences(paths: Readonly<Record<string, string>>): Promise<Readonly<Record<string, SourceFile>>> {
  const files = Object.entries(paths).map(async ([name, path]) => [name, await readSourceFile(path)] as const);
  return Object.fromEntries(await Promise.all(files));
}

function requireDataset(datasets: readonly DatasetDefinition[], id: string): DatasetDefinition {
  const dataset = datasets.find((candidate) => candidate.id === id);
  if (dataset === undefined)
    throw new FileProblem(
      `"${id}" is no dataset of this agency: expected one of ${datasets.map((known) => known.id).join(', ')}`,
    );
  return dataset;
}

function describe(options: LoadTextOptions, dataset: DatasetDefinition, read: ReadRelease): ReleaseDescription {
  return {
    dataset,
    file: options.source,
    publishedAt: options.publishedAt,
    isSynthetic: options.isSynthetic ?? false,
    embargoUntil: options.embargoUntil ?? null,
    reinstateRecalled: options.reinstateRecalled ?? false,
    rowsRead: read.rowsRead,
    rowsLoaded: read.rowsLoaded,
    rowsLeftOut: total(read.leftOut),
    rowsKeptOutside: total(read.keptOutside),
    rowsRejected: read.rejected.length,
  };
}

const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
const secondsSince = (startedAt: number) => (performance.now() - startedAt) / 1000;
