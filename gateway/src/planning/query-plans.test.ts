import { GraphQLError, Kind, buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { PlanRequest } from './planner.ts';
import type { WrittenPlan } from './planning-desk.ts';
import { type OperationToPlan, type PlanAsker, QueryPlans } from './query-plans.ts';

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

type Asked = { readonly text: string } & Pick<PlanRequest, 'lane' | 'client' | 'signal'>;

/** Query plans over a planner that remembers what it was asked, and answers as told. */
function plansOver(
  answer: (request: PlanRequest) => Promise<WrittenPlan>,
  maxBytes = 1_000_000,
): { plans: QueryPlans; asked: Asked[] } {
  const asked: Asked[] = [];
  const plan = (request: PlanRequest): Promise<WrittenPlan> => {
    const { operation: text, ...rest } = request;
    asked.push({ text: text.replaceAll(/\s+/g, ' '), ...rest });
    return answer(request);
  };
  return {
    asked,
    plans: new QueryPlans({ schema, requiringFields: new Set() }, { plan }, { ttl: refusedForMs, maxBytes }),
  };
}

/** Shorter than anybody would wait. */
const refusedForMs = 20;
const staying: PlanAsker = { client: 'one', signal: new AbortController().signal };
const textsOf = (asked: readonly Asked[]): readonly string[] => asked.map(({ text }) => text);
const planned = (): Promise<WrittenPlan> => Promise.resolve({ plan: { kind: 'QueryPlan' } });
const fail = (code: string) => (): Promise<WrittenPlan> =>
  Promise.reject(new GraphQLError('no', { extensions: { code } }));

describe('Query plans', () => {
  it('are made once, also for those who ask meanwhile', async () => {
    const { plans, asked } = plansOver(planned);
    const [one, other] = await Promise.all([
      plans.prepare(operation('{ a }'), staying),
      plans.prepare(operation('{ a }'), staying),
    ]);
    expect(await plans.prepare(operation('{ a }'), staying)).toBe(one);
    expect(other).toBe(one);
    expect(textsOf(asked)).toEqual(['{ a }']);
  });

  it('are those of one operation of a document', async () => {
    const { plans, asked } = plansOver(planned);
    const text = 'query A { a } query B { b }';
    await plans.prepare(operation(text, 'A'), staying);
    await plans.prepare(operation(text, 'B'), staying);
    expect(textsOf(asked)).toEqual(['query A { a }', 'query B { b }']);
  });

  it('that were used twice are not pushed out by any number that are used once', async () => {
    const { plans, asked } = plansOver(planned, 20_000);
    const dashboard = operation('{ dashboard: a }');
    await plans.prepare(dashboard, staying);
    await plans.prepare(dashboard, staying);
    for (let index = 0; index < 200; index += 1) await plans.prepare(operation(`{ a${index}: a }`), staying);
    await plans.prepare(dashboard, staying);
    expect(textsOf(asked).filter((text) => text.includes('dashboard'))).toHaveLength(1);
    // Those have pushed out each other: there is room for a few.
    await plans.prepare(operation('{ a0: a }'), staying);
    expect(asked).toHaveLength(202);
  });

  it('are not tried again for a while for an operation that is too intricate', async () => {
    const { plans, asked } = plansOver(fail('OPERATION_TOO_LARGE'));
    await expect(plans.prepare(operation('{ a }'), staying)).rejects.toThrow('no');
    await expect(plans.prepare(operation('{ a }'), staying)).rejects.toThrow('no');
    expect(asked).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 2 * refusedForMs));
    await expect(plans.prepare(operation('{ a }'), staying)).rejects.toThrow('no');
    expect(asked).toHaveLength(2);
  });

  it.each(['GATEWAY_BUSY', 'ANYTHING'])('are tried again after %s', async (code) => {
    const { plans, asked } = plansOver(fail(code));
    await expect(plans.prepare(operation('{ a }'), staying)).rejects.toThrow('no');
    await expect(plans.prepare(operation('{ a }'), staying)).rejects.toThrow('no');
    expect(asked).toHaveLength(2);
  });

  it('are given up when the last of those has left who waited for one, and made anew for who comes then', async () => {
    const { plans, asked } = plansOver(() => new Promise(() => undefined));
    const [first, second] = [new AbortController(), new AbortController()];
    const waiting = [first, second].map(({ signal }) =>
      plans.prepare(operation('{ a }'), { client: 'one', signal }).catch(() => 'left'),
    );
    first.abort();
    expect(await waiting[0]).toBe('left');
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([false]);
    second.abort();
    expect(await waiting[1]).toBe('left');
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true]);
    const later = new AbortController();
    const next = plans.prepare(operation('{ a }'), { client: 'two', signal: later.signal }).catch(() => 'left');
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    later.abort();
    expect(await next).toBe('left');
  });

  it('of registered operations are made before anybody asks, and serve whoever asks the same in other words', async () => {
    const { plans, asked } = plansOver(planned);
    await plans.planRegistered(['query R { a }', '{ unknown }', 'no GraphQL'], staying.signal);
    expect(asked.map(({ text, lane }) => [text, lane])).toEqual([['query R { a }', 'registered']]);
    await plans.prepare(operation('# As in the file.\nquery R { a @skip(if: false) }'), staying);
    expect(asked).toHaveLength(1);
  });

  it('are asked for in the lane of what is cheap, or of everything else, for whoever asks', async () => {
    const { plans, asked } = plansOver(planned);
    const many = Array.from({ length: 501 }, (_, index) => `a${index}: a`).join(' ');
    await plans.prepare(operation('{ a }'), staying);
    await plans.prepare(operation(`{ ${many} }`), { ...staying, client: 'two' });
    expect(asked.map(({ lane, client }) => [lane, client])).toEqual([
      ['cheap', 'one'],
      ['other', 'two'],
    ]);
  });
});

it('A plan that is not made by the deadline of who asks is waited for by others, and refused to him', async () => {
  const { promise, resolve } = Promise.withResolvers<WrittenPlan>();
  const { plans } = plansOver(() => promise);
  const patient = plans.prepare(operation('{ a }'), staying);
  await expect(plans.prepare(operation('{ a }'), { ...staying, waitMs: 10 })).rejects.toThrow(
    'could not be planned by the deadline of the request',
  );
  resolve({ plan: { kind: 'QueryPlan' } });
  await expect(patient).resolves.toMatchObject({ plan: { kind: 'QueryPlan' } });
});
