import type postgres from 'postgres';
import { type FinishedRelease, finishRelease, latestPeriodEndOf } from './finish-release.ts';
import type { Neighbourhood, OtherAgency } from './linked-datasets.ts';
import { findUnusualValues } from './plausibility.ts';
import { protectRelease } from './protect-release.ts';
import { type PublishedRelease, releaseOfDraft } from './published-releases.ts';
import type { ReleaseDraft } from './release-draft.ts';
import type { LoadReport } from './report.ts';
import type { WithheldSeries } from './withhold-stored.ts';

/** A release that may be stored: nothing withheld follows from it, or from anything that is served beside it. */
export interface PreparedRelease {
  readonly finished: FinishedRelease;
  /** Whether the file shows a figure that the release does not. */
  readonly showsLess: boolean;
  /** What must be withheld in the store with it. */
  readonly withheldInStore: readonly WithheldSeries[];
  /** What the report says of its protection, and of values that a person should look at. */
  readonly reported: Pick<LoadReport, 'leaks' | 'withheldBesides' | 'notices'>;
}

/**
 * Protects what a file says, and puts it in the form of the store. Nothing after it knows a figure that is withheld.
 *
 * @throws {FileProblem} when a withheld figure would follow whatever is done.
 */
export async function prepareRelease(
  sql: postgres.ISql,
  draft: ReleaseDraft,
  of: Pick<PublishedRelease, 'dataset' | 'publishedAt' | 'isSynthetic'> &
    Pick<Neighbourhood, 'datasets'> &
    Partial<Neighbourhood>,
): Promise<PreparedRelease> {
  const { dataset, publishedAt, isSynthetic, datasets, agency = '', others = new Map<string, OtherAgency>() } = of;
  const latestPeriodEnd = latestPeriodEndOf(draft);
  const release = releaseOfDraft(draft, { dataset, publishedAt, isSynthetic, latestPeriodEnd });
  const neighbourhood = { agency, datasets, others };
  const protection = await protectRelease(sql, release, neighbourhood);
  const { series, showsLess, leaks, withheldBesides, stored, notices } = protection;
  const unusual = isSynthetic ? [] : findUnusualValues(series);
  const { covered, facts } = draft;
  return {
    finished: finishRelease({ covered, facts, series }, isSynthetic),
    showsLess,
    withheldInStore: stored,
    reported: { leaks: isSynthetic ? [] : leaks, withheldBesides, notices: [...notices, ...unusual] },
  };
}
