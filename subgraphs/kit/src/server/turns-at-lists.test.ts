import { createHash } from 'node:crypto';
import { execute, type ExecutionResult, parse } from 'graphql';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { expect, it } from 'vitest';
import { takeTurnsAtLists } from './turns-at-lists.ts';

const typeDefs = parse('type Query { rows(count: Int!): [Row!]! } type Row { at: Int! }');

/** A fifth of a millisecond's work, or some of it. */
const block = Buffer.alloc(200_000);
const work = (): string => createHash('sha256').update(block).digest('hex');

/** Asks for so many rows, each of which takes some time of the thread; `onRow` is told of each. */
function askFor(count: number, onRow: (at: number) => void, signal = new AbortController().signal) {
  const at = (row: number): number => {
    work();
    onRow(row);
    return row;
  };
  const rows = (_: unknown, asked: { count: number }) => Array.from({ length: asked.count }, (__, row) => row);
  const schema = takeTurnsAtLists(buildSubgraphSchema({ typeDefs, resolvers: { Query: { rows }, Row: { at } } }));
  const document = parse(`{ rows(count: ${count}) { at } }`);
  return execute({
    schema,
    document,
    contextValue: { signal, room: { isNeeded: true, leave: null } },
  }) as Promise<ExecutionResult>;
}

it('A long list is answered in its order, and lets others in between its objects', async () => {
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 0);
  const { data, errors } = await askFor(1_000, () => undefined);
  clearInterval(counting);
  expect(errors).toBeUndefined();
  expect(JSON.parse(JSON.stringify(data))).toEqual({ rows: Array.from({ length: 1_000 }, (_, at) => ({ at })) });
  // Some fifth of a second of work, in stretches of five milliseconds and what a hundred objects take.
  expect(turns).toBeGreaterThan(3);
});

it('What is needed for the objects of a short list is asked for together', async () => {
  let others = 0;
  const seen: number[] = [];
  const counting = setInterval(() => (others += 1), 0);
  await askFor(100, () => seen.push(others));
  clearInterval(counting);
  expect(new Set(seen).size).toBe(1);
});

it('Of a long list nothing more is begun when nobody waits for it', async () => {
  const leaving = new AbortController();
  let begun = 0;
  const { data, errors } = await askFor(
    2_000,
    () => {
      begun += 1;
      if (begun === 150) leaving.abort(new Error('nobody waits'));
    },
    leaving.signal,
  );
  expect(data).toBeNull();
  expect(errors?.[0]?.message).toBe('nobody waits');
  expect(begun).toBeLessThan(500);
});
