import { areaTypeOf } from '../geography/area-codes.ts';
import type { Dimensions } from '../statistics/dimensions.ts';
import type { IndicatorDefinition, RestrictedCut } from '../statistics/indicator.ts';

type Cut = Pick<IndicatorDefinition, 'restrictedCuts' | 'grid'>;

/** The cuts of an indicator that are for named users and that its periods can be in; none for most. Never throws. */
export function restrictedCutsOf({ restrictedCuts = [], grid }: Cut): readonly RestrictedCut[] {
  return restrictedCuts.filter(({ periodTypes }) => periodTypes?.includes(grid.type) ?? true);
}

/** Whether a series of an indicator lies in a cut that is for named users. Never throws. */
export function isInRestrictedCut(
  indicator: Cut,
  { place, dimensions }: { readonly place: string; readonly dimensions: Dimensions },
): boolean {
  const type = areaTypeOf(place);
  return restrictedCutsOf(indicator).some(
    ({ areaTypes, dimension }) =>
      (areaTypes === undefined || (type !== null && areaTypes.includes(type))) &&
      (dimension === undefined || dimensions[dimension] !== undefined),
  );
}
