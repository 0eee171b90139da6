import { type AreaLife, type MembershipGround, stoodOn } from '@boroughgraph/kit/geography/area-record.ts';
import { unitTypes } from '@boroughgraph/kit/geography/area-units.ts';
import { areaByCode, areas, type AreaRecord } from '@boroughgraph/kit/geography/areas.ts';
import type { AreaType, LinkKind } from '@boroughgraph/schema/vocabulary/core.ts';

/** What one area of the reviewed table is to another, in which time, and who says so. */
export interface TableLink extends AreaLife, MembershipGround {
  /** The code of the other area. */
  readonly to: string;
  readonly kind: Exclude<LinkKind, 'SERVES' | 'BEST_FIT'>;
}

type Ground = MembershipGround & { readonly kind: Exclude<TableLink['kind'], 'COMPOSED_OF'> };

/** On what it rests that an area of each kind holds others. Kinds that hold none of the table's areas are absent. */
const grounds: Partial<Readonly<Record<AreaType, Ground>>> = {
  INNER_OUTER: {
    kind: 'NESTS_IN',
    basis: 'PUBLISHER_REPORTING_AREA',
    source:
      'Office for National Statistics, statistical Inner and Outer London, as the Department for Education reports them',
  },
  REGION: { kind: 'NESTS_IN', basis: 'STATUTORY', source: 'London Government Act 1963, section 2: Greater London' },
  COUNTRY: {
    kind: 'NESTS_IN',
    basis: 'STATUTORY',
    source: 'Office for National Statistics, code history database: countries and regions',
  },
  BOROUGH: {
    kind: 'NESTS_IN',
    basis: 'PUBLISHER_REPORTING_AREA',
    source: "Mayor's Office for Policing and Crime, public perceptions of the police: neighbourhoods of each borough",
  },
  POLICE_FORCE_AREA: { kind: 'NESTS_IN', basis: 'STATUTORY', source: 'Police Act 1996, section 1: police areas' },
  CPS_AREA: {
    kind: 'NESTS_IN',
    basis: 'PUBLISHER_REPORTING_AREA',
    source: 'Crown Prosecution Service, case outcomes by principal offence category: areas of the table',
  },
};

/** The ground of an area's own list of members before that of its kind; null where neither is. */
function groundOf({ type, ground }: AreaRecord): Ground | null {
  return ground === null ? (grounds[type] ?? null) : { kind: 'MEMBER_OF', ...ground };
}

const england = 'E92000001';
const englandAndWales = 'K04000001';

/** Kinds of area in which only a borough is said to lie: between two of them, lying within is geometry and no grouping. */
const overlays: readonly AreaType[] = ['POLICE_FORCE_AREA', 'CPS_AREA', 'COMPOSITE', 'INNER_OUTER', ...unitTypes];

/** The boroughs of which an area consists, or in one of which it lies; none for what reaches beyond London. */
function boroughsOf({ type, code, members, within }: AreaRecord): readonly string[] {
  if (type === 'BOROUGH') return [code];
  return within === null ? members : [within];
}

/**
 * The links of an area to others of the reviewed table, of all times: those that it lies in, then those that it is composed of,
 * each in the order of the table. Empty for a code that the table does not hold. Never throws.
 */
export function linksOf(code: string): readonly TableLink[] {
  const area = areaByCode(code);
  if (area === null) return [];
  const wider = areas.filter((other) => isWithin(area, other)).flatMap((other) => linkTo(area, other));
  const ground = groundOf(area);
  const parts =
    ground === null ? [] : area.members.map((to) => ({ ...lifeOf(area), ...ground, to, kind: 'COMPOSED_OF' as const }));
  return [...wider, ...parts];
}

/** As `linksOf`, those that held on a day (`YYYY-MM-DD`). Never throws. */
export function linksOn(code: string, day: string): readonly TableLink[] {
  return linksOf(code).filter((link) => stoodOn(link, day));
}

function linkTo(area: AreaRecord, other: AreaRecord): readonly TableLink[] {
  const ground = groundOf(other);
  // Only units have days, and none of them lies in another.
  const dated = unitTypes.includes(area.type) ? area : other;
  return ground === null ? [] : [{ ...lifeOf(dated), ...ground, to: other.code }];
}

const lifeOf = ({ validFrom, notBefore, validTo }: AreaLife): AreaLife => ({ validFrom, notBefore, validTo });

/** Whether an area of the table lies within another: all of its boroughs do, and both are of kinds that nest. */
function isWithin(area: AreaRecord, other: AreaRecord): boolean {
  if (area.code === other.code) return false;
  const own = boroughsOf(area);
  if (other.code === englandAndWales) return own.length > 0 || area.code === england;
  if (other.code === england) return own.length > 0;
  if (area.type !== 'BOROUGH' && overlays.includes(other.type)) return false;
  if (other.type === 'BOROUGH') return area.within === other.code;
  return own.length > 0 && own.every((borough) => other.members.includes(borough));
}

/** Whether an area lay within another on a day by the links of the table; an area does not lie within itself. Never throws. */
export function liesWithin(code: string, other: string, day: string): boolean {
  return linksOn(code, day).some(({ to, kind }) => to === other && kind !== 'COMPOSED_OF');
}
