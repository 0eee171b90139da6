import { type DocumentNode, Kind, parse, visit } from 'graphql';
import { expect, it } from 'vitest';
import { readPageOperations } from './page-operations.ts';

it('the operations of pages are whole documents: each has its operation, and the fragments that it spreads', async () => {
  const { planned, onDemand } = await readPageOperations();
  expect(onDemand.length).toBeGreaterThan(3);
  const documents = [...planned, ...onDemand].map((text) => parse(text));
  const operations = documents.map(
    ({ definitions }) => definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length,
  );
  expect(operations).toEqual(documents.map(() => 1));
  expect(documents.map(findSpread)).toEqual(documents.map(findDefined));
  expect(documents.filter((document) => findDefined(document).includes('DatasetFields'))).toHaveLength(2);
});

/** The fragments that a document has, by name. */
function findDefined({ definitions }: DocumentNode): readonly string[] {
  return definitions
    .flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [definition.name.value] : []))
    .toSorted();
}

/** The fragments that a document spreads, by name. */
function findSpread(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, { FragmentSpread: ({ name }) => void names.add(name.value) });
  return [...names].toSorted();
}
