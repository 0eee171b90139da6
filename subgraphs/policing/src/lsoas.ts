import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import type { SourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { normaliseHeading, parseTable } from '@boroughgraph/kit/files/table.ts';
import { isOneLetterOff, resolveAreaName } from '@boroughgraph/kit/geography/area-names.ts';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';

/** Which district each LSOA lies in, by code. */
export type DistrictsByLsoa = ReadonlyMap<string, string>;

const lsoaHeading = /^(geography code|lsoa code( \(\d{4}\))?|lsoa\d{2}cd)$/;
const districtHeading = /^(local authority district code( \(\d{4}\))?|la[du]\d{2}cd)$/;

/** The form of a code of an LSOA in England or Wales. */
const lsoaCode = /^[EW]01\d{6}$/;

/**
 * The district of each LSOA that a lookup file has, such as the Indices of Deprivation.
 *
 * @throws {FileProblem} when it lacks one of the two columns, a code is malformed or no LSOA of it lies in London.
 */
export function readLsoas(file: SourceFile): DistrictsByLsoa {
  const { headings, rows } = parseTable(file, ',');
  const lsoaAt = headings.findIndex((heading) => lsoaHeading.test(normaliseHeading(heading)));
  const districtAt = headings.findIndex((heading) => districtHeading.test(normaliseHeading(heading)));
  if (lsoaAt < 0 || districtAt < 0)
    throw new FileProblem(
      `${file.name} does not say in which district each LSOA lies: expected columns such as "LSOA code (2011)" and "Local Authority District code (2019)"`,
    );
  const districts = new Map<string, string>();
  for (const { line, cells } of rows) {
    const [lsoa = '', district = ''] = [cells[lsoaAt]?.trim(), cells[districtAt]?.trim()];
    if (!lsoaCode.test(lsoa) || !/^[EW]0\d{7}$/.test(district))
      throw new FileProblem(
        `${file.name}, line ${line}: expected codes of an LSOA and its district, found ${lsoa}, ${district}`,
      );
    districts.set(lsoa, district);
  }
  if (![...districts.values()].some((code) => areaByCode(code)?.type === 'BOROUGH'))
    throw new FileProblem(`${file.name} has no LSOA of London`);
  return districts;
}

/** Where an LSOA lies: in a borough of London, or by its name or code elsewhere. */
export type LsoaPlace =
  { readonly kind: 'borough'; readonly code: string } | { readonly kind: 'elsewhere'; readonly name: string };

/**
 * Where the LSOA of a row lies, by its code, or by the beginning of its name ("Tower Hamlets 026F") where the lookup, which is
 * of 2011, does not have the code. Refuses a row whose code and name contradict each other. `columns` name the row's two.
 */
export function placeOfLsoa(
  row: Row,
  districts: DistrictsByLsoa,
  columns: { readonly code: string; readonly name: string },
): LsoaPlace {
  const code = row.text(columns.code);
  if (!lsoaCode.test(code))
    return row.reject(columns.code, 'the code of an LSOA such as E01000916, or nothing beside no name');
  const district = districts.get(code);
  const named = boroughNamed(row, columns.name);
  if (district === undefined)
    return named ?? row.reject(columns.name, `a name such as Camden 027B, as the lookup lacks ${code}`);
  const place = placeOfDistrict(district, row.text(columns.name));
  if (named !== null && (named.kind !== place.kind || (named.kind === 'borough' && named.code !== district)))
    row.reject(columns.name, `an LSOA of ${areaByCode(district)?.name ?? district}, in which ${code} lies`);
  return place;
}

function placeOfDistrict(code: string, name: string): LsoaPlace {
  return areaByCode(code)?.type === 'BOROUGH' ? { kind: 'borough', code } : { kind: 'elsewhere', name };
}

/** The one district of England whose name is one letter from a borough of London: in others that is a slip of the pen. */
const nearHarrow = 'Harlow';

/** Where the name of an LSOA says that it lies; null for an empty one. */
function boroughNamed(row: Row, column: string): LsoaPlace | null {
  const name = row.text(column);
  if (name === '') return null;
  const district =
    /^(.+?) \d{3}[A-Z]$/.exec(name)?.[1] ?? row.reject(column, 'the name of an LSOA such as Camden 027B');
  const resolved = resolveAreaName(district);
  if (resolved.kind === 'found') return { kind: 'borough', code: resolved.area.code };
  if (isOneLetterOff(district) && district !== nearHarrow) {
    const candidates = resolved.candidates.map((area) => area.name);
    row.reject(column, 'the name of an LSOA such as Camden 027B', candidates);
  }
  return { kind: 'elsewhere', name };
}
