import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { structuresIn } from '@boroughgraph/kit/datasets/dataset-structures.ts';
import type { FigureReference, Structure } from '@boroughgraph/kit/disclosure/structure.ts';
import { kindsOf } from '@boroughgraph/kit/statistics/period-kinds.ts';

/** What each agency measures, by its slug. */
export type CriticisedAgencies = ReadonlyMap<string, { readonly datasets: readonly DatasetDefinition[] }>;

/**
 * The indicators, as `agency/indicator`, beside which figures of a dataset are read: its own, and those that they, or that say of themselves
 * that they, are a part of the other, the same, or what a rate is of. Never throws.
 */
export function relatedIndicators(agencies: CriticisedAgencies, agency: string, dataset: string): ReadonlySet<string> {
  const links = [...agencies].flatMap(([slug, { datasets }]) => datasets.flatMap((each) => linksOf(slug, each)));
  const own = agencies.get(agency)?.datasets.find(({ id }) => id === dataset);
  const names = new Set((own?.indicators ?? []).flatMap(kindsOf).map(({ id }) => `${agency}/${id}`));
  return new Set([...names, ...links.filter((link) => link.some((name) => names.has(name))).flat()]);
}

function linksOf(agency: string, dataset: DatasetDefinition): readonly (readonly string[])[] {
  const nameOf = (reference: Pick<FigureReference, 'agency' | 'indicator'>) =>
    `${reference.agency ?? agency}/${reference.indicator}`;
  return [
    ...structuresIn(dataset).map((structure) => referencesIn(structure).map(nameOf)),
    ...dataset.indicators
      .flatMap(kindsOf)
      .flatMap((indicator) => (indicator.partOf ?? []).map((wider) => [`${agency}/${indicator.id}`, nameOf(wider)])),
  ];
}

/** What a structure relates, where the critic looks at it. Never throws. */
export function referencesIn(structure: Structure): readonly FigureReference[] {
  switch (structure.kind) {
    case 'subset':
      return [structure.whole, structure.part];
    case 'same':
      return [structure.figure, structure.other];
    case 'balance':
      return structure.terms;
    case 'statistic':
      return [
        structure.statistic,
        structure.count,
        ...(structure.denominator === undefined ? [] : [structure.denominator]),
      ];
    case 'categories':
    case 'shares':
    case 'areas':
    case 'geography':
    case 'periods':
      return [];
    default:
      throw new Error(`no references of ${JSON.stringify(structure satisfies never)}`);
  }
}
