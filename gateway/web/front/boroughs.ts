import { type LondonPart } from '@boroughgraph/schema/vocabulary/core.ts';

/** A borough by the names that people use, and where it stands on a map of equal squares. */
export interface Borough {
  /** ONS code. */
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly part: LondonPart;
  /** From 1 in the west. */
  readonly column: number;
  /** From 1 in the north. */
  readonly row: number;
}

/**
 * The 32 London boroughs and the City of London, as the graph has them, which a test compares. Kept here so that an address with
 * a name takes one request, and so that the search and the map are there while an agency is down.
 */
export const boroughs: readonly Borough[] = [
  {
    code: 'E09000001',
    name: 'City of London',
    aliases: [
      'City',
      'City of London Corporation',
      'Corporation of London',
      'City and County of the City of London',
      'London, City of',
      'CoL',
    ],
    part: 'INNER',
    column: 4,
    row: 4,
  },
  {
    code: 'E09000002',
    name: 'Barking and Dagenham',
    aliases: ['London Borough of Barking and Dagenham', 'Barking', 'LBBD'],
    part: 'OUTER',
    column: 7,
    row: 3,
  },
  { code: 'E09000003', name: 'Barnet', aliases: ['London Borough of Barnet'], part: 'OUTER', column: 3, row: 2 },
  { code: 'E09000004', name: 'Bexley', aliases: ['London Borough of Bexley'], part: 'OUTER', column: 7, row: 5 },
  { code: 'E09000005', name: 'Brent', aliases: ['London Borough of Brent'], part: 'OUTER', column: 2, row: 3 },
  { code: 'E09000006', name: 'Bromley', aliases: ['London Borough of Bromley'], part: 'OUTER', column: 6, row: 6 },
  { code: 'E09000007', name: 'Camden', aliases: ['London Borough of Camden'], part: 'INNER', column: 3, row: 3 },
  { code: 'E09000008', name: 'Croydon', aliases: ['London Borough of Croydon'], part: 'OUTER', column: 4, row: 6 },
  { code: 'E09000009', name: 'Ealing', aliases: ['London Borough of Ealing'], part: 'OUTER', column: 1, row: 4 },
  { code: 'E09000010', name: 'Enfield', aliases: ['London Borough of Enfield'], part: 'OUTER', column: 4, row: 1 },
  {
    code: 'E09000011',
    name: 'Greenwich',
    aliases: ['Royal Borough of Greenwich', 'London Borough of Greenwich', 'RBG'],
    part: 'OUTER',
    column: 6,
    row: 5,
  },
  { code: 'E09000012', name: 'Hackney', aliases: ['London Borough of Hackney'], part: 'INNER', column: 5, row: 3 },
  {
    code: 'E09000013',
    name: 'Hammersmith and Fulham',
    aliases: ['London Borough of Hammersmith and Fulham', 'Hammersmith', 'LBHF', 'H&F'],
    part: 'INNER',
    column: 2,
    row: 5,
  },
  { code: 'E09000014', name: 'Haringey', aliases: ['London Borough of Haringey'], part: 'INNER', column: 4, row: 2 },
  { code: 'E09000015', name: 'Harrow', aliases: ['London Borough of Harrow'], part: 'OUTER', column: 2, row: 2 },
  { code: 'E09000016', name: 'Havering', aliases: ['London Borough of Havering'], part: 'OUTER', column: 7, row: 2 },
  {
    code: 'E09000017',
    name: 'Hillingdon',
    aliases: ['London Borough of Hillingdon'],
    part: 'OUTER',
    column: 1,
    row: 3,
  },
  { code: 'E09000018', name: 'Hounslow', aliases: ['London Borough of Hounslow'], part: 'OUTER', column: 1, row: 5 },
  { code: 'E09000019', name: 'Islington', aliases: ['London Borough of Islington'], part: 'INNER', column: 4, row: 3 },
  {
    code: 'E09000020',
    name: 'Kensington and Chelsea',
    aliases: ['Royal Borough of Kensington and Chelsea', 'RBKC', 'K&C'],
    part: 'INNER',
    column: 2,
    row: 4,
  },
  {
    code: 'E09000021',
    name: 'Kingston upon Thames',
    aliases: ['Royal Borough of Kingston upon Thames', 'Royal Borough of Kingston', 'Kingston', 'RBK'],
    part: 'OUTER',
    column: 2,
    row: 7,
  },
  { code: 'E09000022', name: 'Lambeth', aliases: ['London Borough of Lambeth'], part: 'INNER', column: 4, row: 5 },
  { code: 'E09000023', name: 'Lewisham', aliases: ['London Borough of Lewisham'], part: 'INNER', column: 5, row: 6 },
  { code: 'E09000024', name: 'Merton', aliases: ['London Borough of Merton'], part: 'OUTER', column: 3, row: 6 },
  { code: 'E09000025', name: 'Newham', aliases: ['London Borough of Newham'], part: 'INNER', column: 6, row: 3 },
  { code: 'E09000026', name: 'Redbridge', aliases: ['London Borough of Redbridge'], part: 'OUTER', column: 6, row: 2 },
  {
    code: 'E09000027',
    name: 'Richmond upon Thames',
    aliases: ['London Borough of Richmond upon Thames', 'London Borough of Richmond', 'Richmond', 'LBRuT'],
    part: 'OUTER',
    column: 2,
    row: 6,
  },
  { code: 'E09000028', name: 'Southwark', aliases: ['London Borough of Southwark'], part: 'INNER', column: 5, row: 5 },
  { code: 'E09000029', name: 'Sutton', aliases: ['London Borough of Sutton'], part: 'OUTER', column: 3, row: 7 },
  {
    code: 'E09000030',
    name: 'Tower Hamlets',
    aliases: ['London Borough of Tower Hamlets', 'Towerhamlets', 'LBTH'],
    part: 'INNER',
    column: 5,
    row: 4,
  },
  {
    code: 'E09000031',
    name: 'Waltham Forest',
    aliases: ['London Borough of Waltham Forest', 'Walthamforest', 'LBWF'],
    part: 'OUTER',
    column: 5,
    row: 2,
  },
  {
    code: 'E09000032',
    name: 'Wandsworth',
    aliases: ['London Borough of Wandsworth'],
    part: 'INNER',
    column: 3,
    row: 5,
  },
  {
    code: 'E09000033',
    name: 'Westminster',
    aliases: ['City of Westminster', 'Westminster City Council', 'WCC'],
    part: 'INNER',
    column: 3,
    row: 4,
  },
];
