import { sendProblem } from '@boroughgraph/schema/http/http-errors.ts';
import type { HttpProblem } from '@boroughgraph/schema/http/http-problem.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isJsonObject } from '../agencies/json.ts';
import type { Safelist } from './safelist.ts';
import { sha256Of } from './sha256.ts';

/** What a request names an operation by: its text, or its SHA-256, or both. */
interface Named {
  readonly text: string | null;
  readonly persisted: unknown;
}

/**
 * Gives what refuses requests that name an operation as nobody can, and with a safelist those for an operation that it does not
 * have. Whatever else is wrong with a request is left to GraphQL.
 */
export function refuseUntrusted(safelist: Safelist | null) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const problem = findProblem(readNamed(request), safelist);
    if (problem === null) done();
    else sendProblem(reply, problem);
  };
}

function findProblem({ text, persisted }: Named, safelist: Safelist | null): HttpProblem | null {
  if (persisted !== undefined) {
    const hash = isJsonObject(persisted) && persisted['version'] === 1 ? persisted['sha256Hash'] : null;
    if (typeof hash !== 'string') return notPersisted;
    if (text !== null && sha256Of(text) !== hash) return otherHash;
    if (text === null) return safelist?.textOf(hash) === undefined && safelist !== null ? notListed(safelist) : null;
  }
  return safelist === null || text === null || safelist.has(text) ? null : notListed(safelist);
}

const notPersisted: HttpProblem = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'extensions.persistedQuery has to have the version 1 and a sha256Hash.',
};

const otherHash: HttpProblem = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'The sha256Hash of extensions.persistedQuery is not that of the query which is sent with it.',
};

function notListed(safelist: Safelist): HttpProblem {
  return { status: 403, code: 'OPERATION_NOT_LISTED', message: safelist.describeRefusal() };
}

/** As GraphQL reads the request: from its body, or with GET from its address. */
function readNamed({ method, url, body }: FastifyRequest): Named {
  if (method !== 'GET') {
    const { query, extensions } = isJsonObject(body) ? body : {};
    return { text: typeof query === 'string' ? query : null, persisted: persistedIn(extensions) };
  }
  const parameters = new URLSearchParams(url.split('?').slice(1).join('?'));
  return { text: parameters.get('query'), persisted: persistedIn(parseJson(parameters.get('extensions'))) };
}

function persistedIn(extensions: unknown): unknown {
  const persisted = isJsonObject(extensions) ? extensions['persistedQuery'] : undefined;
  return persisted === null ? undefined : persisted;
}

/** Undefined for what is not JSON: GraphQL says so. */
function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
