import {
  acceptedContent,
  CLIENT_CAPABILITIES_META_KEY,
  inputRequired,
  type InputRequests,
  type McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { z } from 'zod';
import { type AskedState, askedState } from './asked-state.ts';
import { textPart } from './contents.ts';
import { askModel } from './diagnostic-tools.ts';

const described = { description: 'Asks its client before it answers.', inputSchema: z.object({}) };
const answer = (text: string) => ({ content: [textPart(text)] });

/** A form with one text, for whoever sits before the client. */
export function formOf(message: string, name: string) {
  const properties = { [name]: { type: 'string' as const } };
  return inputRequired.elicit({ message, requestedSchema: { type: 'object', properties, required: [name] } });
}

/** Tools that want something of their client first: a form, its model, its folders, all three, or several after one another. */
export function addAskingTools(server: McpServer): void {
  const requests: Readonly<Record<string, InputRequests>> = {
    elicitation: { user_name: formOf('What is your name?', 'name') },
    sampling: { capital_question: askModel('What is the capital of France?') },
    list_roots: { client_roots: inputRequired.listRoots() },
  };
  for (const [kind, inputRequests] of Object.entries(requests))
    server.registerTool(`test_input_required_result_${kind}`, described, (_, { mcpReq }) =>
      isAnswered(mcpReq, inputRequests)
        ? answer(JSON.stringify(mcpReq.inputResponses))
        : inputRequired({ inputRequests }),
    );
  addStatefulTools(server);
  server.registerTool('test_input_required_result_capabilities', described, (_, { mcpReq }) => {
    const inputRequests = requestsFor(mcpReq);
    const isDone = mcpReq.inputResponses !== undefined || Object.keys(inputRequests).length === 0;
    return isDone ? answer('Nothing more is asked.') : inputRequired({ inputRequests });
  });
}

/** Tools whose client carries from call to call what they remember. */
function addStatefulTools(server: McpServer): void {
  const confirm = formOf('Please confirm.', 'ok');
  const all = {
    user_name: formOf('What is your name?', 'name'),
    greeting: askModel('Greet.'),
    client_roots: inputRequired.listRoots(),
  };
  const asked: Readonly<Record<string, InputRequests>> = {
    request_state: { confirm },
    tampered_state: { confirm },
    multiple_inputs: all,
  };
  for (const [kind, inputRequests] of Object.entries(asked))
    server.registerTool(`test_input_required_result_${kind}`, described, async (_, { mcpReq }) =>
      mcpReq.requestState() !== undefined && hasAll(mcpReq, inputRequests)
        ? answer('state-ok')
        : inputRequired({ inputRequests, requestState: await askedState.mint({ round: 1 }) }),
    );
  server.registerTool('test_input_required_result_multi_round', described, async (_, { mcpReq }) => {
    const { round, name = '' } = mcpReq.requestState<AskedState>() ?? { round: 0 };
    if (round === 0)
      return inputRequired({
        inputRequests: { step1: formOf('What is your name?', 'name') },
        requestState: await askedState.mint({ round: 1 }),
      });
    const { name: given = '' } = acceptedContent<{ name: string }>(mcpReq.inputResponses, 'step1') ?? {};
    if (round === 1)
      return inputRequired({
        inputRequests: { step2: formOf('Which colour?', 'color') },
        requestState: await askedState.mint({ round: 2, name: given }),
      });
    return answer(`${name} has answered twice.`);
  });
}

type Asked = ServerContext['mcpReq'];

const hasAll = ({ inputResponses = {} }: Asked, requests: InputRequests) =>
  Object.keys(requests).every((name) => name in inputResponses);

/** Whether what was asked is there, a form filled in with a text of its name. */
function isAnswered(asked: Asked, requests: InputRequests): boolean {
  const form = acceptedContent<{ name?: unknown }>(asked.inputResponses, 'user_name');
  return hasAll(asked, requests) && (!('user_name' in requests) || typeof form?.name === 'string');
}

const envelopeSchema = z.object({ [CLIENT_CAPABILITIES_META_KEY]: z.record(z.string(), z.unknown()) });

/** One request for each thing that the client says it can do. */
function requestsFor({ envelope }: Asked): InputRequests {
  const can = envelopeSchema.parse(envelope)[CLIENT_CAPABILITIES_META_KEY];
  return {
    ...('elicitation' in can && { user_name: formOf('What is your name?', 'name') }),
    ...('sampling' in can && { greeting: askModel('Greet.') }),
    ...('roots' in can && { client_roots: inputRequired.listRoots() }),
  };
}
