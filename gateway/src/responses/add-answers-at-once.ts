import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import { graphqlPath } from '@boroughgraph/schema/wire/paths.ts';
import type { FastifyInstance } from 'fastify';
import type { ConsumerBudgets } from '../budgets/consumer-budgets.ts';
import { logAnswered } from '../http/http-server.ts';
import type { ServedGeneration } from '../http/served-generation.ts';
import type { OpenMetrics } from '../metrics/open-metrics.ts';
import type { Replaceable } from '../supergraph/replaceable.ts';
import type { Usage } from '../usage/usage.ts';
import { clientOf } from '../usage/open-usage.ts';
import { type AnsweredAtOnce, answerAtOnce } from './answer-at-once.ts';
import { noteRemembered, type OpenAudit } from './note-remembered.ts';

/** What has to do with answers that no route gives. */
export interface AtOnceParts extends OpenAudit {
  readonly served: Replaceable<ServedGeneration>;
  readonly budgets: ConsumerBudgets | null;
  readonly trustedProxies: readonly string[];
  readonly metrics: OpenMetrics | null;
  readonly usage: Usage | null;
}

/** Answers at once what can be, and counts, logs and notes it as the hooks of a server do for its routes. Comes after all routes. */
export function addAnswersAtOnce(http: FastifyInstance, parts: AtOnceParts): void {
  const { served, budgets, trustedProxies, metrics, usage } = parts;
  const onAnswered = (answered: AnsweredAtOnce): void => {
    const { request, requestId, status, durationMs, record } = answered;
    noteRemembered(parts, answered);
    metrics?.countRequest({ route: graphqlPath, status, durationMs, record });
    if (record.use) usage?.add(record.use, clientOf(request.headers));
    logAnswered(http.log, { requestId, method: request.method, route: graphqlPath, status, durationMs, record });
  };
  answerAtOnce(http, {
    memory: () => served.current.sent,
    budgets,
    addressOf: addressBehind(trustedProxies),
    onAnswered,
  });
}

/** As Fastify finds it. */
function addressBehind(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  if (trustedProxies.length === 0) return ({ socket }) => socket.remoteAddress ?? '';
  const isTrusted = proxyAddress.compile([...trustedProxies]);
  return (request) => proxyAddress(request, isTrusted);
}
