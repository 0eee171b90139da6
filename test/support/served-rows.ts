import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { structuresIn } from '@boroughgraph/kit/inside/datasets/dataset-structures.ts';
import { type JointProtection, protectJointly } from '@boroughgraph/kit/inside/loading/protection/joint-protection.ts';
import type { PublishedRelease } from '@boroughgraph/kit/inside/loading/protection/published-releases.ts';
import { underPolicy } from '@boroughgraph/kit/inside/loading/protection/series-under-policy.ts';
import { dimensionsOf } from '@boroughgraph/kit/statistics/dimensions.ts';
import { type DisclosurePolicy, disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { Structure } from '@boroughgraph/kit/disclosure/structure.ts';
import { structuresByDefault } from '@boroughgraph/kit/disclosure/structure-defaults.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf, periodAt } from '@boroughgraph/kit/statistics/periods.ts';

/** One number of a file as it was counted, before any policy: of which indicator, where, when, and narrowed to what. */
export interface CountedRow extends Pick<Reading, 'numerator' | 'denominator'> {
  readonly indicator: string;
  /** @default Merton */
  readonly place?: string;
  /** @default FY2022-23 */
  readonly period?: string;
  /** `sex=f`. @default not narrowed */
  readonly of?: string;
  readonly value: number;
}

/** Editions of one dataset, the oldest first. */
export interface CountedDataset {
  readonly dataset: DatasetDefinition;
  readonly editions: readonly (readonly CountedRow[])[];
}

/** An indicator of people in financial years, with what is said of it. */
export function countedIndicator(
  id: string,
  { datasetId = 'own', ...changes }: Partial<IndicatorDefinition> = {},
): IndicatorDefinition {
  return {
    id,
    datasetId,
    name: id,
    definition: 'Made up for tests.',
    unit: 'PEOPLE',
    valueType: 'COUNT',
    multiplier: 1,
    decimals: 0,
    polarity: 'NO_JUDGEMENT',
    additivity: 'ADDITIVE',
    attributionBasis: 'PLACE_OF_INCIDENT',
    areaTypes: ['BOROUGH'],
    grid: { type: 'FINANCIAL_YEAR' },
    dimensions: [],
    ...changes,
  };
}

/** A dataset of some indicators with what is declared of it beside what they say of themselves; counts of one to five are withheld in it. */
export function countedDataset(
  indicators: readonly IndicatorDefinition[],
  declared: readonly Structure[] = [],
  disclosurePolicy: DisclosurePolicy = disclosurePolicies['dfe-1-5'],
): DatasetDefinition {
  return {
    id: indicators[0]?.datasetId ?? 'own',
    title: 'Made up',
    publisher: 'Nobody',
    description: 'Made up for tests.',
    licence: 'None',
    attribution: 'None',
    designation: 'RESEARCH',
    accessTier: 'OPEN',
    frequency: 'Once',
    landingPage: null,
    disclosurePolicy,
    indicators,
    structures: [...structuresByDefault(indicators), ...declared],
    formats: [],
  };
}

/** The datasets of one agency protected together, as their loads would. */
function protectCounted(datasets: readonly CountedDataset[]): JointProtection {
  return protectJointly({
    agency: 'own',
    served: datasets.map(({ dataset, editions }) => ({
      agency: 'own',
      isElsewhere: false,
      releases: editions.map((rows, position) => releaseOf(dataset, rows, position)),
    })),
    structures: datasets.flatMap(({ dataset }) =>
      structuresIn(dataset).map((structure) => ({ agency: 'own', dataset: dataset.id, structure })),
    ),
  });
}

/**
 * What is withheld of some datasets so that nothing follows, beside what their policies withhold by themselves, in the order of the texts:
 * `rate sex=m FY2022-23`, with the place before the period where it is not Merton.
 */
export function withheldBeside(...datasets: readonly CountedDataset[]): readonly string[] {
  const { hidden, recoverable } = protectCounted(datasets);
  if (recoverable.length > 0) throw new Error(`it follows all the same: ${JSON.stringify(recoverable)}`);
  const names = [...hidden.values()]
    .flat()
    .flatMap(({ series: { indicator, place, dimensionKey }, hidden: readings }) =>
      readings.map(({ ordinal }) =>
        [indicator.id, dimensionKey, place === merton ? '' : place, periodOf(indicator, ordinal)]
          .filter(Boolean)
          .join(' '),
      ),
    );
  return [...new Set(names)].toSorted();
}

const merton = 'E09000024';

const periodOf = ({ grid }: IndicatorDefinition, ordinal: number) => periodAt(grid, ordinal).id;

function releaseOf(dataset: DatasetDefinition, rows: readonly CountedRow[], position: number): PublishedRelease {
  const covered = new Map<string, Set<number>>();
  const series = [
    ...Map.groupBy(rows, ({ indicator, place, of }) => `${indicator} ${place ?? ''} ${of ?? ''}`).values(),
  ];
  return {
    dataset,
    number: position + 1,
    publishedAt: `20${String(24 + position)}-01-10`,
    latestPeriodEnd: '2023-03-31',
    isSynthetic: false,
    covered,
    series: series.flatMap((own) => {
      const [{ indicator: id, place = merton, of: key = '' } = { indicator: '' }] = own;
      const indicator = dataset.indicators.find((known) => known.id === id);
      if (indicator === undefined) throw new Error(`the dataset has no ${id}`);
      const readings = new Map(
        own.map(({ period = 'FY2022-23', value, numerator, denominator }) => [
          ordinalOf(indicator.grid, period),
          { value, numerator: numerator ?? null, denominator: denominator ?? null, status: 'PUBLISHED' as const },
        ]),
      );
      covered.set(id, new Set([...(covered.get(id) ?? []), ...readings.keys()]));
      const about = { indicator, place, dimensions: dimensionsOf(key), dimensionKey: key };
      return underPolicy(dataset, {
        ...about,
        readings,
        denominatorPeriodIds: new Map(),
        denominatorSource: null,
      });
    }),
  };
}
