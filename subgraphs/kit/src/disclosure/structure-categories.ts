import type { Dimensions } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { type Figure, type FigureClassName, type FigureIndex, figurePosition, lessNarrowed } from './figure-index.ts';
import type { Spot } from './structure-terms.ts';
import type { TotalTally } from './history-evidence.ts';
import { borneOut, type Breakdown, type GroupFigures, talliesOf, totalsIn } from './structure-evidence.ts';
import type { CategoriesStructure } from './structure.ts';

/**
 * Every breakdown of a structure of which the release has a part, or what a part is the sum of: a table by kind and group that has no
 * row for a kind alone has its total all the same. Its values are all that the indicator has, since everybody can
 * read in the schema which they are. A value that is called as a total is, or that always is the sum of the others, is no part but one
 * more whole. What nobody declared is left out where the figures do not bear it out.
 */
export function breakdownsOf(
  index: FigureIndex,
  name: FigureClassName,
  structure: CategoriesStructure,
): readonly Breakdown[] {
  const groups = groupFiguresOf(index, name, structure);
  const totals = totalsIn(groups, structure, index.beyond.totals.get(nameOfStructure(name, structure)));
  const breakdowns = groups.flatMap((group) => breakdownsIn(group, totals));
  const besides = borneOut(groups.flatMap(besideTotal));
  return [...(structure.isGuess === true ? borneOut(breakdowns) : breakdowns), ...besides];
}

function groupFiguresOf(
  index: FigureIndex,
  name: FigureClassName,
  structure: CategoriesStructure,
): readonly GroupFigures[] {
  return [...groupsOf(index, name, structure)].map((group) => figuresOf(index, name, { group, structure }));
}

/** What the figures of an index say of the values of a dimension, by their structure: see `HistoryEvidence`. Never throws. */
export function totalTalliesOf(
  index: FigureIndex,
  name: FigureClassName,
  structure: CategoriesStructure,
): readonly [structure: string, ReadonlyMap<string, TotalTally>] {
  return [nameOfStructure(name, structure), talliesOf(groupFiguresOf(index, name, structure))];
}

/** The name of a structure in `HistoryEvidence`. Never throws. */
export const nameOfStructure = ({ table, part = 'VALUE' }: FigureClassName, structure: CategoriesStructure) =>
  `${table} ${part} ${JSON.stringify(structure)}`;

/** The wholes and the parts of one group: what is not narrowed, or the declared total; and each value that is a total itself. */
function breakdownsIn(group: GroupFigures, totals: ReadonlySet<string>): readonly Breakdown[] {
  const { whole, byValue, hasMargins } = group;
  const parts = [...byValue].flatMap(([value, figure]) => (totals.has(value) ? [] : [figure]));
  const wholes = [...byValue].flatMap(([value, figure]) =>
    totals.has(value) && figure.state !== 'gap' ? [figure] : [],
  );
  return [...(whole === null ? [] : [whole]), ...wholes].map((each) => ({ whole: each, parts, hasMargins }));
}

/** What is not narrowed beside a declared total that is narrowed: a whole, too. */
function besideTotal({ beside, byValue, hasMargins }: GroupFigures): readonly Breakdown[] {
  return beside === null ? [] : [{ whole: beside, parts: [...byValue.values()], hasMargins }];
}

function figuresOf(
  index: FigureIndex,
  name: FigureClassName,
  { group, structure }: { readonly group: Group; readonly structure: CategoriesStructure },
): GroupFigures {
  const { dimension, total } = structure;
  const { indicator, place, rest, endMonth, found } = group;
  const at = (value: string | undefined) => {
    const dimensions = value === undefined ? rest : { ...rest, [dimension]: value };
    return index.at(name, { place, dimensions, endMonth });
  };
  const values = new Set([...valuesWithin(indicator, rest, structure), ...found]);
  const byValue = [...values].flatMap((value) => {
    const figure = at(value);
    return figure === null ? [] : [[value, figure] as const];
  });
  const hasMargins = byValue.some(
    ([, figure]) => figure.state === 'gap' && figure.spot !== undefined && index.isMargin(name, figure.spot),
  );
  const beside = total === undefined || structure.values !== undefined ? null : at(undefined);
  return {
    indicator,
    whole: at(total),
    beside: beside?.state === 'gap' ? null : beside,
    byValue: new Map(byValue),
    hasMargins,
  };
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
