import { type LondonPart, areaTypeValues } from '@boroughgraph/schema/vocabulary/core.ts';
import { boroughs } from './area-boroughs.ts';
import { neighbourhoods } from './area-neighbourhoods.ts';
import { type AreaRecord, undated } from './area-record.ts';
import { areaUnits } from './area-units.ts';

export { boroughs, type AreaRecord };

const cityOfLondon = 'E09000001';
const allBoroughs = boroughs.map(({ code }) => code);
const boroughsIn = (part: LondonPart) => boroughs.filter((area) => area.part === part).map(({ code }) => code);

type WiderRow = Pick<AreaRecord, 'code' | 'name' | 'type' | 'aliases' | 'members'> & Partial<AreaRecord>;

/** Columns in which NHS Digital puts boroughs together. */
const drugMisuse = {
  basis: 'PUBLISHER_REPORTING_AREA',
  source: 'NHS Digital, Statistics on Drug Misuse: columns of the table of admissions',
} as const;

/*
 * Sources. Codes: Office for National Statistics, code history database. "Metropolitan and City" is the row of the Crown
 * Prosecution Service's monthly outcomes for the two London forces together. Two composites are column headings of NHS
 * Digital, Statistics on Drug Misuse, which publishes no figure for their members alone; hospital indicators of the Office
 * for Health Improvement and Disparities have the first of them too. The third stands in products based on statistics of the
 * Office for National Statistics that merge the City with its other neighbour: two different areas. E61000001, the Greater
 * London Authority, is an organisation and no area: its name is not an alias of London.
 */
const wider: readonly WiderRow[] = [
  { code: 'K04000001', name: 'England and Wales', type: 'COUNTRY', aliases: [], members: [] },
  { code: 'E92000001', name: 'England', type: 'COUNTRY', aliases: [], members: [] },
  {
    code: 'E12000007',
    name: 'London',
    type: 'REGION',
    aliases: ['Greater London', 'London Region'],
    members: allBoroughs,
  },
  { code: 'E13000001', name: 'Inner London', type: 'INNER_OUTER', aliases: [], members: boroughsIn('INNER') },
  { code: 'E13000002', name: 'Outer London', type: 'INNER_OUTER', aliases: [], members: boroughsIn('OUTER') },
  {
    code: 'E23000001',
    name: 'Metropolitan Police',
    type: 'POLICE_FORCE_AREA',
    aliases: ['Metropolitan Police Service', 'Metropolitan Police District', 'Met Police', 'Met', 'MPS'],
    members: allBoroughs.filter((code) => code !== cityOfLondon),
  },
  {
    code: 'E23000034',
    name: 'City of London Police',
    type: 'POLICE_FORCE_AREA',
    aliases: ['City of London'],
    members: [cityOfLondon],
  },
  {
    code: 'cps-area:metropolitan-and-city',
    name: 'Metropolitan and City',
    type: 'CPS_AREA',
    aliases: [],
    members: allBoroughs,
  },
  {
    code: 'composite:city-of-london-and-hackney',
    name: 'City of London and Hackney',
    type: 'COMPOSITE',
    aliases: ['Hackney and City of London', 'Hackney and City', 'City and Hackney'],
    members: [cityOfLondon, 'E09000012'],
    ground: {
      ...drugMisuse,
      source: `${drugMisuse.source}; Office for Health Improvement and Disparities, hospital indicators`,
    },
  },
  {
    code: 'composite:city-of-london-and-westminster',
    name: 'City of London and Westminster',
    type: 'COMPOSITE',
    aliases: ['Westminster and City of London', 'City and Westminster'],
    members: [cityOfLondon, 'E09000033'],
    ground: {
      basis: 'PUBLISHER_REPORTING_AREA',
      source:
        'Products based on statistics of the Office for National Statistics, as uatk-spc issue 40 describes them: no publication at hand uses it',
    },
  },
  {
    code: 'composite:merton-and-sutton',
    name: 'Merton and Sutton',
    type: 'COMPOSITE',
    aliases: ['Sutton and Merton'],
    members: ['E09000024', 'E09000029'],
    ground: drugMisuse,
  },
];

/**
 * Every area that the published files name, except wards: boroughs in code order, wider areas, the units of the police, the
 * courts, health and probation, then police neighbourhoods. Units that have ended stay, with their last day.
 */
export const areas: readonly AreaRecord[] = [
  ...boroughs,
  ...wider.map((area) => ({ ...undated, part: null, registerCode: null, within: null, ...area })),
  ...areaUnits,
  ...neighbourhoods,
];

const byCode: ReadonlyMap<string, AreaRecord> = new Map(areas.map((area) => [area.code, area]));

/** The area of this code, spelt exactly; null for a code that this table does not hold, wards among them. Never throws. */
export function areaByCode(code: string): AreaRecord | null {
  return byCode.get(code) ?? null;
}

const byBorough: ReadonlyMap<string | null, readonly AreaRecord[]> = Map.groupBy(neighbourhoods, (area) => area.within);

/** The police neighbourhoods that lie in this borough, in the publisher's order; empty for any other code. Never throws. */
export function neighbourhoodsOf(code: string): readonly AreaRecord[] {
  return byBorough.get(code) ?? [];
}

/** An ONS code is one letter and eight digits: ONS, Coding and naming policy for UK statistical geographies. */
const onsCode = /^[A-Z]\d{8}$/;
const typeSlugs = areaTypeValues.map((type) => type.toLowerCase().replaceAll('_', '-')).join('|');
const slug = '[a-z0-9]+(?:-[a-z0-9]+)*';
const ownCode = new RegExp(`^(?:${typeSlugs}):${slug}(?:/${slug})?$`);

/**
 * Whether a text has the form of an area code: E09000012, `composite:merton-and-sutton`, or
 * `police-neighbourhood:<borough>/<name>`. Says nothing about whether there is such an area. Never throws.
 */
export function isWellFormedAreaCode(code: string): boolean {
  return onsCode.test(code) || ownCode.test(code);
}

/**
 * A code as this project writes it, from one that somebody typed: `e09000012`, ` E09000012`, `Composite:Merton-and-Sutton`. A text that has the
 * form of no code comes back as it is. Never throws.
 */
export function readAreaCode(text: string): string {
  const [upper, lower] = [text.trim().toUpperCase(), text.trim().toLowerCase()];
  if (onsCode.test(upper)) return upper;
  return ownCode.test(lower) ? lower : text;
}
