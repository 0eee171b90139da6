import { parse } from 'graphql';
import { compareAnswers, compareExactly, type Difference, findLeaks } from './compare.ts';
import type { FailurePlan } from './failures/failure.ts';
import { isUnplanned, leavesOutByConstant, meetsPlannerFault } from './planner-faults.ts';
import type { Operation } from './operation.ts';
import type { Oracle } from './rule.ts';
import { rules } from './rules.ts';
import type { Situation } from './situation.ts';
import type { ComparedSystem } from './system/compared-system.ts';

/** What came of one operation. */
export interface Verdict {
  /** Differences that no rule explains, by what ours was compared with; the first of them where they are many. */
  readonly unexplained: readonly JudgedDifference[];
  /** The names of the rules that explained others. */
  readonly used: readonly string[];
}

/** A difference, and from what. */
export interface JudgedDifference {
  readonly oracle: Oracle;
  readonly difference: Difference;
}

/**
 * Asks all, one after the other, while agencies fail as the plan says: what one spends on planning, on the thread that
 * all share, must not run down the time that another has. The stock gateway is left out where its planner is known to fail,
 * or agencies would fail otherwise for it since it asks them for more: there ours is compared with the monolith alone.
 */
export async function askAll(system: ComparedSystem, operation: Operation, plan: FailurePlan): Promise<Situation> {
  await system.follow(plan);
  const ours = await system.askOurs(operation);
  const byApollo = (await system.askByApollo?.(operation)) ?? null;
  const document = parse(operation.query);
  const isBeyondStock =
    meetsPlannerFault(system.parts.schema, document) || (plan.byAgency.size > 0 && leavesOutByConstant(document));
  const byStock = isBeyondStock ? ours : await system.askStock(operation);
  const stock = isUnplanned(byStock) ? ours : byStock;
  const monolith = await system.askMonolith(operation);
  return { operation, asked: system.readAsked(operation), plan, ours, byApollo, stock, monolith };
}

/** A handful shows what is wrong; the rest is the same again. */
const mostShown = 30;

/**
 * What is to be said of the answers. Ours has to be the same by both executors. Without failures ours has to be as both others; with failures as the stock one, and
 * what it lacks of the monolith's, its errors too, has to be said by an error.
 */
export function judge(situation: Situation): Verdict {
  const { plan, ours, byApollo, stock, monolith } = situation;
  const found: readonly JudgedDifference[] = [
    ...compareExactly(ours, byApollo ?? ours).map((difference) => ({ oracle: 'executor' as const, difference })),
    ...findLeaks(ours).map((difference) => ({ oracle: 'stock' as const, difference })),
    ...compareAnswers(ours, stock).map((difference) => ({ oracle: 'stock' as const, difference })),
    ...(plan.byAgency.size === 0
      ? compareAnswers(ours, monolith).map((difference) => ({ oracle: 'monolith' as const, difference }))
      : compareAnswers(ours, monolith)
          // That an agency fails, the monolith does not know.
          .filter((difference) => difference.kind !== 'error' || difference.side === 'theirs')
          .map((difference) => ({ oracle: 'loss' as const, difference }))),
  ];
  const judged = found.map((one) => ({ ...one, rule: explain(one, situation) }));
  return {
    unexplained: judged
      .flatMap(({ oracle, difference, rule }) => (rule === null ? [{ oracle, difference }] : []))
      .slice(0, mostShown),
    used: [...new Set(judged.flatMap(({ rule }) => rule ?? []))],
  };
}

/** The name of the first rule that explains a difference; null where none does. */
function explain({ oracle, difference }: JudgedDifference, situation: Situation): string | null {
  return rules.find((rule) => rule.oracles.includes(oracle) && rule.explains(difference, situation))?.name ?? null;
}
