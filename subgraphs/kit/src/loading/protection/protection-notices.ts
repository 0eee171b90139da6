import { dimensionKey } from '../../statistics/dimensions.ts';
import type { PlacedFigure } from '../../disclosure/structure-table.ts';
import {
  describeAbsences,
  describeConflict,
  describeDoubted,
  describeLeak,
  type PublishedLeak,
} from './published-leaks.ts';
import type { LinkedDatasets } from '../../datasets/linked-datasets.ts';
import { describeNarrowed } from '../../datasets/narrowed-relations.ts';
import type { PendingCells, StagedProtection } from './protect-stages.ts';
import type { PublishedRelease } from './published-releases.ts';

/** What a person should know of how a release was protected, as sentences without a figure. Never throws. */
export function noticesOf(
  release: PublishedRelease,
  { missing, own }: LinkedDatasets,
  { protections, pending }: StagedProtection,
): readonly string[] {
  return [
    ...missing.map(
      (other) => `what ${other} serves cannot be read, so nothing was checked against it: load with access to it`,
    ),
    ...new Set(protections.flatMap(({ conflicts }) => conflicts.map(describeConflict))),
    ...own.flatMap(describeNarrowed),
    ...describeAbsences(
      absencesIn(
        release,
        protections.map(({ absences }) => absences),
      ),
    ),
    ...describeDoubted(
      absencesIn(
        release,
        protections.map(({ doubted }) => doubted),
      ),
    ),
    ...noticePending(pending),
    ...noticeRemembered(protections.flatMap(({ remembered = [] }) => remembered)),
  ];
}

/** What a release has not at any stage, each once. */
function absencesIn(release: PublishedRelease, byStage: readonly (readonly PlacedFigure[])[]): readonly PlacedFigure[] {
  const nameOf = ({ series: { indicator, place, dimensions }, ordinal }: PlacedFigure) =>
    `${indicator.id} ${place} ${dimensionKey(dimensions)} ${ordinal}`;
  const absent = byStage.flat().filter((absence) => isAbsentIn(release, absence));
  return [...new Map(absent.map((absence) => [nameOf(absence), absence])).values()];
}

/** Whether a release covers the period of a figure and has none of it. */
function isAbsentIn({ dataset, covered, series }: PublishedRelease, absence: PlacedFigure): boolean {
  const { indicator, place, dimensions } = absence.series;
  const key = dimensionKey(dimensions);
  return (
    absence.series.table.endsWith(`/${dataset.id}`) &&
    covered.get(indicator.id)?.has(absence.ordinal) === true &&
    !series.some(
      (one) =>
        one.indicator === indicator &&
        one.place === place &&
        one.dimensionKey === key &&
        one.readings.has(absence.ordinal),
    )
  );
}

/** What to say of figures that are shown until an embargo ends. */
function noticePending(pending: readonly PendingCells[]): readonly string[] {
  const cells = new Set(
    pending.flatMap(({ release, cells: all }) =>
      all.flatMap(({ key, ordinals }) => ordinals.map((ordinal) => JSON.stringify([release, key, ordinal]))),
    ),
  );
  return cells.size === 0
    ? []
    : [
        `${cells.size.toLocaleString('en-GB')} of these stay shown until an embargo ends, since readers have seen them: from then on they are withheld`,
      ];
}

/** Figures that are named in a sentence; the rest is counted. */
const namedAtMost = 3;

/** What to say of figures that nothing can hide from whoever remembers what was shown. */
function noticeRemembered(leaks: readonly PublishedLeak[]): readonly string[] {
  const named = [...new Set(leaks.map(describeLeak))];
  const rest = named.length - namedAtMost;
  return named.length === 0
    ? []
    : [
        `for whoever remembers what is shown until an embargo ends, ${named.slice(0, namedAtMost).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}: to hide it, withhold more in the file, such as the total`,
      ];
}
