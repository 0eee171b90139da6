import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import { areas, type AreaRecord, boroughs } from '@boroughgraph/kit/geography/areas.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';

/** A place of which the sample has figures. */
export interface SamplePlace {
  /** An area code, or the id of a site. */
  readonly id: string;
  /** Null for an area. */
  readonly siteName: string | null;
  /** The places whose counts add up to its own: itself for a borough or a site, else boroughs. */
  readonly parts: readonly string[];
  /** How many times the sum of its parts it counts: 1, but for a country, of which London is a part. */
  readonly factor: number;
}

/** The area in which every site of the sample lies. */
export const sampleSiteArea = 'London';

/** The ten Crown Court centres of London. Source: HM Courts & Tribunals Service, Find a court or tribunal. */
const crownCourts = [
  'Central Criminal Court',
  'Croydon',
  'Harrow',
  'Inner London Sessions House',
  'Isleworth',
  'Kingston upon Thames',
  'Snaresbrook',
  'Southwark',
  'Wood Green',
  'Woolwich',
];

/**
 * Residents as a whole multiple of London's, so that parts still add up after multiplying.
 *
 * Source: Office for National Statistics, population estimates, mid-2022: London 8.9 million, England 57.1, with Wales 60.2.
 */
const countryFactors: Readonly<Record<string, number>> = { E92000001: 6, K04000001: 7 };

/**
 * The places at which an indicator is measured, as far as the kit's table of areas knows them: wards and the like are never
 * invented. Composites stand in place of their members; a place where nobody measures it is not among them. Never throws.
 */
export function samplePlaces(indicator: IndicatorDefinition): readonly SamplePlace[] {
  return [...measuredAreas(indicator), ...measuredSites(indicator)];
}

function measuredAreas({
  areaTypes,
  measuredTogether = [],
  notMeasuredIn = {},
}: IndicatorDefinition): readonly SamplePlace[] {
  const composites = areas.filter(({ code }) => measuredTogether.includes(code));
  const inComposite = new Set(composites.flatMap(({ members }) => members));
  const isMeasured = (code: string) => notMeasuredIn[code] === undefined;
  const single = areas.filter(
    ({ code, type }) => areaTypes.includes(type) && type !== 'COMPOSITE' && !inComposite.has(code),
  );
  return [...single, ...composites]
    .filter(({ code }) => isMeasured(code))
    .map((area) => areaPlace(area, partsOf(area).filter(isMeasured)))
    .filter(({ parts }) => parts.length > 0);
}

function areaPlace({ code }: AreaRecord, parts: readonly string[]): SamplePlace {
  return { id: code, siteName: null, parts, factor: countryFactors[code] ?? 1 };
}

function partsOf({ code, type, members }: AreaRecord): readonly string[] {
  if (type === 'BOROUGH') return [code];
  return type === 'COUNTRY' ? boroughs.map((borough) => borough.code) : members;
}

function measuredSites({ siteKind }: IndicatorDefinition): readonly SamplePlace[] {
  if (siteKind === undefined) return [];
  if (siteKind === 'court') return crownCourts.map((name) => site(`court:${slug(courtSlugName(name))}`, name));
  // A made-up hospital must never pass for a real one.
  return [1, 2, 3].map((number) => site(`SYNTHETIC-${number}`, `Synthetic ${siteKind.replaceAll('-', ' ')} ${number}`));
}

/** The id of a court holds its tier; the Central Criminal Court has it in its name already. */
const courtSlugName = (name: string) => (name.endsWith('Court') ? name : `${name} Crown Court`);
const site = (id: string, siteName: string): SamplePlace => ({ id, siteName, parts: [id], factor: 1 });
