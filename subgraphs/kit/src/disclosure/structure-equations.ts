import { periodAt } from '../statistics/periods.ts';
import type { LeakKind } from './linear-table.ts';
import { areaSumsOf } from './structure-area-sums.ts';
import { breakdownsOf } from './structure-categories.ts';
import { type FigureClassName, type FigureIndex, type FigureOrGap, type Gap, monthOf } from './figure-index.ts';
import { joinSame } from './structure-same.ts';
import { shareSumsOf } from './structure-shares.ts';
import { type Relation, StructureTable } from './structure-table.ts';
import { type Spot, type Term, TermMatcher } from './structure-terms.ts';
import type {
  AreasStructure,
  BalanceStructure,
  CategoriesStructure,
  FigureReference,
  PeriodsStructure,
  SharesStructure,
  Standing,
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
 * to their counts before (`joinStatistics`). What is published twice is put in the index where either has it. Never throws.
 */
export function tableOf(index: FigureIndex, structures: readonly DeclaredStructure[]): StructureTable {
  const table = new StructureTable();
  joinSame(index, sameTerms(structures));
  for (const declared of structures) addStructure({ table, index, declared, structures });
  return table;
}

/** The counts that are published twice, to the last unit. */
function sameTerms(structures: readonly DeclaredStructure[]): readonly (readonly [Term, Term])[] {
  return structures.flatMap((declared) => {
    const { structure } = declared;
    if (structure.kind !== 'same' || (structure.standing ?? exact).kind !== 'exact') return [];
    return [[termOf(declared, structure.figure), termOf(declared, structure.other)] as const];
  });
}

const exact: Standing = { kind: 'exact' };

/** Where the equations of a structure go, and among which figures it holds. */
interface Adding {
  readonly table: StructureTable;
  readonly index: FigureIndex;
  readonly declared: DeclaredStructure;
  /** It, and all others. */
  readonly structures: readonly DeclaredStructure[];
}

function addStructure(to: Adding): void {
  const { structure } = to.declared;
  switch (structure.kind) {
    case 'categories':
      addCategories(to, structure);
      return;
    case 'shares':
      addShares(to, structure);
      return;
    case 'areas':
      addAreas(to, structure);
      return;
    case 'geography':
      for (const { whole, parts } of areaSumsOf(to.index, ownTable(to.declared)))
        to.table.addSum(relationOf(structure, 'areas'), whole, parts);
      return;
    case 'periods':
      addPeriods(to, structure);
      return;
    case 'balance':
      addBalance(to, structure);
      return;
    case 'subset':
      for (const [whole, part] of pairs(to, structure.whole, structure.part))
        to.table.addDifference(relationOf(structure, 'subset'), whole, part);
      return;
    case 'same':
      for (const [figure, other] of pairs(to, structure.figure, structure.other))
        to.table.addSum(relationOf(structure, 'same-figure'), figure, [other]);
      return;
    case 'statistic':
      return;
    default:
      throw new Error(`no equations for ${JSON.stringify(structure satisfies never)}`);
  }
}

const relationOf = (
  { standing, isGuess }: { readonly standing?: Standing; readonly isGuess?: boolean },
  kind: LeakKind,
): Relation => ({ kind, standing, isGuess });

const ownTable = ({ agency, dataset }: DeclaredStructure) => `${agency}/${dataset}`;

function addCategories({ table, index, declared }: Adding, structure: CategoriesStructure): void {
  const { indicator, part = 'VALUE' } = structure;
  const name = { table: ownTable(declared), indicator, part };
  for (const { whole, parts } of breakdownsOf(index, name, structure)) {
    // A file need not have a row for what there was none of.
    for (const gap of parts) if (gap.state === 'gap' && !isMargin(index, name, gap)) table.assumeZero(gap);
    table.addSum(relationOf(structure, 'categories'), whole, parts);
  }
}

function addShares({ table, index, declared, structures }: Adding, structure: SharesStructure): void {
  const own = ownTable(declared);
  const bases = structures.flatMap((other) => {
    if (other.structure.kind !== 'statistic' || other.structure.denominator === undefined) return [];
    const statistic = termOf(other, other.structure.statistic);
    if (statistic.table !== own || statistic.indicator !== structure.indicator) return [];
    return [new TermMatcher(index, statistic, [termOf(other, other.structure.denominator)])];
  });
  const baseAt = (spot: Spot) => bases.flatMap((matcher) => matcher.beside(spot)?.[0] ?? [])[0] ?? null;
  for (const sum of shareSumsOf(index, { table: own, structure, baseAt }))
    if (sum.kind === 'shares') table.addShares(relationOf(structure, 'categories'), sum.whole, sum.parts);
    else table.addSum(relationOf(structure, 'categories'), sum.whole, sum.parts);
}

/** Whether a gap is the sum of what is narrowed further. */
const isMargin = (index: FigureIndex, name: FigureClassName, { spot }: Gap) =>
  spot !== undefined && index.isMargin(name, spot);

/** One sum for each breakdown and period in which one of the areas has a figure; none where no member ever has. */
function addAreas({ table, index, declared }: Adding, structure: AreasStructure): void {
  const { whole: code, members } = structure;
  const places = new Set([code, ...members]);
  for (const [name, figures] of index.ofTable(ownTable(declared))) {
    const spots = new Map<string, Spot>();
    let hasMember = false;
    for (const [position, { series, endMonth }] of figures) {
      const place = position.slice(0, position.indexOf(' '));
      if (!places.has(place)) continue;
      hasMember ||= place !== code;
      spots.set(position.slice(place.length), { place, dimensions: series.dimensions, endMonth });
    }
    if (!hasMember) continue;
    for (const spot of spots.values()) {
      const [whole, ...parts] = [code, ...members].flatMap((place) => index.at(name, { ...spot, place }) ?? []);
      if (whole !== undefined) table.addSum(relationOf(structure, 'areas'), whole, parts);
    }
  }
}

/** Parts are found by the months in which they end: those of a window of twelve end in each of its months. */
function addPeriods({ table, index, declared }: Adding, structure: PeriodsStructure): void {
  const [whole, part] = [termOf(declared, structure.whole), termOf(declared, structure.parts)];
  const [wholeMonths, months] = [monthsOf(index, whole), monthsOf(index, part)];
  const ends = Array.from({ length: Math.floor(wholeMonths / months) }, (_, position) => position * months);
  const terms = ends.map((monthsBefore) => ({ ...part, monthsBefore: monthsBefore + (part.monthsBefore ?? 0) }));
  for (const [total, ...adding] of new TermMatcher(index, whole, terms).matches())
    if (adding.some((figure) => figure.state !== 'gap' || isMargin(index, part, figure)))
      table.addSum(relationOf(structure, 'periods'), total, adding);
}

/** Months that a period of a term lasts; one where it has no figure. */
function monthsOf(index: FigureIndex, { table, indicator, part = 'VALUE' }: Term): number {
  const [figure] = index.of(table, indicator, part).values();
  if (figure === undefined) return 1;
  const { start } = periodAt(figure.series.indicator.grid, figure.ordinal);
  return figure.endMonth - monthOf(start) + 1;
}

function addBalance({ table, index, declared }: Adding, structure: BalanceStructure): void {
  const { terms } = structure;
  const [first, ...others] = terms.map((term) => termOf(declared, term));
  if (first === undefined) return;
  for (const figures of new TermMatcher(index, first, others).matches())
    table.addBalance(
      relationOf(structure, 'balance'),
      figures.map((figure, position) => [figure, terms[position]?.sign ?? 1] as const),
    );
}

function* pairs(
  { index, declared }: Adding,
  first: FigureReference,
  second: FigureReference,
): Generator<readonly [FigureOrGap, FigureOrGap]> {
  const matcher = new TermMatcher(index, termOf(declared, first), [termOf(declared, second)]);
  for (const [figure, other] of matcher.matches()) if (other !== undefined && other !== figure) yield [figure, other];
}
