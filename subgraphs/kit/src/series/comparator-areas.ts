import type { ComparatorKind } from '@boroughgraph/schema/vocabulary/core.ts';
import { areaTypeOf } from '../geography/area-codes.ts';
import { areaByCode } from '../geography/areas.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';

/** The kinds of comparison with another area. */
export type AreaComparison = Exclude<ComparatorKind, 'PREVIOUS_YEAR' | 'BASELINE'>;

/** An area to compare with. */
export interface ComparatorArea {
  readonly code: string;
  /** `reference` for one so much larger that its figure is taken as known; `estimate` for one of a like size. */
  readonly otherIs: 'reference' | 'estimate';
}

/** In the order in which they are tried: the Met's area and England and Wales stand in for what is not measured. */
const candidates: Readonly<Record<AreaComparison, readonly string[]>> = {
  LONDON: ['E12000007', 'E23000001'],
  INNER_OR_OUTER: ['E13000001', 'E13000002'],
  ENGLAND: ['E92000001', 'K04000001'],
};

/** From three times as many boroughs on, the own part of a larger area moves its figure little. */
const timesLarger = 3;

/**
 * The area with which a kind of comparison compares a place: one that holds it, is more than it, and has figures of the
 * indicator. Null where there is none, and for a site. Never throws.
 */
export function comparatorArea(
  indicator: IndicatorDefinition,
  place: string,
  kind: AreaComparison,
): ComparatorArea | null {
  const code = candidates[kind].find((candidate) => isMeasured(indicator, candidate) && isWithin(place, candidate));
  if (code === undefined) return null;
  const isFarLarger = kind === 'ENGLAND' || boroughsOf(code).length >= timesLarger * boroughsOf(place).length;
  return { code, otherIs: isFarLarger ? 'reference' : 'estimate' };
}

function isMeasured({ areaTypes, notMeasuredIn }: IndicatorDefinition, code: string): boolean {
  const type = areaTypeOf(code);
  return type !== null && areaTypes.includes(type) && notMeasuredIn?.[code] === undefined;
}

/** Whether a place lies in a wider area and is not all of it. A ward of a code alone lies in London: no other is loaded. */
function isWithin(place: string, wider: string): boolean {
  const type = areaTypeOf(place);
  if (type === null || type === 'COUNTRY') return false;
  if (areaTypeOf(wider) === 'COUNTRY') return true;
  const [own, all] = [boroughsOf(place), boroughsOf(wider)];
  if (own.length === 0) return type === 'WARD' && areaTypeOf(wider) === 'REGION';
  return own.length < all.length && own.every((code) => all.includes(code));
}

/** The boroughs of an area: itself, those it consists of, or the one it lies in; empty where the table does not say. */
function boroughsOf(code: string): readonly string[] {
  const area = areaByCode(code);
  if (area === null) return [];
  if (area.type === 'BOROUGH') return [area.code];
  return area.within === null ? area.members : [area.within];
}
