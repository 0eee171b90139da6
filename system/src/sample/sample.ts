import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { formatReport, type LoadOutcome, type LoadReport } from '@boroughgraph/kit/loading/report.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import type postgres from 'postgres';
import { samplePublishedAt } from './periods.ts';
import { sampleText } from './tidy.ts';

const accepted: readonly LoadOutcome[] = ['loaded', 'unchanged', 'recalled'];

/**
 * Loads made-up figures for what an agency measures, so that the graph answers before any file is loaded: five years for the
 * 33 boroughs, one release a dataset, flagged SYNTHETIC on every observation. Loading it again changes nothing.
 *
 * One report for each dataset that has a sample, in the order of the datasets.
 *
 * @throws when the database fails, or refuses a sample, which is a mistake of this project; earlier datasets stay loaded.
 */
export async function loadSample(
  sql: postgres.Sql,
  { datasets }: Pick<Subgraph, 'datasets'>,
): Promise<readonly LoadReport[]> {
  const reports: LoadReport[] = [];
  for (const dataset of datasets) {
    const text = sampleText(dataset);
    if (text === null) continue;
    const source = sourceFile('synthetic sample', new TextEncoder().encode(text));
    const report = await loadText({
      sql,
      datasets,
      dataset: dataset.id,
      source,
      publishedAt: samplePublishedAt,
      isSynthetic: true,
    });
    // A sample that somebody has recalled stays so.
    if (!accepted.includes(report.outcome)) throw new Error(formatReport(report));
    reports.push(report);
  }
  return reports;
}
