import { purposeHeader } from '@boroughgraph/schema/wire/purposes.ts';

/** The header in which a machine sends its key. */
export const apiKeyHeader = 'x-api-key';

/** The headers that say who sends a request and for what, for `vary`: an answer to one caller is none for another. */
export const callerHeaders = `authorization, ${apiKeyHeader}, ${purposeHeader}`;
