import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Usage } from './usage.ts';

/** By which clients of GraphQL name themselves. */
const clientHeader = 'apollographql-client-name';

/** Records from now on what a server answers; null where no folder is named. */
export function openUsage(http: FastifyInstance, folder: string | null): Usage | null {
  if (folder === null) return null;
  const usage = new Usage({
    folder,
    onError: (error) => {
      http.log.warn(
        { cause: error instanceof Error ? error.message : 'unknown' },
        'what is asked cannot be written down',
      );
    },
  });
  http.addHook('onResponse', ({ operationRecord, headers }, _reply, done) => {
    if (operationRecord?.use) usage.add(operationRecord.use, clientOf(headers));
    done();
  });
  return usage;
}

/** What a client calls itself; undefined where it does not. */
export function clientOf(headers: IncomingHttpHeaders): string | undefined {
  const client = headers[clientHeader];
  return typeof client === 'string' ? client : undefined;
}
