import { createMcpHandler, localhostAllowedOrigins, originValidationResponse } from '@modelcontextprotocol/server';
import { mcpPath } from '@boroughgraph/schema/wire/paths.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type AnsweringLimits, type BindingOptions, bindRequests } from '../http/bind-request.ts';
import { type ModelOffer, offerTools } from './model-offer.ts';

/** What answers at `/mcp`. */
export type McpRouteOptions = BindingOptions &
  AnsweringLimits & {
    readonly corsOrigins: readonly string[];
    /** What is offered to whoever asks. @default the tools of this folder */
    readonly offer?: ModelOffer | undefined;
  };

/**
 * Serves tools for language models at `/mcp`; each call is one operation of whoever sends it. Nothing is kept between requests. A page that a
 * browser shows is answered where it is of this machine or among `corsOrigins`: by a name that leads here as well as there it could otherwise
 * speak to a gateway that only its reader reaches. Source: Model Context Protocol, Transports, Security Warning.
 */
export function addMcpRoute(server: FastifyInstance, options: McpRouteOptions): void {
  const { offer = offerTools } = options;
  const origins = [...localhostAllowedOrigins(), ...options.corsOrigins.map((origin) => new URL(origin).hostname)];
  server.route({
    method: ['GET', 'POST', 'DELETE'],
    url: mcpPath,
    ...bindRequests(options),
    handler: async (request, reply) => {
      // No stream stays open: of nothing that is offered is it said that it changes, and a subscription to nothing ends with its acknowledgement.
      const handler = createMcpHandler(() => offer({ request, reply, limits: options }), { keepAliveMs: 0 });
      const asked = toWebRequest(request);
      const refused = originValidationResponse(asked, origins);
      const response = refused ?? (await handler.fetch(asked, { parsedBody: request.body }));
      const text = await response.text();
      await handler.close();
      // The library lets caches keep what it streams: an answer may be for its caller alone.
      const headers = { ...Object.fromEntries(response.headers), 'cache-control': 'private, no-store' };
      return reply.code(response.status).headers(headers).send(text);
    },
  });
}

function toWebRequest({ method, headers, url, protocol, host, body }: FastifyRequest): Request {
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') sent.set(name, value);
  const hasBody = method === 'POST';
  return new Request(`${protocol}://${host}${url}`, {
    method,
    headers: sent,
    ...(hasBody && { body: JSON.stringify(body ?? null) }),
  });
}
