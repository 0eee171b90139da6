import type { LeakKind, LinearTable } from '../statistics/disclosure/linear-table.ts';
import { findRecoverable } from '../statistics/disclosure/ranges.ts';
import { type DeclaredStructure, tableOf, termOf } from '../statistics/disclosure/structure-equations.ts';
import {
  type Figure,
  type FigureIndex,
  figuresIn,
  type PlacedReading,
} from '../statistics/disclosure/structure-figures.ts';
import { joinStatistics } from '../statistics/disclosure/structure-statistics.ts';
import { isSmall, type StructureTable } from '../statistics/disclosure/structure-table.ts';
import { protectTable } from '../statistics/disclosure/suppress.ts';
import { leakOf, type PublishedLeak } from './leaks.ts';
import type { World } from './served-worlds.ts';
import { WithheldReadings } from './withheld-readings.ts';

/** Protects figures that readers can put together, in all releases at once. */
export class JointProtection {
  readonly withheld = new WithheldReadings();
  readonly #worlds: readonly World[];
  readonly #structures: readonly DeclaredStructure[];
  readonly #own: (figure: PlacedReading) => boolean;
  readonly #leaks = new Map<string, PublishedLeak>();
  readonly #published = new WithheldReadings();

  /** `agency` is whose figures may be withheld; those of all others stay as they are. */
  constructor(worlds: readonly World[], structures: readonly DeclaredStructure[], agency: string) {
    this.#worlds = worlds;
    this.#structures = structures;
    this.#own = ({ series }) => series.table.startsWith(`${agency}/`);
    for (const series of worlds.flat())
      for (const [ordinal, { status }] of series.readings)
        if (status === 'CONFIDENTIAL') {
          this.withheld.add({ series, ordinal });
          this.#published.add({ series, ordinal });
        }
  }

  /** What followed from the figures as published, one for each figure and way, in no order. */
  get leaks(): readonly PublishedLeak[] {
    return [...this.#leaks.values()];
  }

  /** Withholds until nothing follows in any world, as far as that can be had. */
  protect(): void {
    for (let before = -1; before < this.withheld.size;) {
      before = this.withheld.size;
      for (const world of this.#worlds) this.#protectWorld(world);
    }
  }

  /** What still follows. Worked out anew from what would be served. */
  findRecoverable(): readonly PublishedLeak[] {
    return this.#worlds.flatMap((world) => {
      const table = tableOf(this.#figuresIn(world), this.#structures);
      return findRecoverable(table.table).recoverable.flatMap(({ cell }) =>
        leakAt(table, cell, kindOf(table.table, cell)),
      );
    });
  }

  #protectWorld(world: World): void {
    for (let before = -1; before < this.withheld.size;) {
      before = this.withheld.size;
      for (const figure of this.#figuresIn(world).all()) this.#withholdTold(figure);
    }
    const table = tableOf(this.#figuresIn(world), this.#structures);
    const { withheld, leaks } = protectTable(table.table);
    for (const { cell, kind, equation } of leaks) {
      const figure = figureBehind(table, cell, equation);
      if (figure !== null && this.#isPublishersOwn(figure)) this.#report(figure, kind);
    }
    for (const cell of withheld) for (const teller of table.figureAt(cell)?.tellers ?? []) this.withheld.add(teller);
  }

  /** Withholds what rests on a withheld count or tells a small one. */
  #withholdTold(figure: Figure): void {
    const { state, known, series } = figure;
    const isSmallOne = known !== null && isSmall(known.low, series.policy) && isSmall(known.high, series.policy);
    if (state !== 'withheld' && !isSmallOne) return;
    const telling = figure.tellers.filter((teller) => teller.reading.status === 'PUBLISHED' && this.#own(teller));
    if (telling.length > 0 && this.#isPublishersOwn(figure)) this.#report(figure, 'statistic');
    for (const teller of telling) this.withheld.add(teller);
  }

  #figuresIn(world: World): FigureIndex {
    for (const series of world) this.withheld.hideIn(series);
    const index = figuresIn(world);
    for (const declared of this.#structures) {
      const { structure } = declared;
      if (structure.kind !== 'statistic') continue;
      const { statistic, count, denominator } = structure;
      joinStatistics(index, world, {
        statistic: termOf(declared, statistic),
        count: termOf(declared, count),
        denominator: denominator === undefined ? null : termOf(declared, denominator),
      });
    }
    return index;
  }

  /** True for what its publisher or the policy withheld, and false for what is withheld here for its sake. */
  #isPublishersOwn(figure: Figure): boolean {
    return (
      figure.state !== 'withheld' || figure.tellers.some(({ series, ordinal }) => this.#published.has(series, ordinal))
    );
  }

  #report(figure: Figure, kind: LeakKind): void {
    const leak = leakOf(figure, kind);
    const key = JSON.stringify([leak, figure.series.dimensions]);
    this.#leaks.set(key, leak);
  }
}

/** The figure of a cell; for a difference that nobody publishes, the whole that it is a part of. */
function figureBehind(table: StructureTable, cell: number, equation: number): Figure | null {
  const figures = (table.table.equations[equation]?.terms ?? []).map(([other]) => table.figureAt(other));
  return table.figureAt(cell) ?? figures.find((figure) => figure !== null) ?? null;
}

function leakAt(
  table: StructureTable,
  cell: number,
  at: { kind: LeakKind; equation: number },
): readonly PublishedLeak[] {
  const figure = figureBehind(table, cell, at.equation);
  return figure === null ? [] : [leakOf(figure, at.kind)];
}

/** The kind of an equation in which a cell stands. */
function kindOf({ equations }: LinearTable, cell: number): { kind: LeakKind; equation: number } {
  const equation = equations.findIndex(({ terms }) => terms.some(([other]) => other === cell));
  return { kind: equations[equation]?.kind ?? 'statistic', equation };
}
