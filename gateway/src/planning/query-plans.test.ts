import { GraphQLError, Kind, buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { WrittenPlan } from './planner.ts';
import { QueryPlans } from './query-plans.ts';
import type { OperationToPlan } from './query-plans.ts';

const schema = buildSchema('type Query { a: Int b: Int }');

/** An operation of a document, and the hash that the server would give: here its text. */
function operation(text: string, name: string | null = null): OperationToPlan {
  const document = parse(text);
  const found = document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .find((definition) => name === null || definition.name?.value === name);
  if (!found) throw new Error(`no operation ${name ?? ''}`);
  return { document, operation: found, documentHash: text };
}

/** Query plans over a planner that remembers what it was asked, and answers as told. */
function plansOver(answer: (text: string) => Promise<WrittenPlan>): { plans: QueryPlans; asked: string[] } {
  const asked: string[] = [];
  const plan = (text: string): Promise<WrittenPlan> => {
    asked.push(text.replaceAll(/\s+/g, ' '));
    return answer(text);
  };
  return { asked, plans: new QueryPlans({ schema, requiringFields: new Set() }, { plan }) };
}

const planned = (): Promise<WrittenPlan> => Promise.resolve({ plan: { kind: 'QueryPlan' }, size: 20 });
const fail = (code: string) => (): Promise<WrittenPlan> =>
  Promise.reject(new GraphQLError('no', { extensions: { code } }));

describe('Query plans', () => {
  it('are made once, also for those who ask meanwhile', async () => {
    const { plans, asked } = plansOver(planned);
    const [one, other] = await Promise.all([plans.prepare(operation('{ a }')), plans.prepare(operation('{ a }'))]);
    expect(await plans.prepare(operation('{ a }'))).toBe(one);
    expect(other).toBe(one);
    expect(asked).toEqual(['{ a }']);
  });

  it('are those of one operation of a document', async () => {
    const { plans, asked } = plansOver(planned);
    const text = 'query A { a } query B { b }';
    await plans.prepare(operation(text, 'A'));
    await plans.prepare(operation(text, 'B'));
    expect(asked).toEqual(['query A { a }', 'query B { b }']);
  });

  it('are not tried again for an operation that is too intricate', async () => {
    const { plans, asked } = plansOver(fail('OPERATION_TOO_LARGE'));
    await expect(plans.prepare(operation('{ a }'))).rejects.toThrow('no');
    await expect(plans.prepare(operation('{ a }'))).rejects.toThrow('no');
    expect(asked).toHaveLength(1);
  });

  it.each(['GATEWAY_BUSY', 'ANYTHING'])('are tried again after %s', async (code) => {
    const { plans, asked } = plansOver(fail(code));
    await expect(plans.prepare(operation('{ a }'))).rejects.toThrow('no');
    await expect(plans.prepare(operation('{ a }'))).rejects.toThrow('no');
    expect(asked).toHaveLength(2);
  });
});
