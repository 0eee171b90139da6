import type postgres from 'postgres';
import { parseIsoDate } from '../statistics/calendar.ts';
import { findDataset } from '../datasets/find-dataset.ts';
import type { DatasetDefinition } from '../datasets/dataset.ts';
import { checkEmbargo, noticeEarlyPublication, noticeOf } from './embargo.ts';
import { findKnown, requireSame } from './known-file.ts';
import { findLoaded } from './loaded-release.ts';
import type { FileAccount, Known, Recognised } from './load-states.ts';
import { recogniseFormat } from './read-release.ts';
import { FileProblem } from '../files/row-problem.ts';
import { readSourceFile, type SourceFile } from '../files/source-file.ts';

/** A file at hand, and what is asked of it. */
export interface RecogniseRequest {
  readonly sql: postgres.Sql;
  /** The agency's datasets, one of which the file is an edition of. */
  readonly datasets: readonly DatasetDefinition[];
  readonly dataset: string;
  readonly source: SourceFile;
  /** The day on which it was published, `YYYY-MM-DD`. */
  readonly publishedAt: string;
  /** The paths of the files that the dataset's reader needs beside, by name. @default {} */
  readonly references?: Readonly<Record<string, string>>;
  /** Marks every figure as made up. @default false */
  readonly isSynthetic?: boolean;
  /** The instant before which nobody may see the release, in ISO 8601 and UTC. @default null, none */
  readonly embargoUntil?: string | null;
  /** Accepts an embargo that has ended, as one that a manifest lists may have. @default false */
  readonly acceptEndedEmbargo?: boolean;
  /** Loads bytes that were recalled all the same. @default false */
  readonly reinstateRecalled?: boolean;
}

/**
 * Recognises a file: as one of its dataset, in one of its formats, that may be loaded; or as one that is loaded already.
 *
 * @throws {FileProblem} when it is neither.
 */
export async function recogniseFile(request: RecogniseRequest): Promise<Recognised | Known> {
  const { source, publishedAt, isSynthetic = false } = request;
  const dataset = requireDataset(request.datasets, request.dataset);
  requireDay(request);
  if (!isSynthetic) requireComparable(dataset, publishedAt);
  const open = async () => recogniseFormat(dataset, source, { references: await readReferences(request), publishedAt });
  const { sql, embargoUntil = null } = request;
  const loaded = await findLoaded(sql, { dataset, source, publishedAt });
  if (loaded !== null) await requireSame(sql, loaded, { dataset, source, publishedAt, embargoUntil, open });
  const known = await findKnown(sql, { ...request, dataset });
  if (known !== null) {
    const head = { dataset: dataset.id, file: source.name, publishedAt };
    return { state: 'known', head, release: known, sameIn: 'bytes', account: null };
  }
  const file = { dataset, source, publishedAt, isSynthetic, ...(await checkDays(request)) };
  return { state: 'recognised', file, matched: await open() };
}

/** The embargo, and what is to be known of it and of the day of publication. */
async function checkDays(request: RecogniseRequest): Promise<Pick<FileAccount, 'embargo' | 'notices'>> {
  const { sql, publishedAt, embargoUntil = null, acceptEndedEmbargo: mayHaveEnded = false } = request;
  const embargo = await checkEmbargo(sql, { embargoUntil, publishedAt, mayHaveEnded });
  const early = await noticeEarlyPublication(sql, { embargoUntil, publishedAt });
  return { embargo, notices: [...noticeOf(embargo), ...early] };
}

function requireDataset(datasets: readonly DatasetDefinition[], id: string): DatasetDefinition {
  const dataset = findDataset(datasets, id);
  if (dataset === undefined)
    throw new FileProblem(
      `"${id}" is no dataset of this agency: expected one of ${datasets.map((known) => known.id).join(', ')}`,
    );
  return dataset;
}

function requireDay({ publishedAt }: RecogniseRequest): void {
  if (parseIsoDate(publishedAt) === null)
    throw new FileProblem(`"${publishedAt}" is no day of publication: expected one like 2025-12-15`);
  if (publishedAt < firstDay || publishedAt > lastDay)
    throw new FileProblem(
      `"${publishedAt}" is no day on which anything was published: expected one from ${firstDay} to ${lastDay}`,
    );
}

/** A typing error in a year is soon outside these two centuries; a release of the year 9999 would answer for ever, or be hidden for ever. */
const [firstDay, lastDay] = ['1900-01-01', '2099-12-31'];

/** Figures on a definition that was given up must not stand in one series with later ones, whatever the form of their file. */
function requireComparable({ id, comparableFrom }: DatasetDefinition, publishedAt: string): void {
  if (comparableFrom === undefined || publishedAt >= comparableFrom.publishedAt) return;
  throw new FileProblem(
    `${id} takes no release from before ${comparableFrom.publishedAt}, and this one is of ${publishedAt}: ${comparableFrom.reason}; check --published-at, or find a later release`,
  );
}

async function readReferences({
  references = {},
}: Pick<RecogniseRequest, 'references'>): Promise<Readonly<Record<string, SourceFile>>> {
  const files = Object.entries(references).map(async ([name, path]) => [name, await readSourceFile(path)] as const);
  return Object.fromEntries(await Promise.all(files));
}
