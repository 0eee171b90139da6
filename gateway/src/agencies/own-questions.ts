import { randomUUID } from 'node:crypto';
import { healthCheckMs } from '@boroughgraph/schema/wire/deadlines.ts';
import { requestIdHeader } from '@boroughgraph/schema/wire/request-id.ts';
import { anonymousViewer, type Viewer, viewerHeader } from '@boroughgraph/schema/wire/viewer.ts';
import { type SessionAnswer, sessionAnswer, sessionPath } from '@boroughgraph/schema/wire/viewer-session.ts';
import type { Dispatcher } from 'undici';
import { deadlineIn } from '../execution/deadline.ts';
import { waitUntil } from '../execution/wait-until.ts';
import { readJson } from './json.ts';
import type { ToldRequest, ViewerWriter } from './viewer-writer.ts';

/** What a gateway asks an agency for itself. */
export interface OwnQuestion {
  /** Where the agency answers it. */
  readonly path: string;
  readonly question: object;
  readonly waitMs: number;
  /** Who asks through it. @default nobody */
  readonly viewer?: Viewer;
}

/** What the agency answers. @throws when no answer comes in time that is JSON. */
export function askForGateway(
  dispatcher: Dispatcher,
  writer: ViewerWriter,
  { path, question, waitMs, viewer = anonymousViewer }: OwnQuestion,
): Promise<unknown> {
  const told = { viewer, requestId: randomUUID(), body: JSON.stringify(question) };
  return waitUntil({ deadline: deadlineIn(waitMs), wanted: null }, async (signal) => {
    const { body } = await writer.tell(told, (text) => send(dispatcher, told, { path, text, signal }));
    return JSON.parse(await body.text()) as unknown;
  });
}

/**
 * Offers the agency a session, in a request that `sign` signs; null where it takes none. An agency that knows of no sessions answers that
 * there is nothing at the path.
 *
 * @throws when no answer comes in time.
 */
export function offerSession(
  dispatcher: Dispatcher,
  half: string,
  sign: (told: ToldRequest) => string,
): Promise<SessionAnswer | null> {
  const told = { viewer: anonymousViewer, requestId: randomUUID(), body: JSON.stringify({ half }) };
  return waitUntil({ deadline: deadlineIn(healthCheckMs), wanted: null }, async (signal) => {
    const asked = { path: sessionPath, text: sign(told), signal };
    const { statusCode, body } = await send(dispatcher, told, asked);
    const answer = readJson(await body.text());
    return statusCode === 200 ? (sessionAnswer.safeParse(answer).data ?? null) : null;
  });
}

interface Sending {
  readonly path: string;
  /** What says who asks. */
  readonly text: string;
  readonly signal: AbortSignal;
}

function send(dispatcher: Dispatcher, { requestId, body }: ToldRequest, { path, text, signal }: Sending) {
  const headers = { 'content-type': 'application/json', [requestIdHeader]: requestId, [viewerHeader]: text };
  return dispatcher.request({ path, method: 'POST', headers, body, signal });
}
