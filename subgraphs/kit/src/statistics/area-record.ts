/** Every kind of area in the contract, widest first where one kind nests in another. */
export const areaTypes = [
  'COUNTRY',
  'REGION',
  'INNER_OUTER',
  'BOROUGH',
  'WARD',
  'POLICE_FORCE_AREA',
  'BASIC_COMMAND_UNIT',
  'POLICE_NEIGHBOURHOOD',
  'LOCAL_JUSTICE_AREA',
  'LCJB_AREA',
  'CPS_AREA',
  'PROBATION_DELIVERY_UNIT',
  'INTEGRATED_CARE_BOARD',
  'COMPOSITE',
] as const;

/** A kind of area: the values of `AreaType` in the schema. */
export type AreaType = (typeof areaTypes)[number];

/** Which part of London a borough belongs to, by the statistical definition of the Office for National Statistics. */
export type LondonPart = 'INNER' | 'OUTER';

/** One area that the published files name. */
export interface AreaRecord {
  /** ONS code, or `<type>:<slug>` where there is none. */
  readonly code: string;
  readonly name: string;
  readonly type: AreaType;
  /** Null for everything but a borough. */
  readonly part: LondonPart | null;
  /** Three-letter key in the GOV.UK local authority register (`HCK`); null for everything but a borough. */
  readonly registerCode: string | null;
  /** Other names in use, without those that differ by case, punctuation or `&` alone. Never holds `name`. */
  readonly aliases: readonly string[];
  /** Codes of the boroughs it consists of, in code order; empty for a borough, a part of one, and what reaches beyond London. */
  readonly members: readonly string[];
  /** Code of the borough in which it lies wholly, for a police neighbourhood or a ward; null for everything else. */
  readonly within: string | null;
}
