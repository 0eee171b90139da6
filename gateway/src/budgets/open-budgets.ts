import { ConsumerBudgets } from './consumer-budgets.ts';
import { openSharedBudgets } from './shared-budgets.ts';

/** What one address may ask for, and where that is counted. */
export interface BudgetOptions {
  readonly costBudget?: number;
  readonly budgetsUrl?: string | null;
}

/** Budgets that were opened; null where nobody has one. Close them when done. */
export interface OpenBudgets {
  readonly budgets: ConsumerBudgets | null;
  readonly close: () => Promise<void>;
}

/**
 * The budgets that a gateway counts by: none, its own, or those of all gateways of one PostgreSQL.
 *
 * @throws {Error} when the PostgreSQL cannot be used.
 */
export async function openBudgets({ costBudget = 0, budgetsUrl = null }: BudgetOptions): Promise<OpenBudgets> {
  if (costBudget === 0) return { budgets: null, close: () => Promise.resolve() };
  if (budgetsUrl !== null) return openSharedBudgets(costBudget, budgetsUrl);
  return { budgets: new ConsumerBudgets(costBudget), close: () => Promise.resolve() };
}
