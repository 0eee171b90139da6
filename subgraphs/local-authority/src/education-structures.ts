import { londonAreas } from '@boroughgraph/kit/disclosure/structure-areas.ts';
import type { Structure } from '@boroughgraph/kit/disclosure/structure.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { yearGrid } from './education-counts.ts';

/** What a table of the Department for Education counts at 31 March, with its rate, and over the year before. */
export interface StockAndFlows {
  readonly count: IndicatorDefinition;
  readonly rate: IndicatorDefinition;
  readonly atAnyPoint: IndicatorDefinition;
  readonly started: IndicatorDefinition;
  readonly ended: IndicatorDefinition;
}

/**
 * How such a table adds up: what there was at any point and did not end is there at 31 March. That it was there a year before or
 * started since is not said: most authorities correct what they counted a year before, so that it holds for few of them.
 */
export function stockAndFlows({ count, rate, atAnyPoint, ended }: StockAndFlows): readonly Structure[] {
  return [
    ...londonAreas,
    rateOfChildren(rate, count),
    {
      kind: 'balance',
      terms: [
        { indicator: atAnyPoint.id, sign: 1 },
        { indicator: ended.id, sign: -1 },
        { indicator: count.id, sign: -1 },
      ],
    },
  ];
}

/** A rate for every 10,000 residents aged 0 to 17 of the mid-year before, which another dataset publishes. */
function rateOfChildren(rate: IndicatorDefinition, count: IndicatorDefinition): Structure {
  return {
    kind: 'statistic',
    statistic: { indicator: rate.id },
    count: { indicator: count.id },
    denominator: { dataset: 'children-population', indicator: 'children-population', monthsBefore: 9 },
  };
}

/** A flow beside what is counted at 31 March: of the same people and areas, over the year that ends then. */
export function flowBeside(
  stock: IndicatorDefinition,
  flow: Pick<IndicatorDefinition, 'id' | 'name' | 'definition' | 'additivity' | 'typicalRange'>,
): IndicatorDefinition {
  return { ...stock, ...flow, grid: yearGrid, isFlow: true };
}
