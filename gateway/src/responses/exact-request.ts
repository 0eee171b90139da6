import type { IncomingMessage } from 'node:http';
import { requestIdHeader } from '@boroughgraph/schema/wire/request-id.ts';
import { purposeHeader } from '@boroughgraph/schema/wire/purposes.ts';
import { apiKeyHeader } from '../callers/caller-headers.ts';

/** With one of them somebody may be named, or is refused. */
const naming: ReadonlySet<string> = new Set(['authorization', apiKeyHeader, purposeHeader]);

/**
 * Headers on which no byte of an answer depends beside those that are written anew for each: what a browser or a tracer says of itself, by which way a
 * request has come, and what is looked at with each request. Whatever is not here is taken for one on which the answer does depend.
 */
const silent: ReadonlySet<string> = new Set([
  requestIdHeader,
  'if-none-match',
  'x-forwarded-for',
  'user-agent',
  'referer',
  'cookie',
  'accept-language',
  'cache-control',
  'pragma',
  'connection',
  'keep-alive',
  'dnt',
  'sec-gpc',
  'priority',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-user',
  'sec-ch-ua',
  'sec-ch-ua-mobile',
  'sec-ch-ua-platform',
  'traceparent',
  'tracestate',
  'baggage',
  'apollographql-client-name',
  'apollographql-client-version',
]);

/**
 * All of the head of a request that decides on the bytes of its answer, as it came: requests with the same, and with the same body after it, are
 * answered the same in the same state. Null where somebody may be named. Never throws.
 */
export function exactHeadOf({ method = '', url = '', rawHeaders }: IncomingMessage): string | null {
  let head = `${method} ${url}`;
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase();
    if (naming.has(name)) return null;
    // Neither a name nor a value has a line break in it.
    if (!silent.has(name)) head += `\n${name}:${rawHeaders[at + 1] ?? ''}`;
  }
  return `${head}\n\n`;
}
