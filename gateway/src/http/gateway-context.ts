import type { OperationContext } from '../operations/operation-context.ts';
import type { OperationUse } from '../usage/operation-use.ts';
import type { TablePlan } from '../takeaway/table-plan.ts';

/** What goes with one client request through the gateway. */
export type GatewayContext = OperationContext & {
  readonly record: OperationRecord;
  /** There for an operation that is taken away as a table. */
  readonly table?: PlannedTable | undefined;
};

/** The table that an operation is to be, or several; how is filled in when the operation is known to be valid. */
export interface PlannedTable {
  /** The list whose things are the rows; null for the only one. */
  readonly list: string | null;
  plans: readonly TablePlan[];
}

/** What the request's log line says about its operation; filled in as it becomes known. */
export interface OperationRecord {
  operationName: string | null;
  errorCodes: readonly string[];
  /** What it uses of the schema; null until it is known to be valid. Not logged. */
  use: OperationUse | null;
}
