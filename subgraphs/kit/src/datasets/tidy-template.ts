import { dimensionKey, type Dimensions } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { kindsOf } from '../statistics/period-kinds.ts';
import { periodIdExample } from '../statistics/periods.ts';
import type { DatasetDefinition } from './dataset.ts';
import { dimensionIdsOf } from './tidy-dimensions.ts';

/** An empty file of the tidy format, and what a person must know who fills it in. */
export interface TidyTemplate {
  readonly text: string;
  /** A line for each thing that the headings do not say. */
  readonly hints: readonly string[];
}

/**
 * A file of the tidy format for a dataset: its headings, and for each indicator a row for the whole and one for each value of each
 * dimension, in which area, period and figure are still blank. Rows that stay so are left out when it is loaded. Null for a dataset
 * that stores no indicator. Never throws.
 */
export function tidyTemplateOf(dataset: Pick<DatasetDefinition, 'indicators'>): TidyTemplate | null {
  const indicators = dataset.indicators.filter(({ isComputed }) => isComputed !== true);
  if (indicators.length === 0) return null;
  const headings = headingsOf(indicators);
  const rows = indicators.flatMap((indicator) =>
    rowsOf(indicator).map((narrowed): Dimensions => ({ ...narrowed, indicator: indicator.id })),
  );
  // No cell needs quotation marks: ids and values are words with hyphens.
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))];
  return { text: lines.map((cells) => `${cells.join(',')}\n`).join(''), hints: hintsFor(indicators) };
}

function headingsOf(indicators: readonly IndicatorDefinition[]): readonly string[] {
  const sites = indicators.some(({ siteKind }) => siteKind !== undefined) ? ['site', 'site_name'] : [];
  const dimensions = [...dimensionIdsOf(indicators)];
  const figures = ['value', 'numerator', 'denominator', 'lower', 'upper', 'status'];
  return ['indicator', 'area', ...sites, 'period', ...dimensions, ...figures];
}

/** What the rows of an indicator are narrowed to: to nothing, or to what is looked at first; then by each value of each dimension. */
function rowsOf({ dimensions, headline = {} }: IndicatorDefinition): readonly Dimensions[] {
  const narrowed = dimensions.flatMap(({ id, choices }) => choices.map(({ value }) => ({ ...headline, [id]: value })));
  const rows = new Map([headline, ...narrowed].map((row) => [dimensionKey(row), row]));
  return [...rows.values()];
}

function hintsFor(indicators: readonly IndicatorDefinition[]): readonly string[] {
  const areas = new Set(indicators.flatMap(({ areaTypes }) => areaTypes));
  const sites = new Set(indicators.flatMap(({ siteKind }) => siteKind ?? []));
  const periods = new Set(indicators.flatMap(kindsOf).map(({ grid }) => periodIdExample(grid)));
  const isNarrowed = dimensionIdsOf(indicators).size > 0;
  return [
    'one row for each figure: copy a row for each area and period, and leave out those that are not needed',
    ...(areas.size === 0 ? [] : [`area: the ONS code or the name, of type ${[...areas].join(', ')}`]),
    ...(sites.size === 0
      ? []
      : [`site: an id of the ${[...sites].join(' or ')}, with its name; area beside it: where it lies, or nothing`]),
    `period: such as ${[...periods].join(', ')}`,
    ...(isNarrowed
      ? ['dimensions: each value stands in a row; they may be combined, and a blank is not narrowed']
      : []),
    'value: a number, or what stands in its place, such as c for withheld; the columns behind it may stay blank',
  ];
}
