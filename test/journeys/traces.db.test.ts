import { once } from 'node:events';
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { startGateway } from '@boroughgraph/gateway/server.ts';
import { createSubgraphServer } from '@boroughgraph/kit/inside/server/http-server.ts';
import { traceServer } from '@boroughgraph/schema/tracing/trace-server.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { subgraph } from '@boroughgraph/policing/subgraph.ts';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { agencies } from '../support/all-agencies.ts';
import { createDatabase } from '../support/database.ts';

/** What a collector is sent, as far as it is looked at. Source: OTLP 1.7, ExportTraceServiceRequest as JSON. */
const exportSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({
        attributes: z.array(z.object({ key: z.string(), value: z.object({ stringValue: z.string() }) })),
      }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
              kind: z.number(),
            }),
          ),
        }),
      ),
    }),
  ),
});

interface ReceivedSpan {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string | undefined;
}

/** A collector on this machine, that takes what it is sent. */
async function startCollector() {
  const bodies: string[] = [];
  const headers: unknown[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      bodies.push(body);
      headers.push([request.method, request.url, request.headers['authorization']]);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const spans = (): readonly ReceivedSpan[] =>
    bodies.flatMap((body) =>
      exportSchema.parse(JSON.parse(body)).resourceSpans.flatMap(({ resource, scopeSpans }) => {
        const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
        return scopeSpans.flatMap((scope) => scope.spans.map((span) => ({ service, ...span })));
      }),
    );
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    bodies,
    headers,
    spans,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const asker = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };

it('A request is traced from the gateway through an agency to its statements, and nothing of what was asked or found is told', async () => {
  await using collector = await startCollector();
  await using resources = new AsyncDisposableStack();
  const database = resources.use(await createDatabase());
  const { databaseSchema: schema } = subgraph;
  const store = openStore({ url: database.url, schema });
  await store.sql`create schema ${store.sql(schema)}`;
  await migrateStore(store.sql, schema);
  const place = { endpoint: collector.endpoint, headers: { authorization: 'Bearer of the collector' }, share: 1 };
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const gatewayKeys = [publicKey];
  const app = await createSubgraphServer({ subgraph, database: store, logLevel: 'silent', gatewayKeys });
  const traced = await traceServer(app, { service: subgraph.name, place, isAskerTrusted: true });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const others = agencies.map(({ name }) => [name, 'http://127.0.0.1:9/graphql'] as const);
  const gateway = await startGateway({
    urls: { ...Object.fromEntries(others), policing: `${url}/graphql` },
    port: 0,
    logLevel: 'silent',
    signingKey: privateKey,
    tracing: place,
  });
  const secret = 'a-secret-id-of-somebody';
  const query = 'query Find($id: ID!) { policing { datasets { latestRelease { id } } dataset(id: $id) { id } } }';
  await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: `00-${asker.traceId}-${asker.spanId}-00` },
    body: JSON.stringify({ query, variables: { id: secret } }),
  });
  await gateway.close();
  await app.close();
  await traced?.close();
  await store.close();

  expect(collector.headers).toContainEqual(['POST', '/v1/traces', 'Bearer of the collector']);
  const spans = collector.spans().filter(({ traceId }) => traceId === asker.traceId);
  const pathOf = ({ service, name, parentSpanId }: ReceivedSpan): string => {
    const parent = spans.find(({ spanId }) => spanId === parentSpanId);
    return `${parent === undefined ? String(parentSpanId) : pathOf(parent)} > ${service}: ${name}`;
  };
  const paths = spans.map(pathOf);
  const request = `${asker.spanId} > gateway: POST /graphql`;
  const asked = `${request} > gateway: ask policing`;
  const answered = `${asked} > policing: POST /graphql`;
  expect(paths).toEqual(expect.arrayContaining([request, asked, answered]));
  expect(paths.filter((path) => path.startsWith(`${answered} > policing: select `)).length).toBeGreaterThan(0);
  expect(collector.bodies.join('')).not.toContain(secret);
  expect(collector.bodies.join('')).not.toContain(new URL(database.url).password);
});
