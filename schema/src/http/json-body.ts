import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findJsonNesting } from '../operation-limits/nesting.ts';
import { maxJsonNesting } from '../wire/limits.ts';
import { HttpError } from './http-problem.ts';

type Done = (error: Error | null, body?: unknown) => void;

/** Looks at the bytes of a body. Throws an HttpError where they are not to be read. */
export type BodyCheck = (request: FastifyRequest, body: Buffer) => void;

/**
 * Lets a server read bodies of JSON, and no others: in well-formed UTF-8, nested no deeper than `maxJsonNesting`, without keys
 * that JavaScript objects have already; `check` sees each first. As text or as a form, other sites' pages could send them unasked.
 */
export function addJsonBody(server: FastifyInstance, check: BodyCheck = () => undefined): void {
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer, done: Done) => {
      try {
        check(request, body);
      } catch (error) {
        done(error instanceof Error ? error : new Error('the body was refused', { cause: error }));
        return;
      }
      const text = body.toString('utf8');
      const problem = isUtf8(body) ? judgeNesting(text) : notUtf8();
      if (problem) done(problem);
      else void parseJson(request, text, done);
    },
  );
}

/** What to say of JSON that is nested too deep; null for other JSON. */
export function judgeNesting(text: string): HttpError | null {
  const nesting = findJsonNesting(text);
  if (nesting <= maxJsonNesting) return null;
  const message = `The JSON of the request is nested ${nesting} deep, and at most ${maxJsonNesting} is read. Variables are lists of plain values.`;
  return new HttpError({ status: 400, code: 'OPERATION_TOO_LARGE', message });
}

function notUtf8(): HttpError {
  const message = 'The request body is not well-formed UTF-8. Send text in UTF-8.';
  return new HttpError({ status: 400, code: 'BAD_REQUEST', message });
}
