import type { Answer } from '../answer.ts';
import { noFailures } from '../failures/failure.ts';
import type { Operation } from '../operation.ts';
import type { ComparedSystem } from './compared-system.ts';

/** The same system, each part of which is asked once for one operation under one plan: what it said is then said again. Ours is asked by its own executor alone. */
export function rememberAnswers(system: ComparedSystem): ComparedSystem {
  let plan = noFailures;
  let isFollowed = false;
  const remember = (ask: (operation: Operation) => Promise<Answer>): typeof ask => {
    const known = new Map<string, Answer>();
    return async (operation) => {
      const key = JSON.stringify([operation.query, operation.variables, plan.seed, [...plan.byAgency]]);
      const before = known.get(key);
      if (before !== undefined) return before;
      if (!isFollowed) await system.follow(plan);
      isFollowed = true;
      const answer = await ask(operation);
      known.set(key, answer);
      return answer;
    };
  };
  return {
    ...system,
    askOurs: remember(system.askOurs),
    askByApollo: null,
    askStock: remember(system.askStock),
    askMonolith: remember(system.askMonolith),
    follow: (next) => {
      plan = next;
      isFollowed = false;
      return Promise.resolve();
    },
  };
}
