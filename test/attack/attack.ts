import { subgraph as health } from '@boroughgraph/health/subgraph.ts';
import { type MakeDatabase, startAttackedAgency } from './attacked-agency.ts';
import { type Batch, type BatchChanges, knowledgeOf, LoadRefused, type RunningBatch, startBatch } from './batch.ts';
import { withheldIn } from './knowledge.ts';
import { observe } from './observe.ts';
import { batchPaths, tablePaths } from './paths/all-paths.ts';
import { findTellingDifferences, recoverFromHistory, standingEditions } from './paths/differences.ts';
import { differingSeries, echoDatasets, echoFile } from './paths/echo.ts';
import { findChangingAnswers } from './paths/noise.ts';
import { recoverFromEditions } from './paths/revisions.ts';
import type { AttackReport } from './report.ts';

/** Indicators of a batch that many people ask for: noise would be in all of them. */
const askedByMany = 3;

/** How a batch is attacked. */
export interface AttackMeans {
  readonly report: AttackReport;
  readonly makeDatabase: MakeDatabase;
  readonly changes?: BatchChanges;
  /** Whether only figures and sums are gone by: the other paths take as long, and are the same for every table. @default false */
  readonly isByFiguresOnly?: boolean;
}

/** Loads a batch and tries every leak path on it. One that is refused is halved, until the tables that cannot be published are alone. */
export async function attackBatch(batch: Batch, means: AttackMeans): Promise<void> {
  const running = await startUnlessRefused(batch, means);
  if (running === null) {
    const half = Math.ceil(batch.plans.length / 2);
    if (batch.plans.length === 1) means.report.refused += 1;
    else
      for (const plans of [batch.plans.slice(0, half), batch.plans.slice(half)])
        await attackBatch({ ...batch, plans }, means);
    return;
  }
  await using attacked = running;
  await attackRunning(attacked, means);
}

async function startUnlessRefused(
  batch: Batch,
  { makeDatabase, changes = {}, isByFiguresOnly = false }: AttackMeans,
): Promise<RunningBatch | null> {
  try {
    return await startBatch(batch, makeDatabase, { ...changes, isOfFiguresOnly: isByFiguresOnly });
  } catch (problem) {
    if (problem instanceof LoadRefused) return null;
    throw problem;
  }
}

/** Tries every leak path on a batch that a graph answers for. */
export async function attackRunning(
  batch: RunningBatch,
  { report, isByFiguresOnly = false }: Pick<AttackMeans, 'report' | 'isByFiguresOnly'>,
): Promise<void> {
  report.tables += batch.editions[0]?.worlds.length ?? 0;
  attackTables(batch, report);
  await attackByDifferences(batch, report);
  if (isByFiguresOnly) return;
  await attackByEcho(batch, report);
  await attackByAveraging(batch, report);
}

/** Tries the paths that go by figures and sums, on each table of each edition. */
function attackTables(batch: RunningBatch, report: AttackReport): void {
  const [{ worlds } = { worlds: [] }] = batch.editions;
  worlds.forEach((_, index) => {
    const editions = knowledgeOf(batch, index);
    for (const knowledge of editions) {
      const withheld = withheldIn(knowledge).size;
      for (const { name, applies, recover } of tablePaths)
        if (applies(knowledge)) report.add(name, { tables: 1, withheld, recovered: recover(knowledge) });
    }
    const [first] = editions;
    if (first !== undefined && editions.length > 1)
      report.add(batchPaths.revisions, {
        tables: 1,
        withheld: withheldIn(first).size,
        recovered: recoverFromEditions(editions),
      });
  });
}

/** Asks what changed from one edition to the next, and what each said, and finds what no answer of either day tells. */
async function attackByDifferences(batch: RunningBatch, report: AttackReport): Promise<void> {
  const editions = standingEditions(batch.editions);
  if (editions.length < 2 || !batch.isOneAgency) return;
  const recovered = [...recoverFromHistory(editions)];
  for (const [index, edition] of editions.slice(1).entries()) {
    const before = editions[index];
    if (before !== undefined) recovered.push(...(await findTellingDifferences(batch, before, edition)));
  }
  report.add(batchPaths.differences, { tables: editions.length, withheld: withheldCells(batch), recovered });
}

/** Loads what a graph has answered into another one, and finds the series of which the first tells more than it shows. */
async function attackByEcho(batch: RunningBatch, report: AttackReport): Promise<void> {
  const newest = batch.editions.at(-1);
  if (newest === undefined) return;
  const datasets = echoDatasets(batch.datasets);
  await using echo = await startAttackedAgency({ like: health, datasets }, batch.makeDatabase);
  for (const dataset of datasets) {
    const text = echoFile(dataset, newest.observed.series);
    const loaded = await echo.publish({ dataset: dataset.id, text, publishedAt: newest.publishedAt });
    if (loaded.outcome !== 'loaded')
      throw new Error(`the echo was not loaded: ${JSON.stringify(loaded).slice(0, 1_000)}`);
  }
  const echoed = await observe({ ...batch.asked, url: echo.url }, batch.indicators);
  report.add(batchPaths.oracles, {
    tables: newest.worlds.length,
    withheld: withheldCells(batch),
    recovered: differingSeries(newest.observed.series, echoed.series),
  });
}

/** Asks the same for many people, and finds what is not answered the same to all. */
async function attackByAveraging(batch: RunningBatch, report: AttackReport): Promise<void> {
  const indicators = batch.indicators.slice(0, askedByMany);
  const recovered = await findChangingAnswers(batch.asked, indicators);
  report.add(batchPaths.noise, { tables: indicators.length, withheld: withheldCells(batch), recovered });
}

function withheldCells({ editions }: RunningBatch): number {
  return [...(editions.at(-1)?.observed.cells.values() ?? [])].filter(({ status }) => status === 'CONFIDENTIAL').length;
}
