import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, GraphQLError, Kind, parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptPlansOf } from './kept-plans.ts';
import type { PlanRequest } from './planner.ts';
import type { WrittenPlan } from './planning-desk.ts';
import { QueryPlans } from './query-plans.ts';

const sdl = 'type Query { a: Int b: Int }';
const documents = ['query A { a }', 'query B { b }'];
const { signal } = new AbortController();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boroughgraph-plans-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Plans over one graph after its registered operations are planned, and what the planner was asked for. */
async function start(supergraph: string, registered: readonly string[], plan = planned) {
  const asked: string[] = [];
  const kept = keptPlansOf(supergraph, folder);
  const planner = {
    plan: (request: PlanRequest) => {
      asked.push(request.operation.replaceAll(/\s+/g, ' '));
      return plan(request);
    },
  };
  const plans = new QueryPlans({ schema: buildSchema(sdl), requiringFields: new Set() }, planner, { kept });
  await plans.planRegistered(registered, signal);
  return { plans, asked };
}

const planned = ({ operation }: PlanRequest): Promise<WrittenPlan> =>
  Promise.resolve({ plan: { kind: 'QueryPlan', node: { kind: 'Sequence', nodes: [] }, text: operation } as never });

async function prepare(plans: QueryPlans, text: string) {
  const document = parse(text);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('it is one operation');
  const { plan } = await plans.prepare({ document, operation, documentHash: text }, { client: 'one', signal });
  return plan;
}

describe('Plans of registered operations', () => {
  it('are kept for the next gateway, which plans none of them and has the same', async () => {
    const first = await start('a graph', documents);
    const second = await start('a graph', documents);

    expect([first.asked, second.asked]).toEqual([documents, []]);
    for (const text of documents) expect(await prepare(second.plans, text)).toEqual(await prepare(first.plans, text));
    expect(second.asked).toEqual([]);
  });

  it('are made anew for another graph, and for other documents', async () => {
    await start('a graph', documents);

    expect((await start('another graph', documents)).asked).toEqual(documents);
    expect((await start('a graph', documents)).asked).toEqual(documents);
    expect((await start('a graph', documents.slice(1))).asked).toEqual(documents.slice(1));
  });

  it('are not kept while one of them could not be planned', async () => {
    const refuse = ({ operation }: PlanRequest) =>
      operation.includes('B') ? Promise.reject(new GraphQLError('too much')) : planned({ operation } as PlanRequest);
    await start('a graph', documents, refuse);

    expect((await start('a graph', documents)).asked).toEqual(documents);
  });

  it('do not answer for an operation that is not registered', async () => {
    await start('a graph', documents);
    const { plans, asked } = await start('a graph', documents);

    await prepare(plans, 'query C { a b }');

    expect(asked).toEqual(['query C { a b }']);
  });
});
