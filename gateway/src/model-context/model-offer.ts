import { McpServer } from '@modelcontextprotocol/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AnsweringLimits, boundGeneration, createContext } from '../http/bind-request.ts';
import { agencyFields } from '../takeaway/agency-fields.ts';
import { askWithin } from '../takeaway/releases/release-question.ts';
import type { AnyTool, ToolAnswer } from './tool.ts';
import { tools } from './tools.ts';

/** Who asks, and within what he is answered. */
export interface ModelCaller {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly limits: AnsweringLimits;
}

/** What a language model is offered: made anew for each request, so that nothing is kept between two of them. */
export type ModelOffer = (caller: ModelCaller) => McpServer;

/** Offers the five tools: each call is one operation of whoever has sent the request. */
export function offerTools(caller: ModelCaller): McpServer {
  const server = new McpServer(
    { name: 'boroughgraph', version: '1' },
    {
      // The list is that of this code: nobody is told of a change that does not come while it runs.
      capabilities: { tools: { listChanged: false } },
      instructions:
        'Published statistics of London’s police, courts, health and boroughs. Search first: the other tools take ids that search gave. Say a figure with its period, publisher and caveats; never read a figure that is withheld as zero.',
    },
  );
  for (const tool of tools) {
    const { name, title, description, input } = tool;
    const annotations = { readOnlyHint: true, openWorldHint: false };
    server.registerTool(name, { title, description, inputSchema: input, annotations }, async (given) => {
      const answered = await callTool(tool, given, caller);
      return answered.kind === 'answer'
        ? { content: [{ type: 'text', text: JSON.stringify(answered.value) }] }
        : { content: [{ type: 'text', text: answered.reason }], isError: true };
    });
  }
  return server;
}

/** Any error, also one that costs a part of the answer alone, comes in place of the answer: a model does not see what is missing. */
async function callTool(tool: AnyTool, given: unknown, { request, reply, limits }: ModelCaller): Promise<ToolAnswer> {
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
