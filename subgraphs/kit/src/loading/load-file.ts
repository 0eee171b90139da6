import type { Neighbourhood, OtherAgency } from '../datasets/linked-datasets.ts';
import type { Inspect } from './inspection.ts';
import type { LoadEnd, LoadHead } from './load-states.ts';
import { leavesNothing, publishRead, readRecognised, tryRead } from './load-steps.ts';
import type { Progress } from './read-release.ts';
import { recogniseFile, type RecogniseRequest } from './recognise-file.ts';
import { type LoadReport, reportOf } from './report.ts';
import { FileProblem } from '../files/row-problem.ts';
import { readSourceFile } from '../files/source-file.ts';

/** What to load from text at hand, and how. */
export interface LoadTextOptions extends RecogniseRequest {
  /** Publishes the rows that could be read although others were rejected, unless they only list what there is. @default false */
  readonly acceptRejects?: boolean;
  /** Says what a load would, and stores nothing. @default false */
  readonly isDryRun?: boolean;
  /** Takes the file for the whole of its periods: a place that it leaves out has no figure any more. @default false */
  readonly replacesWhole?: boolean | undefined;
  /** Loads a release that changes most of what it answers in the place of. @default false */
  readonly confirmRevision?: boolean;
  /** The slug of the agency, by which structures of other agencies name it. @default '' */
  readonly agency?: string;
  /** Other agencies, by slug, where datasets are linked to theirs: what they serve is read, and left as it is. @default none */
  readonly others?: Neighbourhood['others'];
  /** Looks at what is to be published beside what is served; what it says stands in the report. @default nobody does */
  readonly inspect?: Inspect | null;
  readonly onProgress?: Progress;
}

/** As `LoadTextOptions`, with the path of the published file. */
export type LoadOptions = Omit<LoadTextOptions, 'source'> & { readonly file: string };

/**
 * Loads one published file as a release of a dataset. Whatever is wrong with the file ends in the report, not in an error.
 *
 * @throws when the database fails; nothing of the file is stored then.
 */
export function loadFile(options: LoadOptions): Promise<LoadReport> {
  return report(options, async () => load({ ...options, source: await readSourceFile(options.file) }));
}

/**
 * Loads a release from text at hand, as `loadFile` does.
 *
 * @throws when the database fails; nothing of the text is stored then.
 */
export function loadText(options: LoadTextOptions): Promise<LoadReport> {
  return report({ ...options, file: options.source.name }, () => load(options));
}

/** The report of a load, of the state in which it ends. A step refuses a file by throwing, which also takes back its transaction. */
async function report({ dataset, file, publishedAt }: LoadHead, loading: () => Promise<LoadEnd>): Promise<LoadReport> {
  const startedAt = performance.now();
  const end = await loading().catch((problem: unknown): LoadEnd => {
    if (!(problem instanceof FileProblem)) throw problem;
    return { state: 'refused', head: { dataset, file, publishedAt }, reason: problem.message };
  });
  return reportOf(end, (performance.now() - startedAt) / 1000);
}

async function load(options: LoadTextOptions): Promise<LoadEnd> {
  const { sql, datasets, agency = '', others = new Map<string, OtherAgency>() } = options;
  const { reinstateRecalled = false, confirmRevision = false, inspect = null } = options;
  const neighbourhood = { agency, datasets, others };
  const recognised = await recogniseFile(options);
  if (recognised.state === 'known') return recognised;
  const read = readRecognised(recognised, options.onProgress);
  if (options.replacesWhole === true) read.draft.replaceWhole();
  if (leavesNothing(read)) return { state: 'empty', file: read.file, rows: read.rows };
  const { file, rows } = read;
  const mayGoOn = rows.rowsRejected === 0 || (options.acceptRejects === true && rows.rest !== 'not-alone');
  if (!mayGoOn) return { state: 'rejected', file, rows };
  const request = { sql, neighbourhood, reinstateRecalled, confirmRevision, inspect };
  return options.isDryRun === true ? tryRead(read, request) : publishRead(read, request);
}
