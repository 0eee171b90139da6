import { type AreaType, areaTypeValues } from '@boroughgraph/schema/vocabulary/core.ts';
import { areaByCode, areas } from './areas.ts';

/** The beginning of ONS codes by kind of area. Source: ONS, Coding and naming policy for UK statistical geographies. */
const onsPrefixes: Partial<Readonly<Record<AreaType, readonly string[]>>> = {
  COUNTRY: ['E92', 'K04'],
  REGION: ['E12'],
  INNER_OUTER: ['E13'],
  BOROUGH: ['E09'],
  WARD: ['E05'],
  POLICE_FORCE_AREA: ['E23'],
  INTEGRATED_CARE_BOARD: ['E54'],
};

const slugOf = (type: AreaType) => type.toLowerCase().replaceAll('_', '-');

/** The kinds of area by the beginning of our own codes, before the colon. */
const typesBySlug: ReadonlyMap<string, AreaType> = new Map(areaTypeValues.map((type) => [slugOf(type), type]));

/** The kind of area that a code is of, by the reviewed table or by the form of the code; null for a code of no known kind. */
export function areaTypeOf(code: string): AreaType | null {
  const known = areaByCode(code);
  if (known !== null) return known.type;
  // A borough or a wider area that the table does not hold does not exist in London; a ward may.
  if (onsPrefixes.WARD?.some((prefix) => code.startsWith(prefix)) === true) return 'WARD';
  const colon = code.indexOf(':');
  return colon < 0 ? null : (typesBySlug.get(code.slice(0, colon)) ?? null);
}

/** A regular expression that finds the codes of one kind of area. */
export function areaCodePattern(type: AreaType): string {
  const prefixes = onsPrefixes[type] ?? [];
  const listed = areas.filter((area) => area.type === type && !prefixes.some((prefix) => area.code.startsWith(prefix)));
  return `^(${[...prefixes, `${slugOf(type)}:`, ...listed.map(({ code }) => `${code}$`)].join('|')})`;
}
