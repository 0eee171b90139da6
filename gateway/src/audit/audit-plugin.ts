import { randomInt } from 'node:crypto';
import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { GatewayContext } from '../http/gateway-context.ts';
import type { Audit } from './audit.ts';
import { entryOf } from './audit-entries.ts';

/** The codes of errors that say that a caller may not see something. */
const refusals: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'UNAUTHORIZED_FIELD_OR_TYPE']);

// As fine as a share can be given.
const parts = 1_000_000;

/**
 * Writes down every request that touches what is not for everybody, every one that is refused for who sends it, and a share of the others.
 * Where something is shown that is not for everybody, it is on disk before the answer leaves, and what cannot be written down is not
 * answered; all others are answered whether or not it can. To be the last of the plugins that write answers.
 *
 * @param share - Of the others, from 0 for none to 1 for all.
 */
export function auditPlugin(audit: Audit, share: number): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: async (request) => {
          if (isRestrictedShown(request)) await require(audit, request);
          else if (isOfNote(request) || randomInt(parts) < share * parts) audit.note(entryOf(request));
        },
      }),
  };
}

type Request = GraphQLRequestContextWillSendResponse<GatewayContext>;

const isRestrictedShown = ({ contextValue: { touched = [], protectedShown } }: Request) =>
  (protectedShown?.size ?? 0) > 0 || touched.some(({ releases, shown }) => releases.length > 0 || shown > 0);

const isOfNote = ({ contextValue: { touched = [], record } }: Request) =>
  touched.length > 0 || record.errorCodes.some((code) => refusals.has(code));

async function require(audit: Audit, request: Request): Promise<void> {
  try {
    await audit.require(entryOf(request));
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'unknown';
    request.contextValue.log.error({ cause }, 'a request cannot be written down, and so it is not answered');
    refuse(request);
  }
}

function refuse({ response, contextValue: { record } }: Request): void {
  const code = 'AUDIT_UNAVAILABLE';
  const message =
    'The answer has figures that are not for everybody, and who reads them cannot be written down at present. Ask again later, or for open figures alone.';
  response.body = { kind: 'single', singleResult: { errors: [{ message, extensions: { code } }] } };
  response.http.status = 503;
  record.errorCodes = [code];
}
