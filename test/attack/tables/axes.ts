import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { areaByCode, areas } from '@boroughgraph/kit/statistics/areas.ts';
import { type PeriodGrid, ordinalOf, periodAt, periodFromId } from '@boroughgraph/kit/statistics/periods.ts';

/** One place on an axis: a borough, a category, a month, or what some of them make together. */
export interface AxisNode {
  readonly key: string;
  /** Positions of the smallest parts that it counts. */
  readonly atoms: readonly number[];
  /** False for one that no file has, such as the rest of a subset. */
  readonly isPublished: boolean;
}

/** How nodes of an axis add up, and as which leak path of which kind that is known. */
export interface AxisIdentity {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly kind: IdentityKind;
}
export type IdentityKind = 'categories' | 'subset' | 'areas' | 'units' | 'periods' | 'balance' | 'same' | 'statistic';

/** One of the ways in which a table is cut. */
export interface Axis {
  readonly atoms: number;
  readonly nodes: readonly AxisNode[];
  readonly identities: readonly AxisIdentity[];
}

const node = (key: string, atoms: readonly number[], isPublished = true): AxisNode => ({ key, atoms, isPublished });
const range = (length: number, from = 0) => Array.from({ length }, (_, index) => from + index);

/**
 * Which areas a table has: some boroughs by themselves, a published pair, all of London with its parts, or units of one kind with what
 * they make together, and no borough.
 */
export type AreaAxisKind = BoroughAxisKind | UnitAxisKind;
type BoroughAxisKind = 'one' | 'some' | 'pair' | 'two pairs' | 'london' | 'london and met';
export type UnitAxisKind = 'probation units' | 'command units' | 'justice areas' | 'care boards';

const [city, hackney, merton, sutton] = ['E09000001', 'E09000012', 'E09000024', 'E09000029'];
const pairs = ['composite:city-of-london-and-hackney', 'composite:merton-and-sutton'];
const london = 'E12000007';
const parts = ['E13000001', 'E13000002'];
const met = 'E23000001';
const membersOf = (code: string) => areaByCode(code)?.members ?? [];

const unitTypes: Readonly<Record<UnitAxisKind, { readonly type: AreaType; readonly whole: string }>> = {
  'probation units': { type: 'PROBATION_DELIVERY_UNIT', whole: london },
  'command units': { type: 'BASIC_COMMAND_UNIT', whole: met },
  'justice areas': { type: 'LOCAL_JUSTICE_AREA', whole: london },
  'care boards': { type: 'INTEGRATED_CARE_BOARD', whole: london },
};
const isUnitKind = (kind: AreaAxisKind): kind is UnitAxisKind => kind in unitTypes;

/** Units that stood in 2022 and 2023, of which the tables are, and what they make together; each unit is an atom. */
function unitAxis(kind: UnitAxisKind): Axis {
  const { type, whole } = unitTypes[kind];
  const units = areas.filter((area) => area.type === type && (area.validFrom ?? '') < '2026').map(({ code }) => code);
  return {
    atoms: units.length,
    nodes: [...units.map((code, index) => node(code, [index])), node(whole, range(units.length))],
    identities: [{ whole, parts: units, kind: 'units' }],
  };
}

const areasOfKind: Readonly<Record<BoroughAxisKind, readonly string[]>> = {
  one: [hackney],
  some: [city, hackney, merton],
  pair: [city, hackney, ...pairs.slice(0, 1)],
  'two pairs': [city, hackney, merton, sutton, ...pairs],
  london: [...membersOf(london), ...parts, london],
  'london and met': [...membersOf(london), met, london],
};

/** The axis of areas: boroughs are its atoms, and every area that consists of boroughs in it is their sum; or units are. */
export function areaAxis(kind: AreaAxisKind): Axis {
  if (isUnitKind(kind)) return unitAxis(kind);
  const codes = areasOfKind[kind];
  const atoms = codes.filter((code) => membersOf(code).length === 0);
  const nodes = codes.map((code) => {
    const members = membersOf(code);
    return node(
      code,
      (members.length === 0 ? [code] : members).map((member) => atoms.indexOf(member)),
    );
  });
  const sums = codes
    .filter((code) => membersOf(code).length > 0)
    .map((code): AxisIdentity => ({ whole: code, parts: membersOf(code), kind: 'areas' }));
  const isDivided = parts.every((part) => codes.includes(part));
  const ofParts: AxisIdentity = { whole: london, parts, kind: 'areas' };
  return { atoms: atoms.length, nodes, identities: isDivided ? [...sums, ofParts] : sums };
}

/** How a table is broken down: into categories with a total, by a mark whose rest nobody prints, or by ages that hold each other. */
export type CategoryAxisKind = 'none' | 'three' | 'four' | 'five' | 'flag' | 'nested';

/** The axis of a dimension; the empty key is the total. */
export function categoryAxis(kind: CategoryAxisKind): Axis {
  switch (kind) {
    case 'none':
      return { atoms: 1, nodes: [node('', [0])], identities: [] };
    case 'three':
      return categories(3);
    case 'four':
      return categories(4);
    case 'five':
      return categories(5);
    case 'flag':
      return {
        atoms: 2,
        nodes: [node('', [0, 1]), node('flagged', [0]), node('rest', [1], false)],
        identities: [{ whole: '', parts: ['flagged', 'rest'], kind: 'subset' }],
      };
    case 'nested':
      return {
        atoms: 3,
        nodes: [
          node('', [0, 1, 2]),
          node('to-16', [0]),
          node('to-17', [0, 1]),
          node('of-17', [1], false),
          node('older', [2], false),
        ],
        identities: [
          { whole: '', parts: ['to-17', 'older'], kind: 'subset' },
          { whole: 'to-17', parts: ['to-16', 'of-17'], kind: 'subset' },
        ],
      };
    default:
      throw new Error(`no axis of ${JSON.stringify(kind satisfies never)}`);
  }
}

function categories(count: number): Axis {
  const keys = range(count).map((index) => `value-${index + 1}`);
  return {
    atoms: count,
    nodes: [node('', range(count)), ...keys.map((key, index) => node(key, [index]))],
    identities: [{ whole: '', parts: keys, kind: 'categories' }],
  };
}

/** Which periods a table has, and of which kinds. */
export type TimeAxisKind =
  'one year' | 'three years' | 'quarters and year' | 'months and quarters' | 'rolling' | 'pooled' | 'two kinds of year';

/** Months or years of one kind: the periods of one indicator. */
export interface TimeLevel {
  readonly grid: PeriodGrid;
  readonly periods: readonly string[];
}

const levels: Readonly<Record<TimeAxisKind, readonly TimeLevel[]>> = {
  'one year': [{ grid: { type: 'FINANCIAL_YEAR' }, periods: ['FY2022-23'] }],
  'three years': [{ grid: { type: 'FINANCIAL_YEAR' }, periods: run({ type: 'FINANCIAL_YEAR' }, 'FY2020-21', 3) }],
  'quarters and year': [
    { grid: { type: 'QUARTER' }, periods: run({ type: 'QUARTER' }, '2022-Q1', 4) },
    { grid: { type: 'CALENDAR_YEAR' }, periods: ['CY2022'] },
  ],
  'months and quarters': [
    { grid: { type: 'MONTH' }, periods: run({ type: 'MONTH' }, '2022-01', 6) },
    { grid: { type: 'QUARTER' }, periods: ['2022-Q1', '2022-Q2'] },
  ],
  rolling: [
    { grid: { type: 'MONTH' }, periods: run({ type: 'MONTH' }, '2021-11', 14) },
    { grid: { type: 'ROLLING_12_MONTHS' }, periods: run({ type: 'ROLLING_12_MONTHS' }, 'R12-2022-10', 3) },
  ],
  pooled: [
    { grid: { type: 'CALENDAR_YEAR' }, periods: run({ type: 'CALENDAR_YEAR' }, 'CY2019', 4) },
    { grid: { type: 'POOLED_3_YEARS' }, periods: ['P3-2019-21', 'P3-2020-22'] },
  ],
  'two kinds of year': [
    { grid: { type: 'QUARTER' }, periods: run({ type: 'QUARTER' }, '2022-Q1', 5) },
    { grid: { type: 'CALENDAR_YEAR' }, periods: ['CY2022'] },
    { grid: { type: 'FINANCIAL_YEAR' }, periods: ['FY2022-23'] },
  ],
};

function run(grid: PeriodGrid, first: string, length: number): readonly string[] {
  const from = ordinalOf(grid, first);
  return range(length, from).map((ordinal) => periodAt(grid, ordinal).id);
}

/** The axis of time, and the kinds of period on it, the shortest first; each is an indicator of its own. */
export function timeAxis(kind: TimeAxisKind): Axis & { readonly levels: readonly TimeLevel[] } {
  const ofKind = levels[kind];
  const atoms = ofKind[0]?.periods ?? [];
  const within = (id: string) => {
    const { start, end } = periodFromId(id);
    return atoms.flatMap((atom, index) => {
      const period = periodFromId(atom);
      return start <= period.start && period.end <= end ? [index] : [];
    });
  };
  const longer = ofKind.slice(1).flatMap(({ periods }) => periods);
  return {
    atoms: atoms.length,
    nodes: [...atoms.map((id, index) => node(id, [index])), ...longer.map((id) => node(id, within(id)))],
    identities: longer.map((id) => ({
      whole: id,
      parts: within(id).map((index) => atoms[index] ?? ''),
      kind: 'periods',
    })),
    levels: ofKind,
  };
}
