import { distance } from 'fastest-levenshtein';
import { areaNamed, resolveAreaName } from '../geography/area-names.ts';
import { wardOf2022, wardVintage } from '../geography/area-wards.ts';
import { areaByCode, areas } from '../geography/areas.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { Row } from '../files/row.ts';

/**
 * The code of the area that a row of the tidy format is about: by its code or by a name that one area of the indicator's types
 * bears. Where the row has a name beside, the two must be of one area.
 *
 * @throws {RowProblem} when there is no such area, several share the name, code and name contradict each other, or a ward is of
 * another year than 2022.
 */
export function tidyAreaOf(row: Row, indicator: IndicatorDefinition): string {
  const code = codeOf(row, indicator);
  const name = row.text('areaName');
  if (name !== '' && wardCode.test(code)) row.refuse('areaName', 'nothing: a ward is known by its code alone here');
  if (name === '' || wardCode.test(code) || areaNamed(name, indicator.areaTypes)?.code === code) return code;
  const expected = areaByCode(code)?.name ?? code;
  return row.reject('areaName', `the name of ${row.text('area')}, ${expected}, or another code beside it`);
}

const wardCode = /^E05\d{6}$/;

function codeOf(row: Row, { areaTypes }: IndicatorDefinition): string {
  const text = row.text('area');
  if (areaTypes.includes('WARD') && wardCode.test(text)) return wardIn(row, text);
  const byCode = areaByCode(text) ?? areaByCode(text.toUpperCase());
  if (byCode !== null && areaTypes.includes(byCode.type)) return byCode.code;
  const resolved = resolveAreaName(text, areaTypes);
  if (resolved.kind === 'found') return resolved.area.code;
  const candidates = isLikeCode(text) ? likelyCodes(text, areaTypes) : resolved.candidates.map(({ name }) => name);
  return row.reject('area', `the code or name of an area of type ${areaTypes.join(', ')}`, candidates);
}

/** A letter and digits, as codes of the Office for National Statistics are: names are not near it. */
const isLikeCode = (text: string) => /^[a-z]\d{5,}$/i.test(text);

/** The codes that lack, or have, one digit more; of another nine characters nobody can tell what they were to be. */
function likelyCodes(text: string, types: IndicatorDefinition['areaTypes']): readonly string[] {
  const wanted = text.toUpperCase();
  const codes = areas.filter(({ type }) => types.includes(type)).map(({ code }) => code);
  return codes.filter((code) => code.length !== wanted.length && distance(code, wanted) === 1).slice(0, 3);
}

function wardIn(row: Row, code: string): string {
  return wardOf2022(code) === null
    ? row.reject(
        'area',
        `a ward of London since May ${wardVintage}: wards of other years cannot stand in one series with it`,
      )
    : code;
}
