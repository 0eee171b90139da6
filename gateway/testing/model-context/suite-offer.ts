import { McpServer } from '@modelcontextprotocol/server';
import type { ModelOffer } from '../../src/model-context/model-offer.ts';
import { askedState } from './asked-state.ts';
import { addAskingTools } from './asking-tools.ts';
import { addContentTools } from './content-tools.ts';
import { addDiagnosticTools } from './diagnostic-tools.ts';
import { addPrompts } from './prompts.ts';
import { addResources } from './resources.ts';

/** Offers what the conformance suite asks for by name, and says of nothing that it changes. */
export const offerSuite: ModelOffer = () => {
  const listChanged = false;
  const server = new McpServer(
    { name: 'boroughgraph-conformance', version: '1' },
    {
      capabilities: { tools: { listChanged }, resources: { listChanged }, prompts: { listChanged }, logging: {} },
      requestState: { verify: (state, context) => askedState.verify(state, context) },
    },
  );
  for (const add of [addContentTools, addDiagnosticTools, addAskingTools, addResources, addPrompts]) add(server);
  return server;
};
