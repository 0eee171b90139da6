import type { ValueType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { IndicatorDefinition } from '../indicator.ts';
import { londonAreas } from './structure-areas.ts';
import type { StatisticStructure, Structure } from './structure.ts';

type Measured = Pick<IndicatorDefinition, 'id' | 'valueType' | 'base'>;

/** What the author of a dataset says that a derived relation is not: the count that an id names, or the base that an indicator states. */
export interface NarrowedRelation {
  /** The id of the rate, share or other statistic. */
  readonly statistic: string;
  /** `COUNT`: it does not rest on the count whose id its own begins with. `BASE`: it is not per those whom its `base` counts. */
  readonly isNot: 'COUNT' | 'BASE';
  /** Why, as a sentence without a full stop. Every load report prints it; without one, nothing is narrowed. */
  readonly reason: string;
}

const ratios: ReadonlySet<ValueType> = new Set(['CRUDE_RATE', 'PROPORTION']);

/**
 * Which statistic rests on which count by what the indicators of a dataset say of themselves, beside what is declared: a rate or a
 * share on its own numerator, and a statistic whose id is that of a count and more on that count. Never throws.
 *
 * @param narrowed what of that its author knows better, with reasons; what is declared stays, and so does a numerator of its own.
 */
export function statisticsByDefault(
  indicators: readonly Measured[],
  declared: readonly Structure[],
  narrowed: readonly NarrowedRelation[] = [],
): readonly StatisticStructure[] {
  const counts = indicators.filter(({ valueType }) => valueType === 'COUNT').map(({ id }) => id);
  const isNarrowed = (id: string, not: NarrowedRelation['isNot']) =>
    narrowed.some(({ statistic, isNot, reason }) => statistic === id && isNot === not && reason.trim() !== '');
  return indicators.flatMap(({ id, valueType, base: stated }) => {
    if (valueType === 'COUNT') return [];
    const base = isNarrowed(id, 'BASE') ? undefined : stated;
    const known = declared.flatMap((structure) =>
      structure.kind === 'statistic' && structure.statistic.indicator === id ? [structure] : [],
    );
    const named = isNarrowed(id, 'COUNT') ? undefined : counts.find((count) => id.startsWith(`${count}-`));
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
