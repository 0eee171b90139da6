import type { FastifyInstance } from 'fastify';
import { JsonTooLongError, writeJsonInTurns } from '../process/write-json.ts';
import { maxAnswerBytes } from '../wire/limits.ts';
import { writeProblem } from './http-errors.ts';
import { refusalStatus } from './refusal-status.ts';

const code = 'OPERATION_TOO_LARGE';

const tooLong = `${writeProblem({
  status: 400,
  code,
  message: `The answer is larger than ${maxAnswerBytes / 1024 / 1024} MiB, the most that is sent. Ask for less at once: a smaller page, fewer periods or areas, or columns (\`periodIds\`, \`values\`, \`statuses\`) as bulk.graphql does, and for each thing under one name.`,
})}\n`;

/**
 * The answer to an operation as it is sent, written in turns; an error in place of one that is larger than `maxAnswerBytes`, whose
 * status {@link refuseTooLong} sees to; with long lists in lines where whoever reads it wants to do so in turns, too. Never rejects for what an answer holds.
 */
export async function writeAnswer(
  result: unknown,
  { maxBytes = maxAnswerBytes, inLines = false }: { readonly maxBytes?: number; readonly inLines?: boolean } = {},
): Promise<string> {
  try {
    return await writeJsonInTurns(result, { maxBytes, ending: '\n', inLines });
  } catch (error) {
    if (error instanceof JsonTooLongError) return tooLong;
    throw error;
  }
}

/** Gives an answer that {@link writeAnswer} has not written the status of an operation that is refused. */
export function refuseTooLong(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload) => {
    if (payload === tooLong) reply.code(refusalStatus(request.headers.accept, [code]));
    return Promise.resolve();
  });
}
