import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import { estimateCost } from '@boroughgraph/schema/cost/estimate.ts';
import { sampleVariables } from '@boroughgraph/schema/cost/sample-variables.ts';
import { buildASTSchema, getOperationAST, getVariableValues, type GraphQLSchema, parse } from 'graphql';
import { Planner } from '../planning/planner.ts';
import { readRegistered } from '../planning/registered-operations.ts';
import { findRequiringFields } from '../planning/requiring-fields.ts';
import type { RecordedText } from './recorded-operations.ts';

/** What a recorded operation takes. */
export interface OperationPrice {
  /** How often agencies are asked for it. */
  readonly fetches: number;
  /** Its estimate, in units of cost, with the values of `sampleVariables`. */
  readonly cost: number;
}

/** What each operation takes by a supergraph; one that is not valid by it, or cannot be planned, is left out. */
export async function priceOperations(
  supergraphSdl: string,
  operations: readonly RecordedText[],
  today: string,
): Promise<ReadonlyMap<string, OperationPrice>> {
  const schema = buildASTSchema(parse(supergraphSdl, { noLocation: true }), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  const known = { schema, requiringFields: findRequiringFields(schema) };
  const planner = new Planner({ supergraphSdl });
  // Its threads let a process end that has nothing else to do.
  const waiting = setInterval(() => undefined, 60_000);
  try {
    const prices = new Map<string, OperationPrice>();
    for (const operation of operations) {
      const [plannable] = readRegistered(known, operation.text);
      if (plannable === undefined) continue;
      const asking = { lane: 'registered', client: 'the check', signal: new AbortController().signal } as const;
      const written = await planner.plan({ operation: plannable.planned, ...asking }).catch(() => null);
      const cost = costOf(schema, operation, today);
      if (written !== null && cost !== null) prices.set(operation.name, { fetches: countFetches(written.plan), cost });
    }
    return prices;
  } finally {
    clearInterval(waiting);
    await planner.stop();
  }
}

function costOf(schema: GraphQLSchema, { document }: RecordedText, today: string): number | null {
  const operation = getOperationAST(document);
  if (!operation) return null;
  const { coerced } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    sampleVariables(schema, operation),
  );
  return coerced ? Math.round(estimateCost({ schema, document, operation, variables: coerced }, today).total) : null;
}

function countFetches({ node }: QueryPlan): number {
  return node === undefined ? 0 : fetchesIn(node);
}

function fetchesIn(node: PlanNode | SubscriptionNode): number {
  switch (node.kind) {
    case 'Fetch':
      return 1;
    case 'Flatten':
      return fetchesIn(node.node);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.reduce((sum, each) => sum + fetchesIn(each), 0);
    case 'Condition':
      return [node.ifClause, node.elseClause].reduce((sum, each) => sum + (each ? fetchesIn(each) : 0), 0);
    default:
      // Nothing here is deferred, and nothing is subscribed to.
      return 0;
  }
}
