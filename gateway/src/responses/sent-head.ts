import { requestIdHeader } from '@boroughgraph/schema/wire/request-id.ts';
import type { FastifyReply } from 'fastify';

/** Headers that each answer has of its own, or that Node writes. */
const own: ReadonlySet<string> = new Set([
  requestIdHeader,
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'content-length',
  'connection',
  'keep-alive',
  'date',
]);

/**
 * The head of an answer, name after value after name, as others who ask the same get it too.
 *
 * @param length - Of the bytes that come after it; null where none may come.
 */
export function headOf(reply: FastifyReply, length: number | null): readonly string[] {
  const head = Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    own.has(name) || value === undefined ? [] : [value].flat().flatMap((each) => [name, String(each)]),
  );
  return length === null ? head : [...head, 'content-length', String(length)];
}
