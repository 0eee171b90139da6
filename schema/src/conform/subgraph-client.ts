import { type KeyObject, randomUUID } from 'node:crypto';
import { graphqlPath } from '../wire/paths.ts';
import { requestIdHeader } from '../wire/request-id.ts';
import { anonymousViewer, viewerHeader } from '../wire/viewer.ts';
import type { ViewerSession } from '../wire/viewer-session.ts';
import { writeViewerToken } from '../wire/viewer-token.ts';

/** A subgraph that is tried. */
export interface TriedSubgraph {
  /** Without a path: `http://127.0.0.1:4003`. */
  readonly url: string;
  /** By which name tokens are meant for it. */
  readonly name: string;
  /** The private key of a gateway that it believes; null where it is tried without. */
  readonly key: KeyObject | null;
}

/** What came back, read as far as it can be. */
export interface TriedAnswer {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
}

/** How long a subgraph may take for anything that is tried. */
const answerMs = 10_000;

/** The headers with which a gateway sends a body, signed with its key or sealed by a session; without either, those of a caller who says nothing of himself. */
export function signedHeaders(
  { name, key }: Pick<TriedSubgraph, 'name' | 'key'>,
  body: string,
  by: KeyObject | ViewerSession | null = key,
): Readonly<Record<string, string>> {
  const requestId = randomUUID();
  const token = by && writeViewerToken({ viewer: anonymousViewer, agency: name, requestId, body }, by);
  return { [requestIdHeader]: requestId, ...(token && { [viewerHeader]: token }) };
}

/** Asks as a gateway does. @throws {Error} where nothing comes back. */
export async function ask(
  subgraph: TriedSubgraph,
  request: Readonly<Record<string, unknown>> | string,
  headers?: Readonly<Record<string, string>>,
): Promise<TriedAnswer> {
  const body = typeof request === 'string' ? request : JSON.stringify(request);
  return post(subgraph, { path: graphqlPath, body, headers: { ...signedHeaders(subgraph, body), ...headers } });
}

/** What is sent to a subgraph. */
export interface PostedBody {
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends a body to a path. @throws {Error} where nothing comes back. */
export async function post(
  { url }: Pick<TriedSubgraph, 'url'>,
  { path, body, headers }: PostedBody,
): Promise<TriedAnswer> {
  return send(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
}

/** An answer in a sentence. */
export const showAnswer = ({ status, text }: TriedAnswer): string => `it answers ${status}: ${text.slice(0, 200)}`;

/** Gets a path. @throws {Error} where nothing comes back. */
export async function get({ url }: Pick<TriedSubgraph, 'url'>, path: string): Promise<TriedAnswer> {
  return send(`${url}${path}`, {});
}

async function send(url: string, init: RequestInit): Promise<TriedAnswer> {
  const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(answerMs) });
  const text = await response.text();
  return { status: response.status, text, json: readJson(text) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
