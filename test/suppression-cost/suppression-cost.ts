import type { LinearTable } from '@boroughgraph/kit/inside/disclosure/linear-table.ts';
import { findRecoverable } from '@boroughgraph/kit/inside/disclosure/ranges.ts';
import { protectTable } from '@boroughgraph/kit/inside/disclosure/suppress.ts';
import { leastCostOf } from './least-cost.ts';
import { type RandomTable, randomTables } from './random-tables.ts';

/** What the protection of one table costs, beside the least. */
export interface ComparedCost {
  readonly kind: string;
  readonly cost: number;
  /** What nothing that protects costs less than, over fractions: whole numbers may ask for more. */
  readonly least: number;
  readonly isProved: boolean;
  /** Whether what costs the least protects by whole numbers, too: then it is the least exactly. */
  readonly isAttained: boolean;
}

/** Compares so many random tables in which something follows as published. */
export function* compareCosts(of: {
  readonly seed: number;
  readonly tables: number;
  readonly mostMsEach: number;
}): Generator<ComparedCost> {
  let compared = 0;
  for (const random of randomTables(of.seed)) {
    if (compared >= of.tables) return;
    const cost = compare(random, of.mostMsEach);
    if (cost === null) continue;
    compared += 1;
    yield cost;
  }
}

/** Null for a table in which nothing follows, or for which no least is defined, which is seldom. */
function compare({ kind, table }: RandomTable, mostMs: number): ComparedCost | null {
  const { withheld, leaks, unprotected } = protectTable(table);
  if (leaks.length === 0) return null;
  if (unprotected.length > 0) throw new Error(`a table of ${kind} is not protected`);
  const least = leastCostOf(table, mostMs);
  if (least === null) return null;
  const isAttained = least.isProved && findRecoverable(withheldBesides(table, least.pattern)).recoverable.length === 0;
  return { kind, cost: costOf(table, withheld), least: least.atLeast, isProved: least.isProved, isAttained };
}

const costOf = ({ cells }: LinearTable, withheld: readonly number[]) =>
  withheld.reduce((sum, cell) => sum + (cells[cell]?.cost ?? 0), 0);

function withheldBesides(table: LinearTable, besides: readonly number[]): LinearTable {
  const hidden = new Set(besides);
  return { ...table, cells: table.cells.map((cell, at) => (hidden.has(at) ? { ...cell, state: 'withheld' } : cell)) };
}
