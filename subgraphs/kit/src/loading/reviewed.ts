import type postgres from 'postgres';
import type { DatasetDefinition } from '../datasets/dataset.ts';
import { loadText } from './load-file.ts';
import type { LoadReport } from './report.ts';
import { sourceFile } from '../files/source-file.ts';

/**
 * Loads the reviewed figures of an agency's datasets that come without a file; those that are loaded already stay.
 *
 * One report for each such dataset, in the order of the datasets.
 */
export async function loadReviewedFacts(
  sql: postgres.Sql,
  datasets: readonly DatasetDefinition[],
): Promise<readonly LoadReport[]> {
  const reports: LoadReport[] = [];
  for (const { id, reviewed } of datasets) {
    if (reviewed === undefined) continue;
    const source = sourceFile(reviewed.sourceName, new TextEncoder().encode(reviewed.tidy));
    reports.push(await loadText({ sql, datasets, dataset: id, source, publishedAt: reviewed.publishedAt }));
  }
  return reports;
}
