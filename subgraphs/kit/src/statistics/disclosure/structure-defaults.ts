import type { ValueType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { IndicatorDefinition } from '../indicator.ts';
import { londonAreas } from './structure-areas.ts';
import type { StatisticStructure, Structure } from './structure.ts';

type Measured = Pick<IndicatorDefinition, 'id' | 'valueType' | 'base'>;

const ratios: ReadonlySet<ValueType> = new Set(['CRUDE_RATE', 'PROPORTION']);

/**
 * Which statistic rests on which count by what the indicators of a dataset say of themselves, beside what is declared: a rate or a
 * share on its own numerator, and a statistic whose id is that of a count and more on that count. Never throws.
 */
export function statisticsByDefault(
  indicators: readonly Measured[],
  declared: readonly Structure[],
): readonly StatisticStructure[] {
  const counts = indicators.filter(({ valueType }) => valueType === 'COUNT').map(({ id }) => id);
  return indicators.flatMap(({ id, valueType, base }) => {
    if (valueType === 'COUNT') return [];
    const known = declared.flatMap((structure) =>
      structure.kind === 'statistic' && structure.statistic.indicator === id ? [structure] : [],
    );
    const named = counts.find((count) => id.startsWith(`${count}-`));
    const count =
      known[0]?.count ?? (named === undefined ? { indicator: id, part: 'NUMERATOR' as const } : { indicator: named });
    const isNew = known.length === 0 && named !== undefined;
    const addsBase = base !== undefined && known.every(({ denominator }) => denominator === undefined);
    // With its denominator beside it, a rate or a share is as good as its numerator.
    const isOwn = known.length === 0 && ratios.has(valueType);
    if (!isNew && !addsBase && !isOwn) return [];
    return [
      { kind: 'statistic', statistic: { indicator: id }, count, ...(base === undefined ? {} : { denominator: base }) },
    ];
  });
}

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
