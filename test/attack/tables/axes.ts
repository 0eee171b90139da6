import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { wardsOf2022 } from '@boroughgraph/kit/geography/area-wards.ts';
import { areaByCode, areas, neighbourhoodsOf } from '@boroughgraph/kit/geography/areas.ts';
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
 * Which areas a table has: some boroughs by themselves, a published pair, all of London with its parts, or areas that make others up
 * though no borough of theirs is there.
 */
export type AreaAxisKind = BoroughAxisKind | PartitionKind;
type BoroughAxisKind = 'one' | 'some' | 'pair' | 'two pairs' | 'london' | 'london and met';
/** Areas of one kind, or of several, that cover a wider one. The last two are made up by the rows alone: no list of areas has them. */
export type PartitionKind =
  | 'probation units'
  | 'command units'
  | 'justice areas'
  | 'care boards'
  | 'force areas'
  | 'wards'
  | 'neighbourhoods'
  | 'command units and the City'
  | 'a pair and boroughs'
  | 'Inner London and boroughs';

const [city, hackney, merton, sutton] = ['E09000001', 'E09000012', 'E09000024', 'E09000029'];
const pairs = ['composite:city-of-london-and-hackney', 'composite:merton-and-sutton'];
const london = 'E12000007';
const parts = ['E13000001', 'E13000002'];
const [inner = '', outer = ''] = parts;
const [met, cityPolice, prosecution] = ['E23000001', 'E23000034', 'cps-area:metropolitan-and-city'];
const membersOf = (code: string) => areaByCode(code)?.members ?? [];

/** Units that stood in 2022 and 2023, of which the tables are. */
const unitsOf = (type: AreaType) =>
  areas.filter((area) => area.type === type && (area.validFrom ?? '') < '2026').map(({ code }) => code);

/** An area, and others that cover its ground once. */
interface Partition {
  readonly whole: string;
  readonly parts: readonly string[];
}

const commandUnits = unitsOf('BASIC_COMMAND_UNIT');
const [pair = ''] = pairs;
const partitions: Readonly<Record<PartitionKind, readonly Partition[]>> = {
  'probation units': [{ whole: london, parts: unitsOf('PROBATION_DELIVERY_UNIT') }],
  'command units': [{ whole: met, parts: commandUnits }],
  'justice areas': [{ whole: london, parts: unitsOf('LOCAL_JUSTICE_AREA') }],
  'care boards': [{ whole: london, parts: unitsOf('INTEGRATED_CARE_BOARD') }],
  'force areas': [
    { whole: london, parts: [met, cityPolice] },
    { whole: prosecution, parts: [met, cityPolice] },
  ],
  wards: [{ whole: hackney, parts: wardsOf2022(hackney) }],
  neighbourhoods: [{ whole: hackney, parts: neighbourhoodsOf(hackney).map(({ code }) => code) }],
  'command units and the City': [
    { whole: met, parts: commandUnits },
    { whole: london, parts: [...commandUnits, city] },
    { whole: london, parts: [met, city] },
  ],
  'a pair and boroughs': [
    { whole: london, parts: [pair, ...membersOf(london).filter((code) => !membersOf(pair).includes(code))] },
  ],
  'Inner London and boroughs': [{ whole: london, parts: [inner, ...membersOf(outer)] }],
};
const isPartitionKind = (kind: AreaAxisKind): kind is PartitionKind => kind in partitions;

/** The axis of a partition: what is no sum of the others is an atom. */
function partitionAxis(kind: PartitionKind): Axis {
  const sums = partitions[kind];
  const wholes = [...new Set(sums.map(({ whole }) => whole))];
  const atoms = [...new Set(sums.flatMap((sum) => sum.parts))].filter((code) => !wholes.includes(code));
  const positionsOf = (code: string): readonly number[] => {
    if (atoms.includes(code)) return [atoms.indexOf(code)];
    return (sums.find(({ whole }) => whole === code)?.parts ?? []).flatMap(positionsOf);
  };
  return {
    atoms: atoms.length,
    nodes: [...atoms, ...wholes].map((code) => node(code, positionsOf(code))),
    identities: sums.map((sum) => ({ ...sum, kind: 'units' })),
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

/** The axis of areas: boroughs are its atoms, and every area that consists of boroughs in it is their sum; or the parts of a partition are. */
export function areaAxis(kind: AreaAxisKind): Axis {
  if (isPartitionKind(kind)) return partitionAxis(kind);
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
export type CategoryAxisKind = 'none' | 'three' | 'four' | 'five' | 'and all' | 'flag' | 'nested';

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
    case 'and all':
      return withAll(categories(3));
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

/** Categories with one more that is called as the total is, and counts all of them. */
function withAll({ atoms, nodes, identities }: Axis): Axis {
  const again = identities.map((identity) => ({ ...identity, whole: 'all' }));
  return { atoms, nodes: [...nodes, node('all', range(atoms))], identities: [...identities, ...again] };
}

/** Which periods a table has, and of which kinds. */
export type TimeAxisKind =
  | 'one year'
  | 'three years'
  | 'quarters and year'
  | 'months and quarters'
  | 'rolling'
  | 'pooled'
  | 'two kinds of year'
  | HistoryKind;
/** Periods of one kind that nothing relates to each other, as a file of each month brings them. */
export type HistoryKind = 'nine months' | 'eighteen months';

/** Months or years of one kind: the periods of one indicator. */
export interface TimeLevel {
  readonly grid: PeriodGrid;
  readonly periods: readonly string[];
}

const levels: Readonly<Record<TimeAxisKind, readonly TimeLevel[]>> = {
  'one year': [{ grid: { type: 'FINANCIAL_YEAR' }, periods: ['FY2022-23'] }],
  'three years': [{ grid: { type: 'FINANCIAL_YEAR' }, periods: run({ type: 'FINANCIAL_YEAR' }, 'FY2020-21', 3) }],
  'nine months': [{ grid: { type: 'MONTH' }, periods: run({ type: 'MONTH' }, '2022-01', 9) }],
  'eighteen months': [{ grid: { type: 'MONTH' }, periods: run({ type: 'MONTH' }, '2022-01', 18) }],
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
