import { randomInt } from 'node:crypto';
import { anonymousViewer } from '@boroughgraph/schema/wire/viewer.ts';
import type { Audit } from '../audit/audit.ts';
import { describeRequest } from '../audit/audit-entries.ts';
import type { OperationRecord } from '../http/gateway-context.ts';

// As fine as a share can be given.
const shares = 1_000_000;

/** What a request was answered with that touches nothing but what is for everybody. */
export interface AnsweredOpenly {
  readonly requestId: string;
  readonly operationHash: string;
  readonly record: OperationRecord;
}

/** Where a share of what touches nothing but open figures is written down. */
export interface OpenAudit {
  /** Null where nothing is. */
  readonly audit: Audit | null;
  /** From 0 to 1. */
  readonly auditShare: number;
}

/** Notes an answer that was remembered as the audit notes what is executed. */
export function noteRemembered({ audit, auditShare }: OpenAudit, answered: AnsweredOpenly): void {
  if (audit === null || randomInt(shares) >= auditShare * shares) return;
  const { requestId, operationHash, record } = answered;
  audit.note(
    describeRequest(
      { viewer: anonymousViewer, requestId, record },
      { operationHash, operationName: record.operationName },
    ),
  );
}
