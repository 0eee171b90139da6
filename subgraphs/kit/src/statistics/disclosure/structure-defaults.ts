import type { IndicatorDefinition } from '../indicator.ts';
import { londonAreas } from './structure-areas.ts';
import type { Structure } from './structure.ts';

type Additive = Pick<IndicatorDefinition, 'id' | 'valueType' | 'additivity' | 'dimensions'>;

/**
 * What adds up by the definitions of some indicators alone: boroughs to London, and each breakdown of a count to its total; what
 * overlaps is part of it. Relations between indicators and datasets are not known from them. Never throws.
 */
export function structuresByDefault(indicators: readonly Additive[]): readonly Structure[] {
  return [...londonAreas, ...indicators.filter(({ valueType }) => valueType === 'COUNT').flatMap(breakdownsOf)];
}

function breakdownsOf({ id: indicator, additivity, dimensions }: Additive): readonly Structure[] {
  switch (additivity) {
    case 'ADDITIVE':
    case 'ADDITIVE_OVER_AREA_ONLY':
      return dimensions.map(({ id: dimension }) => ({ kind: 'categories', indicator, dimension }));
    case 'OVERLAPPING':
      return dimensions.flatMap(({ id, choices }) =>
        choices.map(({ value }) => ({
          kind: 'subset' as const,
          whole: { indicator },
          part: { indicator, dimensions: { [id]: value } },
        })),
      );
    case 'NON_ADDITIVE':
      return [];
    default:
      throw new Error(`no breakdowns for ${String(additivity satisfies never)}`);
  }
}
