import type { Dimensions } from '../dimensions.ts';
import type { IndicatorDefinition } from '../indicator.ts';
import {
  type Figure,
  type FigureClassName,
  type FigureIndex,
  type FigureOrGap,
  figurePosition,
  lessNarrowed,
} from './structure-figures.ts';
import type { Spot } from './structure-terms.ts';
import type { CategoriesStructure } from './structure.ts';

/** A total and what a dimension breaks it down into. What is missing of them has a name. */
export interface Breakdown {
  readonly whole: FigureOrGap;
  readonly parts: readonly FigureOrGap[];
}

/**
 * Every breakdown of a structure of which the release has a part, or what a part is the sum of: a table by kind and group that has no
 * row for a kind alone has its total all the same. Its values are all that the indicator has, since everybody can
 * read in the schema which they are.
 */
export function* breakdownsOf(
  index: FigureIndex,
  name: FigureClassName,
  structure: CategoriesStructure,
): Generator<Breakdown> {
  const { dimension, total } = structure;
  for (const { indicator, place, rest, endMonth, found } of groupsOf(index, name, structure)) {
    const at = (value: string | undefined) => {
      const dimensions = value === undefined ? rest : { ...rest, [dimension]: value };
      return index.at(name, { place, dimensions, endMonth });
    };
    const values = new Set([...valuesWithin(indicator, rest, structure), ...found]);
    const whole = at(total);
    if (whole !== null) yield { whole, parts: [...values].flatMap((value) => at(value) ?? []) };
  }
}

interface Group extends Omit<Spot, 'dimensions'> {
  readonly indicator: IndicatorDefinition;
  /** What its figures are narrowed to besides. */
  readonly rest: Dimensions;
  /** The values that the release has. */
  readonly found: Set<string>;
}

function groupsOf(
  index: FigureIndex,
  { table, indicator, part = 'VALUE' }: FigureClassName,
  structure: CategoriesStructure,
): Iterable<Group> {
  const groups = new Map<string, Group>();
  const figures = index.of(table, indicator, part);
  for (const figure of figures.values())
    for (const dimensions of [figure.series.dimensions, ...lessNarrowed(figure.series.dimensions)])
      addTo(groups, { ...figure, series: { ...figure.series, dimensions } }, structure);
  return groups.values();
}

function addTo(
  groups: Map<string, Group>,
  { series, endMonth }: Figure,
  { dimension, total, values }: CategoriesStructure,
): void {
  const { place, indicator } = series;
  const { [dimension]: value, ...rest } = series.dimensions;
  if (value === undefined || value === total || values?.includes(value) === false) return;
  const position = figurePosition(place, rest, endMonth);
  const group = groups.get(position) ?? { indicator, place, rest, endMonth, found: new Set() };
  groups.set(position, group);
  group.found.add(value);
}

/** The values of a dimension that can stand beside what a series is narrowed to: kinds of burglary within burglary. */
function valuesWithin(
  { dimensions }: IndicatorDefinition,
  rest: Dimensions,
  { dimension, total, values }: CategoriesStructure,
): readonly string[] {
  if (values !== undefined) return values;
  const position = dimensions.findIndex(({ id }) => id === dimension);
  const before = rest[dimensions[position - 1]?.id ?? ''];
  return (dimensions[position]?.choices ?? [])
    .filter(({ within }) => within === undefined || before === undefined || within === before)
    .map(({ value }) => value)
    .filter((value) => value !== total);
}
