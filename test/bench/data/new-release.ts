import { createHash } from 'node:crypto';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { readSourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { subgraph as policing } from '@boroughgraph/policing/subgraph.ts';
import type postgres from 'postgres';
import { publishedFile } from '../../support/published-files.ts';
import type { Dataset } from './datasets.ts';
import { writeGeneratedCrime } from './generated-crime.ts';

/** A day after every release that is loaded before; each further release is published on a later one. */
const firstDay = Date.UTC(2026, 5, 1);
const dayMs = 86_400_000;

/**
 * Loads the newest 24 months of recorded crime of boroughs once more, as a release of a later day: the published table by
 * the loader, read from its file to the commit, or generated figures where recorded crime is generated.
 */
export async function loadNewRelease(sql: postgres.Sql, dataset: Dataset['name'], number: number): Promise<void> {
  const publishedAt = new Date(firstDay + number * dayMs).toISOString().slice(0, 10);
  const file = publishedFile('policing/mps-borough-level-crime-recent-202312-202511.csv');
  if (dataset !== 'published' || file === null) {
    const places = boroughs.slice(1).map(({ code }) => code);
    const months = { firstMonth: '2023-12', lastMonth: '2025-11' };
    await writeGeneratedCrime(sql, {
      indicatorId: 'recorded-crime',
      places,
      ...months,
      publishedAt,
      seed: 1_000 + number,
    });
    return;
  }
  const source = await readSourceFile(file);
  // Known bytes would be refused: another checksum stands for a restated table.
  const checksum = createHash('sha256').update(`${source.checksum} ${number}`).digest('hex');
  const { datasets } = policing;
  const report = await loadText({
    sql,
    datasets,
    dataset: 'mps-recorded-crime-borough',
    source: { ...source, checksum },
    publishedAt,
  });
  if (report.outcome !== 'loaded') throw new Error(`the release was not loaded: ${JSON.stringify(report)}`);
}

/** Takes away what `loadNewRelease` has loaded, so that the next is measured on the same data. */
export async function removeNewReleases(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`delete from release where published_at >= ${new Date(firstDay).toISOString().slice(0, 10)}`;
    await transaction`update catalogue_version set version = version + 1`;
  });
}
