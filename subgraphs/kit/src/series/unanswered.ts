import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { areaTypeOf } from '../geography/area-codes.ts';
import { areaByCode } from '../geography/areas.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';

/** What a page of series was asked for, with codes as this project writes them. */
export interface AskedPlaces {
  readonly indicators: readonly IndicatorDefinition[];
  readonly areas: readonly string[];
  readonly sites: readonly string[];
}

/** Places that are told of one page: as many as a person reads. */
const toldAtMost = 20;

/**
 * Of which places, among those that were asked for by name, an indicator is not measured by its definition, each as a sentence for people:
 * a ward where only boroughs are, a court where only areas are. What is loaded makes no difference to it. Never throws.
 */
export function placesNotMeasured({ indicators, areas, sites }: AskedPlaces): readonly string[] {
  const lines = indicators.flatMap((indicator) => [
    ...[...new Set(areas)].flatMap((code) => areaProblem(indicator, code) ?? []),
    ...[...new Set(sites)].flatMap((id) => siteProblem(indicator, id) ?? []),
  ]);
  const more = lines.length - toldAtMost;
  return more <= 0
    ? lines
    : [...lines.slice(0, toldAtMost), `${more.toLocaleString('en-GB')} more places are not measured.`];
}

function areaProblem(indicator: IndicatorDefinition, code: string): string | null {
  const type = areaTypeOf(code);
  const named = areaByCode(code)?.name ?? code;
  if (type === null) return `${named} is an area of no kind of which anything is measured.`;
  if (!indicator.areaTypes.includes(type))
    return `${indicator.id} is not measured for ${named}, which is ${kindOf(type)}: it is for ${whereMeasured(indicator)}.`;
  const because = indicator.notMeasuredIn?.[code];
  return because === undefined ? null : `${indicator.id} is not measured for ${named}: ${because}`;
}

function siteProblem(indicator: IndicatorDefinition, id: string): string | null {
  if (indicator.siteKind !== undefined) return null;
  return `${indicator.id} is not measured at sites such as ${id}: it is for ${whereMeasured(indicator)}.`;
}

const words = (type: AreaType) => type.toLowerCase().replaceAll('_', ' ');
const kindOf = (type: AreaType) => `${/^[aeiou]/.test(words(type)) ? 'an' : 'a'} ${words(type)}`;

/** Where an indicator is measured, in the values of `AreaType` that may be asked for. */
function whereMeasured({ areaTypes, siteKind }: IndicatorDefinition): string {
  return [...areaTypes.map(String), ...(siteKind === undefined ? [] : [`sites (${siteKind})`])].join(', ');
}
