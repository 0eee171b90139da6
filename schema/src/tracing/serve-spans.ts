import type { FastifyInstance, FastifyRequest } from 'fastify';
import { runInSpan, type Span, type SpanFacts } from './current-span.ts';
import type { Tracing } from './open-tracing.ts';

/** The header by which a request says below what it was made. */
export const traceparentHeader = 'traceparent';

/**
 * Begins a span for each request of a server, below the one that the request names, and ends it with its answer. Its name is the route: an address
 * has variables in it.
 *
 * @param describe - What else is known of a request once it is answered. @default nothing
 */
export function serveSpans(
  app: FastifyInstance,
  tracing: Tracing,
  describe: (request: FastifyRequest) => SpanFacts = () => ({}),
): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  app.addHook('onRequest', (request, _reply, done) => {
    const header = request.headers[traceparentHeader];
    const route = request.routeOptions.url ?? 'other';
    const name = `${request.method} ${route}`;
    const facts = { 'http.request.method': request.method, 'http.route': route };
    spans.set(request, tracing.begin(name, { asker: typeof header === 'string' ? header : null, facts }));
    done();
  });
  // The body has been read by now: what comes before runs where its bytes arrive.
  app.addHook('preHandler', (request, _reply, done) => {
    const span = spans.get(request);
    if (span === undefined) done();
    else runInSpan(span, done);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const facts = { 'http.response.status_code': reply.statusCode, ...describe(request) };
    spans.get(request)?.end({ hasFailed: reply.statusCode >= 500, facts });
    done();
  });
}
