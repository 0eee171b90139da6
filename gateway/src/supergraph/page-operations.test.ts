import { Kind, parse } from 'graphql';
import { expect, it } from 'vitest';
import { readPageOperations } from './page-operations.ts';

it('the operations of pages are whole documents: each has its operation, and the fragments that it spreads', async () => {
  const { planned, onDemand } = await readPageOperations();
  expect(onDemand.length).toBeGreaterThan(3);
  const documents = [...planned, ...onDemand].map((text) => parse(text));
  const named = documents.flatMap(({ definitions }) =>
    definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION),
  );
  expect(named).toHaveLength(documents.length);
  const fragments = planned
    .map((text) => parse(text))
    .map(({ definitions }) => definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).length);
  expect(fragments.filter((count) => count === 1)).toHaveLength(2);
});
