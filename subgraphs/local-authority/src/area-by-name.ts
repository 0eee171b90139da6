import { badUserInput } from '@boroughgraph/kit/series/errors.ts';
import { groupsNamed, resolveAreaName } from '@boroughgraph/kit/geography/area-names.ts';
import type { AreaRecord } from '@boroughgraph/kit/geography/areas.ts';
import { type AreaType, areaTypeValues } from '@boroughgraph/schema/vocabulary/core.ts';
import type { AreaReference } from './find-area.ts';

/**
 * The borough that a name or alias stands for.
 *
 * @throws a BAD_USER_INPUT that lists candidates for any other text: the boroughs that may have been meant and, where units of
 * the police, the courts or others bear the name, those too.
 */
export function boroughNamed(name: string): AreaReference {
  const resolved = resolveAreaName(name);
  if (resolved.kind === 'found') return { code: resolved.area.code };
  const why = resolved.kind === 'ambiguous' ? 'stands for more than one borough' : 'is the name of no borough';
  const units = groupsNamed(name);
  const unitText = units.length === 0 ? '' : `; it names ${listOf(units)}`;
  const expected = listOf(resolved.candidates) || 'Hackney (E09000012)';
  throw badUserInput(`${quoted(name)} ${why}: expected one such as ${expected}${unitText}`, 'name');
}

/**
 * The one area that bears a name, of one type or, without one, of any but wards.
 *
 * @throws a BAD_USER_INPUT that lists candidates, of every type that shares the name, where there is not exactly one.
 */
export function areaNamed(name: string, type: AreaType | null): AreaReference {
  if (type === 'WARD')
    throw badUserInput('type is WARD: expected another, because wards share names; list them with areas', 'type');
  const resolved = resolveAreaName(name, type === null ? areaTypeValues : [type]);
  if (resolved.kind === 'found') return { code: resolved.area.code };
  const why = resolved.kind === 'ambiguous' ? 'stands for more than one area' : 'is the name of no such area';
  const expected = listOf(resolved.candidates) || 'Hackney (E09000012)';
  throw badUserInput(`${quoted(name)} ${why}: expected one such as ${expected}`, 'name');
}

const listOf = (candidates: readonly AreaRecord[]) =>
  candidates.map((area) => `${area.name} (${area.code})`).join(', ');

/** Letters of a name that an error quotes: no name of an area is longer. */
const longestQuoted = 100;

const quoted = (name: string) =>
  JSON.stringify(name.length > longestQuoted ? `${name.slice(0, longestQuoted)}…` : name);
