import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { areaTypeOf } from '@boroughgraph/kit/geography/area-codes.ts';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import { wardOf2022 } from '@boroughgraph/kit/geography/area-wards.ts';

const known = new Map<string, ReadonlySet<string> | null>();

/** The boroughs that a place covers or lies in: its members, itself, or the borough of a ward; null for what is wider than London, and for sites. */
function groundOf(place: string): ReadonlySet<string> | null {
  const found = known.get(place);
  if (found !== undefined) return found;
  const ground = findGround(place);
  known.set(place, ground);
  return ground;
}

function findGround(place: string): ReadonlySet<string> | null {
  const area = areaByCode(place);
  if (area?.type === 'BOROUGH') return new Set([place]);
  if (area !== null && area.members.length > 0) return new Set(area.members);
  const borough = boroughAround(place);
  return borough === null ? null : new Set([borough]);
}

/** England and Wales, beside England. */
const isWithWales = (country: string) => country.startsWith('K');

/** Areas smaller than a borough: of two of one borough neither holds the other. */
const smallAreas: readonly (AreaType | null)[] = ['WARD', 'POLICE_NEIGHBOURHOOD'];
const isSmall = (place: string) => smallAreas.includes(areaTypeOf(place));

/** Whether one area lies within another, and is not the same ground. Never throws. */
export function liesWithin(place: string, wider: string): boolean {
  if (place === wider || isSmall(wider)) return false;
  const [own, its] = [groundOf(place), groundOf(wider)];
  // Countries reach beyond London; of two, England is the smaller.
  if (areaTypeOf(wider) === 'COUNTRY') return areaTypeOf(place) !== 'COUNTRY' || isWithWales(wider);
  if (own === null || its === null || (own.size === its.size && !isSmall(place))) return false;
  return [...own].every((borough) => its.has(borough));
}

/** The borough in which a small area lies; null for any other place. Never throws. */
export function boroughAround(place: string): string | null {
  return areaByCode(place)?.within ?? wardOf2022(place)?.borough ?? null;
}
