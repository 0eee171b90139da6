import type postgres from 'postgres';
import type { DeclaredStructure } from '../../disclosure/structure-equations.ts';
import type { Reading } from '../../statistics/observation.ts';
import type { DatasetDefinition } from '../../datasets/dataset.ts';
import { structuresIn } from '../../datasets/dataset-structures.ts';
import { isBoundToPeriods } from './bound-periods.ts';
import type { ClosedWith } from './closed-history.ts';
import { findFollowing } from './find-following.ts';
import type { HiddenSeries, JointProtection } from './joint-protection.ts';
import { describeLeak, type PublishedLeak } from './published-leaks.ts';
import { isProtected, type LinkedDatasets, linkedTo, type Neighbourhood } from '../../datasets/linked-datasets.ts';
import { protectBesideHistory } from './protect-beside-history.ts';
import type { PendingCells } from './protect-stages.ts';
import { noticesOf } from './protection-notices.ts';
import { type PublishedRelease, readPublishedReleases } from './published-releases.ts';
import type { DraftSeries } from '../../datasets/draft-series.ts';
import { FileProblem } from '../../files/row-problem.ts';
import { type SeriesUnderPolicy, underPolicy } from './series-under-policy.ts';
import { type DatasetReleases, worldsOf } from './served-worlds.ts';
import { withoutHidden } from './withheld-readings.ts';

/** What disclosure control makes of a release, and asks for in what is served beside it. */
export interface Protection {
  /** The series of the release without what is withheld. */
  readonly series: readonly SeriesUnderPolicy[];
  /** Whether the file shows a figure that the release does not any more. */
  readonly showsLess: boolean;
  /** What followed from the files as published: closed now. */
  readonly leaks: readonly PublishedLeak[];
  /** How many readings are withheld so that none follows, in this release and in those that are stored. */
  readonly withheldBesides: number;
  /** What must be taken out of the store with it. */
  readonly stored: readonly HiddenSeries[];
  /** What must be withheld when an embargo ends. */
  readonly pending: PendingWithin;
  /** What is known of its history once it is stored. */
  readonly closed: ClosedWith;
  /** What a person should know: an agency whose figures could not be read. */
  readonly notices: readonly string[];
}

/** What waits for ends of embargoes after a load, and which of it the load has worked out. */
export interface PendingWithin {
  readonly cells: readonly PendingCells[];
  /** Releases under an embargo, by number; null for the one that is being loaded. */
  readonly causes: readonly (number | null)[];
  /** Stored releases in which all that waits for these is worked out anew, by number. */
  readonly releases: readonly number[];
}

/**
 * Withholds in a release what its policy asks for, and what would follow from it together with all that is served: other
 * releases of its dataset, datasets that structures link to it, and what other agencies serve; now, and once any embargo has ended.
 * Neither the release nor the store is changed: what is to be shown of the one, and taken out of the other, is what comes back.
 *
 * Of a dataset from which nothing is withheld, and to which none is linked, nothing can follow: its policy alone is applied. It must
 * not tell what another agency withholds.
 *
 * @throws {FileProblem} when a withheld figure would still follow, for example from what another agency serves.
 */
export async function protectRelease(
  sql: postgres.ISql,
  release: PublishedRelease<DraftSeries>,
  neighbourhood: Neighbourhood,
): Promise<Protection> {
  const { dataset, series } = release;
  const { agency } = neighbourhood;
  const alone = { ...release, series: series.map((one) => underPolicy(dataset, one)) };
  const linked = linkedTo(dataset, neighbourhood);
  if (!linked.own.some(isProtected)) {
    refuseRecoverable(release, linked, await findToldElsewhere(sql, alone, { linked, neighbourhood }));
    return { ...nothingFollows, series: alone.series, showsLess: hasLess(series, alone.series) };
  }
  const structures = structuresOf(linked, agency);
  const elsewhere = await releasesElsewhere(linked, neighbourhood);
  const { staged, stored, evidence } = await protectBesideHistory(
    sql,
    { loaded: alone, datasets: linked.own, elsewhere, structures, agency },
    isByItself(linked) && isBoundToPeriods({ dataset, agency, structures }) ? { dataset, agency, structures } : null,
  );
  for (const { recoverable } of staged.protections) refuseRecoverable(release, linked, recoverable);
  const shown = alone.series.map((one, position) => withoutHidden(one, staged.loaded.hiddenAt(position)));
  return {
    series: shown,
    showsLess: hasLess(series, shown),
    leaks: leaksOf(staged.protections),
    withheldBesides: staged.protections.reduce((sum, each) => sum + cellsHiddenBy(each), 0),
    stored: staged.stored,
    pending: {
      cells: staged.pending,
      causes: staged.causes,
      releases: stored.flatMap(({ number }) => (number === null ? [] : [number])),
    },
    closed: { datasets: linked.own, evidence },
    notices: noticesOf(alone, linked, staged),
  };
}

/** Whether no other dataset is protected together with it. */
const isByItself = ({ own, elsewhere, missing }: LinkedDatasets) =>
  own.length === 1 && elsewhere.size === 0 && missing.length === 0;

/** What another agency withholds and the release of a dataset tells from which nothing is withheld: what followed without it is not its doing. */
async function findToldElsewhere(
  sql: postgres.ISql,
  release: PublishedRelease,
  { linked, neighbourhood }: { readonly linked: LinkedDatasets; readonly neighbourhood: Neighbourhood },
): Promise<readonly PublishedLeak[]> {
  if (![...linked.elsewhere.values()].flat().some(isProtected)) return [];
  const { agency } = neighbourhood;
  const stored = await readPublishedReleases(sql, linked.own);
  const elsewhere = await releasesElsewhere(linked, neighbourhood);
  const findIn = (served: readonly DatasetReleases[]) => findFollowing(worldsOf(served), structuresOf(linked, agency));
  const ownOf = (all: readonly PublishedRelease[]) => linked.own.map((own) => releasesOf(own, { agency, all }));
  const before = [
    ...findIn([...ownOf(stored), ...elsewhere]),
    ...findIn(elsewhere.map((each) => ({ ...each, isElsewhere: false }))),
  ].map(describeLeak);
  return findIn([...ownOf([release, ...stored]), ...elsewhere]).filter((leak) => !before.includes(describeLeak(leak)));
}

const cellsHiddenBy = ({ hidden }: JointProtection) =>
  [...hidden.values()].flat().reduce((sum, each) => sum + each.hidden.length, 0);

/** What followed at any stage, each once. */
function leaksOf(protections: readonly JointProtection[]): readonly PublishedLeak[] {
  const [only, ...others] = protections;
  if (only === undefined || others.length === 0) return only?.leaks ?? [];
  return [...new Map(protections.flatMap(({ leaks }) => leaks).map((leak) => [JSON.stringify(leak), leak])).values()];
}

const nothingFollows = {
  closed: { datasets: [], evidence: null },
  leaks: [],
  withheldBesides: 0,
  stored: [],
  notices: [],
  pending: { cells: [], causes: [], releases: [] },
} as const;

/** Whether series show some figure otherwise than they did in the file, or not at all. Both lists have one order. */
function hasLess(published: readonly DraftSeries[], shown: readonly DraftSeries[]): boolean {
  return published.some(({ readings }, index) => {
    const kept = shown[index]?.readings ?? readings;
    return kept !== readings && [...readings].some(([ordinal, reading]) => isLess(kept.get(ordinal), reading));
  });
}

function isLess(kept: Reading | undefined, reading: Reading): boolean {
  if (kept === undefined || kept === reading) return false;
  const figures = figuresOf(kept);
  return figuresOf(reading).some((figure, index) => figure != null && figure !== figures[index]);
}

const figuresOf = ({ value, numerator, denominator, lower, upper }: Reading) => [
  value,
  numerator,
  denominator,
  lower,
  upper,
];

function releasesOf(
  dataset: DatasetDefinition,
  { agency, all }: { readonly agency: string; readonly all: readonly PublishedRelease[] },
): DatasetReleases {
  return { agency, isElsewhere: false, releases: all.filter((release) => release.dataset === dataset) };
}

async function releasesElsewhere(
  { elsewhere }: LinkedDatasets,
  { others }: Neighbourhood,
): Promise<readonly DatasetReleases[]> {
  const found = await Promise.all(
    [...elsewhere].map(async ([agency, datasets]) => {
      const other = others.get(agency);
      const releases = other === undefined ? [] : await readPublishedReleases(other.sql, datasets);
      return datasets.map((dataset) => ({
        agency,
        isElsewhere: true,
        releases: releases.filter((release) => release.dataset === dataset),
      }));
    }),
  );
  return found.flat();
}

function structuresOf({ own, elsewhere }: LinkedDatasets, agency: string): readonly DeclaredStructure[] {
  const declared = [[agency, own] as const, ...elsewhere].flatMap(([by, datasets]) =>
    datasets.map((dataset) => ({ agency: by, dataset })),
  );
  return declared.flatMap(({ agency: by, dataset }) =>
    structuresIn(dataset).map((structure) => ({
      agency: by,
      dataset: dataset.id,
      structure,
    })),
  );
}

/** Figures that are named in a refusal; the rest is counted. */
const namedAtMost = 3;

function refuseRecoverable(
  { dataset }: PublishedRelease,
  linked: LinkedDatasets,
  found: readonly PublishedLeak[],
): void {
  if (found.length === 0) return;
  const named = [...new Set(found.map(describeLeak))];
  const rest = named.length - namedAtMost;
  throw new FileProblem(
    `${dataset.id} cannot be published with what is served beside it, because withheld figures would follow: ${named.slice(0, namedAtMost).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}. ${adviceOn(dataset, linked)}`,
  );
}

/** What to do about figures that cannot be protected here: what is the likeliest reason first. */
function adviceOn({ id, disclosurePolicy }: DatasetDefinition, { own, elsewhere }: LinkedDatasets): string {
  const others = [...own.filter((each) => each.id !== id), ...[...elsewhere.values()].flat()].filter(isProtected);
  const unlike = others.filter((other) => other.disclosurePolicy.zerosShown !== disclosurePolicy.zerosShown);
  if (unlike.length > 0)
    return `The policies of ${id} and ${unlike.map((other) => other.id).join(', ')} disagree on zeros: one shows those that the other withholds. Give linked datasets one zerosShown`;
  if (elsewhere.size > 0)
    return `What ${[...elsewhere.keys()].join(', ')} serves stays as it is: withhold in this file what is withheld there, or ask for a release there that withholds what is withheld here`;
  return 'No figure is left that could be withheld beside them: withhold more in the file, such as the total, or leave these rows out';
}
