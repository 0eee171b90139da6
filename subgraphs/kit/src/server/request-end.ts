import { startPatience } from '@boroughgraph/schema/process/patience.ts';
import { readDeadline } from '@boroughgraph/schema/wire/deadline-header.ts';
import { agencyAnswerMs, answerTravelMs, storeAnswerMs } from '@boroughgraph/schema/wire/deadlines.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Wanted } from '../store/reading/store-source.ts';
import { answerTakesTooLong, ClientGone } from '../series/errors.ts';

/**
 * Until when the answer to a request is waited for: its sender says how long it waits, and an agency works for no request longer
 * than `agencyAnswerMs`. Of that, the store may take half: what the agency knows without its store still arrives.
 *
 * The signal is aborted when the connection closes before the answer is written, and when the deadline passes.
 */
export function watchRequest(request: Pick<FastifyRequest, 'headers'>, reply: FastifyReply): Wanted {
  const deadlineMs = Math.min(agencyAnswerMs, readDeadline(request) ?? agencyAnswerMs);
  const controller = new AbortController();
  const patience = startPatience(Math.max(deadlineMs * 0.5, deadlineMs - answerTravelMs), () => {
    controller.abort(answerTakesTooLong(deadlineMs));
  });
  reply.raw.once('close', () => {
    patience.stop();
    if (!reply.raw.writableFinished) controller.abort(new ClientGone());
  });
  return { signal: controller.signal, storeMs: Math.min(storeAnswerMs, deadlineMs / 2) };
}
