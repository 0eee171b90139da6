import type { OperationContext } from '../operations/operation-context.ts';

/** What goes with one client request through the gateway. */
export type GatewayContext = OperationContext & { readonly record: OperationRecord };

/** What the request's log line says about its operation; filled in as it becomes known. */
export interface OperationRecord {
  operationName: string | null;
  errorCodes: readonly string[];
}
