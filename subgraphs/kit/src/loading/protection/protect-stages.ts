import type { HistoryEvidence } from '../../disclosure/history-evidence.ts';
import type { DeclaredStructure } from '../../disclosure/structure-equations.ts';
import type { DatasetDefinition } from '../../datasets/dataset.ts';
import { isHidden, isServedAt, type Stage, stagesFrom } from './embargo-stages.ts';
import { type CellsOfSeries, HeldRelease, waitingIn } from './held-release.ts';
import { type HiddenSeries, type JointProtection, protectJointly } from './joint-protection.ts';
import type { PublishedRelease } from './published-releases.ts';
import { seenIn, withSeen } from './seen-figures.ts';
import type { DatasetReleases } from './served-worlds.ts';

/** A load, and all that it is protected beside. */
export interface LoadBeside {
  readonly loaded: PublishedRelease;
  /** What the store has of the datasets that are linked to it. */
  readonly stored: readonly PublishedRelease[];
  readonly datasets: readonly DatasetDefinition[];
  readonly elsewhere: readonly DatasetReleases[];
  readonly structures: readonly DeclaredStructure[];
  readonly agency: string;
  /** What releases that are left out here say, since they are of other periods. @default none are */
  readonly beyond?: HistoryEvidence | undefined;
}

/** What is withheld in a release that is shown until an embargo ends, and from then on. */
export interface PendingCells {
  /** The release under the embargo, by its number; null for the one that is being loaded. */
  readonly cause: number | null;
  /** The release in which it is withheld; null for the one that is being loaded. */
  readonly release: number | null;
  readonly cells: readonly CellsOfSeries[];
}

/** All that is to be withheld, and why. */
export interface StagedProtection {
  /** What each stage asks for, in the order of time. */
  readonly protections: readonly JointProtection[];
  /** The releases whose embargoes end at these stages, by number; null for the one that is being loaded. */
  readonly causes: readonly (number | null)[];
  readonly loaded: HeldRelease;
  /** What is withheld in the store at once. */
  readonly stored: readonly HiddenSeries[];
  /** The releases as they are served from now on, the loaded one first. */
  readonly shown: readonly PublishedRelease[];
  /** What is withheld there, or in what is loaded, when an embargo ends. */
  readonly pending: readonly PendingCells[];
}

/**
 * What must be withheld so that nothing follows now, nor once any embargo has ended. Until an embargo ends, what is served is as if
 * the release under it were not there; from then on, as if it had been loaded at that time.
 *
 * Whoever has seen a figure may remember it. So what was seen while a release is under embargo is taken to be known, and the cells
 * of that release are withheld in its place; only what these cannot hide is withheld in others, from the end of the embargo on. What
 * nobody has seen yet is withheld at once. Never throws.
 */
export function protectStages(beside: LoadBeside): StagedProtection {
  const { loaded, stored } = beside;
  const stages = stagesFrom(loaded, { stored, elsewhere: beside.elsewhere.flatMap(({ releases }) => releases) });
  const causes = stages.flatMap(({ cause }) => (cause === null ? [] : [cause.number]));
  const staging = new Staging(beside, new Set(causes));
  return { protections: stages.map((stage) => staging.protect(stage)), causes, ...staging.end() };
}

class Staging {
  readonly #beside: LoadBeside;
  readonly #held: readonly HeldRelease[];
  readonly #loaded: HeldRelease;
  /** Numbers of the releases whose stages are worked out anew. */
  readonly #causes: ReadonlySet<number | null>;
  readonly #ends: { cause: PublishedRelease; held: HeldRelease; later: PublishedRelease }[] = [];

  constructor(beside: LoadBeside, causes: ReadonlySet<number | null>) {
    this.#beside = beside;
    this.#causes = causes;
    this.#loaded = new HeldRelease(beside.loaded);
    this.#held = [this.#loaded, ...beside.stored.map((release) => new HeldRelease(release))];
  }

  protect(stage: Stage): JointProtection {
    for (const each of this.#held) each.hideLater(this.#waitingIn(each, stage));
    const first = this.#protectOnce(stage, false);
    this.#hide(stage, first);
    // Where what nobody has seen cannot hide all, the rest is withheld at the end of the embargo: whoever comes then has not seen it.
    const cause = this.#causeOf(stage);
    const isDone = (first.recoverable.length === 0 && first.doubted.length === 0) || cause === null;
    const second = isDone ? null : this.#protectOnce(stage, true);
    if (second !== null) this.#hide(stage, second);
    if (cause !== null)
      for (const held of this.#held) if (held.later !== held.now) this.#ends.push({ cause, held, later: held.later });
    return second === null
      ? first
      : { ...second, leaks: first.leaks, hidden: new Map([...first.hidden, ...second.hidden]) };
  }

  end(): Omit<StagedProtection, 'protections' | 'causes'> {
    const pending = this.#ends.map(({ cause, held, later }) => ({
      cause: cause.number,
      release: held.now.number,
      cells: held.cellsBeside(later),
    }));
    return {
      loaded: this.#loaded,
      stored: this.#held.flatMap((held) => (held === this.#loaded ? [] : hiddenNowIn(held))),
      shown: this.#held.map(({ now }) => now),
      pending: pending.filter(({ cells }) => cells.length > 0),
    };
  }

  /** What an earlier load found that is withheld by then, where this one does not find it anew. */
  #waitingIn({ later }: HeldRelease, { at }: Stage): readonly HiddenSeries[] {
    const rows = (later.pending ?? []).filter(
      ({ causeNumber, hiddenUntil }) => at !== null && hiddenUntil <= at && !this.#causes.has(causeNumber),
    );
    return rows.length === 0 ? [] : waitingIn(later, rows);
  }

  /** The release with which it begins that more is withheld in what was seen; null where that is at once. */
  #causeOf({ cause }: Stage): PublishedRelease | null {
    const { loaded } = this.#beside;
    // When an embargo of another agency ends is not known here: what is hidden until an earlier time begins it.
    return cause ?? (isHidden(loaded) ? loaded : null);
  }

  #protectOnce(stage: Stage, isTaken: boolean): JointProtection {
    const { structures, agency, beyond } = this.#beside;
    const served = this.#servedBy(stage, ({ later }) => later);
    if (stage.at === null) return protectJointly({ served, structures, agency, beyond });
    const shown = this.#held.filter((held) => this.#isSeen(held, stage)).map(({ now }) => now);
    const seen = seenIn(shown.toSorted((one, other) => (one.publishedAt < other.publishedAt ? -1 : 1)));
    const remembered = this.#servedBy(stage, (held) =>
      this.#isSeen(held, stage) ? held.now : withSeen(held.now, seen),
    );
    return protectJointly({ served, structures, agency, beyond, before: { seen, remembered, isTaken } });
  }

  /** Whether readers see it before a stage. What is being loaded they have not seen when another agency's embargo is thought of. */
  #isSeen(held: HeldRelease, { cause }: Stage): boolean {
    return !isHidden(held.now) && (held !== this.#loaded || cause !== null);
  }

  #servedBy(stage: Stage, read: (held: HeldRelease) => PublishedRelease): readonly DatasetReleases[] {
    const { datasets, elsewhere, agency } = this.#beside;
    const own = this.#held.filter(({ now }) => isServedAt(now, stage)).map(read);
    return [
      ...datasets.map((dataset) => ({
        agency,
        isElsewhere: false,
        releases: own.filter((release) => release.dataset === dataset),
      })),
      ...elsewhere.map((each) => ({
        ...each,
        releases: each.releases.filter((release) => isServedAt(release, stage)).map((release) => asAt(release, stage)),
      })),
    ];
  }

  #hide(stage: Stage, { hidden }: JointProtection): void {
    for (const held of this.#held) {
      const all = hidden.get(held.later) ?? [];
      const isLater = this.#causeOf(stage) !== null && this.#isSeen(held, stage);
      if (isLater) held.hideLater(all);
      else held.hideNow(all);
    }
  }
}

/** What is withheld at once in a release of the store. */
function hiddenNowIn(held: HeldRelease): readonly HiddenSeries[] {
  return held.now.series.flatMap((series, position) => {
    const hidden = held.hiddenAt(position);
    return hidden.length === 0 ? [] : [{ series, hidden }];
  });
}

/** A release of another agency as it is served at a stage. */
function asAt(release: PublishedRelease, { at }: Stage): PublishedRelease {
  const rows = (release.pending ?? []).filter(({ hiddenUntil }) => at !== null && hiddenUntil <= at);
  if (rows.length === 0) return release;
  const held = new HeldRelease(release);
  held.hideLater(waitingIn(release, rows));
  return held.later;
}
