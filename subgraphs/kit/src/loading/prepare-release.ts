import type postgres from 'postgres';
import { cellsAnsweredBy } from './protection/answered-cells.ts';
import { changesBy, type IndicatorChanges } from './comparison/cell-changes.ts';
import { readSuperseded } from './comparison/superseded-releases.ts';
import type { Embargo } from './embargo.ts';
import { type FinishedRelease, finishRelease, flagsOfEdition, latestPeriodEndOf } from './finish-release.ts';
import type { HiddenSeries } from './protection/joint-protection.ts';
import { hasRestrictedPart, openCoverageOf } from '../datasets/open-part.ts';
import type { PublishedLeak } from './protection/published-leaks.ts';
import { isProtected, type Neighbourhood } from '../datasets/linked-datasets.ts';
import { findUnusualValues } from './plausibility.ts';
import type { ClosedWith } from './protection/closed-history.ts';
import { type PendingWithin, protectRelease } from './protection/protect-release.ts';
import { type PublishedRelease, releaseOfDraft } from './protection/published-releases.ts';
import { withRejectedCells } from './rejected-cells.ts';
import type { ReleaseDraft } from '../datasets/release-draft.ts';
import type { DraftSeries } from '../datasets/draft-series.ts';

const mark = Symbol('prepared');

/**
 * A release that may be stored: nothing withheld follows from it, or from anything that is served beside it. Only `prepareRelease`
 * makes one, so that no draft has another way into the store.
 */
export interface PreparedRelease {
  readonly [mark]: true;
  readonly finished: FinishedRelease;
  /** Its series as they will be served. */
  readonly shown: readonly DraftSeries[];
  /** Whether the file shows a figure that the release does not. */
  readonly showsLess: boolean;
  /** What must be withheld in the store with it. */
  readonly withheldInStore: readonly HiddenSeries[];
  /** What must be withheld when an embargo ends. */
  readonly pending: PendingWithin;
  /** What is known of its history with it. */
  readonly closed: ClosedWith;
  readonly protection: ProtectionAccount;
  /** What it changes for readers. */
  readonly changes: readonly IndicatorChanges[];
}

/** What is told of how a release was protected. */
export interface ProtectionAccount {
  /** Withheld figures that followed from others as published. None does now. */
  readonly leaks: readonly PublishedLeak[];
  /** How many figures are withheld so that none follows, in this release and in earlier and linked ones. */
  readonly withheldBesides: number;
  /** What a person should look at: an agency that could not be read, unusual values of those that are shown. */
  readonly notices: readonly string[];
}

/**
 * Protects what a file says, and puts it in the form of the store. Nothing after it knows a figure that is withheld.
 *
 * @throws {FileProblem} when a withheld figure would follow whatever is done.
 */
export async function prepareRelease(
  sql: postgres.ISql,
  draft: ReleaseDraft,
  of: Pick<PublishedRelease, 'dataset' | 'publishedAt' | 'isSynthetic'> & {
    readonly embargo: Embargo | null;
    readonly neighbourhood: Neighbourhood;
  },
): Promise<PreparedRelease> {
  const { dataset, publishedAt, isSynthetic, embargo, neighbourhood } = of;
  const content = withRejectedCells(draft, dataset);
  const latestPeriodEnd = latestPeriodEndOf({ covered: openCoverageOf(content) });
  const release = releaseOfDraft(content, { dataset, publishedAt, isSynthetic, latestPeriodEnd });
  const hiddenUntil = embargo === null || embargo.hasEnded ? null : Date.parse(embargo.until);
  const protection = await protectRelease(sql, { ...release, hiddenUntil }, neighbourhood);
  const superseded = await readSuperseded(sql, { ...release, hiddenUntil });
  const { series, showsLess, leaks, withheldBesides, stored, notices } = protection;
  const { covered, facts, byPlace, withheldForRejects } = content;
  return {
    [mark]: true,
    shown: series,
    finished: finishRelease({ covered, facts, byPlace, series }, flagsOfEdition(dataset, { publishedAt, isSynthetic })),
    // Who could guess what stood in a rejected row, or what is for named users, would know it by the checksum.
    showsLess: showsLess || (content.hasRejects && isProtected(dataset)) || hasRestrictedPart(dataset),
    withheldInStore: stored,
    pending: protection.pending,
    closed: protection.closed,
    changes: changesBy({
      publishedAt,
      dataset,
      file: release.series,
      shown: series,
      answered: cellsAnsweredBy(release),
      superseded,
    }),
    protection: {
      leaks: isSynthetic ? [] : leaks,
      withheldBesides,
      notices: [...noticeRejects(withheldForRejects), ...notices, ...(isSynthetic ? [] : findUnusualValues(series))],
    },
  };
}

function noticeRejects(cells: number): readonly string[] {
  const which =
    cells === 1 ? '1 cell of a rejected row is' : `${cells.toLocaleString('en-GB')} cells of rejected rows are`;
  return cells === 0 ? [] : [`${which} withheld and not left out, because what is left out follows from its total`];
}
