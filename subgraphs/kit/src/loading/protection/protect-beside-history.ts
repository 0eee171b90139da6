import type postgres from 'postgres';
import { evidenceOfBoth, type HistoryEvidence } from '../../disclosure/history-evidence.ts';
import { areOfDifferentPeriods, type DatasetAlone, evidenceIn, isBeliefKept } from './bound-periods.ts';
import { readClosedHistory } from './closed-history.ts';
import { isHidden } from './embargo-stages.ts';
import { type LoadBeside, protectStages, type StagedProtection } from './protect-stages.ts';
import { type PublishedRelease, readPublishedReleases } from './published-releases.ts';

/** What is to be withheld with a load, and what the history then says of later periods. */
export interface ProtectedBeside {
  readonly staged: StagedProtection;
  /** The stored releases that were looked at. */
  readonly stored: readonly PublishedRelease[];
  /** Null where a later load has to look at all of it. */
  readonly evidence: HistoryEvidence | null;
}

/**
 * As `protectStages`, with what the store has. Where the dataset is by itself, nothing in it relates periods to each other and the load is of new
 * periods, what is stored is known to be closed, and is not read, as long as the load changes nothing that is believed of all periods.
 *
 * @param alone null where the dataset is linked to others, or its periods to each other.
 */
export async function protectBesideHistory(
  sql: postgres.ISql,
  beside: Omit<LoadBeside, 'stored' | 'beyond'>,
  alone: DatasetAlone | null,
): Promise<ProtectedBeside> {
  const { loaded } = beside;
  const beyond = alone === null || isHidden(loaded) ? null : await readClosedHistory(sql, loaded);
  if (alone !== null && beyond !== null) {
    const staged = protectStages({ ...beside, stored: [], beyond });
    const added = evidenceIn(staged.shown, alone);
    if (isBeliefKept(beyond, added, alone)) return { staged, stored: [], evidence: evidenceOfBoth(beyond, added) };
  }
  const stored = await readPublishedReleases(sql, beside.datasets);
  const staged = protectStages({ ...beside, stored });
  const all = [loaded, ...stored];
  const isBound = alone !== null && !all.some(isHidden) && areOfDifferentPeriods(all);
  const evidence = isBound ? evidenceIn(staged.shown, alone) : null;
  return { staged, stored, evidence };
}
