import type { PlacedFigure } from '../../disclosure/structure-table.ts';
import { findFollowingIn } from './find-following.ts';
import type { PublishedLeak } from './published-leaks.ts';
import type { PublishedRelease, ReleaseSeries } from './published-releases.ts';
import type { DatasetReleases } from './served-worlds.ts';
import { type HiddenReading, type WithheldReadings } from './withheld-readings.ts';
import { type ServedTogether, Suppression } from './joint-suppression.ts';

/** What must be withheld so that nothing follows. Whoever asked for it does so: it changes nothing by itself. */
export interface JointProtection {
  /** By release; those in which nothing is to be withheld have no entry. */
  readonly hidden: ReadonlyMap<PublishedRelease, readonly HiddenSeries[]>;
  /** What followed from the figures as published, one for each figure and way, in no order. */
  readonly leaks: readonly PublishedLeak[];
  /** Sums of the figures as published that cannot all be true, each set once, in no order. */
  readonly conflicts: readonly (readonly PublishedLeak[])[];
  /** What no release has beside its total, in no order. */
  readonly absences: readonly PlacedFigure[];
  /** Those of them that nobody may take for none: whatever is withheld, a withheld figure would follow from that. In no order. */
  readonly doubted: readonly PlacedFigure[];
  /** What follows all the same once that is withheld, worked out anew: with any of it the releases must not be served. */
  readonly recoverable: readonly PublishedLeak[];
  /** What follows for whoever remembers what was seen before an embargo ended, though for nobody else: nothing can be done about it. @default none */
  readonly remembered?: readonly PublishedLeak[];
}

/** A series of a release, with the readings that are to be withheld in it. */
export interface HiddenSeries {
  readonly series: ReleaseSeries;
  readonly hidden: readonly HiddenReading[];
}

/** What must be withheld in the releases of an agency so that nothing follows from them all, as far as that can be had. Never throws. */
export function protectJointly(together: ServedTogether): JointProtection {
  const suppression = new Suppression(together);
  suppression.complete();
  const known = { structures: together.structures, beyond: together.beyond, made: suppression.madeOf };
  return {
    hidden: new Map(together.served.flatMap((each) => hiddenIn(each, suppression.withheld))),
    leaks: suppression.leaks,
    conflicts: suppression.conflicts,
    absences: suppression.absences,
    doubted: suppression.doubted,
    recoverable: findFollowingIn(suppression.tiers, known, ({ worlds }) => worlds),
    ...(together.before == null
      ? {}
      : { remembered: findFollowingIn(suppression.tiers, known, ({ remembered }) => remembered) }),
  };
}

/** What is to be withheld in the releases of a dataset. What another agency serves stays as it is. */
function hiddenIn(
  { agency, isElsewhere, releases }: DatasetReleases,
  withheld: WithheldReadings,
): readonly (readonly [PublishedRelease, readonly HiddenSeries[]])[] {
  return (isElsewhere ? [] : releases).flatMap((release) => {
    const table = `${agency}/${release.dataset.id}`;
    const found = release.series
      .map((series) => ({ series, hidden: withheld.hiddenIn({ ...series, table }) }))
      .filter(({ hidden }) => hidden.length > 0);
    return found.length === 0 ? [] : [[release, found] as const];
  });
}
