import { periodAt } from '../periods.ts';
import { type Figure, type FigureIndex, figurePosition, monthOf } from './structure-figures.ts';
import { StructureTable } from './structure-table.ts';
import { type Term, TermMatcher } from './structure-terms.ts';
import type {
  AreasStructure,
  BalanceStructure,
  CategoriesStructure,
  FigureReference,
  PeriodsStructure,
  Structure,
} from './structure.ts';

/** A structure, and by whom it is declared: what its references mean where they name no dataset or agency. */
export interface DeclaredStructure {
  readonly agency: string;
  readonly dataset: string;
  readonly structure: Structure;
}

/** A reference with its table spelt out. Never throws. */
export function termOf({ agency, dataset }: DeclaredStructure, reference: FigureReference): Term {
  return { ...reference, table: `${reference.agency ?? agency}/${reference.dataset ?? dataset}` };
}

/**
 * Everything that adds up among some figures, as a table of cells and equations. Statistics are no part of it: they are joined
 * to their counts before (`joinStatistics`). Never throws.
 */
export function tableOf(index: FigureIndex, structures: readonly DeclaredStructure[]): StructureTable {
  const table = new StructureTable();
  for (const declared of structures) addStructure({ table, index, declared });
  return table;
}

/** Where the equations of a structure go, and among which figures it holds. */
interface Adding {
  readonly table: StructureTable;
  readonly index: FigureIndex;
  readonly declared: DeclaredStructure;
}

function addStructure(to: Adding): void {
  const { structure } = to.declared;
  switch (structure.kind) {
    case 'categories':
      addCategories(to, structure);
      return;
    case 'areas':
      addAreas(to, structure);
      return;
    case 'periods':
      addPeriods(to, structure);
      return;
    case 'balance':
      addBalance(to, structure);
      return;
    case 'subset':
      for (const [whole, part] of pairs(to, structure.whole, structure.part)) to.table.addDifference(whole, part);
      return;
    case 'same':
      for (const [figure, other] of pairs(to, structure.figure, structure.other))
        to.table.addSum('same-figure', figure, [other]);
      return;
    case 'statistic':
      return;
    default:
      throw new Error(`no equations for ${JSON.stringify(structure satisfies never)}`);
  }
}

const ownTable = ({ agency, dataset }: DeclaredStructure) => `${agency}/${dataset}`;

function addCategories({ table, index, declared }: Adding, structure: CategoriesStructure): void {
  const { indicator, part = 'VALUE', dimension, total, values } = structure;
  const figures = index.of(ownTable(declared), indicator, part);
  const parts = new Map<string, Figure[]>();
  for (const figure of figures.values()) {
    const { place, dimensions } = figure.series;
    const { [dimension]: value, ...rest } = dimensions;
    if (value === undefined || value === total || values?.includes(value) === false) continue;
    const whole = total === undefined ? rest : { ...rest, [dimension]: total };
    const position = figurePosition(place, whole, figure.endMonth);
    const known = parts.get(position);
    if (known === undefined) parts.set(position, [figure]);
    else known.push(figure);
  }
  for (const [position, adding] of parts) {
    const whole = figures.get(position);
    if (whole !== undefined) table.addSum('categories', whole, adding);
  }
}

/** A member without a figure is there all the same: nobody has published it. */
function addAreas({ table, index, declared }: Adding, { whole: code, members }: AreasStructure): void {
  for (const figures of index.ofTable(ownTable(declared)))
    for (const whole of figures.values()) {
      const { place, dimensions } = whole.series;
      if (place !== code) continue;
      const parts = members.map((member) => figures.get(figurePosition(member, dimensions, whole.endMonth)) ?? null);
      if (parts.some((part) => part !== null)) table.addSum('areas', whole, parts);
    }
}

/** Parts are found by the months in which they end: those of a window of twelve end in each of its months. */
function addPeriods({ table, index, declared }: Adding, structure: PeriodsStructure): void {
  const [whole, part] = [termOf(declared, structure.whole), termOf(declared, structure.parts)];
  const [wholeMonths, months] = [monthsOf(index, whole), monthsOf(index, part)];
  const ends = Array.from({ length: Math.floor(wholeMonths / months) }, (_, position) => position * months);
  const terms = ends.map((monthsBefore) => ({ ...part, monthsBefore: monthsBefore + (part.monthsBefore ?? 0) }));
  for (const [total, ...adding] of new TermMatcher(index, whole, terms).matches())
    if (adding.some((figure) => figure !== null)) table.addSum('periods', total, adding);
}

/** Months that a period of a term lasts; one where it has no figure. */
function monthsOf(index: FigureIndex, { table, indicator, part = 'VALUE' }: Term): number {
  const [figure] = index.of(table, indicator, part).values();
  if (figure === undefined) return 1;
  const { start } = periodAt(figure.series.indicator.grid, figure.ordinal);
  return figure.endMonth - monthOf(start) + 1;
}

function addBalance({ table, index, declared }: Adding, { terms }: BalanceStructure): void {
  const [first, ...others] = terms.map((term) => termOf(declared, term));
  if (first === undefined) return;
  for (const figures of new TermMatcher(index, first, others).matches()) {
    const signed = figures.flatMap((figure, position) =>
      figure === null ? [] : [[figure, terms[position]?.sign ?? 1] as const],
    );
    // With a term that nobody publishes the others tell nothing.
    if (signed.length === terms.length) table.addBalance('balance', signed);
  }
}

function* pairs(
  { index, declared }: Adding,
  first: FigureReference,
  second: FigureReference,
): Generator<readonly [Figure, Figure]> {
  const matcher = new TermMatcher(index, termOf(declared, first), [termOf(declared, second)]);
  for (const [figure, other = null] of matcher.matches()) if (other !== null && other !== figure) yield [figure, other];
}
