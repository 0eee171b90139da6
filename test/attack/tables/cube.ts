import { dimensionKey, type Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { PeriodGrid } from '@boroughgraph/kit/statistics/periods.ts';
import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { Axis, AxisIdentity, AxisNode, IdentityKind } from './axes.ts';

/** Names a figure wherever it is met. */
export interface FigureName {
  readonly indicator: string;
  readonly place: string;
  readonly dimensions: Dimensions;
  readonly period: string;
}

/** A true figure of a made-up world. */
export interface Figure extends FigureName {
  readonly id: string;
  readonly truth: number;
  /** False for one that no file has. */
  readonly isPublished: boolean;
  /** What is above and below the line of a rate or a share. */
  readonly ratio?: { readonly numerator: number; readonly denominator: number };
  /** The limits that a publisher prints beside it. */
  readonly limits?: { readonly lower: number; readonly upper: number };
}

/** Figures that add up: the sum of all, each so many times, is zero. Everybody knows it, since it is what the words mean. */
export interface KnownSum {
  readonly kind: IdentityKind;
  readonly terms: readonly (readonly [id: string, times: number])[];
}

/** The text that names a figure. */
export function figureId({ indicator, place, dimensions, period }: FigureName): string {
  return [indicator, place, dimensionKey(dimensions), period].join('|');
}

/** The ways in which a cube is cut. */
export interface CubeAxes {
  readonly area: Axis;
  readonly first: Axis;
  readonly second: Axis;
  readonly time: Axis;
}

/** The ids of the two dimensions of every made-up indicator. */
export const dimensionIds = ['kind', 'group'] as const;

const areaTypes: readonly AreaType[] = [
  'BOROUGH',
  'COMPOSITE',
  'INNER_OUTER',
  'REGION',
  'POLICE_FORCE_AREA',
  'BASIC_COMMAND_UNIT',
  'PROBATION_DELIVERY_UNIT',
  'LOCAL_JUSTICE_AREA',
  'INTEGRATED_CARE_BOARD',
  'WARD',
  'POLICE_NEIGHBOURHOOD',
  'CPS_AREA',
];

/** The smallest part of a cube, by its positions: a borough, a category of each dimension, a period. */
export interface Atom {
  readonly area: number;
  readonly first: number;
  readonly second: number;
  readonly time: number;
}

/** The true count of one smallest part. */
export type AtomCounts = (atom: Atom) => number;

/** Every figure of a cube, and every way in which they add up. `indicatorOf` names the indicator that has a period. */
export function cubeOf(
  axes: CubeAxes,
  indicatorOf: (period: string) => string,
  counts: AtomCounts,
): { readonly figures: readonly Figure[]; readonly sums: readonly KnownSum[] } {
  const nameOf = ([area, first, second, time]: NodeKeys): FigureName => ({
    indicator: indicatorOf(time),
    place: area,
    dimensions: narrowing(first, second),
    period: time,
  });
  const idOf = (keys: NodeKeys) => figureId(nameOf(keys));
  const figures = product(axes).map(([area, first, second, time]): Figure => {
    const name = nameOf([area.key, first.key, second.key, time.key]);
    return {
      ...name,
      id: figureId(name),
      truth: total([area, first, second, time], counts),
      isPublished: [area, first, second, time].every(({ isPublished }) => isPublished),
    };
  });
  const sums = axisNames.flatMap((name, position) =>
    axes[name].identities.flatMap((identity) => sumsAlong({ axes, position, identity, idOf })),
  );
  return { figures, sums };
}

type NodeKeys = readonly [area: string, first: string, second: string, time: string];
type Nodes = readonly [area: AxisNode, first: AxisNode, second: AxisNode, time: AxisNode];
const axisNames = ['area', 'first', 'second', 'time'] as const;

function product({ area, first, second, time }: CubeAxes): readonly Nodes[] {
  return area.nodes.flatMap((a) =>
    first.nodes.flatMap((f) => second.nodes.flatMap((s) => time.nodes.map((t): Nodes => [a, f, s, t]))),
  );
}

function total([areas, firsts, seconds, times]: Nodes, counts: AtomCounts): number {
  const atoms = areas.atoms.flatMap((area) =>
    firsts.atoms.flatMap((first) =>
      seconds.atoms.flatMap((second) => times.atoms.map((time) => ({ area, first, second, time }))),
    ),
  );
  return atoms.reduce((sum, atom) => sum + counts(atom), 0);
}

/** One sum for each combination of the other axes. */
function sumsAlong(given: {
  readonly axes: CubeAxes;
  readonly position: number;
  readonly identity: AxisIdentity;
  readonly idOf: (keys: NodeKeys) => string;
}): readonly KnownSum[] {
  const { axes, position, identity, idOf } = given;
  const name = axisNames[position] ?? 'area';
  const [anyNode] = axes[name].nodes;
  const others = product({ ...axes, [name]: { ...axes[name], nodes: anyNode === undefined ? [] : [anyNode] } });
  return others.map((nodes) => {
    const keysWith = (key: string): NodeKeys => {
      const [area, first, second, time] = nodes.map((node, index) => (index === position ? key : node.key));
      return [area ?? '', first ?? '', second ?? '', time ?? ''];
    };
    return {
      kind: identity.kind,
      terms: [
        [idOf(keysWith(identity.whole)), 1],
        ...identity.parts.map((part) => [idOf(keysWith(part)), -1] as const),
      ],
    };
  });
}

function narrowing(first: string, second: string): Dimensions {
  return {
    ...(first === '' ? {} : { [dimensionIds[0]]: first }),
    ...(second === '' ? {} : { [dimensionIds[1]]: second }),
  };
}

/** A made-up indicator of a dataset, cut by the two dimensions as far as they have values. */
export function indicatorOf(
  { id, datasetId, grid }: { readonly id: string; readonly datasetId: string; readonly grid: PeriodGrid },
  { first, second }: Pick<CubeAxes, 'first' | 'second'>,
  changes: Partial<IndicatorDefinition> = {},
): IndicatorDefinition {
  const dimensions = [first, second].flatMap((axis, index) => {
    const choices = axis.nodes
      .filter(({ key, isPublished }) => key !== '' && isPublished)
      .map(({ key }) => ({ value: key, label: key }));
    return choices.length === 0 ? [] : [{ id: dimensionIds[index] ?? '', label: dimensionIds[index] ?? '', choices }];
  });
  return {
    id,
    datasetId,
    name: `Made-up figures ${id}`,
    definition: 'Made up for the attack suite.',
    unit: 'PEOPLE',
    valueType: 'COUNT',
    multiplier: 1,
    decimals: 0,
    polarity: 'LOW_IS_GOOD',
    additivity: 'ADDITIVE',
    attributionBasis: 'RESPONSIBLE_AUTHORITY',
    areaTypes,
    grid,
    dimensions,
    typicalRange: [0, 100],
    ...changes,
  };
}
