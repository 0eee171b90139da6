import type { AreaType, LinkBasis, LondonPart } from '@boroughgraph/schema/vocabulary/core.ts';

/** Who says of which boroughs an area consists, and what is not confirmed of it. */
export interface MembershipGround {
  readonly basis: LinkBasis;
  readonly source: string;
}

/** When an area stood, as far as the sources say. Nothing is invented: most units have one day that nobody states. */
export interface AreaLife {
  /** First day; null where it is not known. */
  readonly validFrom: string | null;
  /** Where the first day is not known, the day before which it did not exist yet; null where no source says. */
  readonly notBefore: string | null;
  /** Last day; null where it still stands, or its end is not known. */
  readonly validTo: string | null;
}

/** One area that the published files name. */
export interface AreaRecord extends AreaLife {
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
  /** On what its list of members rests; null where the kind of area tells, and for an area without members. */
  readonly ground: MembershipGround | null;
  /** What a reader must know before using it, in sentences; null where there is nothing. */
  readonly note: string | null;
}

/** What holds of an area whose table names no day, no ground of its own and no note. */
export const undated = {
  validFrom: null,
  notBefore: null,
  validTo: null,
  ground: null,
  note: null,
} as const satisfies Partial<AreaRecord>;

/**
 * Whether an area or link stood on a day (`YYYY-MM-DD`), both ends included. One whose first or last day is not known stood on
 * every day of which no source says otherwise. Never throws.
 */
export function stoodOn({ validFrom, notBefore, validTo }: AreaLife, day: string): boolean {
  const first = validFrom ?? notBefore;
  return (first === null || day >= first) && (validTo === null || day <= validTo);
}
