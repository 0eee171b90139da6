import type postgres from 'postgres';
import { withholdsAny } from '../disclosure/policy.ts';
import type { FigureReference, Structure } from '../disclosure/structure.ts';
import type { DatasetDefinition } from './dataset.ts';
import { structuresIn } from './dataset-structures.ts';

/** What an agency has, for a load of another whose datasets count the same people. */
export interface OtherAgency {
  readonly sql: postgres.Sql;
  readonly datasets: readonly DatasetDefinition[];
}

/** Who loads, and who else may be read meanwhile. */
export interface Neighbourhood {
  /** The slug of the agency that loads; structures of other agencies name it so. */
  readonly agency: string;
  /** Its datasets. */
  readonly datasets: readonly DatasetDefinition[];
  /** By slug. One that cannot be read is absent. */
  readonly others: ReadonlyMap<string, OtherAgency>;
}

/** What agencies measure, by slug. */
type KnownAgencies = ReadonlyMap<string, Pick<OtherAgency, 'datasets'>>;

/** Datasets from which one is protected together: a cell of any may follow from cells of the others. */
export interface LinkedDatasets {
  /** Those of the agency itself, the loaded one among them, in the order of its datasets. */
  readonly own: readonly DatasetDefinition[];
  /** Those of other agencies, by the slug of the agency. */
  readonly elsewhere: ReadonlyMap<string, readonly DatasetDefinition[]>;
  /** Agencies that hold a linked dataset and cannot be read. */
  readonly missing: readonly string[];
}

/** Whether anything is withheld of a dataset: of any other, all is published and nothing needs protection. */
export function isProtected({ disclosurePolicy }: DatasetDefinition): boolean {
  return withholdsAny(disclosurePolicy);
}

/**
 * The datasets that a load of one concerns: those that structures link to it, and to those in turn. Another of which nothing is
 * withheld, such as a population, links no further ones. Never throws.
 */
export function linkedTo(
  dataset: DatasetDefinition,
  { agency, datasets, others }: Pick<Neighbourhood, 'agency' | 'datasets'> & { readonly others: KnownAgencies },
): LinkedDatasets {
  const own = new Set([dataset]);
  const elsewhere = new Map<string, Set<DatasetDefinition>>();
  const missing = new Set<string>();
  const known = [
    ...datasets.map((each) => ({ agency, dataset: each })),
    ...[...others].flatMap(([slug, other]) => other.datasets.map((each) => ({ agency: slug, dataset: each }))),
  ];
  for (const reached of own) {
    if (!isProtected(reached) && reached !== dataset) continue;
    const here = { agency, dataset: reached.id };
    const links = [...linksOf(here, reached), ...known.flatMap((other) => linksBack(other, here))];
    for (const link of links) {
      const found = known.find((each) => each.agency === link.agency && each.dataset.id === link.dataset);
      if (found === undefined) missing.add(link.agency);
      else if (link.agency === agency) own.add(found.dataset);
      else elsewhere.set(link.agency, (elsewhere.get(link.agency) ?? new Set()).add(found.dataset));
    }
  }
  missing.delete(agency);
  return {
    own: datasets.filter((each) => own.has(each)),
    elsewhere: new Map([...elsewhere].map(([slug, found]) => [slug, [...found]])),
    missing: [...missing],
  };
}

interface DatasetName {
  readonly agency: string;
  readonly dataset: string;
}

/** What the structures of a dataset refer to besides itself. */
function linksOf(from: DatasetName, dataset: DatasetDefinition): readonly DatasetName[] {
  return structuresIn(dataset)
    .flatMap(referencesOf)
    .map((reference) => ({ agency: reference.agency ?? from.agency, dataset: reference.dataset ?? from.dataset }))
    .filter((link) => link.agency !== from.agency || link.dataset !== from.dataset);
}

/** The dataset whose structures refer to another; none where they do not. */
function linksBack(
  { agency, dataset }: { readonly agency: string; readonly dataset: DatasetDefinition },
  to: DatasetName,
): readonly DatasetName[] {
  const from = { agency, dataset: dataset.id };
  const isLinked = linksOf(from, dataset).some((link) => link.agency === to.agency && link.dataset === to.dataset);
  return isLinked ? [from] : [];
}

function referencesOf(structure: Structure): readonly FigureReference[] {
  switch (structure.kind) {
    case 'categories':
    case 'shares':
    case 'areas':
    case 'geography':
      return [];
    case 'periods':
      return [structure.whole, structure.parts];
    case 'balance':
      return structure.terms;
    case 'subset':
      return [structure.whole, structure.part];
    case 'same':
      return [structure.figure, structure.other];
    case 'statistic':
      return [
        structure.statistic,
        structure.count,
        ...(structure.denominator === undefined ? [] : [structure.denominator]),
      ];
    default:
      throw new Error(`no references of ${JSON.stringify(structure satisfies never)}`);
  }
}
