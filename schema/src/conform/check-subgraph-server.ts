import { checks, type Finding, readSchema } from './checks.ts';
import type { TriedSubgraph } from './subgraph-client.ts';

/** What was found out of one paragraph of the contract. */
export interface Conformity {
  readonly says: string;
  /** `kept`, `broken`, or `untried` where it takes a key that nobody has given. */
  readonly outcome: 'kept' | 'broken' | 'untried';
  readonly problem: Finding;
}

/** How a subgraph keeps the contract, paragraph by paragraph. Never rejects: where nothing comes back, that is what is wrong. */
export async function checkSubgraphServer(subgraph: TriedSubgraph): Promise<readonly Conformity[]> {
  const schema = await readSchema(subgraph).catch(describeFailure);
  const says = 'the schema is told at _service { sdl }';
  if (typeof schema === 'string') return [{ says, outcome: 'broken', problem: schema }];
  const found: Conformity[] = [{ says, outcome: 'kept', problem: null }];
  for (const check of checks) {
    if (check.needsKey === true && subgraph.key === null) {
      found.push({ says: check.says, outcome: 'untried', problem: null });
      continue;
    }
    const problem = await check.find(subgraph, schema).catch(describeFailure);
    found.push({ says: check.says, outcome: problem === null ? 'kept' : 'broken', problem });
  }
  return found;
}

function describeFailure(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `nothing comes back: ${error instanceof Error ? error.message : String(error)}${cause}`;
}
