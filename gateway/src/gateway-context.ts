import type { Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import type { FastifyBaseLogger } from 'fastify';

/** What goes with one client request through the gateway. */
export type GatewayContext = {
  /** Passed on to the agencies, logged by all, and repeated to the client. */
  readonly requestId: string;
  /** Who asks: told to every agency. */
  readonly viewer: Viewer;
  /** Writes the request id on every line. */
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
  readonly record: OperationRecord;
};

/** What the request's log line says about its operation; filled in as it becomes known. */
export type OperationRecord = {
  operationName: string | null;
  errorCodes: readonly string[];
};
