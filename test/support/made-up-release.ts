import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { FinishedRelease } from '@boroughgraph/kit/inside/loading/finish-release.ts';
import { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { SourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { inTurn, writeRelease } from '@boroughgraph/kit/inside/loading/write-release.ts';
import type { FileAccount } from '@boroughgraph/kit/inside/loading/load-states.ts';
import { prepareRead } from '@boroughgraph/kit/inside/loading/load-steps.ts';
import type postgres from 'postgres';

/** A release that no file says: too large to be read as one, or made to stop on its way. */
export interface MadeUpRelease {
  readonly dataset: DatasetDefinition;
  readonly source: SourceFile;
  readonly publishedAt: string;
  readonly isSynthetic: boolean;
  readonly finished: FinishedRelease;
}

/** Stores a made-up release by the loader's own writer, in the place of one that says nothing and is prepared as any other. */
export async function writeMadeUpRelease(
  sql: postgres.Sql,
  { dataset, source, publishedAt, isSynthetic, finished }: MadeUpRelease,
): Promise<void> {
  const file: FileAccount = { dataset, source, publishedAt, isSynthetic, embargo: null, notices: [] };
  const rows = {
    formatName: 'made up',
    rowsRead: 0,
    rowsLoaded: 0,
    leftOut: new Map<string, number>(),
    keptOutside: new Map<string, number>(),
    rowsRejected: 0,
    rejected: [],
    observations: finished.observationCount,
    notices: [],
    rest: 'whole' as const,
  };
  const neighbourhood = { agency: '', datasets: [dataset], others: new Map() };
  await inTurn(sql, async (turn) => {
    const prepared = await prepareRead(turn, { state: 'read', file, rows, draft: new ReleaseDraft() }, neighbourhood);
    return writeRelease(turn, { ...prepared, release: { ...prepared.release, finished } });
  });
}
