import type { ConditionNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { OperationDefinitionNode } from 'graphql';
import type { PathPattern } from '../../errors/response-path.ts';
import { defaultOf } from '../boolean-variables.ts';
import { readOwn } from '../result-object.ts';
import { compileFetch } from './compile-fetch.ts';
import type { PlanParts, PlanRun, Step } from './plan-run.ts';

/** A plan that has a form which is not known here, and which Apollo's executor may know. */
export class UnknownPlanError extends Error {
  override readonly name = 'UnknownPlanError';
}

/**
 * A plan as a function that fetches what it says and puts it together.
 *
 * @throws {UnknownPlanError} when it has a form that the planner does not write today.
 */
export function compilePlan({ node }: QueryPlan, operation: OperationDefinitionNode, parts: PlanParts): Step {
  if (node === undefined) return () => Promise.resolve();
  if (node.kind === 'Subscription') throw new UnknownPlanError('The plan is a subscription');
  return compileNode(node, []);

  function compileNode(inner: PlanNode, place: PathPattern): Step {
    switch (inner.kind) {
      case 'Sequence':
        return inSequence(inner.nodes.map((each) => compileNode(each, place)));
      case 'Parallel':
        return inParallel(inner.nodes.map((each) => compileNode(each, place)));
      case 'Flatten':
        return compileNode(inner.node, [...place, ...requirePlain(inner.path)]);
      case 'Condition':
        return compileCondition(inner, place);
      case 'Fetch':
        return compileFetch(inner, place, parts);
      case 'Defer':
        throw new UnknownPlanError('The plan has a part that comes later');
    }
  }

  function compileCondition({ condition, ifClause, elseClause }: ConditionNode, place: PathPattern): Step {
    const met = ifClause && compileNode(ifClause, place);
    const unmet = elseClause && compileNode(elseClause, place);
    const fallback = defaultOf(operation, condition);
    return async (run) => {
      const value = readOwn(run.variables, condition) ?? fallback;
      if (typeof value !== 'boolean') throw new TypeError(`"$${condition}" decides on a fetch, and is no truth value`);
      await (value ? met : unmet)?.(run);
    };
  }
}

function inSequence(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (run: PlanRun) => {
    await Promise.all(steps.map((step) => step(run)));
  };
}

function requirePlain(path: PathPattern): PathPattern {
  const isPlain = path.every((step) => typeof step === 'string' && /^(?:@|[A-Za-z_]\w*)$/.test(step));
  if (!isPlain) throw new UnknownPlanError(`The plan has a path of an unknown form: ${path.join('.')}`);
  return path;
}
