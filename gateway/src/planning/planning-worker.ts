/*
 * Plans operations on a thread of its own, one after another: planning is synchronous, and for some short operations takes
 * longer than anybody should wait. Is told the supergraph, says when it is ready, then answers each text with its plan.
 */
import '../telemetry-off.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { Supergraph, operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { maxEvaluatedPlans } from '../limits.ts';
import { makeRequirementsCertain } from './certain-requirements.ts';
import type { PlanningAnswer, PlanningOrder } from './planning-messages.ts';

// What starts this thread gives it nothing else.
const { supergraphSdl } = workerData as PlanningOrder;
// Checked by whoever has started this thread.
const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
const apiSchema = supergraph.apiSchema();
const planner = new QueryPlanner(supergraph, { debug: { maxEvaluatedPlans } });

parentPort?.on('message', (operation: string) => {
  answer(plan(operation));
});
answer({ kind: 'ready' });

function plan(operation: string): PlanningAnswer {
  try {
    const document = operationFromDocument(apiSchema, parse(operation, { noLocation: true }));
    const built = planner.buildQueryPlan(document);
    makeRequirementsCertain(built);
    return { kind: 'planned', plan: JSON.stringify(built) };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function answer(message: PlanningAnswer): void {
  parentPort?.postMessage(message);
}
