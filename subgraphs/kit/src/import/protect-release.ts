import type postgres from 'postgres';
import { protectReading } from '../statistics/disclosure/protect.ts';
import { structuresByDefault } from '../statistics/disclosure/structure-defaults.ts';
import type { DeclaredStructure } from '../statistics/disclosure/structure-equations.ts';
import { policyAt } from './area-policy.ts';
import type { Reading } from '../statistics/observation.ts';
import type { DatasetDefinition } from './dataset.ts';
import { JointProtection } from './joint-protection.ts';
import { describeLeak, type PublishedLeak } from './leaks.ts';
import { isProtected, type LinkedDatasets, linkedTo, type Neighbourhood } from './linked-datasets.ts';
import { type PublishedRelease, readPublishedReleases } from './published-releases.ts';
import { FileProblem } from './row-problem.ts';
import { type DatasetReleases, worldsOf } from './served-worlds.ts';
import type { WithheldReadings } from './withheld-readings.ts';
import type { WithheldSeries } from './withhold-stored.ts';

/** What disclosure control did to a release, and to what is served beside it. */
export interface Protection {
  /** Whether the file shows a figure that the release does not any more. */
  readonly showsLess: boolean;
  /** What followed from the files as published: closed now. */
  readonly leaks: readonly PublishedLeak[];
  /** How many readings are withheld so that none follows, in this release and in those that are stored. */
  readonly withheldBesides: number;
  /** What must be taken out of the store with it. */
  readonly stored: readonly WithheldSeries[];
  /** What a person should know: an agency whose figures could not be read. */
  readonly notices: readonly string[];
}

/**
 * Withholds in a release what its policy asks for, and what would follow from it together with all that is served: other
 * releases of its dataset, datasets that structures link to it, and what other agencies serve. Changes the readings of the release.
 *
 * A dataset from which nothing is withheld, and to which none is linked, passes as it is.
 *
 * @throws {FileProblem} when a withheld figure would still follow, for example from what another agency serves.
 */
export async function protectRelease(
  sql: postgres.ISql,
  release: PublishedRelease,
  neighbourhood: Neighbourhood,
): Promise<Protection> {
  const { dataset } = release;
  const linked = linkedTo(dataset, neighbourhood);
  if (!linked.own.some(isProtected)) return untouched;
  const isWithheldAlone = applyPolicy(release);
  const stored = await readPublishedReleases(sql, linked.own);
  const joint = new JointProtection(
    worldsOf([
      ...linked.own.map((own) => releasesOf(own, { agency: neighbourhood.agency, all: [release, ...stored] })),
      ...(await releasesElsewhere(linked, neighbourhood)),
    ]),
    structuresOf(linked, neighbourhood.agency),
    neighbourhood.agency,
  );
  joint.protect();
  refuseRecoverable(release, linked, joint.findRecoverable());
  const hidden = hide(stored, joint.withheld, neighbourhood.agency);
  const count = hide([release], joint.withheld, neighbourhood.agency);
  return {
    showsLess: isWithheldAlone || count.length > 0,
    leaks: joint.leaks,
    withheldBesides: [...hidden, ...count].reduce((sum, { ordinals }) => sum + ordinals.length, 0),
    stored: hidden,
    notices: linked.missing.map(
      (agency) => `what ${agency} serves cannot be read, so nothing was checked against it: load with access to it`,
    ),
  };
}

const untouched: Protection = { showsLess: false, leaks: [], withheldBesides: 0, stored: [], notices: [] };

/** Does to each figure what the policy asks for of it by itself, and says whether any is shown less than it was. */
function applyPolicy({ dataset, series }: PublishedRelease): boolean {
  let showsLess = false;
  for (const { indicator, place, readings } of series) {
    const policy = policyAt(dataset, place);
    for (const [ordinal, reading] of readings) {
      const kept = protectReading(policy, indicator, reading);
      showsLess ||= figuresOf(reading).some((figure, index) => figure != null && figure !== figuresOf(kept)[index]);
      readings.set(ordinal, kept);
    }
  }
  return showsLess;
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
    (dataset.structures ?? structuresByDefault(dataset.indicators)).map((structure) => ({
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

/** Withholds in releases, and gives the series of which something was shown until now. */
function hide(
  releases: readonly PublishedRelease[],
  withheld: WithheldReadings,
  agency: string,
): readonly WithheldSeries[] {
  return releases.flatMap(({ dataset, series: all }) =>
    all.flatMap((series) => {
      const ordinals = withheld.hideIn({ ...series, table: `${agency}/${dataset.id}` });
      return ordinals.length === 0 ? [] : [{ series, ordinals }];
    }),
  );
}
