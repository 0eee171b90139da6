import type { MeasuredPlace } from '@boroughgraph/kit/series/measured.ts';
import { londonToday } from '@boroughgraph/kit/statistics/london-clock.ts';
import { stoodOn } from '@boroughgraph/kit/geography/area-record.ts';
import { areaUnits } from '@boroughgraph/kit/geography/area-units.ts';
import { areaByCode, type AreaRecord } from '@boroughgraph/kit/geography/areas.ts';
import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';

const courtTypes: readonly AreaType[] = ['LOCAL_JUSTICE_AREA', 'LCJB_AREA'];
const courtUnits = areaUnits.filter(({ type }) => courtTypes.includes(type));

/**
 * The areas of the courts in which an area lies wholly today, local justice area before LCJB area; the area itself where it is
 * one of them. Empty for an area that reaches beyond one, and for an unknown code. Never throws.
 */
export function courtAreasAround(code: string): readonly MeasuredPlace[] {
  const area = areaByCode(code);
  const own = area === null ? [] : boroughsOf(area);
  if (own.length === 0) return [];
  const day = londonToday();
  return courtUnits
    .filter((unit) => stoodOn(unit, day) && own.every((borough) => unit.members.includes(borough)))
    .filter((unit) => unit.code === code || !courtTypes.includes(area?.type ?? 'BOROUGH'))
    .map((unit) => ({ place: unit.code, relation: unit.code === code ? 'SAME' : 'WIDER_AREA' }));
}

function boroughsOf({ type, code, members, within }: AreaRecord): readonly string[] {
  if (type === 'BOROUGH') return [code];
  return within === null ? members : [within];
}
