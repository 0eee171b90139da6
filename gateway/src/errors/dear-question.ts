import { maxCost } from '@boroughgraph/schema/wire/limits.ts';
import { isJsonObject } from '../agencies/json.ts';

/**
 * From here on a question is dear enough to be why its answer does not come: it takes an agency about half a second on a small
 * machine that has nothing else to do, and its answer may have ten megabytes. Below it, the agency is in trouble.
 */
const dearEstimate = maxCost / 5;

/**
 * What a client is told where an agency's answer was too large to be read, or did not come in time, and the question is dear
 * enough to explain it; null where it is not, so that the agency does not answer.
 */
export function describeDearQuestion(agency: string, error: unknown, estimate: number): string | null {
  if (estimate < dearEstimate) return null;
  const cost = `The operation costs ${estimate.toLocaleString('en-GB')} by its estimate, of ${maxCost.toLocaleString('en-GB')} that one may`;
  const instead =
    'Ask for less at once: a smaller page, fewer periods or areas, or columns (`periodIds`, `values`, `statuses`) as bulk.graphql does.';
  if (isTooLarge(error)) return `The answer of the agency "${agency}" is larger than is read. ${cost}. ${instead}`;
  if (isTooLate(error)) return `The agency "${agency}" did not finish its answer in time. ${cost}. ${instead}`;
  return null;
}

function isTooLarge(error: unknown): boolean {
  return isJsonObject(error) && error['code'] === 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
}

function isTooLate(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
