import { areaCodePattern } from '../geography/area-codes.ts';
import { restrictedCutsOf } from '../disclosure/restricted-cuts.ts';
import { kindsOf } from '../statistics/period-kinds.ts';
import type { RestrictedPart } from '../store/write-restricted-parts.ts';
import type { DatasetDefinition } from './dataset.ts';

/** What of a dataset is for named users alone, as the store is to keep it from everybody else. Never throws. */
export function restrictedPartsOf({ accessTier, indicators }: DatasetDefinition): readonly RestrictedPart[] {
  const inAllKinds = indicators.flatMap(kindsOf);
  if (accessTier !== 'OPEN') return [wholeOf(null), ...inAllKinds.map(({ id }) => wholeOf(id))];
  return inAllKinds.flatMap((indicator) =>
    restrictedCutsOf(indicator).map(({ areaTypes, dimension }) => ({
      indicatorId: indicator.id,
      placePattern: areaTypes?.map(areaCodePattern).join('|') ?? null,
      dimension: dimension ?? null,
    })),
  );
}

const wholeOf = (indicatorId: string | null): RestrictedPart => ({ indicatorId, placePattern: null, dimension: null });
