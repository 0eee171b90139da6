import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import { areaTypeOf } from '@boroughgraph/kit/geography/area-codes.ts';
import { areaByCode, type AreaRecord } from '@boroughgraph/kit/geography/areas.ts';
import { wardByCode } from './wards.ts';

/** An area as resolvers pass it on: its code, by which each of its fields is found. */
export interface AreaReference {
  readonly code: string;
}

/**
 * The area of a code, if there is one; null otherwise. Boroughs and wider areas are known without the store, wards are not.
 *
 * @throws {StoreUnavailable} for a ward, when the store does not answer.
 */
export async function findArea(code: string, context: RequestContext): Promise<AreaReference | null> {
  const known = areaByCode(code);
  // A new object: the library marks what it is given with the name of its type.
  if (known !== null) return { code };
  const ward = areaTypeOf(code) === 'WARD' ? await wardByCode(context, code) : null;
  return ward === null ? null : { code };
}

/**
 * The area of the reviewed table that a resolver was given.
 *
 * @throws when there is none, which is a mistake of this program: only codes that were found are passed on.
 */
export function recordOf({ code }: AreaReference): AreaRecord {
  const record = areaByCode(code);
  if (record === null) throw new Error(`no area "${code}" in the reviewed table`);
  return record;
}
