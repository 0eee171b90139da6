import { dimension, dimensionsOf } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies, type DisclosurePolicy } from '@boroughgraph/kit/disclosure/policy.ts';
import { tableOf } from '@boroughgraph/kit/inside/disclosure/structure-equations.ts';
import { figuresIn } from '@boroughgraph/kit/inside/disclosure/structure-figures.ts';
import type { PublishedSeries } from '@boroughgraph/kit/inside/disclosure/figure-index.ts';
import { joinStatistics } from '@boroughgraph/kit/inside/disclosure/structure-statistics.ts';
import type { Structure } from '@boroughgraph/kit/disclosure/structure.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf, type PeriodGrid } from '@boroughgraph/kit/statistics/periods.ts';

const year: PeriodGrid = { type: 'FINANCIAL_YEAR' };
const grids: Readonly<Record<string, PeriodGrid>> = {
  visits: year,
  stock: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
  monthly: { type: 'MONTH' },
  window: { type: 'ROLLING_12_MONTHS' },
};

function indicatorOf(id: string): IndicatorDefinition {
  const rate = { valueType: 'CRUDE_RATE', multiplier: 10_000, unit: 'PER_10000' } as const;
  return {
    id,
    datasetId: 'library',
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
    grid: grids[id] ?? year,
    dimensions: [dimension('purpose', 'Purpose', ['Reading', 'Warmth'])],
    ...(id === 'rate' ? rate : {}),
  };
}

/** A cell as text: the indicator, perhaps a place, a dimension key and a period, then its value or `c`. */
export type Cell = readonly [
  indicator: string,
  where: string,
  period: string,
  value: number | 'c' | 'x',
  more?: Partial<Reading>,
];

function seriesOf([id, where, period, value, more]: Cell, policy: DisclosurePolicy): PublishedSeries {
  const indicator = indicatorOf(id);
  const [place = '', key = ''] = where.split(' ');
  const withheld: Reading = { value: null, status: value === 'c' ? 'CONFIDENTIAL' : 'NOT_AVAILABLE' };
  const reading: Reading = typeof value === 'number' ? { value, status: 'PUBLISHED', ...more } : withheld;
  return {
    table: 'library/library',
    indicator,
    place,
    dimensions: dimensionsOf(key),
    readings: new Map([[ordinalOf(indicator.grid, period), reading]]),
    policy,
    roundedTo: 10,
    isFixed: false,
  };
}

/** The equations as text: the known range of a shown cell, `?` for a withheld one, `_` for one that nothing is known of, `·` for a gap. */
export function equationsOf(cells: readonly Cell[], ...structures: readonly Structure[]): readonly string[] {
  return equationsUnder({ policy: disclosurePolicies['dfe-1-5'], structures }, cells);
}

/** As `equationsOf`, under another policy than that of one to five. */
export function equationsUnder(
  { policy, structures }: { readonly policy: DisclosurePolicy; readonly structures: readonly Structure[] },
  cells: readonly Cell[],
): readonly string[] {
  const series = cells.map((cell) => seriesOf(cell, policy));
  const index = figuresIn(series);
  for (const structure of structures)
    if (structure.kind === 'statistic')
      joinStatistics(index, series, {
        statistic: { ...structure.statistic, table: 'library/library' },
        count: { ...structure.count, table: 'library/library' },
        denominator: null,
      });
  const declared = structures.map((structure) => ({ agency: 'library', dataset: 'library', structure }));
  const { cells: made, equations } = tableOf(index, declared).table;
  return equations.map(({ kind, terms }) => {
    const texts = terms.map(([cell, sign]) => {
      const { state, value, slack } = made[cell] ?? { state: 'unknown', value: null, slack: 0 };
      const shown = slack === 0 ? String(value) : `${(value ?? 0) - slack}…${(value ?? 0) + slack}`;
      return `${sign < 0 ? '-' : '+'}${{ shown, withheld: '?', unknown: '_', missing: '·' }[state]}`;
    });
    return `${kind} ${texts.join(' ')}`;
  });
}
