import type { OpenTable } from './open-table.ts';

/** What is within reach of an exposed cell at a price, in rings: the equations in which it stands, those of the cells that may move in these, and so on. */
export class Rings {
  readonly price: number;
  readonly equations = new Set<number>();
  /** The exposed cell among them. */
  readonly cells: Set<number>;
  readonly #table: OpenTable;
  readonly #leftOut: ReadonlySet<number>;
  #last: readonly number[];
  #reach = 0;

  constructor(
    table: OpenTable,
    { cell, leftOut }: { readonly cell: number; readonly leftOut: ReadonlySet<number> },
    price: number,
  ) {
    this.#table = table;
    this.#leftOut = leftOut;
    this.price = price;
    this.cells = new Set([cell]);
    this.#last = [cell];
  }

  /** Adds rings until there are so many. */
  extend(reach: number): void {
    for (; this.#reach < reach; this.#reach += 1) this.#last = this.#next();
  }

  #next(): readonly number[] {
    const next: number[] = [];
    for (const cell of this.#last)
      for (const equation of this.#table.equationsOf(cell)) {
        if (this.equations.has(equation) || this.#leftOut.has(equation)) continue;
        this.equations.add(equation);
        for (const [other] of this.#table.equation(equation).terms) {
          if (this.cells.has(other) || !mayMove(this.#table, other, this.price)) continue;
          this.cells.add(other);
          next.push(other);
        }
      }
    return next;
  }
}

/** A shown figure may be withheld if it is not too dear, and not lower than what an attacker knows a withheld one to be. */
function mayMove(table: OpenTable, position: number, price: number): boolean {
  return table.isOpen(position) || mayBeWithheld(table, position, price);
}

/** True where a shown figure may be withheld for another at a price. Never throws. */
export function mayBeWithheld(table: OpenTable, position: number, price: number): boolean {
  const { state, value, cost, lowest, mayBeLess = false } = table.cell(position);
  return (
    state === 'shown' &&
    !table.isWithheld(position) &&
    !table.isKept(position) &&
    value !== null &&
    cost <= price &&
    Number.isFinite(cost) &&
    value >= (mayBeLess ? 0 : lowest)
  );
}
