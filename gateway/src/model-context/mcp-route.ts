import {
  createMcpHandler,
  localhostAllowedOrigins,
  McpServer,
  originValidationResponse,
} from '@modelcontextprotocol/server';
import { mcpPath } from '@boroughgraph/schema/wire/paths.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type AnsweringLimits,
  type BindingOptions,
  bindRequests,
  boundGeneration,
  createContext,
} from '../http/bind-request.ts';
import { agencyFields } from '../takeaway/agency-fields.ts';
import { askWithin } from '../takeaway/releases/release-question.ts';
import type { AnyTool, ToolAnswer } from './tool.ts';
import { tools } from './tools.ts';

/** What answers at `/mcp`. */
export type McpRouteOptions = BindingOptions & AnsweringLimits & { readonly corsOrigins: readonly string[] };

/**
 * Serves tools for language models at `/mcp`; each call is one operation of whoever sends it. Nothing is kept between requests. A page that a
 * browser shows is answered where it is of this machine or among `corsOrigins`: by a name that leads here as well as there it could otherwise
 * speak to a gateway that only its reader reaches. Source: Model Context Protocol, Transports, Security Warning.
 */
export function addMcpRoute(server: FastifyInstance, options: McpRouteOptions): void {
  const origins = [...localhostAllowedOrigins(), ...options.corsOrigins.map((origin) => new URL(origin).hostname)];
  server.route({
    method: ['GET', 'POST', 'DELETE'],
    url: mcpPath,
    ...bindRequests(options),
    handler: async (request, reply) => {
      const handler = createMcpHandler(() => createTools(request, reply, options), {
        // Nothing changes of which anybody could be told, and an open stream is an open connection.
        maxSubscriptions: 0,
        keepAliveMs: 0,
      });
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

function createTools(request: FastifyRequest, reply: FastifyReply, limits: AnsweringLimits): McpServer {
  const server = new McpServer(
    { name: 'boroughgraph', version: '1' },
    {
      instructions:
        'Published statistics of London’s police, courts, health and boroughs. Search first: the other tools take ids that search gave. Say a figure with its period, publisher and caveats; never read a figure that is withheld as zero.',
    },
  );
  for (const tool of tools) {
    const { name, title, description, input } = tool;
    const annotations = { readOnlyHint: true, openWorldHint: false };
    server.registerTool(name, { title, description, inputSchema: input, annotations }, async (given) => {
      const answered = await callTool(tool, given, { request, reply, limits });
      return answered.kind === 'answer'
        ? { content: [{ type: 'text', text: JSON.stringify(answered.value) }] }
        : { content: [{ type: 'text', text: answered.reason }], isError: true };
    });
  }
  return server;
}

interface Caller {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly limits: AnsweringLimits;
}

/** Any error, also one that costs a part of the answer alone, comes in place of the answer: a model does not see what is missing. */
async function callTool(tool: AnyTool, given: unknown, { request, reply, limits }: Caller): Promise<ToolAnswer> {
  const { executor, generation } = boundGeneration(request);
  const asked = tool.ask(given, {
    origin: `${request.protocol}://${request.host}`,
    agencies: agencyFields(generation.apiSchema).map(({ agency }) => agency),
  });
  const ask = askWithin(executor, createContext(request, reply, limits));
  const { data, errors } = await ask(tool.operation, asked.variables);
  if (errors.length > 0 || data === null)
    return { kind: 'refused', reason: errors.map(({ message }) => message).join(' ') || 'Nothing was answered.' };
  return asked.tell(data);
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
