import type { MeasuredRelation } from '@boroughgraph/schema/vocabulary/core.ts';
import { areaTypeOf } from '../geography/area-codes.ts';
import { areaByCode, type AreaRecord } from '../geography/areas.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';

/** Where an indicator is measured for an area that was asked about. */
export interface MeasuredPlace {
  readonly place: string;
  readonly relation: MeasuredRelation;
}

/** The area that a place is, as the schema's Area; null for a site. Never throws. */
export function areaReference(place: string): { readonly code: string } | null {
  return areaTypeOf(place) === null ? null : (areaByCode(place) ?? { code: place });
}

/** The areas in which every borough of London lies, nearest first; areas of one extent stand together. */
const aroundLondon: readonly (readonly string[])[] = [
  ['cps-area:metropolitan-and-city', 'E12000007'],
  ['E92000001'],
  ['K04000001'],
];

/**
 * The nearest place at which an indicator is measured for an area: itself, a composite that it is a member of, a
 * wider area, or the area of its police force. Null where nothing is measured for it.
 */
export function measuredPlace(indicator: IndicatorDefinition, code: string): MeasuredPlace | null {
  return measuredDirectly(indicator, code) ?? widerPlaces(indicator, code)[0] ?? measuredByForce(indicator, code);
}

/** The area itself or a composite that is measured in its place; null where neither is. */
export function measuredDirectly(indicator: IndicatorDefinition, code: string): MeasuredPlace | null {
  const type = areaTypeOf(code);
  if (type === null) return null;
  const together = (indicator.measuredTogether ?? []).find((composite) =>
    areaByCode(composite)?.members.includes(code),
  );
  if (together !== undefined) return { place: together, relation: 'COMPOSITE' };
  return indicator.areaTypes.includes(type) ? { place: code, relation: 'SAME' } : null;
}

/** The wider areas on which an indicator is measured for an area, nearest first; the area itself first where it is one of them. */
export function widerPlaces(indicator: IndicatorDefinition, code: string): readonly MeasuredPlace[] {
  const area = areaByCode(code);
  if (area === null) return [];
  const around = aroundLondon.slice(widerThan(area)).flat();
  return around.flatMap((place) => {
    const wider = areaByCode(place);
    if (wider === null || !indicator.areaTypes.includes(wider.type)) return [];
    if (indicator.notMeasuredIn?.[place] !== undefined) return [];
    return [{ place, relation: place === code ? ('SAME' as const) : ('WIDER_AREA' as const) }];
  });
}

/** The area of the borough's police force, where an indicator is measured there; null where it is not. */
function measuredByForce(indicator: IndicatorDefinition, code: string): MeasuredPlace | null {
  const force = forceAround(code);
  if (force === null || !indicator.areaTypes.includes('POLICE_FORCE_AREA')) return null;
  return { place: force, relation: 'WIDER_AREA' };
}

/** The area of the police force that polices a borough; null for any other area. Never throws. */
export function forceAround(code: string): string | null {
  if (areaTypeOf(code) !== 'BOROUGH') return null;
  return forces.find((force) => areaByCode(force)?.members.includes(code)) ?? null;
}

/** The Metropolitan Police and City of London Police. */
const forces: readonly string[] = ['E23000001', 'E23000034'];

/** The position in `aroundLondon` from which areas hold the given one. */
function widerThan(area: AreaRecord): number {
  const own = aroundLondon.findIndex((codes) => codes.includes(area.code));
  return own < 0 ? 0 : own;
}
