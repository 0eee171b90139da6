import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import { type DisclosurePolicy, disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import fc from 'fast-check';
import { datasetWith } from '../tables/files.ts';
import { indicatorOf } from '../tables/cube.ts';
import { categoryAxis } from '../tables/axes.ts';

/** What a publisher prints of a part and its whole, and no count of either as a series of its own. */
export type RatioPrint = 'lone rate' | 'share with limits' | 'share with its whole' | 'share with its part';

/** The true part and whole of one place. */
export interface RatioCell {
  readonly place: string;
  readonly part: number;
  readonly whole: number;
}

/** One indicator of a print, and what is true of it. */
export interface RatioTable {
  readonly cells: readonly RatioCell[];
  /** Decimals of the published value. */
  readonly decimals: number;
  readonly policy: DisclosurePolicy;
}

const boroughs = areaByCode('E12000007')?.members ?? [];
const part = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 13, max: 400 }));
const left = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 13, max: 3_000 }));

/** Small parts and large ones, small wholes and large ones, and few who are not in it. */
export const ratioTable: fc.Arbitrary<RatioTable> = fc
  .record({
    counts: fc.array(fc.tuple(part, left), { minLength: 3, maxLength: 12, size: 'max' }),
    decimals: fc.constantFrom(1, 1, 2),
    policy: fc.constantFrom(
      disclosurePolicies['dfe-1-5'],
      disclosurePolicies['ndtms-under-5'],
      disclosurePolicies['ohid-under-10'],
    ),
  })
  .map(({ counts, decimals, policy }) => ({
    decimals,
    policy,
    cells: counts.map(([one, rest], index) => ({ place: boroughs[index] ?? '', part: one, whole: one + rest })),
  }));

/** The year of every table. */
export const period = 'FY2022-23';
/** How many a rate is per, and what a share is multiplied by. */
export const multiplierOf = (print: RatioPrint) => (print === 'lone rate' ? 10_000 : 100);
export const ids = { ratio: (table: number) => `t${table}-ratio`, base: (table: number) => `t${table}-people` };

/** The datasets of some tables of one policy: the rates or shares, and for lone rates those of whom they are. */
export function ratioDatasets(print: RatioPrint, tables: readonly RatioTable[]): readonly DatasetDefinition[] {
  const [first] = tables;
  const ratios = tables.map((table, index) => ratioIndicator(print, table, index));
  const bases = tables.map((_, index) => indicatorWith(ids.base(index), 'people', {}));
  const dataset = datasetWith('ratios', ratios, first?.policy ?? disclosurePolicies.none);
  return print === 'lone rate' ? [dataset, datasetWith('people', bases, disclosurePolicies.none)] : [dataset];
}

function ratioIndicator(print: RatioPrint, { decimals }: RatioTable, index: number): IndicatorDefinition {
  const isRate = print === 'lone rate';
  return indicatorWith(ids.ratio(index), 'ratios', {
    valueType: isRate ? 'CRUDE_RATE' : 'PROPORTION',
    unit: isRate ? 'PER_10000' : 'PERCENT',
    multiplier: multiplierOf(print),
    decimals,
    additivity: 'NON_ADDITIVE',
    ...(isRate ? { base: { indicator: ids.base(index), dataset: 'people' } } : {}),
  });
}

const unbroken = { first: categoryAxis('none'), second: categoryAxis('none') };
const indicatorWith = (id: string, datasetId: string, changes: Partial<IndicatorDefinition>) =>
  indicatorOf({ id, datasetId, grid: { type: 'FINANCIAL_YEAR' } }, unbroken, changes);

/** The file of a dataset as its publisher prints it. */
export function ratioFile(print: RatioPrint, dataset: string, tables: readonly RatioTable[]): string {
  const rows = tables.flatMap((table, index) =>
    table.cells.map((cell) =>
      dataset === 'people'
        ? [ids.base(index), cell.place, period, cell.whole, '', '', '', ''].join(',')
        : [ids.ratio(index), cell.place, period, ...printOf(print, cell, table.decimals)].join(','),
    ),
  );
  return ['indicator,area,period,value,numerator,denominator,lower,upper', ...rows, ''].join('\n');
}

/** Value, numerator, denominator and limits as printed; all blank where there is no whole. */
function printOf(print: RatioPrint, { part: count, whole }: RatioCell, decimals: number): readonly (string | number)[] {
  if (whole === 0) return ['z', '', '', '', ''];
  const multiplier = multiplierOf(print);
  const value = ((count / whole) * multiplier).toFixed(decimals);
  switch (print) {
    case 'lone rate':
      return [value, '', '', '', ''];
    case 'share with its whole':
      return [value, '', whole, '', ''];
    case 'share with its part':
      return [value, count, '', '', ''];
    case 'share with limits': {
      const { lower, upper } = wilson(count, whole);
      return [value, '', '', (lower * multiplier).toFixed(2), (upper * multiplier).toFixed(2)];
    }
    default:
      throw new Error(`nothing is printed of ${JSON.stringify(print satisfies never)}`);
  }
}

/** The 95% limits of a share, written anew: Wilson's score interval. */
export function wilson(count: number, whole: number): { readonly lower: number; readonly upper: number } {
  const z2 = 1.959963984540054 ** 2;
  const share = count / whole;
  const middle = share + z2 / (2 * whole);
  const spread = Math.sqrt(z2) * Math.sqrt((share * (1 - share) + z2 / (4 * whole)) / whole);
  const by = 1 + z2 / whole;
  return { lower: Math.max(0, (middle - spread) / by), upper: Math.min(1, (middle + spread) / by) };
}
