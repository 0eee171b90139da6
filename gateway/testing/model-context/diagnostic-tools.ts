import { inputRequired, type McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { textPart } from './contents.ts';

const inputSchema = z.object({});
const described = { description: 'Shows what goes over the wire beside an answer.', inputSchema };

/** Tools that show what a server sends beside its answer: progress, log lines, and what it may not ask for. */
export function addDiagnosticTools(server: McpServer): void {
  server.registerTool('test_tool_with_progress', described, async (_, { mcpReq }) => {
    const progressToken = mcpReq._meta?.progressToken;
    if (progressToken !== undefined)
      for (const progress of [0, 50, 100])
        await mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress, total: 100 } });
    return { content: [textPart(String(progressToken ?? 'nobody asked for progress'))] };
  });
  server.registerTool('test_tool_with_logging', described, async (_, { mcpReq }) => {
    for (const data of ['Tool execution started', 'Tool processing data', 'Tool execution completed'])
      await mcpReq.notify({ method: 'notifications/message', params: { level: 'info', data } });
    return { content: [textPart('Three lines were logged.')] };
  });
  server.registerTool('test_logging_tool', described, async (_, { mcpReq }) => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the suite wants a line that only those get who ask for lines
    await mcpReq.log('info', 'for whoever has asked for log lines');
    return { content: [textPart('A line was logged for whoever asks for them.')] };
  });
  server.registerTool('test_streaming_elicitation', described, () => ({ content: [textPart('Nothing was asked.')] }));
  server.registerTool('test_missing_capability', described, (_, { mcpReq }) =>
    mcpReq.inputResponses?.['answer'] === undefined
      ? inputRequired({ inputRequests: { answer: askModel('Say pong.') } })
      : { content: [textPart('The model has answered.')] },
  );
}

/** What a client is to ask its model. */
export function askModel(text: string) {
  const messages = [{ role: 'user' as const, content: { type: 'text' as const, text } }];
  return inputRequired.createMessage({ messages, maxTokens: 16 });
}
