import { isJsonObject } from '../agencies/json.ts';
import { markerOf, noObservation } from './observation-marker.ts';
import type { TableColumn } from './table-column.ts';
import type { ListStep, TablePlan } from './table-plan.ts';

/** What stands in a cell: null where there is nothing. */
export type Cell = string | number | boolean | null;

/** An answer that has no rows of the kind that was asked for, since what would have them is not there. */
export interface AbsentRows {
  readonly kind: 'absent';
  /** Where the answer has nothing. */
  readonly at: string;
}

/** The outermost list of a table is absent where something on the way to it is null; null where it is there. */
export function findAbsence({ lists: [first] }: TablePlan, data: unknown): AbsentRows | null {
  if (first === undefined) return null;
  let value = data;
  for (const [at, key] of first.keys.entries()) {
    value = isJsonObject(value) ? value[key] : null;
    if (value === null || value === undefined) return { kind: 'absent', at: first.keys.slice(0, at + 1).join('.') };
  }
  return null;
}

/**
 * The rows of an answer, each with a cell for each column of the plan, in the order of the answer. A thing of an outer list with
 * nothing in the list inside it has one row, whose inner cells are empty and whose marker is `[none]`.
 *
 * @param synthetic - The ids of the datasets of which the answer has made-up figures.
 */
export function* rowsOf(plan: TablePlan, data: unknown, synthetic: readonly string[]): Generator<readonly Cell[]> {
  const row: Cell[] = plan.columns.map(() => null);
  yield* new RowWriter(plan, synthetic).rowsWithin({ thing: data, position: 0 }, 0, row);
}

/** A thing of a list, and where it stands in it. */
interface Place {
  readonly thing: unknown;
  readonly position: number;
}

class RowWriter {
  readonly #lists: readonly ListStep[];
  readonly #levels: readonly (readonly (readonly [TableColumn, number])[])[];
  readonly #synthetic: Cell;

  constructor({ lists, columns }: TablePlan, synthetic: readonly string[]) {
    this.#lists = lists;
    const numbered = columns.map((column, at) => [column, at] as const);
    this.#levels = [0, ...lists.keys().map((at) => at + 1)].map((level) =>
      numbered.filter(([column]) => column.level === level),
    );
    this.#synthetic = joinValues(synthetic) || null;
  }

  *rowsWithin(place: Place, level: number, row: Cell[]): Generator<readonly Cell[]> {
    for (const [column, at] of this.#levels[level] ?? []) row[at] = this.#read(column, place);
    const step = this.#lists[level];
    if (step === undefined) {
      yield [...row];
      return;
    }
    let isEmpty = true;
    for (const inner of thingsAt(step, place.thing)) {
      isEmpty = false;
      yield* this.rowsWithin(inner, level + 1, row);
    }
    if (!isEmpty || level === 0) return;
    this.#clear(level + 1, row);
    yield [...row];
  }

  #clear(from: number, row: Cell[]): void {
    for (const [column, at] of this.#levels.slice(from).flat())
      row[at] = column.reading.kind === 'marker' ? noObservation : null;
  }

  #read({ reading }: TableColumn, { thing, position }: Place): Cell {
    switch (reading.kind) {
      case 'value':
        return toCell(valueAt(thing, reading.keys));
      case 'element':
        return toCell(elementOf(valueAt(thing, reading.keys), position));
      case 'marker': {
        if (reading.flags === null) return markerOf(elementOf(valueAt(thing, reading.status), position), null) || null;
        const status = valueAt(thing, reading.status);
        return status === null ? noObservation : markerOf(status, valueAt(thing, reading.flags)) || null;
      }
      case 'synthetic':
        return this.#synthetic;
    }
  }
}

/** The things of a list; of columns, the series once for each position. None where it is null. */
function* thingsAt({ keys, columns }: ListStep, from: unknown): Generator<Place> {
  const value = valueAt(from, keys);
  if (columns === null) {
    if (Array.isArray(value)) for (const [position, thing] of (value as unknown[]).entries()) yield { thing, position };
    return;
  }
  const lengths = columns.map((key) => valueAt(value, [key])).map((list) => (Array.isArray(list) ? list.length : 0));
  for (let position = 0; position < Math.max(...lengths); position += 1) yield { thing: value, position };
}

/** What stands at the end of some names; through a list, what stands there in each of its things. */
function valueAt(thing: unknown, keys: readonly string[]): unknown {
  let value = thing;
  for (const [at, key] of keys.entries()) {
    if (Array.isArray(value)) return value.map((each) => valueAt(each, keys.slice(at)));
    value = isJsonObject(value) ? value[key] : null;
  }
  return value ?? null;
}

function elementOf(list: unknown, position: number): unknown {
  return Array.isArray(list) ? (list as unknown[])[position] : null;
}

function toCell(value: unknown): Cell {
  if (Array.isArray(value)) return joinValues((value as unknown[]).flat(3)) || null;
  return toScalar(value);
}

function toScalar(value: unknown): Cell {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Values in one cell, with `|` between. One that has a `|` or a `\` itself has a `\` before it. */
function joinValues(values: readonly unknown[]): string {
  return values.map((value) => String(toScalar(value) ?? '').replaceAll(/[|\\]/g, '\\$&')).join('|');
}
