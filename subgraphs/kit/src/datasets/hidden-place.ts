import { areaByCode } from '../geography/areas.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';

/**
 * Why no answer shows a figure of an indicator at a place, in words that name both; null where one does.
 *
 * Nobody measures it there, or a composite is measured in its place. The kinds of area that it is measured on are its reader's. Never throws.
 */
export function hiddenBecause(indicator: IndicatorDefinition, place: string): string | null {
  const { id, notMeasuredIn, measuredTogether = [] } = indicator;
  if (notMeasuredIn === undefined && measuredTogether.length === 0) return null;
  const name = areaByCode(place)?.name ?? place;
  const reason = notMeasuredIn?.[place];
  if (reason !== undefined) return `${id} is not measured in ${name}: ${reason}`;
  const together = measuredTogether.map(areaByCode).find((composite) => composite?.members.includes(place) === true);
  if (together !== undefined && together !== null) return `${id} is measured in ${together.name}, not in ${name} alone`;
  return null;
}
