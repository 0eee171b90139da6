import type { ValueType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { Dimension } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { lagsOf, namesChange } from './structure-changes.ts';
import { averages } from './structure-figures.ts';
import { endMonthOf } from './figure-index.ts';
import { londonAreas } from './structure-areas.ts';
import { namesTotal } from './structure-totals.ts';
import type { FigurePart, FigureReference, StatisticStructure, Structure } from './structure.ts';

type Measured = Pick<IndicatorDefinition, 'id' | 'valueType' | 'base'>;

/** What the author of a dataset says that a derived relation is not: the count that an id names, or the base that an indicator states. */
export interface NarrowedRelation {
  /** The id of the rate, share or other statistic. */
  readonly statistic: string;
  /**
   * `COUNT`: it does not rest on the count whose id its own begins with. `BASE`: it is not per those whom its `base` counts. `SUM`: neither the
   * counts behind the values of its dimensions add up, nor the shares themselves.
   */
  readonly isNot: 'COUNT' | 'BASE' | 'SUM';
  /** Why, as a sentence without a full stop. Every load report prints it; without one, nothing is narrowed. */
  readonly reason: string;
}

const ratios: ReadonlySet<ValueType> = new Set(['CRUDE_RATE', 'PROPORTION']);

/**
 * Which statistic rests on which count by what the indicators of a dataset say of themselves, beside what is declared: a rate or a
 * share on its own numerator, a statistic whose id is that of a count and more on that count, and an average on the count that is its base or
 * the only one of its dataset. Never throws.
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
    const named = isNarrowed(id, 'COUNT') ? undefined : countBeside({ id, valueType }, base, counts);
    const part = averages.has(valueType) ? ('DENOMINATOR' as const) : ('NUMERATOR' as const);
    const count = known[0]?.count ?? named ?? { indicator: id, part };
    const isNew = known.length === 0 && named !== undefined;
    const addsBase =
      base !== undefined && !averages.has(valueType) && known.every(({ denominator }) => denominator === undefined);
    // With its denominator beside it, a rate or a share is as good as its numerator; with its numerator, a mean as good as its base.
    const isOwn = known.length === 0 && (ratios.has(valueType) || averages.has(valueType));
    if (!isNew && !addsBase && !isOwn) return [];
    return [{ kind: 'statistic', statistic: { indicator: id }, count, ...(addsBase ? { denominator: base } : {}) }];
  });
}

/**
 * The count that a statistic rests on: the one whose id its own begins with; for an average, those whom its base counts, or the only count that
 * its dataset has.
 */
function countBeside(
  { id, valueType }: Measured,
  base: Measured['base'],
  counts: readonly string[],
): FigureReference | undefined {
  const named = counts.find((count) => id.startsWith(`${count}-`));
  if (named !== undefined) return { indicator: named };
  if (!averages.has(valueType)) return undefined;
  const [only, second] = counts;
  return base ?? (only === undefined || second !== undefined ? undefined : { indicator: only });
}

type BrokenDown = Pick<IndicatorDefinition, 'id' | 'kindOf' | 'valueType' | 'dimensions' | 'grid'>;

/**
 * What adds up behind the statistics of a dataset, as far as the figures bear it out, beside what is declared: the counts that the values
 * of a dimension rest on, and those of whom they are; shares that make up the whole, by a dimension or by the boroughs; and by how many a
 * count has moved. Never throws.
 *
 * @param narrowed what of that its author knows better, with reasons.
 */
export function sumsByDefault(
  indicators: readonly BrokenDown[],
  declared: readonly Structure[],
  narrowed: readonly NarrowedRelation[] = [],
): readonly Structure[] {
  const isNarrowed = (id: string) =>
    narrowed.some(({ statistic, isNot, reason }) => statistic === id && isNot === 'SUM' && reason.trim() !== '');
  const known = indicators.filter(({ id }) => !isNarrowed(id));
  return [
    ...known
      .filter(({ valueType }) => valueType !== 'COUNT')
      .flatMap((indicator) => [...countsBehind(indicator, declared), ...sharesOf(indicator, declared)]),
    ...known.flatMap((indicator) => movementsOf(indicator, indicators)),
  ];
}

/** A number of people by which another count has moved: it is what that was earlier less than it is now. */
function movementsOf(moved: BrokenDown, all: readonly BrokenDown[]): readonly Structure[] {
  if (moved.valueType !== 'COUNT' || !namesChange(moved)) return [];
  const count = all.find(({ id, valueType }) => valueType === 'COUNT' && moved.id.startsWith(`${id}-`));
  if (count === undefined) return [];
  const step = endMonthOf(count, 1) - endMonthOf(count, 0);
  return lagsOf(moved, step).map((monthsBefore) => ({
    kind: 'balance',
    terms: [
      { indicator: moved.id, sign: 1 },
      { indicator: count.id, sign: -1 },
      { indicator: count.id, monthsBefore, sign: 1 },
    ],
  }));
}

function countsBehind({ id: indicator, dimensions }: BrokenDown, declared: readonly Structure[]): readonly Structure[] {
  const isDeclared = (part: FigurePart, dimension: string) =>
    declared.some(
      (one) =>
        one.kind === 'categories' && one.indicator === indicator && one.part === part && one.dimension === dimension,
    );
  return (['NUMERATOR', 'DENOMINATOR'] as const).flatMap((part) =>
    dimensions.flatMap(({ id: dimension }) =>
      isDeclared(part, dimension) ? [] : [{ kind: 'categories' as const, indicator, part, dimension, isGuess: true }],
    ),
  );
}

function sharesOf(
  { id: indicator, valueType, dimensions }: BrokenDown,
  declared: readonly Structure[],
): readonly Structure[] {
  if (valueType !== 'PROPORTION') return [];
  const isDeclared = (dimension: string | undefined) =>
    declared.some((one) => one.kind === 'shares' && one.indicator === indicator && one.dimension === dimension);
  return [undefined, ...dimensions.map(({ id }) => id)].flatMap((dimension) =>
    isDeclared(dimension)
      ? []
      : [{ kind: 'shares' as const, indicator, isGuess: true, ...(dimension === undefined ? {} : { dimension }) }],
  );
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
      return dimensions.flatMap((dimension) => partsOf(indicator, dimension));
    case 'NON_ADDITIVE':
      return [];
    default:
      throw new Error(`no breakdowns for ${String(additivity satisfies never)}`);
  }
}

/** Values that overlap, each as a part of what is not narrowed, and of each value that is called as a total is. */
function partsOf(indicator: string, { id, choices }: Dimension): readonly Structure[] {
  const totals = choices.filter(namesTotal).map(({ value }) => ({ indicator, dimensions: { [id]: value } }));
  const parts = choices.map(({ value }) => ({ indicator, dimensions: { [id]: value } }));
  return parts.flatMap((part) => [
    { kind: 'subset' as const, whole: { indicator }, part },
    ...totals
      .filter(({ dimensions }) => dimensions[id] !== part.dimensions[id])
      .map((whole) => ({ kind: 'subset' as const, whole, part })),
  ]);
}
