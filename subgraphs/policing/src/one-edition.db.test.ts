import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningSubgraph, startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { subgraph } from './subgraph.ts';

let policing: RunningSubgraph;
beforeAll(async () => {
  policing = await startRunningSubgraph(subgraph);
  await load('2024-02-15', 'Hackney,R12-2023-12,41', 'Barnet,R12-2023-12,50');
  await load('2024-02-15', 'E23000001,R12-2023-12,47', 'Barnet,R12-2023-12,52');
});
afterAll(() => policing[Symbol.asyncDispose]());

async function load(publishedAt: string, ...rows: readonly string[]): Promise<void> {
  const text = ['indicator,area,period,value', ...rows.map((row) => `public-confidence,${row}`), ''].join('\n');
  const report = await policing.load({ dataset: 'mopac-public-attitude-survey', name: 'a.csv', text, publishedAt });
  expect(report).toMatchObject({ outcome: 'loaded', rowsRejected: 0 });
}

async function confidence(): Promise<unknown> {
  const { data } = await policing.ask(
    '{ policing { series(indicators: ["public-confidence"]) { nodes { area { code } observations { value status flags } } } } }',
  );
  return data;
}

it('reads the files of one day as parts of one edition, and of a later one what it has', async () => {
  const nodes = (
    ...series: readonly (readonly [code: string, value: number | null, status: string, flags: string[]])[]
  ) => ({
    policing: {
      series: {
        nodes: series.map(([code, value, status, flags]) => ({
          area: { code },
          observations: [{ value, status, flags }],
        })),
      },
    },
  });
  expect(await confidence()).toEqual(
    nodes(
      ['E09000003', 52, 'PUBLISHED', ['REVISED']],
      ['E09000012', 41, 'PUBLISHED', []],
      ['E23000001', 47, 'PUBLISHED', []],
    ),
  );
  await load('2024-05-15', 'Hackney,R12-2023-12,42');
  // Where the new edition has no row, the one before answers.
  expect(await confidence()).toEqual(
    nodes(
      ['E09000003', 52, 'PUBLISHED', ['REVISED']],
      ['E09000012', 42, 'PUBLISHED', ['REVISED']],
      ['E23000001', 47, 'PUBLISHED', []],
    ),
  );
});
