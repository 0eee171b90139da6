import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import { isJsonObject, type JsonObject } from '../agencies/json.ts';

/** A request for GraphQL as it has come over HTTP. */
export interface GraphQLHttpRequest {
  /** Null where it is named by its hash alone. */
  readonly text: string | null;
  /** The SHA-256 by which it is named; null where it is not. */
  readonly hash: string | null;
  readonly operationName: string | undefined;
  readonly variables: JsonObject;
}

/**
 * Reads a request from the body of a POST, or the address of a GET.
 *
 * @throws {HttpError} BAD_REQUEST for a part that is not what GraphQL over HTTP has in its place.
 */
export function readGraphQLRequest(body: unknown, parameters: URLSearchParams): GraphQLHttpRequest {
  const parts = isJsonObject(body) ? body : readParameters(parameters);
  const text = readPart(parts, 'query', isText, 'a text') ?? null;
  const extensions = readPart(parts, 'extensions', isJsonObject, 'an object') ?? {};
  const persisted = extensions['persistedQuery'];
  const hash = isJsonObject(persisted) && typeof persisted['sha256Hash'] === 'string' ? persisted['sha256Hash'] : null;
  if (text === null && hash === null)
    throw badRequest('The request has no "query". Expected the text of an operation.');
  return {
    text,
    hash,
    operationName: readPart(parts, 'operationName', isText, 'a text'),
    variables: readPart(parts, 'variables', isJsonObject, 'an object') ?? {},
  };
}

function readParameters(parameters: URLSearchParams): JsonObject {
  const asJson = (name: string) => {
    const text = parameters.get(name);
    return text === null || text === '' ? undefined : parseJson(name, text);
  };
  return {
    query: parameters.get('query') ?? undefined,
    operationName: parameters.get('operationName') ?? undefined,
    variables: asJson('variables'),
    extensions: asJson('extensions'),
  };
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`"${name}" is not JSON. Expected an object.`);
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';

function readPart<T>(
  parts: JsonObject,
  name: string,
  ...[isExpected, expected]: readonly [(value: unknown) => value is T, string]
): T | undefined {
  const value = parts[name];
  if (value === undefined || value === null) return undefined;
  if (isExpected(value)) return value;
  throw badRequest(`"${name}" is not ${expected}.`);
}

function badRequest(message: string): HttpError {
  return new HttpError({ status: 400, code: 'BAD_REQUEST', message });
}
