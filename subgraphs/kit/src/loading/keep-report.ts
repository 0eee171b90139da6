import type { KeptReport } from '@boroughgraph/schema/wire/oversight.ts';
import type postgres from 'postgres';
import { isProtected } from '../datasets/linked-datasets.ts';
import { isForEverybody } from '../datasets/open-part.ts';
import type { IndicatorChanges } from './comparison/cell-changes.ts';
import type { Written } from './load-states.ts';
import { rowsBy } from './read-release.ts';

/** Rejected rows of which is kept where they are. */
const rejectedAtMost = 20;

/** Sentences that are kept. */
const noticesAtMost = 50;

/** Keeps with a release that was just written what its load reported, for the agency's own people: see {@link keptReportOf}. */
export async function keepReport(turn: postgres.TransactionSql, written: Written): Promise<void> {
  const body = JSON.stringify(keptReportOf(written));
  await turn`insert into load_report (release_number, body)
    select number, ${body}::text::jsonb from release where id = ${written.releaseId}`;
}

/**
 * What is kept of a report. A sentence may name a figure, or where a withheld one would follow: sentences are kept where nothing of the
 * dataset is ever withheld, and counted elsewhere. What stood in a row is kept nowhere. Never throws.
 */
function keptReportOf(written: Omit<Written, 'state' | 'weight' | 'supersedes' | 'changedReleases'>): KeptReport {
  const { file, rows, protection, changes, contradictions = [] } = written;
  const told = [...file.notices, ...rows.notices, ...protection.notices, ...contradictions];
  const isOpen = isForEverybody(file.dataset) && !isProtected(file.dataset);
  const notices = isOpen ? told.slice(0, noticesAtMost) : [];
  return {
    formatName: rows.formatName,
    rowsRead: rows.rowsRead,
    rowsLoaded: rows.rowsLoaded,
    rowsLeftOut: rowsBy(rows.leftOut),
    rowsKeptOutside: rowsBy(rows.keptOutside),
    rowsRejected: rows.rowsRejected,
    leftOut: rulesOf(rows.leftOut),
    keptOutside: rulesOf(rows.keptOutside),
    rejected: rows.rejected.slice(0, rejectedAtMost).map(({ line, column }) => ({ line, column })),
    notices,
    noticesLeftOut: told.length - notices.length,
    withheldBesides: protection.withheldBesides,
    changes: changes.map(countsOf),
  };
}

const rulesOf = (counts: ReadonlyMap<string, number>) => [...counts].map(([rule, rows]) => ({ rule, rows }));

/** The numbers alone: by how much a figure has changed would tell it, once it is withheld, to whoever knows what it was before. */
function countsOf({ indicator, changed, ...change }: IndicatorChanges): KeptReport['changes'][number] {
  const { added, same, gone, hidden, withheld, rounded, restricted } = change;
  return {
    indicator: indicator.id,
    ...{ added, same, changed: changed.length, gone, hidden, withheld, rounded, restricted },
  };
}
