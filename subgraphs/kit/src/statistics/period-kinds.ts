import type { Additivity, PeriodType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { IndicatorDefinition } from './indicator.ts';
import { ordinalOf, PeriodError, type PeriodGrid, periodIdExample } from './periods.ts';

/**
 * An indicator that has further kinds of period: what some publish by month and others by year. Each kind has series of its own, which
 * the store keeps under an id of its own (`hate-crime+financial-year`); to readers, and in files, they are one indicator. Never throws.
 */
export function inEachKind(indicator: IndicatorDefinition, grids: readonly PeriodGrid[]): IndicatorDefinition {
  const otherKinds = grids.map((grid) => withGrid(indicator, grid));
  return otherKinds.length === 0 ? indicator : { ...indicator, otherKinds };
}

function withGrid(indicator: IndicatorDefinition, grid: PeriodGrid): IndicatorDefinition {
  const kind: { -readonly [P in keyof IndicatorDefinition]: IndicatorDefinition[P] } = {
    ...indicator,
    id: `${indicator.id}+${grid.type.toLowerCase().replaceAll('_', '-')}`,
    kindOf: indicator.id,
    grid,
    additivity: additivityIn(grid, indicator.additivity),
  };
  // A sample is made of the first kind alone, and a count that a framework starts from is one of its periods, or says that it is of a year.
  delete kind.typicalRange;
  if (indicator.valueType === 'COUNT') kind.baselines = (indicator.baselines ?? []).filter(({ isOfYear }) => isOfYear);
  return kind;
}

/** Windows that overlap do not add up over time, whatever months do. */
function additivityIn({ type }: PeriodGrid, additivity: Additivity): Additivity {
  return type === 'ROLLING_12_MONTHS' && additivity === 'ADDITIVE' ? 'ADDITIVE_OVER_AREA_ONLY' : additivity;
}

/** The id by which readers and files know the indicator. Never throws. */
export function publicIdOf({ id, kindOf }: Pick<IndicatorDefinition, 'id' | 'kindOf'>): string {
  return kindOf ?? id;
}

/** The indicator in each of its kinds of period, its first kind first. Never throws. */
export function kindsOf(indicator: IndicatorDefinition): readonly IndicatorDefinition[] {
  return [indicator, ...(indicator.otherKinds ?? [])];
}

/** The indicator in periods of a kind; null where it has none of it. Never throws. */
export function inKind(indicator: IndicatorDefinition, type: PeriodType): IndicatorDefinition | null {
  return kindsOf(indicator).find(({ grid }) => grid.type === type) ?? null;
}

/**
 * The kind of an indicator on whose grid a period lies, and where.
 *
 * @throws {PeriodError} when it lies on none: the message has an example of each.
 */
export function placeOnGrid(
  indicator: IndicatorDefinition,
  periodId: string,
): { readonly indicator: IndicatorDefinition; readonly ordinal: number } {
  const kinds = kindsOf(indicator);
  for (const kind of kinds) {
    const ordinal = ordinalIn(kind.grid, periodId);
    if (ordinal !== null) return { indicator: kind, ordinal };
  }
  const examples = kinds.map(({ grid }) => periodIdExample(grid));
  throw new PeriodError(`"${periodId}" is not a period of this indicator: expected one like ${examples.join(', ')}`);
}

function ordinalIn(grid: PeriodGrid, periodId: string): number | null {
  try {
    return ordinalOf(grid, periodId);
  } catch (problem) {
    if (problem instanceof PeriodError) return null;
    throw problem;
  }
}
