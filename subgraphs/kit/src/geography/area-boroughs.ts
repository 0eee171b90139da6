import type { LondonPart } from '@boroughgraph/schema/vocabulary/core.ts';
import { type AreaRecord, undated } from './area-record.ts';

type BoroughRow = readonly [code: string, name: string, part: LondonPart, key: string, ...aliases: string[]];

/*
 * Sources. Codes and names: Office for National Statistics, code history database, local authority districts of 2009
 * (E09). Keys: GOV.UK local authority register, February 2018, table of GSS codes. Inner and Outer: the ONS statistical
 * grouping, row by row as in Department for Education, Children in need, release of October 2024, columns region_code
 * and new_la_code. It puts Greenwich in Outer and Haringey and Newham in Inner, where the London Government Act 1963
 * does the reverse. Aliases: the same register, and the abbreviations that partners use for themselves. LBH may be
 * Hackney, Haringey, Harrow, Havering, Hillingdon or Hounslow, and is the register's key for Lambeth: it names nobody.
 */
const rows: readonly BoroughRow[] = [
  [
    'E09000001',
    'City of London',
    'INNER',
    'LND',
    'City',
    'City of London Corporation',
    'Corporation of London',
    'City and County of the City of London',
    'London, City of',
    'CoL',
  ],
  ['E09000002', 'Barking and Dagenham', 'OUTER', 'BDG', 'London Borough of Barking and Dagenham', 'Barking', 'LBBD'],
  ['E09000003', 'Barnet', 'OUTER', 'BNE', 'London Borough of Barnet'],
  ['E09000004', 'Bexley', 'OUTER', 'BEX', 'London Borough of Bexley'],
  ['E09000005', 'Brent', 'OUTER', 'BEN', 'London Borough of Brent'],
  ['E09000006', 'Bromley', 'OUTER', 'BRY', 'London Borough of Bromley'],
  ['E09000007', 'Camden', 'INNER', 'CMD', 'London Borough of Camden'],
  ['E09000008', 'Croydon', 'OUTER', 'CRY', 'London Borough of Croydon'],
  ['E09000009', 'Ealing', 'OUTER', 'EAL', 'London Borough of Ealing'],
  ['E09000010', 'Enfield', 'OUTER', 'ENF', 'London Borough of Enfield'],
  // Royal since 2012; older files say London Borough.
  ['E09000011', 'Greenwich', 'OUTER', 'GRE', 'Royal Borough of Greenwich', 'London Borough of Greenwich', 'RBG'],
  ['E09000012', 'Hackney', 'INNER', 'HCK', 'London Borough of Hackney'],
  [
    'E09000013',
    'Hammersmith and Fulham',
    'INNER',
    'HMF',
    'London Borough of Hammersmith and Fulham',
    'Hammersmith',
    'LBHF',
    'H&F',
  ],
  ['E09000014', 'Haringey', 'INNER', 'HRY', 'London Borough of Haringey'],
  ['E09000015', 'Harrow', 'OUTER', 'HRW', 'London Borough of Harrow'],
  ['E09000016', 'Havering', 'OUTER', 'HAV', 'London Borough of Havering'],
  ['E09000017', 'Hillingdon', 'OUTER', 'HIL', 'London Borough of Hillingdon'],
  ['E09000018', 'Hounslow', 'OUTER', 'HNS', 'London Borough of Hounslow'],
  ['E09000019', 'Islington', 'INNER', 'ISL', 'London Borough of Islington'],
  ['E09000020', 'Kensington and Chelsea', 'INNER', 'KEC', 'Royal Borough of Kensington and Chelsea', 'RBKC', 'K&C'],
  // "Kingston" alone is the borough, among boroughs. In a list of courts it may be Kingston upon Hull.
  [
    'E09000021',
    'Kingston upon Thames',
    'OUTER',
    'KTT',
    'Royal Borough of Kingston upon Thames',
    'Royal Borough of Kingston',
    'Kingston',
    'RBK',
  ],
  ['E09000022', 'Lambeth', 'INNER', 'LBH', 'London Borough of Lambeth'],
  ['E09000023', 'Lewisham', 'INNER', 'LEW', 'London Borough of Lewisham'],
  ['E09000024', 'Merton', 'OUTER', 'MRT', 'London Borough of Merton'],
  ['E09000025', 'Newham', 'INNER', 'NWM', 'London Borough of Newham'],
  ['E09000026', 'Redbridge', 'OUTER', 'RDB', 'London Borough of Redbridge'],
  [
    'E09000027',
    'Richmond upon Thames',
    'OUTER',
    'RIC',
    'London Borough of Richmond upon Thames',
    'London Borough of Richmond',
    'Richmond',
    'LBRuT',
  ],
  ['E09000028', 'Southwark', 'INNER', 'SWK', 'London Borough of Southwark'],
  ['E09000029', 'Sutton', 'OUTER', 'STN', 'London Borough of Sutton'],
  ['E09000030', 'Tower Hamlets', 'INNER', 'TWH', 'London Borough of Tower Hamlets', 'Towerhamlets', 'LBTH'],
  ['E09000031', 'Waltham Forest', 'OUTER', 'WFT', 'London Borough of Waltham Forest', 'Walthamforest', 'LBWF'],
  ['E09000032', 'Wandsworth', 'INNER', 'WND', 'London Borough of Wandsworth'],
  ['E09000033', 'Westminster', 'INNER', 'WSM', 'City of Westminster', 'Westminster City Council', 'WCC'],
];

/** What a reader must know of a borough before using its figures, by code. Source: what each publisher does with the City. */
const notes: Readonly<Record<string, string>> = {
  E09000001:
    'Policed by a force of its own, the City of London Police: it lies in no Basic Command Unit of the Metropolitan Police, and has none of its figures. Some publishers merge it with Hackney, others with Westminster.',
};

/**
 * The 32 London boroughs and the City of London, in code order.
 *
 * Source: Office for National Statistics, Department for Education and GOV.UK registers, as the table's comment says.
 */
export const boroughs: readonly AreaRecord[] = rows.map(([code, name, part, registerCode, ...aliases]) => ({
  ...undated,
  code,
  name,
  type: 'BOROUGH',
  part,
  registerCode,
  aliases,
  members: [],
  within: null,
  note: notes[code] ?? null,
}));
