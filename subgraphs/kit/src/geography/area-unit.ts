import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { boroughs } from './area-boroughs.ts';
import { type AreaRecord, type MembershipGround, undated } from './area-record.ts';
import { slug } from '../statistics/dimensions.ts';

/** One unit of several boroughs, or of one, as the tables write it. */
export interface UnitRow extends Partial<Pick<AreaRecord, 'code' | 'validFrom' | 'notBefore' | 'validTo' | 'note'>> {
  /** Its name without the kind of unit: "North East London". */
  readonly name: string;
  /** Names of its boroughs. */
  readonly boroughs: readonly string[];
  /** @default [] */
  readonly aliases?: readonly string[];
  readonly ground: MembershipGround;
}

/** What all units of one kind share. */
export interface UnitKind {
  readonly type: AreaType;
  /** What is added to a unit's name, because several kinds share names: "BCU". */
  readonly suffix: string;
  /** Longer forms of the suffix under which partners write it. */
  readonly otherSuffixes: readonly string[];
}

/**
 * The area of each row, in their order. A unit without a code of its own has its kind and its name as one.
 *
 * @throws when a row names a borough that there is not: a mistake in a table.
 */
export function unitsOf({ type, suffix, otherSuffixes }: UnitKind, rows: readonly UnitRow[]): readonly AreaRecord[] {
  const prefix = type.toLowerCase().replaceAll('_', '-');
  return rows.map(({ name, boroughs: members, aliases = [], ...own }) => ({
    ...undated,
    code: `${prefix}:${slug(name)}`,
    name: `${name} ${suffix}`,
    type,
    part: null,
    registerCode: null,
    aliases: [...otherSuffixes.map((other) => `${name} ${other}`), ...aliases],
    members: members.map(codeOf).sort(),
    within: null,
    ...own,
  }));
}

function codeOf(name: string): string {
  const borough = boroughs.find((candidate) => candidate.name === name);
  if (borough === undefined) throw new Error(`no borough "${name}" in the reviewed table`);
  return borough.code;
}
