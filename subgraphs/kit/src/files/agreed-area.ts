import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { Row } from './row.ts';
import { areaNamed } from '../geography/area-names.ts';
import { areaByCode, type AreaRecord, isWellFormedAreaCode } from '../geography/areas.ts';

/** The columns in which a row names its area twice. */
export interface CodeAndName {
  readonly code: string;
  readonly name: string;
}

/** The beginnings of codes that only areas of the reviewed table have: an unknown one is a mistake, not another place. */
const londonCode = /^E(09|13)/;

/**
 * The area of these types on which the code and the name in a row agree; null where the row is of another place.
 *
 * @default types ['BOROUGH']
 * @throws {RowProblem} when code and name contradict each other, or the code is none.
 */
export function agreedArea(
  row: Row,
  { code, name }: CodeAndName,
  types: readonly AreaType[] = ['BOROUGH'],
): AreaRecord | null {
  const text = row.text(code);
  const known = areaByCode(text);
  const byCode = known !== null && types.includes(known.type) ? known : null;
  const byName = areaNamed(row.text(name), types);
  if (byCode !== null && byCode.code !== byName?.code) return row.reject(name, `the name of ${text}, ${byCode.name}`);
  if (byCode !== null) return byCode;
  if (byName !== null) return row.reject(code, `the code of ${byName.name}, ${byName.code}`);
  if (!isWellFormedAreaCode(text) || londonCode.test(text)) return row.reject(code, 'an ONS code such as E09000012');
  return null;
}
