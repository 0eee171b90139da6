import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { DisclosurePolicy } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { londonAreas } from '@boroughgraph/kit/disclosure/structure-areas.ts';
import { dimensionIds, type Figure } from './cube.ts';
import type { World } from './world-plan.ts';

/** Whether a policy withholds a count by itself. */
export function isSmall({ minimumCount, zerosShown }: DisclosurePolicy, count: number): boolean {
  return count === 0 ? !zerosShown : count < minimumCount;
}

/** A made-up dataset of some indicators, in which areas add up. */
export function datasetWith(
  id: string,
  indicators: readonly IndicatorDefinition[],
  disclosurePolicy: DisclosurePolicy,
): DatasetDefinition {
  return {
    id,
    title: `Made-up tables ${id}`,
    publisher: 'Nobody',
    description: 'Made up for the attack suite.',
    licence: 'None',
    attribution: 'None',
    designation: 'RESEARCH',
    accessTier: 'OPEN',
    frequency: 'Once',
    landingPage: null,
    disclosurePolicy,
    indicators,
    structures: londonAreas,
    formats: [],
  };
}

/** The dataset that holds the indicators of some worlds which are of it. */
export function datasetOf(id: string, worlds: readonly World[], disclosurePolicy: DisclosurePolicy): DatasetDefinition {
  const indicators = worlds.flatMap((world) => world.indicators.filter(({ datasetId }) => datasetId === id));
  const structures = worlds.flatMap((world) => world.structures);
  const own = structures.filter(({ datasetId }) => datasetId === id).map(({ structure }) => structure);
  return { ...datasetWith(id, indicators, disclosurePolicy), structures: [...londonAreas, ...own] };
}

const columns = ['value', 'numerator', 'denominator', 'lower', 'upper', 'status', 'flags'];

/** The dimensions that a dataset has: the reader refuses a column of any other. */
function dimensionsOf({ indicators }: DatasetDefinition): readonly string[] {
  return dimensionIds.filter((id) => indicators.some(({ dimensions }) => dimensions.some((known) => known.id === id)));
}

/** The file that a publisher gives: the figures of the worlds that are of a dataset, in the tidy format, as far as it shows them. */
export function fileOf(dataset: DatasetDefinition, worlds: readonly World[]): string {
  const ids = new Set(dataset.indicators.map(({ id }) => id));
  const rows = worlds.flatMap((world) =>
    world.figures
      .filter(({ indicator, isPublished }) => isPublished && ids.has(indicator))
      .filter((_, index) => world.plan.omitsEvery === 0 || (index + 1) % world.plan.omitsEvery !== 0)
      .map((figure, index) => rowOf(figure, { world, index, dataset })),
  );
  const header = ['indicator', 'area', 'period', ...dimensionsOf(dataset), ...columns];
  return [header.join(','), ...rows, ''].join('\n');
}

function rowOf(
  figure: Figure,
  { world, index, dataset }: { world: World; index: number; dataset: DatasetDefinition },
): string {
  const { indicator, place, period, dimensions, truth, ratio, limits } = figure;
  const names = [indicator, place, period, ...dimensionsOf(dataset).map((id) => dimensions[id] ?? '')];
  const flags = world.plan.isProvisional ? 'PROVISIONAL' : '';
  if (isWithheldByPublisher(figure, { world, index, dataset }))
    return [...names, '', '', '', '', '', 'CONFIDENTIAL', flags].join(',');
  if (isSpoilt(world, index)) return [...names, unreadable, '', '', '', '', '', flags].join(',');
  const beside = [ratio?.numerator, ratio?.denominator, limits?.lower, limits?.upper].map((cell) => cell ?? '');
  return [...names, truth, ...beside, '', flags].join(',');
}

/** What no reader takes for a number or a marker. */
const unreadable = 'see note 4';

const isSpoilt = ({ plan: { spoilsEvery = 0 } }: World, index: number) =>
  spoilsEvery !== 0 && (index + 1) % spoilsEvery === 0;

/** A sloppy publisher withholds its small counts and nothing else; one that does it in part forgets every second of them. */
function isWithheldByPublisher(
  { truth, indicator }: Figure,
  { world, index, dataset }: { world: World; index: number; dataset: DatasetDefinition },
): boolean {
  const isCount = dataset.indicators.some(({ id, valueType }) => id === indicator && valueType === 'COUNT');
  if (!isCount || world.plan.publisher === 'raw' || !isSmall(dataset.disclosurePolicy, truth)) return false;
  return world.plan.publisher === 'sloppy' || index % 2 === 0;
}
