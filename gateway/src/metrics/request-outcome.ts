import type { OperationRecord } from '../http/gateway-context.ts';

/** What came of a request: all of it; what other agencies had; a refusal that says why; a fault of ours. */
export type RequestOutcome = 'complete' | 'partial' | 'refused' | 'failed';

/** What came of a request, by its status and the codes of its errors. Never throws. */
export function outcomeOf(status: number, record: OperationRecord | null): RequestOutcome {
  const codes = record?.errorCodes ?? [];
  if (status >= 500 || codes.includes('INTERNAL_SERVER_ERROR')) return 'failed';
  if (status >= 400) return 'refused';
  if (codes.includes('AGENCY_UNAVAILABLE')) return 'partial';
  return codes.length === 0 ? 'complete' : 'refused';
}
