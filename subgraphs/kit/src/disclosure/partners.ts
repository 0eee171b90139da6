import type { SparseColumn } from './basis-inverse.ts';
import type { OpenTable } from './open-table.ts';
import { mayBeWithheld, Rings } from './partner-rings.ts';
import { Simplex } from './simplex.ts';

/** A withheld cell that follows from the others, and what is known of the table around it. */
export interface Exposed {
  readonly cell: number;
  /** By how much its range is to be widened. */
  readonly width: number;
  /** Figures of open cells that all equations allow. */
  readonly figureOf: (cell: number) => number;
  /** Equations that need not hold. */
  readonly leftOut: ReadonlySet<number>;
}

/** A cell that may move, how far each way, and what each unit of it costs. */
interface Movable {
  readonly cell: number;
  readonly down: number;
  readonly up: number;
  readonly cost: number;
  /** True where it has to be withheld for that. */
  readonly isHidden: boolean;
}

/** Reaches that are tried for a price: how many equations away a partner is looked for. */
const reaches: readonly number[] = [1, 2, 4, 8];
/** Beyond that the search takes seconds; dearer partners that are nearer are tried then. */
const mostEquations = 1500;
/** What it costs to let a figure move that an attacker does not know anyway: next to nothing, so that short ways are preferred. */
const costOfOpen = 1e-4;
/** Below that a figure has not moved but by what arithmetic loses. */
const leastMove = 1e-6;

/**
 * The cells that must be withheld beside an exposed one so that an attacker cannot tell the table from another in which it differs
 * by `width`: the cheapest, by the sum of their costs, of those that cost no more each than needed. Null where there are none.
 * They are in no order, and none of them is withheld yet; empty where what is withheld hides enough. Never throws.
 */
export function findPartners(table: OpenTable, exposed: Exposed): readonly number[] | null {
  for (const price of pricesOf(table)) {
    const rings = new Rings(table, exposed, price);
    let reached = 0;
    for (const reach of reaches) {
      rings.extend(reach);
      // A longer reach that reaches nothing more has no other answer.
      if (rings.equations.size === reached) break;
      reached = rings.equations.size;
      const around = surroundings(table, exposed, rings);
      if (around.equations.length > mostEquations) break;
      const partners = around.movable.length === 0 ? null : cheapestMove(table, exposed, around);
      if (partners !== null) return partners;
    }
  }
  return null;
}

const pricesOfTable = new WeakMap<OpenTable, readonly number[]>();

/** The costs that cells have, lowest first. */
function pricesOf(table: OpenTable): readonly number[] {
  const known = pricesOfTable.get(table);
  if (known !== undefined) return known;
  const prices = new Set<number>();
  for (let cell = 0; cell < table.size; cell += 1) {
    const { cost } = table.cell(cell);
    if (Number.isFinite(cost)) prices.add(cost);
  }
  const sorted = [...prices].toSorted((a, b) => a - b);
  pricesOfTable.set(table, sorted);
  return sorted;
}

interface Surroundings {
  readonly movable: readonly Movable[];
  readonly equations: readonly number[];
}

/** The cells within reach that may move at a price: those that stand in no equation beyond. */
function surroundings(table: OpenTable, exposed: Exposed, { cells, equations, price }: Rings): Surroundings {
  const isWithin = (cell: number) =>
    cell !== exposed.cell &&
    table.equationsOf(cell).every((equation) => equations.has(equation) || exposed.leftOut.has(equation));
  const movable = [...cells].filter(isWithin).flatMap((cell) => movesOf(table, cell, { ...exposed, price }));
  return withoutTheStuck(table, exposed, { movable, equations: [...equations] });
}

/** Without cells that cannot move since nothing in one of their equations moves with them, and equations that nothing moves in. */
function withoutTheStuck(table: OpenTable, exposed: Exposed, { movable, equations }: Surroundings): Surroundings {
  const movers = new Map<number, Set<number>>(equations.map((equation) => [equation, new Set()]));
  for (const cell of [exposed.cell, ...movable.map((move) => move.cell)])
    for (const equation of table.equationsOf(cell)) movers.get(equation)?.add(cell);
  const stuck = new Set<number>();
  const lonely = new Set(equations);
  for (const equation of lonely) {
    lonely.delete(equation);
    const [cell, second] = movers.get(equation) ?? [];
    if (cell === undefined || second !== undefined) continue;
    stuck.add(cell);
    for (const other of table.equationsOf(cell)) if (movers.get(other)?.delete(cell) === true) lonely.add(other);
  }
  if (stuck.has(exposed.cell)) return { movable: [], equations: [] };
  return {
    movable: movable.filter(({ cell }) => !stuck.has(cell)),
    equations: equations.filter((equation) => (movers.get(equation)?.size ?? 0) > 0),
  };
}

/** How a cell may move: within what an attacker knows of it for next to nothing, and further at its cost if it is withheld. */
function movesOf(
  table: OpenTable,
  cell: number,
  { figureOf, price }: Exposed & { readonly price: number },
): readonly Movable[] {
  const { cost, lowest } = table.cell(cell);
  const moves: Movable[] = [];
  const figure = table.isOpen(cell) ? figureOf(cell) : table.knownValue(cell);
  if (table.isOpen(cell)) {
    const [lower, upper] = table.boundsOf(cell);
    moves.push({
      cell,
      down: Math.max(0, figure - lower),
      up: Math.max(0, upper - figure),
      cost: costOfOpen,
      isHidden: false,
    });
    if (table.isWithheld(cell) || table.cell(cell).state !== 'shown') return moves;
  }
  if (mayBeWithheld(table, cell, price))
    moves.push({
      cell,
      down: Math.max(0, figure - lowest),
      up: Number.POSITIVE_INFINITY,
      cost: cost + costOfOpen,
      isHidden: true,
    });
  return moves;
}

/** The cells that move at a cost in the cheapest way to move the exposed one: up, or down as far as it goes and then up. */
function cheapestMove(table: OpenTable, exposed: Exposed, around: Surroundings): readonly number[] | null {
  const { cell, width } = exposed;
  const figure = exposed.figureOf(cell);
  const [lower, upper] = table.boundsOf(cell);
  const down = Math.min(width, Math.max(0, figure - lower));
  const roomAbove = Math.max(0, upper - figure);
  const up = roomAbove < width - leastMove ? null : moveBy(table, around, { cell, by: width });
  if (down === 0) return up?.cells ?? null;
  const lowered = moveBy(table, around, { cell, by: -down });
  if (lowered === null) return up?.cells ?? null;
  const rise = Math.min(roomAbove, width - down);
  const raised = rise === 0 ? { cells: [], cost: 0 } : moveBy(table, around, { cell, by: rise });
  if (raised === null) return up?.cells ?? null;
  const both = [...new Set([...lowered.cells, ...raised.cells])];
  return up !== null && up.cost <= lowered.cost + raised.cost ? up.cells : both;
}

interface Move {
  readonly cells: readonly number[];
  readonly cost: number;
}

/** How a cell stands in some equations, each of them a row. */
function columnsIn(table: OpenTable, equations: readonly number[]): (cell: number) => SparseColumn {
  const rowOf = new Map(equations.map((equation, row) => [equation, row]));
  return (cell) =>
    [...new Set(table.equationsOf(cell))].flatMap((equation) => {
      const row = rowOf.get(equation);
      if (row === undefined) return [];
      const term = table.equation(equation).terms.find(([other]) => other === cell);
      return term === undefined ? [] : [[row, term[1]] as const];
    });
}

/** The cheapest way to move a cell by so much with all equations kept; null where there is none. */
function moveBy(
  table: OpenTable,
  { movable, equations }: Surroundings,
  { cell, by }: { readonly cell: number; readonly by: number },
): Move | null {
  const columnOf = columnsIn(table, equations);
  const rightSides = equations.map(() => 0);
  for (const [row, coefficient] of columnOf(cell)) rightSides[row] = -coefficient * by;
  // Each column is the way up or the way down of a cell, so that both have a cost.
  const columns = movable.flatMap((move) => {
    const up = columnOf(move.cell);
    return [up, up.map(([row, coefficient]) => [row, -coefficient] as const)];
  });
  const simplex = new Simplex(
    {
      columns,
      rightSides,
      lower: columns.map(() => 0),
      upper: movable.flatMap(({ up, down }) => [up, down]),
    },
    table.work,
  );
  if (!simplex.makeFeasible()) return null;
  simplex.minimise(
    new Map(movable.flatMap(({ cost }, index) => [[2 * index, cost] as const, [2 * index + 1, cost] as const])),
  );
  let total = 0;
  const moved = new Set<number>();
  for (const [index, { cell: mover, cost, isHidden }] of movable.entries()) {
    const distance = (simplex.values[2 * index] ?? 0) + (simplex.values[2 * index + 1] ?? 0);
    total += distance * cost;
    if (isHidden && distance > leastMove) moved.add(mover);
  }
  return { cells: [...moved], cost: total };
}
