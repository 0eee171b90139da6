import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { isJsonObject, type JsonObject } from '../agencies/json.ts';
import { isFromNobody } from '../http/bind-request.ts';
import { changingHeaders } from '../http/changing-headers.ts';
import { sha256Of } from '../trusted-documents/sha256.ts';

/** What decides on the bytes of an answer, beside the states of agencies. */
export interface ResponseKey {
  /** The same for requests that have the same answer. */
  readonly text: string;
  /** SHA-256 of the document, in hexadecimal. */
  readonly operationHash: string;
}

/** What comes with it is asked in no ordinary way, or answered in none. */
const longestAccept = 500;

/** Headers of which one says that a request has not been made by a page of somebody else without being asked. */
const preflighted = ['x-apollo-operation-name', 'apollo-require-preflight'];

/**
 * The key of a request for GraphQL; null where its answer is not to be remembered: its sender is named or wants to be told more than it asks for, it
 * registers a text with its hash, or it has a form that has to be looked at by GraphQL first. Never throws.
 */
export function keyOf(request: FastifyRequest): ResponseKey | null {
  const { headers, method } = request;
  const accept = headers.accept ?? '';
  if (!isFromNobody(request) || accept.length > longestAccept) return null;
  if (changingHeaders.some((name) => headers[name] !== undefined)) return null;
  if (method === 'GET' && !preflighted.some((name) => headers[name] !== undefined && headers[name] !== '')) return null;
  const asked = method === 'GET' ? readAddress(request.url) : request.body;
  if (!isJsonObject(asked)) return null;
  const operationHash = hashOf(asked);
  const { operationName = null, variables = null } = asked;
  const isOrdinary = operationName === null || typeof operationName === 'string';
  if (operationHash === null || !isOrdinary || (variables !== null && !isJsonObject(variables))) return null;
  const of = JSON.stringify([operationHash, operationName, accept, sorted(variables)]);
  return { text: hash('sha256', of, 'base64'), operationHash };
}

function hashOf({ query, extensions = null }: JsonObject): string | null {
  if (extensions === null) return typeof query === 'string' ? sha256Of(query) : null;
  const persisted = isJsonObject(extensions) ? extensions['persistedQuery'] : null;
  // With both, it is to be registered.
  if (!isJsonObject(persisted) || query !== undefined || persisted['version'] !== 1) return null;
  const hash = persisted['sha256Hash'];
  return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? hash : null;
}

function readAddress(url: string): JsonObject | null {
  const parameters = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  try {
    const read = (name: string): unknown => {
      const text = parameters.get(name);
      return text === null || text === '' ? undefined : JSON.parse(text);
    };
    const query = parameters.get('query') ?? undefined;
    const operationName = parameters.get('operationName') ?? undefined;
    return { query, operationName, variables: read('variables'), extensions: read('extensions') };
  } catch {
    return null;
  }
}

/** The same with the keys of objects in one order: what is given in another is asked the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  // An object again: as a list of pairs it would be the same as such a list.
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
