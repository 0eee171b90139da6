import { purposeHeader } from '@boroughgraph/schema/wire/purposes.ts';

/** The header in which a machine sends its key. */
export const apiKeyHeader = 'x-api-key';

/**
 * Whether a header comes more than once, by the headers as they were sent: name after value after name. Of some, what reads them keeps the first, and
 * what stands before the gateway may have looked at the last. Never throws.
 */
export function isRepeated(rawHeaders: readonly string[], header: string): boolean {
  return rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === header).length > 1;
}

/** The headers that say who sends a request and for what, for `vary`: an answer to one caller is none for another. */
export const callerHeaders = `authorization, ${apiKeyHeader}, ${purposeHeader}`;
